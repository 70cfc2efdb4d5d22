// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/validation/results_file.h"

#include <filesystem>
#include <string>

namespace halltwin::cli {

/// One line for each case, and a line for each of its figures.
[[nodiscard]] std::string validationTable(const validation::CaseResult& result);

/// Markdown with every figure beside the published one; pictures by their file names.
[[nodiscard]] std::string validationPage(const validation::ResultSet& results);

/// validation.md, results.json, and for each profile a .csv and an .svg, into a folder that is made
/// when there is none. Fails with IoFailure.
[[nodiscard]] Result<void> writeValidation(const std::filesystem::path& folder,
                                           const validation::ResultSet& results);

}  // namespace halltwin::cli
