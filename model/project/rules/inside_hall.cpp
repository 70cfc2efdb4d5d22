// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rules/rule_list.h"

#include <fmt/format.h>

namespace halltwin::rules {

void checkInsideHall(const RuleContext& context, Issues& issues) {
    for (const PlacedItem& placed : context.items) {
        const Hall* hall = context.project.halls.find(placed.item->hall);
        if (hall == nullptr) continue;
        const Rect inside{{}, {hall->width, hall->depth}};
        if (contains(inside, placed.footprint, tolerance)) continue;
        Issue issue = issueAt(placed, "layout.outside-hall", Severity::Error);
        issue.arguments.push_back(hall->name);
        issue.message = fmt::format("{} reaches outside {}", issue.arguments[0], hall->name);
        issue.fix = "Move it inside, or make the hall larger.";
        issues.push_back(std::move(issue));
    }
}

}  // namespace halltwin::rules
