// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace halltwin::exchange {

/// The content starts as an SQLite database does. False for a file that cannot be read.
[[nodiscard]] bool looksLikeSqlite(const std::filesystem::path& file);

/// The first character that is not white space (after a byte-order mark) opens a JSON object.
[[nodiscard]] bool looksLikeJson(const std::filesystem::path& file);

}  // namespace halltwin::exchange
