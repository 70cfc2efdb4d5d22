// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace halltwin::storage {

/// `application_id` of a recovery file: the bytes "HTwr". It has the tables of a project file and
/// one of its own.
inline constexpr std::uint32_t recoveryApplicationId = 0x48547772;

/// Makes the tables of the newest schema in an empty database. The names of tables and columns are
/// those of visitParts and visitFields; temperatures end in _k, and "-" becomes "_". A change here
/// is a new schema: it needs a higher projectSchemaVersion and a migration from this text, which
/// must then stay as it is.
[[nodiscard]] std::string_view schemaSql();

/// Makes the table of a recovery file that says whose edits it holds.
[[nodiscard]] std::string_view recoverySchemaSql();

}  // namespace halltwin::storage
