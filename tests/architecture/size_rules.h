// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/architecture/source_tree.h"
#include "tests/architecture/violation.h"

#include <vector>

namespace halltwin::tests::architecture {

struct SizeLimits {
    int fileLines = 400;
    int functionLines = 60;
    int parameters = 5;
    int nesting = 3;
};

/// Files, functions, parameter lists and nesting above the limits: rules "file-length",
/// "function-length", "parameters" and "nesting".
[[nodiscard]] Violations tooLarge(const std::vector<SourceFile>& files,
                                  const SizeLimits& limits = {});

}  // namespace halltwin::tests::architecture
