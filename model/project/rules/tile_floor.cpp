// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rules/rule_list.h"

#include <fmt/format.h>

namespace halltwin::rules {

void checkTileFloor(const RuleContext& context, Issues& issues) {
    for (const PlacedItem& placed : context.items) {
        if (!placed.isOf(ItemKind::Tile)) continue;
        const Hall* hall = context.project.halls.find(placed.item->hall);
        if (hall == nullptr || hall->floorVoid > metres(0.0)) continue;
        Issue issue = issueAt(placed, "layout.tile-over-slab", Severity::Warning);
        issue.arguments.push_back(hall->name);
        issue.message = fmt::format("{} lies on a slab: {} has no floor void to supply it",
                                    issue.arguments[0], hall->name);
        issue.fix = "Give the hall a floor void, or remove the tile.";
        issues.push_back(std::move(issue));
    }
}

}  // namespace halltwin::rules
