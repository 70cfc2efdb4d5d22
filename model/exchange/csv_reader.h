// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace halltwin::exchange {

using CsvRow = std::vector<std::string>;

/// The rows of comma-separated text with quoted fields; lines end with LF or CR LF, the last one
/// may lack its end. Fails with ParseFailure, naming the line, on a quote that is not closed.
/// Source: RFC 4180, section 2.
[[nodiscard]] Result<std::vector<CsvRow>> readCsv(std::string_view text);

}  // namespace halltwin::exchange
