// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/rules/rule_list.h"

#include <fmt/format.h>

namespace halltwin::rules {

void checkCatalogKeys(const RuleContext& context, Issues& issues) {
    for (const PlacedItem& placed : context.items) {
        if (placed.entry != nullptr) continue;
        Issue issue = issueAt(placed, "catalog.unknown-key", Severity::Error);
        issue.arguments.push_back(placed.item->catalogKey);
        issue.message = fmt::format("{}: the catalogue has no entry \"{}\"", issue.arguments[0],
                                    placed.item->catalogKey);
        issue.fix = "Choose another entry for it, or add the catalogue file that holds this one.";
        issues.push_back(std::move(issue));
    }
}

}  // namespace halltwin::rules
