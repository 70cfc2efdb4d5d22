// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rules/rule_list.h"

#include <fmt/format.h>
#include <map>
#include <string_view>

namespace halltwin::rules {

void checkLabels(const RuleContext& context, Issues& issues) {
    std::map<std::string_view, std::vector<const PlacedItem*>> byLabel;
    for (const PlacedItem& placed : context.items) {
        if (!placed.item->label.empty()) byLabel[placed.item->label].push_back(&placed);
    }
    for (const auto& [label, bearers] : byLabel) {
        if (bearers.size() < 2) continue;
        Issue issue = issueAt(*bearers.front(), "text.duplicate-label", Severity::Info);
        issue.items.clear();
        for (const PlacedItem* placed : bearers)
            issue.items.push_back(placed->item->id);
        issue.arguments.push_back(std::to_string(bearers.size()));
        issue.message = fmt::format("{} items are labelled {}", bearers.size(), label);
        issue.fix = "Give each its own label.";
        issues.push_back(std::move(issue));
    }
}

}  // namespace halltwin::rules
