// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/connections.h"
#include "model/project/rules/rule_list.h"

#include <fmt/format.h>

namespace halltwin::rules {
void checkPowerKinds(const RuleContext& context, Issues& issues) {
    for (const PowerLink& link : context.project.powerLinks) {
        const PlacedItem* from = context.find(link.from);
        const PlacedItem* to = context.find(link.to);
        if (from == nullptr || to == nullptr || !from->entry || !to->entry) continue;
        if (canFeedPower(from->entry->kind, to->entry->kind)) continue;
        Issue issue = issueBetween(*from, *to, "power.wrong-kind", Severity::Error);
        issue.message =
            fmt::format("{} cannot supply {} with power", issue.arguments[0], issue.arguments[1]);
        issue.fix = "Remove the link. Power flows source, transformer, board, UPS, PDU, load.";
        issues.push_back(std::move(issue));
    }
}

}  // namespace halltwin::rules
