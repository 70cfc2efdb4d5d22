// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/architecture/declared_modules.h"
#include "tests/architecture/source_tree.h"
#include "tests/architecture/violation.h"

#include <vector>

namespace halltwin::tests::architecture {

/// Every quoted include of a module's file names, from the root, a file of a module that its own
/// module may see.
[[nodiscard]] Violations includesBeyondDeclared(const std::vector<SourceFile>& files,
                                                const DeclaredModules& modules);

/// No Qt or VTK header under model/; no Qt Charts header outside views/charts.
[[nodiscard]] Violations forbiddenLibraries(const std::vector<SourceFile>& files);

/// Every source file is named in the CMakeLists.txt of its module; in a complete build, every
/// folder with code is a module. `buildFiles` are the CMakeLists.txt: a file that only some builds
/// use is named there, and not in what one build declares.
[[nodiscard]] Violations unlistedFiles(const std::vector<SourceFile>& files,
                                       const std::vector<SourceFile>& buildFiles,
                                       const DeclaredModules& modules);

}  // namespace halltwin::tests::architecture
