// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/place_items.h"

#include "model/edit/checks.h"

namespace halltwin::edit {

Result<Project> apply(const Project& before, const PlaceItems& edit) {
    if (edit.items.empty()) {
        return fail(ErrorCode::InvalidArgument, "there is nothing to place", {},
                    "choose an entry of the catalogue");
    }
    Project after = before;
    for (const Item& item : edit.items) {
        if (auto checked = checkItem(before, item); !checked) {
            return tl::unexpected(checked.error());
        }
        after.items.add(item);
    }
    return after;
}

EditLabel label(const PlaceItems& edit) {
    return countedLabel("edit.place-items", "Place", edit.items.size(), "item");
}

std::vector<ItemId> nextItemIds(const Project& project, std::size_t count) {
    std::vector<ItemId> ids(count);
    ItemId next = project.items.nextId();
    for (ItemId& id : ids) {
        id = next;
        ++next.value;
    }
    return ids;
}

}  // namespace halltwin::edit
