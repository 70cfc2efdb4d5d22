// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/rotate_items.h"

#include "model/edit/checks.h"
#include "model/project/footprint.h"

#include <algorithm>
#include <map>

namespace halltwin::edit {
namespace {

struct Placed {
    Item item;
    Rect footprint;
};

Rect around(const std::vector<Placed>& group) {
    Rect box = group.front().footprint;
    for (const Placed& one : group) {
        box.min = {std::min(box.min.x, one.footprint.min.x),
                   std::min(box.min.y, one.footprint.min.y)};
        box.max = {std::max(box.max.x, one.footprint.max.x),
                   std::max(box.max.y, one.footprint.max.y)};
    }
    return box;
}

/// A quarter turn takes (x, y) from the pivot to (−y, x): the upper left corner becomes the new
/// lower left.
Rect quarterTurn(const Rect& rect, const Point& pivot) {
    const auto turn = [&](Length x, Length y) {
        return Point{pivot.x - (y - pivot.y), pivot.y + (x - pivot.x)};
    };
    return {turn(rect.min.x, rect.max.y), turn(rect.max.x, rect.min.y)};
}

void turnGroup(std::vector<Placed>& group, int turns) {
    const Point pivot = around(group).centre();
    const bool keepsCorner = group.size() == 1;
    for (Placed& one : group) {
        one.item.rotation = rotated(one.item.rotation, turns);
        if (keepsCorner) continue;
        for (int i = 0; i < turns; ++i)
            one.footprint = quarterTurn(one.footprint, pivot);
        one.item.position = one.footprint.min;
    }
}

}  // namespace

Result<Project> apply(const Project& before, const RotateItems& edit) {
    if (auto known = checkKnown(before.items, edit.ids, "item"); !known) {
        return tl::unexpected(known.error());
    }
    std::vector<ItemId> ids = edit.ids;
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());

    const Catalog none;
    const Catalog& catalog = edit.catalog != nullptr ? *edit.catalog : none;
    std::map<HallId, std::vector<Placed>> groups;
    for (const ItemId id : ids) {
        const Item& item = *before.items.find(id);
        groups[item.hall].push_back({item, footprintOf(item, catalog)});
    }
    const int turns = (edit.quarterTurns % 4 + 4) % 4;
    Project after = before;
    if (turns == 0) return after;
    for (auto& [hall, group] : groups) {
        turnGroup(group, turns);
        for (Placed& one : group) {
            if (auto fits = checkEntity(one.item, describeItem(one.item)); !fits) {
                return tl::unexpected(fits.error());
            }
            after.items.set(std::move(one.item));
        }
    }
    return after;
}

EditLabel label(const RotateItems& edit) {
    return countedLabel("edit.rotate-items", "Rotate", edit.ids.size(), "item");
}

}  // namespace halltwin::edit
