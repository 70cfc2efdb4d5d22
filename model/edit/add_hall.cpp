// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/add_hall.h"

#include "model/edit/checks.h"

namespace halltwin::edit {

Result<Project> apply(const Project& before, const AddHall& edit) {
    if (auto checked = checkHall(edit.hall); !checked) return tl::unexpected(checked.error());
    Project after = before;
    after.halls.add(edit.hall);
    return after;
}

EditLabel label(const AddHall& edit) {
    return {"edit.add-hall", "Add hall " + edit.hall.name, {edit.hall.name}};
}

}  // namespace halltwin::edit
