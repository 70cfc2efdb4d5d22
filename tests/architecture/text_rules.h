// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/architecture/source_tree.h"
#include "tests/architecture/violation.h"

#include <vector>

namespace halltwin::tests::architecture {

/// The first line of every code file names the licence.
[[nodiscard]] Violations missingLicence(const std::vector<SourceFile>& files);

/// No path of one machine stands in a file of the project.
[[nodiscard]] Violations machinePaths(const std::vector<SourceFile>& files);

}  // namespace halltwin::tests::architecture
