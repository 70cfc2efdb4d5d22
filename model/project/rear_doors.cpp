// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rear_doors.h"

#include "model/project/footprint.h"

#include <algorithm>
#include <vector>

namespace halltwin {
namespace {

constexpr Length reach = millimetres(50.0);

struct Placed {
    const Item* item = nullptr;
    Rect box;
};

Length distance(Length a, Length b) {
    return std::max(a - b, b - a);
}

bool coversHalf(Length lowA, Length highA, Length lowB, Length highB) {
    return std::min(highA, highB) - std::max(lowA, lowB) >= 0.5 * (highA - lowA);
}

bool hangsOn(const Placed& door, const Placed& rack) {
    if (door.item->rotation != rack.item->rotation) return false;
    const Rect& d = door.box;
    const Rect& r = rack.box;
    const bool besideX = coversHalf(r.min.x, r.max.x, d.min.x, d.max.x);
    const bool besideY = coversHalf(r.min.y, r.max.y, d.min.y, d.max.y);
    switch (frontDirection(rack.item->rotation)) {
        case Direction::MinusY: return besideX && distance(d.min.y, r.max.y) <= reach;
        case Direction::PlusY: return besideX && distance(d.max.y, r.min.y) <= reach;
        case Direction::MinusX: return besideY && distance(d.min.x, r.max.x) <= reach;
        case Direction::PlusX: return besideY && distance(d.max.x, r.min.x) <= reach;
    }
    return false;
}

}  // namespace

std::map<ItemId, ItemId> rearDoorsByRack(const Project& project, const Catalog& catalog) {
    std::map<HallId, std::vector<Placed>> racks;
    std::vector<Placed> doors;
    for (const Item& item : project.items) {
        const CatalogEntry* entry = catalog.find(item.catalogKey);
        if (entry == nullptr) continue;
        const Placed placed{&item, footprintOf(item, *entry)};
        if (entry->kind == ItemKind::Rack) racks[item.hall].push_back(placed);
        if (entry->kind == ItemKind::RearDoor) doors.push_back(placed);
    }
    std::map<ItemId, ItemId> doorOf;
    for (const Placed& door : doors) {
        const auto& near = racks[door.item->hall];
        const auto rack = std::find_if(near.begin(), near.end(), [&](const Placed& each) {
            return !doorOf.contains(each.item->id) && hangsOn(door, each);
        });
        if (rack != near.end()) doorOf.emplace(rack->item->id, door.item->id);
    }
    return doorOf;
}

}  // namespace halltwin
