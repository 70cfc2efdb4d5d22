// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/remove_scenario.h"

#include "model/edit/checks.h"

namespace halltwin::edit {

Result<Project> apply(const Project& before, const RemoveScenario& edit) {
    if (auto known = checkKnown(before.scenarios, {edit.id}, "scenario"); !known) {
        return tl::unexpected(known.error());
    }
    Project after = before;
    after.scenarios.eraseIf([&](const Scenario& scenario) { return scenario.id == edit.id; });
    return after;
}

EditLabel label(const RemoveScenario&) {
    return {"edit.remove-scenario", "Remove scenario", {}};
}

}  // namespace halltwin::edit
