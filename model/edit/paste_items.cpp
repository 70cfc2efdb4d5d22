// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/paste_items.h"

#include "model/edit/checks.h"

namespace halltwin::edit {

Result<Project> apply(const Project& before, const PasteItems& edit) {
    return insertGroup(before, edit.group, {{edit.hall, edit.dx, edit.dy}});
}

EditLabel label(const PasteItems& edit) {
    return countedLabel("edit.paste-items", "Paste", edit.group.items.size(), "item");
}

}  // namespace halltwin::edit
