// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/project.h"

#include <cstdint>
#include <filesystem>

namespace halltwin::storage {

/// SQLite `application_id` of a project file: the bytes "HTwn".
inline constexpr std::uint32_t projectApplicationId = 0x4854776E;

/// SQLite `user_version`: the schema that this program writes and the newest that it reads.
inline constexpr int projectSchemaVersion = 6;

/// Writes the project beside `file` and puts it in its place in one step, so that a reader or a
/// crash sees the old file or the new one, never a part. Fails with OutOfRange when a field could
/// not be read back (not a number, out of its range), OverLimit, DanglingReference or IoFailure;
/// then `file` is as it was.
[[nodiscard]] Result<void> saveProject(const std::filesystem::path& file, const Project& project);

/// Reads a project file, which may come from anyone: nothing in it is trusted. Fails with NotFound,
/// NotAProject, NewerSchema, CorruptFile, OutOfRange, OverLimit, DuplicateId, DanglingReference or
/// IoFailure; the file is never changed, except that one of an older schema is first copied beside
/// ("hall.schema-1.bak.halltwin") and then upgraded.
[[nodiscard]] Result<Project> openProject(const std::filesystem::path& file);

}  // namespace halltwin::storage
