// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/issues_json.h"

#include "app/cli/labels.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iostream>
#include <string_view>

namespace halltwin::cli {
namespace {

constexpr std::array<std::string_view, 3> severityNames{"info", "warning", "error"};

std::string_view nameOfSeverity(Severity severity) {
    return severityNames[static_cast<std::size_t>(severity)];
}

/// As labelOf, with a stand-in that a person can find the item by.
std::string nameOf(const Project& project, ItemId id) {
    const std::string label = labelOf(project, id);
    return label.empty() ? fmt::format("item {}", id.value) : label;
}

}  // namespace

Json issuesJson(const Project& project, const std::vector<Issue>& issues) {
    Json list = Json::array();
    for (const Issue& issue : issues) {
        Json items = Json::array();
        for (const ItemId id : issue.items)
            items.push_back(nameOf(project, id));
        list.push_back({{"rule", issue.rule},
                        {"severity", nameOfSeverity(issue.severity)},
                        {"item", items.empty() ? Json(nullptr) : items.front()},
                        {"items", items},
                        {"message", issue.message},
                        {"fix", issue.fix.empty() ? Json(nullptr) : Json(issue.fix)}});
    }
    return list;
}

void printIssues(const Project& project, const std::vector<Issue>& issues) {
    std::vector<const Issue*> sorted;
    for (const Issue& issue : issues)
        sorted.push_back(&issue);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Issue* a, const Issue* b) { return a->severity > b->severity; });
    std::array<int, 3> count{};
    for (const Issue* issue : sorted) {
        ++count[static_cast<std::size_t>(issue->severity)];
        const std::string where =
            issue->items.empty() ? std::string("-") : nameOf(project, issue->items.front());
        std::cout << fmt::format("{:<8} {:<26} {:<10} {}\n", nameOfSeverity(issue->severity),
                                 issue->rule, where, issue->message);
    }
    std::cout << fmt::format("{} errors, {} warnings, {} notes\n", count[2], count[1], count[0]);
}

bool hasErrors(const std::vector<Issue>& issues) {
    return std::any_of(issues.begin(), issues.end(),
                       [](const Issue& issue) { return issue.severity == Severity::Error; });
}

}  // namespace halltwin::cli
