// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/project.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <string>

namespace halltwin::storage {

/// Everything that `readProject` would refuse: a field out of its range, too many rows, a dangling
/// reference.
[[nodiscard]] Result<void> checkStorable(const Project& project);

/// Writes all rows into tables that are there and empty. Throws SQLite::Exception.
void writeProject(SQLite::Database& database, const Project& project);

/// Takes the tables from one project to the next: only rows that differ are touched. Fails with
/// OutOfRange before anything is written when a row that changed could not be read back. Throws
/// SQLite::Exception.
[[nodiscard]] Result<void> writeDifference(SQLite::Database& database, const Project& before,
                                           const Project& after);

/// Reads all tables and checks all that they hold; `context` is the file's name for errors. Throws
/// SQLite::Exception.
[[nodiscard]] Result<Project> readProject(SQLite::Database& database, const std::string& context);

}  // namespace halltwin::storage
