// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/files.h"

#include "app/cli/interrupt.h"
#include "model/core/data_paths.h"
#include "model/core/hash.h"
#include "model/exchange/catalog_json.h"
#include "model/exchange/file_kind.h"
#include "model/exchange/project_json.h"
#include "model/exchange/text_file.h"
#include "model/storage/project_file.h"

#include <fmt/format.h>
#include <iostream>

namespace halltwin::cli {
namespace {

Result<std::optional<ScenarioId>> findScenario(const Project& project, const std::string& wanted) {
    if (wanted.empty()) return std::optional<ScenarioId>{};
    std::string known;
    for (const Scenario& scenario : project.scenarios) {
        const bool matches = scenario.name == wanted || std::to_string(scenario.id.value) == wanted;
        if (matches) return std::optional<ScenarioId>{scenario.id};
        known += (known.empty() ? "" : ", ") + scenario.name;
    }
    return fail(ErrorCode::NotFound, fmt::format("there is no scenario '{}'", wanted), "--scenario",
                known.empty() ? "the project has none" : "known are: " + known);
}

}  // namespace

Result<Project> readProject(const std::filesystem::path& file) {
    if (exchange::looksLikeJson(file)) return exchange::readProjectText(file);
    return storage::openProject(file);
}

std::shared_ptr<const Catalog> readCatalog() {
    auto load = exchange::loadCatalog(resourceDirectory() / "catalog", userCatalogDirectory());
    for (const auto& problem : load.problems) {
        std::cerr << "halltwin-cli: catalogue: " << exchange::describe(problem) << '\n';
    }
    return std::make_shared<const Catalog>(std::move(load.catalog));
}

std::string projectHash(const Project& project) {
    return fingerprintText(exchange::toJson(project));
}

void addAirOptions(CLI::App& command, Question& question) {
    command
        .add_option("--stage", question.stage,
                    "room air by potential flow (preview) or by momentum and heat (coarse, fine)")
        ->check(CLI::IsMember({"preview", "coarse", "fine"}));
    command
        .add_option("--grid", question.gridM,
                    "cell size of the room air, m; 0.6, for the fine stage 0.3")
        ->check(CLI::Range(0.05, 2.0));
}

twin::Settings settingsOf(const Question& question) {
    using thermal::Stage;
    twin::Settings settings = twin::usualSettings(question.stage == "fine"     ? Stage::Fine
                                                  : question.stage == "coarse" ? Stage::Coarse
                                                                               : Stage::Preview);
    if (question.gridM > 0.0) settings.gridM = question.gridM;
    return settings;
}

Result<Opened> open(const Question& question) {
    auto project = readProject(question.file);
    if (!project) return tl::unexpected(project.error());
    const auto scenario = findScenario(*project, question.scenario);
    if (!scenario) return tl::unexpected(scenario.error());
    return Opened{std::make_shared<const Project>(std::move(*project)), readCatalog(), *scenario};
}

Result<HallId> findHall(const Project& project, const std::string& wanted) {
    std::string known;
    for (const Hall& hall : project.halls) {
        if (hall.name == wanted || std::to_string(hall.id.value) == wanted) return hall.id;
        known += (known.empty() ? "" : ", ") + hall.name;
    }
    return fail(ErrorCode::NotFound, fmt::format("there is no hall '{}'", wanted), "--hall",
                known.empty() ? "the project has none" : "known are: " + known);
}

Result<Answered> answer(const Question& question) {
    auto opened = open(question);
    if (!opened) return tl::unexpected(opened.error());
    Answered answered{opened->project, opened->catalog, opened->scenario, {}};
    auto result = twin::evaluate({answered.project, answered.catalog, answered.scenario,
                                  settingsOf(question), question.conditions},
                                 interruptToken());
    if (!result) return tl::unexpected(result.error());
    answered.result = std::move(*result);
    return answered;
}

}  // namespace halltwin::cli
