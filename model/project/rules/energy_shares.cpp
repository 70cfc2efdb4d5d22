// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rules/rule_list.h"

#include <cmath>
#include <fmt/format.h>
#include <numeric>

namespace halltwin::rules {

void checkEnergyShares(const RuleContext& context, Issues& issues) {
    const auto& share = context.project.energy.share;
    const double sum = std::accumulate(share.begin(), share.end(), 0.0);
    if (std::abs(sum - 1.0) <= 1e-6) return;
    Issue issue;
    issue.rule = "energy.shares";
    issue.severity = Severity::Error;
    issue.arguments = {fmt::format("{:.1f}", 100.0 * sum)};
    issue.message = fmt::format("The energy mix sums to {} %, not 100 %", issue.arguments[0]);
    issue.fix = "Set the share of one source anew: the others then follow.";
    issues.push_back(std::move(issue));
}

}  // namespace halltwin::rules
