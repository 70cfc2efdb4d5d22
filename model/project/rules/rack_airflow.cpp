// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rules/rule_list.h"

#include <fmt/format.h>

namespace halltwin::rules {

void checkRackAirflow(const RuleContext& context, Issues& issues) {
    for (const PlacedItem& placed : context.items) {
        const RackSpec* rack = placed.entry != nullptr ? placed.entry->as<RackSpec>() : nullptr;
        if (rack == nullptr || !(rack->nameplate > watts(0.0)) || rack->airflow.si() > 0.0)
            continue;
        if (rack->bath || rack->liquidFraction >= 1.0) continue;
        Issue issue = issueAt(placed, "thermal.no-airflow", Severity::Error);
        issue.message = fmt::format("{} gives off heat but moves no air", issue.arguments[0]);
        issue.fix = "Correct the airflow of its catalogue entry.";
        issues.push_back(std::move(issue));
    }
}

}  // namespace halltwin::rules
