// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/catalog.h"
#include "model/project/project.h"
#include "model/twin/twin.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace halltwin::cli {

/// Reads a .halltwin database or its text form; the content decides. The file is never written to.
[[nodiscard]] Result<Project> readProject(const std::filesystem::path& file);

/// The installed catalogue and the user's own; entries that could not be used are named on stderr.
[[nodiscard]] std::shared_ptr<const Catalog> readCatalog();

/// Fingerprint of the project's text form, as reports print it.
[[nodiscard]] std::string projectHash(const Project& project);

/// What a command that calculates was asked for.
struct Question {
    std::string file;
    std::string scenario;  ///< name or id; empty: the project as it is
    double gridM = 0.6;
};

/// A read project with its answer.
struct Answered {
    std::shared_ptr<const Project> project;
    std::shared_ptr<const Catalog> catalog;
    std::optional<ScenarioId> scenario;
    twin::TwinResult result;
};

[[nodiscard]] Result<Answered> answer(const Question& question);

}  // namespace halltwin::cli
