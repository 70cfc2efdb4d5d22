// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rules/rule_list.h"

#include <fmt/format.h>
#include <set>
#include <unordered_map>

namespace halltwin::rules {

void checkCords(const RuleContext& context, Issues& issues) {
    std::unordered_map<ItemId, std::set<ItemId>> sources;
    for (const PowerLink& link : context.project.powerLinks)
        sources[link.to].insert(link.from);

    for (const PlacedItem& placed : context.items) {
        if (!placed.isOf(ItemKind::Rack) && !placed.isOf(ItemKind::ImmersionTank)) continue;
        const auto at = sources.find(placed.item->id);
        const std::size_t count = at == sources.end() ? 0 : at->second.size();
        if (count >= 2) continue;
        Issue issue = count == 0 ? issueAt(placed, "power.no-cord", Severity::Error)
                                 : issueAt(placed, "power.single-cord", Severity::Warning);
        const std::string& name = issue.arguments[0];
        if (count == 0) {
            issue.message = fmt::format("{} has no power cord", name);
            issue.fix = "Connect it to a PDU, better to two.";
        } else {
            issue.message = fmt::format("{} hangs on one source only: no redundancy", name);
            issue.fix = "Add a cord from a second source on the other feed.";
        }
        issues.push_back(std::move(issue));
    }
}

}  // namespace halltwin::rules
