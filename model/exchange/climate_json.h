// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/exchange/catalog_json.h"
#include "model/weather/climate.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace halltwin::exchange {

/// The climates of a folder in the order of their keys, and the files that could not be used.
struct ClimateLoad {
    std::vector<weather::Climate> climates;
    std::vector<CatalogProblem> problems;
};

/// Reads one climate in the form of resources/climate. Fails with ParseFailure (no JSON, a field
/// missing, unknown, given twice or of the wrong form) and OutOfRange; the context is
/// "fileName:line: field".
[[nodiscard]] Result<weather::Climate> climateFromJson(std::string_view text,
                                                       std::string_view fileName);

/// Reads every *.json file of a folder (resourceDirectory() / "climate"). Never fails as a whole: a
/// file that cannot be used is reported and left out, and so is the second of two with one key.
[[nodiscard]] ClimateLoad loadClimates(const std::filesystem::path& folder);

}  // namespace halltwin::exchange
