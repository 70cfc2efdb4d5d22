// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/sweep/axis.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace halltwin::sweep {

/// One finished point: its values and figures, or why it has none.
struct SweepRow {
    Point point;
    std::vector<std::optional<double>> figures;
    std::string error;

    bool operator==(const SweepRow&) const = default;
};

/// A sweep as its file holds it: one line for each finished point. The columns are `sweep` (a
/// fingerprint of what was asked, the same in every row), a path for each axis, the figures, and
/// `error`.
struct SweepTable {
    std::string identity;  ///< empty while there is no row
    std::vector<std::string> paths;
    std::vector<std::string> figures;
    std::vector<SweepRow> rows;
    bool tornEnd = false;  ///< the last line had no end and was left out

    /// Column of a figure, if it has one.
    [[nodiscard]] std::optional<std::size_t> figure(std::string_view name) const;
};

/// Reads the file of a sweep. A last line without its end, as a killed run may leave it, is left
/// out. Fails as readFile does, and with ParseFailure on a file that is no sweep's.
[[nodiscard]] Result<SweepTable> readSweep(const std::filesystem::path& file);

/// The header and one row as the file holds them.
[[nodiscard]] std::string headerText(const std::vector<std::string>& paths,
                                     const std::vector<std::string>& figures);
[[nodiscard]] std::string rowText(const std::string& identity, const SweepRow& row);

}  // namespace halltwin::sweep
