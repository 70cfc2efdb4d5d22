// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/set_economics.h"

#include "model/edit/checks.h"

namespace halltwin::edit {

Result<Project> apply(const Project& before, const SetEconomics& edit) {
    if (auto checked = checkEntity(edit.economics, "economics"); !checked) {
        return tl::unexpected(checked.error());
    }
    Project after = before;
    after.economics = edit.economics;
    return after;
}

EditLabel label(const SetEconomics&) {
    return {"edit.set-economics", "Change prices and rates", {}};
}

}  // namespace halltwin::edit
