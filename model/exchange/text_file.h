// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/project.h"

#include <filesystem>

namespace halltwin::exchange {

/// Reads a project in its text form. Fails as readFile and projectFromJson do; the file is left
/// untouched.
[[nodiscard]] Result<Project> readProjectText(const std::filesystem::path& file);

}  // namespace halltwin::exchange
