// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/set_scenario.h"

#include "model/edit/checks.h"

namespace halltwin::edit {

Result<Project> apply(const Project& before, const SetScenario& edit) {
    const Scenario& scenario = edit.scenario;
    const bool isNew = scenario.id == ScenarioId{};
    if (!isNew && !before.scenarios.contains(scenario.id)) {
        return fail(ErrorCode::NotFound, fmt::format("there is no scenario {}", scenario.id.value),
                    scenario.name, "it may have been deleted; select again");
    }
    if (scenario.name.empty()) {
        return fail(ErrorCode::InvalidArgument, "the scenario's name is empty", {}, "enter a name");
    }
    if (auto checked = checkEntity(scenario, scenario.name); !checked) {
        return tl::unexpected(checked.error());
    }
    Project after = before;
    if (isNew) {
        after.scenarios.add(scenario);
    } else {
        after.scenarios.set(scenario);
    }
    return after;
}

EditLabel label(const SetScenario& edit) {
    return {"edit.set-scenario", "Change scenario " + edit.scenario.name, {edit.scenario.name}};
}

}  // namespace halltwin::edit
