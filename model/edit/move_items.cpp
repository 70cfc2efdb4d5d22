// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/move_items.h"

#include "model/edit/checks.h"

namespace halltwin::edit {

Result<Project> apply(const Project& before, const MoveItems& edit) {
    const auto checked = checkKnown(before.items, edit.ids, "item").and_then([&] {
        return checkShift(edit.dx, edit.dy);
    });
    if (!checked) return tl::unexpected(checked.error());
    Project after = before;
    for (const ItemId id : edit.ids) {
        Item item = *before.items.find(id);
        item.position = {item.position.x + edit.dx, item.position.y + edit.dy};
        if (auto fits = checkEntity(item, describeItem(item)); !fits) {
            return tl::unexpected(fits.error());
        }
        after.items.set(std::move(item));
    }
    return after;
}

EditLabel label(const MoveItems& edit) {
    return countedLabel("edit.move-items", "Move", edit.ids.size(), "item");
}

}  // namespace halltwin::edit
