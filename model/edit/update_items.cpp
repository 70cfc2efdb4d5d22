// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/update_items.h"

#include "model/edit/checks.h"

namespace halltwin::edit {

Result<Project> apply(const Project& before, const UpdateItems& edit) {
    std::vector<ItemId> ids;
    for (const Item& item : edit.items)
        ids.push_back(item.id);
    if (auto known = checkKnown(before.items, ids, "item"); !known) {
        return tl::unexpected(known.error());
    }
    Project after = before;
    for (const Item& item : edit.items) {
        if (auto checked = checkItem(before, item); !checked) {
            return tl::unexpected(checked.error());
        }
        after.items.set(item);
    }
    return after;
}

EditLabel label(const UpdateItems& edit) {
    return countedLabel("edit.update-items", "Change", edit.items.size(), "item");
}

}  // namespace halltwin::edit
