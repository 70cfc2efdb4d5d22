// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/validation/case.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::validation {

/// Results of a run of `halltwin-cli validate-physics`, kept with the program that made them.
struct ResultSet {
    std::string version;  ///< of the program
    std::string date;     ///< "2026-01-31"
    std::vector<CaseResult> cases;

    /// The result of that case; null when there is none.
    [[nodiscard]] const CaseResult* find(std::string_view id) const;

    bool operator==(const ResultSet&) const = default;
};

/// JSON text, numbers to six significant digits; whether a row is met is said, not derived.
[[nodiscard]] std::string resultsText(const ResultSet& results);

/// Reads what resultsText wrote. Fails with ParseFailure; the context names the file.
[[nodiscard]] Result<ResultSet> readResults(std::string_view text, std::string_view fileName);

/// Those that are installed with the program: resources/validation/results.json.
[[nodiscard]] Result<ResultSet> shippedResults();
[[nodiscard]] std::filesystem::path shippedResultsFile();

}  // namespace halltwin::validation
