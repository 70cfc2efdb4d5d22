// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/connections.h"
#include "model/project/rules/rule_list.h"

#include <fmt/format.h>

namespace halltwin::rules {
void checkCoolingKinds(const RuleContext& context, Issues& issues) {
    for (const CoolingLink& link : context.project.coolingLinks) {
        const PlacedItem* from = context.find(link.from);
        const PlacedItem* to = context.find(link.to);
        if (from == nullptr || to == nullptr || !from->entry || !to->entry) continue;
        if (canSupplyWater(*from->entry, *to->entry)) continue;
        Issue issue = issueBetween(*from, *to, "cooling.wrong-kind", Severity::Error);
        issue.message = fmt::format("{} cannot supply {} with chilled water", issue.arguments[0],
                                    issue.arguments[1]);
        issue.fix =
            "Remove the link. Water flows from what cools it (chiller, tower, dry cooler, "
            "exchanger, natural water, tank, heat network) to a pump set, and on to a "
            "chilled-water cooler, a rear door, a liquid-cooled rack, a distribution unit of such "
            "racks, a water-cooled chiller or an exchanger.";
        issues.push_back(std::move(issue));
    }
}

}  // namespace halltwin::rules
