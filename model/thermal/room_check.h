// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/issue.h"

#include <string>
#include <utility>
#include <vector>

namespace halltwin::thermal {

[[nodiscard]] inline Issue makeIssue(std::string rule, Severity severity, std::vector<ItemId> items,
                                     std::string message, std::string fix) {
    Issue issue;
    issue.rule = std::move(rule);
    issue.severity = severity;
    issue.items = std::move(items);
    issue.message = std::move(message);
    issue.fix = std::move(fix);
    for (const ItemId item : issue.items)
        issue.arguments.push_back(std::to_string(item.value));
    return issue;
}

/// The same as a failure: rule and items are its context.
[[nodiscard]] Error toError(const Issue& issue);

}  // namespace halltwin::thermal
