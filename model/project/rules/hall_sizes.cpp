// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rules/rule_list.h"

#include <fmt/format.h>

namespace halltwin::rules {

void checkHallSizes(const RuleContext& context, Issues& issues) {
    const Length none;
    for (const Hall& hall : context.project.halls) {
        if (hall.width > none && hall.depth > none && hall.height > none) continue;
        Issue issue;
        issue.rule = "hall.zero-size";
        issue.severity = Severity::Error;
        issue.hall = hall.id;
        issue.arguments = {hall.name};
        issue.message = fmt::format("{} has no inside: width, depth or height is zero", hall.name);
        issue.fix = "Enter the inner sizes of the hall.";
        issues.push_back(std::move(issue));
    }
}

}  // namespace halltwin::rules
