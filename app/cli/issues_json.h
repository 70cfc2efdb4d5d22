// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "model/project/issue.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::cli {

[[nodiscard]] Json issuesJson(const Project& project, const std::vector<Issue>& issues);

/// One line an issue, errors first, and a line that counts them.
void printIssues(const Project& project, const std::vector<Issue>& issues);

[[nodiscard]] bool hasErrors(const std::vector<Issue>& issues);

}  // namespace halltwin::cli
