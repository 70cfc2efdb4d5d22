// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <concepts>
#include <filesystem>
#include <string>

namespace halltwin::storage {

/// Sets limits, and switches off what a forged database could use against us: extensions, triggers,
/// views, functions in its schema, writing to its schema.
void harden(SQLite::Database& database);

/// Opens without ever writing to the file or making one beside it. Sound because saving replaces a
/// project file as a whole and nothing changes one in place.
[[nodiscard]] SQLite::Database openImmutable(const std::filesystem::path& file);

/// An empty database in memory, and one with the content of `file`.
[[nodiscard]] SQLite::Database openMemory();
[[nodiscard]] SQLite::Database copyToMemory(const std::filesystem::path& file);

/// The whole database as the bytes of a file.
[[nodiscard]] std::string serialized(SQLite::Database& database);

/// Stamps the database. `PRAGMA` takes no parameters, so the numbers go into its text.
void setIdentity(SQLite::Database& database, std::uint32_t applicationId, int schemaVersion);

/// What an exception of the library means to the user, about `context`.
[[nodiscard]] Error errorFrom(const SQLite::Exception& exception, const std::string& context);

/// Calls `work`, which returns a Result, and turns the library's exceptions into errors.
template <std::invocable Work>
[[nodiscard]] auto guarded(const std::string& context, Work work) -> decltype(work()) {
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        return tl::unexpected(errorFrom(exception, context));
    }
}

}  // namespace halltwin::storage
