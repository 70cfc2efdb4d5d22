// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/delete_items.h"

#include "model/edit/checks.h"
#include "model/edit/removal.h"

namespace halltwin::edit {

Result<Project> apply(const Project& before, const DeleteItems& edit) {
    if (auto known = checkKnown(before.items, edit.ids, "item"); !known) {
        return tl::unexpected(known.error());
    }
    return withoutItems(before, {edit.ids.begin(), edit.ids.end()});
}

EditLabel label(const DeleteItems& edit) {
    return countedLabel("edit.delete-items", "Delete", edit.ids.size(), "item");
}

}  // namespace halltwin::edit
