// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/update_hall.h"

#include "model/edit/checks.h"

namespace halltwin::edit {

Result<Project> apply(const Project& before, const UpdateHall& edit) {
    const auto checked = checkKnown(before.halls, {edit.hall.id}, "hall").and_then([&] {
        return checkHall(edit.hall);
    });
    if (!checked) return tl::unexpected(checked.error());
    Project after = before;
    after.halls.set(edit.hall);
    return after;
}

EditLabel label(const UpdateHall& edit) {
    return {"edit.update-hall", "Change hall " + edit.hall.name, {edit.hall.name}};
}

}  // namespace halltwin::edit
