// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/duplicate_items.h"

#include "model/edit/checks.h"
#include "model/edit/item_group.h"

namespace halltwin::edit {

Result<Project> apply(const Project& before, const DuplicateItems& edit) {
    if (auto known = checkKnown(before.items, edit.ids, "item"); !known) {
        return tl::unexpected(known.error());
    }
    return insertGroup(before, copyItems(before, edit.ids), {{{}, edit.dx, edit.dy}});
}

EditLabel label(const DuplicateItems& edit) {
    return countedLabel("edit.duplicate-items", "Duplicate", edit.ids.size(), "item");
}

}  // namespace halltwin::edit
