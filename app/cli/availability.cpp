// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/files.h"
#include "app/cli/interrupt.h"
#include "app/cli/labels.h"
#include "model/power/hall_availability.h"
#include "model/twin/failure.h"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace halltwin::cli {

namespace {

struct Options {
    Question question;
    std::size_t draws = 0;
    std::uint64_t seed = 1;
    bool json = false;
};

double minutesPerYear(double unavailability) {
    return power::downtimePerYear(unavailability).in(seconds) / 60.0;
}

std::string cutText(const Project& project, const std::vector<ItemId>& cut) {
    std::string text;
    for (const ItemId item : cut)
        text += (text.empty() ? "" : " + ") + labelOf(project, item);
    return text;
}

Json figureJson(double unavailability, const std::optional<power::DrawnUnavailability>& drawn) {
    return {{"unavailability", unavailability},
            {"minutes_per_year", minutesPerYear(unavailability)},
            {"drawn_unavailability", drawn ? Json(drawn->mean) : Json(nullptr)},
            {"drawn_standard_error", drawn ? Json(drawn->standardError) : Json(nullptr)}};
}

Json cutSetsJson(const Project& project, const std::vector<std::vector<ItemId>>& cuts) {
    Json list = Json::array();
    for (const auto& cut : cuts) {
        Json names = Json::array();
        for (const ItemId item : cut)
            names.push_back(labelOf(project, item));
        list.push_back(std::move(names));
    }
    return list;
}

Json documentOf(const Project& project, const power::HallAvailability& hall) {
    Json racks = Json::array();
    for (const power::LoadAvailability& load : hall.loads) {
        Json rack = {{"id", load.load.value}, {"label", labelOf(project, load.load)}};
        rack.update(figureJson(load.unavailability, load.drawn));
        rack["cut_sets"] = cutSetsJson(project, load.cutSets);
        racks.push_back(std::move(rack));
    }
    Json tiers = Json::array();
    for (const power::TierFigure& tier : power::tierFigures)
        tiers.push_back({{"name", tier.name},
                         {"availability", tier.availability},
                         {"minutes_per_year", minutesPerYear(1.0 - tier.availability)}});
    Json without = Json::array();
    for (const ItemId item : hall.withoutFigure)
        without.push_back(labelOf(project, item));
    return {{"hall", figureJson(hall.mean, {})},
            {"any_rack", figureJson(hall.any, hall.anyDrawn)},
            {"racks", std::move(racks)},
            {"tiers", std::move(tiers)},
            {"tier_source", power::tierSource},
            {"without_figure", std::move(without)},
            {"formula", power::availabilityFormula},
            {"source", power::availabilitySource}};
}

void printWorst(const Project& project, const power::HallAvailability& hall) {
    constexpr std::size_t shown = 5;
    const auto worst =
        std::max_element(hall.loads.begin(), hall.loads.end(), [](const auto& a, const auto& b) {
            return a.unavailability < b.unavailability;
        });
    if (worst == hall.loads.end()) return;
    std::cout << fmt::format("Worst rack: {}, {:.3g} min a year. It is dark when these are out:\n",
                             labelOf(project, worst->load), minutesPerYear(worst->unavailability));
    for (std::size_t n = 0; n < std::min(shown, worst->cutSets.size()); ++n)
        std::cout << "  " << cutText(project, worst->cutSets[n]) << '\n';
    if (worst->cutSets.size() > shown)
        std::cout << fmt::format("  and {} more\n", worst->cutSets.size() - shown);
}

void printHall(const Project& project, const power::HallAvailability& hall) {
    std::cout << fmt::format("A rack on average  {:.3e} of the time, {:.3g} min a year\n",
                             hall.mean, minutesPerYear(hall.mean));
    std::cout << fmt::format("Any rack           {:.3e} of the time, {:.3g} min a year\n", hall.any,
                             minutesPerYear(hall.any));
    if (hall.anyDrawn)
        std::cout << fmt::format("Any rack, drawn    {:.3e} ± {:.1e}\n", hall.anyDrawn->mean,
                                 hall.anyDrawn->standardError);
    for (const power::TierFigure& tier : power::tierFigures)
        std::cout << fmt::format("{:<18} {:.3f} %, {:.1f} min a year\n", tier.name,
                                 100.0 * tier.availability,
                                 minutesPerYear(1.0 - tier.availability));
    printWorst(project, hall);
    if (!hall.withoutFigure.empty())
        std::cout << fmt::format("{} elements state no failure rate and count as perfect.\n",
                                 hall.withoutFigure.size());
}

Status availability(const Options& options) {
    const auto opened = open(options.question);
    if (!opened) return refuse(opened.error());
    const auto chain = twin::powerChain(
        {opened->project, opened->catalog, opened->scenario, settingsOf(options.question)},
        interruptToken());
    if (!chain) return refuse(chain.error());
    power::AvailabilitySettings settings;
    if (options.draws > 0) settings.draws = power::DrawSettings{options.seed, options.draws};
    const auto hall = power::hallAvailability(*chain, settings, interruptToken());
    if (!hall) return refuse(hall.error());
    if (options.json)
        print(documentOf(*opened->project, *hall));
    else
        printHall(*opened->project, *hall);
    return Status::Done;
}

}  // namespace

void addAvailability(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("availability", "How much of a year racks are without power, and why");
    command->add_option("FILE", options->question.file, "project (.halltwin or text form)")
        ->required();
    command->add_option("--draws", options->draws, "confirm by so many draws by chance")
        ->check(CLI::Range(std::size_t{0}, std::size_t{100'000'000}));
    command->add_option("--seed", options->seed, "of the draws");
    command->add_option("--scenario", options->question.scenario, "name or number of a scenario");
    command->add_flag("--json", options->json, "one JSON document");
    command->callback([options, &status] { status = availability(*options); });
}

}  // namespace halltwin::cli
