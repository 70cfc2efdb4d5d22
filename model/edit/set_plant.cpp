// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/set_plant.h"

#include "model/edit/checks.h"

namespace halltwin::edit {

Result<Project> apply(const Project& before, const SetPlant& edit) {
    if (auto checked = checkEntity(edit.plant, "plant"); !checked) {
        return tl::unexpected(checked.error());
    }
    Project after = before;
    after.plant = edit.plant;
    return after;
}

EditLabel label(const SetPlant&) {
    return {"edit.set-plant", "Change the control of the plant", {}};
}

}  // namespace halltwin::edit
