// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rules/rule_list.h"

#include <algorithm>
#include <fmt/format.h>

namespace halltwin::rules {

namespace {

/// A rack with all of its heat on cold plates needs no air.
bool needsAir(const PlacedItem& placed) {
    return placed.isOf(ItemKind::Rack) && placed.entry->as<RackSpec>()->liquidFraction < 1.0;
}

}  // namespace

/// An empty hall needs none, so only one that holds racks with heat to air is reported.
void checkHallCooling(const RuleContext& context, Issues& issues) {
    for (const Hall& hall : context.project.halls) {
        const auto at = context.byHall.find(hall.id);
        if (hall.kind != HallKind::DataHall || at == context.byHall.end()) continue;
        const auto holds = [&](ItemKind kind) {
            return std::any_of(at->second.begin(), at->second.end(),
                               [&](const PlacedItem* placed) { return placed->isOf(kind); });
        };
        const bool isWarm = std::any_of(at->second.begin(), at->second.end(),
                                        [](const PlacedItem* placed) { return needsAir(*placed); });
        if (!isWarm || holds(ItemKind::Cooler) || holds(ItemKind::RearDoor)) continue;
        Issue issue;
        issue.rule = "cooling.no-cooler";
        issue.severity = Severity::Error;
        issue.hall = hall.id;
        issue.arguments = {hall.name};
        issue.message = fmt::format("{} has racks and nothing that cools it", hall.name);
        issue.fix = "Place coolers in the hall.";
        issues.push_back(std::move(issue));
    }
}

}  // namespace halltwin::rules
