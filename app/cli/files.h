// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/catalog.h"
#include "model/project/project.h"
#include "model/twin/twin.h"

#include <CLI/CLI.hpp>
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
    std::string stage = "preview";
    double gridM = 0.0;  ///< 0: what suits the stage
    twin::Conditions conditions{};
};

/// A read project and how it is looked at.
struct Opened {
    std::shared_ptr<const Project> project;
    std::shared_ptr<const Catalog> catalog;
    std::optional<ScenarioId> scenario;
};

/// Reads project and catalogue, finds the scenario.
[[nodiscard]] Result<Opened> open(const Question& question);

/// The hall with this name or number. Fails with NotFound, naming those that exist.
[[nodiscard]] Result<HallId> findHall(const Project& project, const std::string& wanted);

/// A read project with its answer.
struct Answered {
    std::shared_ptr<const Project> project;
    std::shared_ptr<const Catalog> catalog;
    std::optional<ScenarioId> scenario;
    twin::TwinResult result;
};

/// --stage and --grid of a command that calculates.
void addAirOptions(CLI::App& command, Question& question);

/// Stage and grid that were asked for; 0.6 m where none is named, 0.3 m for the fine stage.
[[nodiscard]] twin::Settings settingsOf(const Question& question);

[[nodiscard]] Result<Answered> answer(const Question& question);

}  // namespace halltwin::cli
