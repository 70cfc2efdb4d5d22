// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/project.h"

#include <string>
#include <string_view>

namespace halltwin::exchange {

/// The version of the text form that this program writes and the newest that it reads.
inline constexpr int projectTextVersion = 6;

/// The project as text, in the form of resources/schema/project.schema.json: stable order, one
/// entity a line, so that versions compare line by line. Each number is the shortest decimal that
/// reads back to the same SI value. Text that is not UTF-8 has its bad bytes replaced by U+FFFD.
[[nodiscard]] std::string toJson(const Project& project);

/// Reads the text form. A field that is left out takes its default, except ids, references and an
/// item's catalogue key. Fails with ParseFailure (not JSON, a key that is unknown or given twice, a
/// wrong type), NotAProject, NewerSchema, OutOfRange, OverLimit, DuplicateId or DanglingReference.
/// The error's context is "fileName:line /json/pointer", or "fileName:line:column" where the text
/// is not JSON at all.
[[nodiscard]] Result<Project> projectFromJson(std::string_view text, std::string_view fileName);

}  // namespace halltwin::exchange
