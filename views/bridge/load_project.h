// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/catalog.h"
#include "model/project/project.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace halltwin::views::bridge {

enum class ProjectFormat { Database, Text };

struct LoadedProject {
    Project project;
    ProjectFormat format = ProjectFormat::Database;
};

/// Opens a .halltwin database or a project in text form; the content decides, not the name.
/// Fails as the reader of the format does; the file is left untouched.
[[nodiscard]] Result<LoadedProject> loadProject(const std::filesystem::path& path);

struct LoadedCatalog {
    std::shared_ptr<const Catalog> catalog;
    std::vector<std::string> problems;  ///< entries that were left out, one line each, in English
};

/// The catalogue that is installed with the program. Fails with NotFound when it has no entry.
[[nodiscard]] Result<LoadedCatalog> loadCatalog();

}  // namespace halltwin::views::bridge
