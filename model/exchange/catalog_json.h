// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::exchange {

/// Something in a catalogue file that could not be used; the rest of the catalogue is loaded
/// without it.
struct CatalogProblem {
    std::filesystem::path file;
    int line = 0;  ///< from 1; 0 when the file as a whole is meant
    std::string
        field;  ///< "rack.dgx-h100-x4/figures/nameplate_w", empty when the file as a whole is meant
    std::string message;  ///< what is wrong and what is expected

    bool operator==(const CatalogProblem&) const = default;
};

/// "rack.json:12: rack.dgx-h100-x4/figures/nameplate_w: is missing".
[[nodiscard]] std::string describe(const CatalogProblem& problem);

struct CatalogLoad {
    Catalog catalog;
    std::vector<CatalogProblem> problems;
};

/// Loads every *.json file of `builtIn` (resourceDirectory() / "catalog"), then those of
/// `userFolder`, whose entries replace ours of the same key. Files have the form of
/// resources/schema/catalog.schema.json. Never fails as a whole: an entry that breaks the form, a
/// range or the rule that every figure names its source is reported and left out.
[[nodiscard]] CatalogLoad loadCatalog(const std::filesystem::path& builtIn,
                                      const std::optional<std::filesystem::path>& userFolder = {});

/// Adds the entries of one catalogue text to `load`. `file` names the text in problems.
void loadCatalogText(std::string_view text, const std::filesystem::path& file, CatalogLoad& load);

}  // namespace halltwin::exchange
