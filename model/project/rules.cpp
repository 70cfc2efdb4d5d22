// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rules.h"

#include "model/project/rules/rule_list.h"

#include <array>

namespace halltwin {

std::vector<Issue> checkRules(const Project& project, const Catalog& catalog) {
    using namespace rules;
    static constexpr std::array all{
        checkCatalogKeys, checkHallSizes,    checkInsideHall,   checkOverlap,      checkTileFloor,
        checkCeilingVoid, checkRearDoors,    checkClearance,    checkCords,        checkPowerKinds,
        checkPowerEnds,   checkPowerLoops,   checkCoolingKinds, checkChilledWater, checkHallCooling,
        checkRackAirflow, checkEnergyShares, checkLabels};
    const RuleContext context(project, catalog);
    std::vector<Issue> issues;
    for (const auto rule : all) {
        const std::size_t before = issues.size();
        rule(context, issues);
        if (issues.size() > before + mostIssuesPerRule) issues.resize(before + mostIssuesPerRule);
    }
    return issues;
}

}  // namespace halltwin
