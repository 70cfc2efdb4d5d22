// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/rules.h"
#include "tests/support/builders.h"

#include <string>
#include <utility>
#include <vector>

namespace halltwin::tests {

/// The issues of one rule, in the order in which they were found.
[[nodiscard]] inline std::vector<Issue> issuesOf(const Project& project, const std::string& rule,
                                                 const Catalog& catalog = aCatalog()) {
    std::vector<Issue> found;
    for (Issue& issue : checkRules(project, catalog)) {
        if (issue.rule == rule) found.push_back(std::move(issue));
    }
    return found;
}

[[nodiscard]] inline Point at(double xM, double yM) {
    return {metres(xM), metres(yM)};
}

}  // namespace halltwin::tests
