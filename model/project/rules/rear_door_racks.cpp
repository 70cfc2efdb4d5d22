// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rear_doors.h"
#include "model/project/rules/rule_list.h"

#include <fmt/format.h>
#include <set>

namespace halltwin::rules {

void checkRearDoors(const RuleContext& context, Issues& issues) {
    std::set<ItemId> hung;
    for (const auto& [rack, door] : rearDoorsByRack(context.project, context.catalog))
        hung.insert(door);
    for (const PlacedItem& placed : context.items) {
        if (!placed.isOf(ItemKind::RearDoor) || hung.contains(placed.item->id)) continue;
        Issue issue = issueAt(placed, "cooling.door-without-rack", Severity::Warning);
        issue.message = fmt::format("{} hangs on no rack and cools nothing", issue.arguments[0]);
        issue.fix = "Move it flush to the rear of a rack and turn it like the rack.";
        issues.push_back(std::move(issue));
    }
}

}  // namespace halltwin::rules
