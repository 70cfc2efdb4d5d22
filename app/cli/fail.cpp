// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/files.h"
#include "app/cli/interrupt.h"
#include "app/cli/labels.h"
#include "app/cli/transient_json.h"
#include "model/core/file_io.h"
#include "model/twin/failure.h"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <memory>
#include <optional>

namespace halltwin::cli {

namespace {

struct Options {
    Question question;
    std::vector<std::string> elements;
    double durationS = 300.0;
    double gridM = 0.6;
    double tankM3 = 0.0;
    std::string airClass = "A2";
    bool json = false;
};

struct Hottest {
    double timeS = 0.0;
    std::optional<double> intakeC;  ///< none where no hall with racks is touched
};

/// What the failure came to.
struct Outcome {
    twin::Failure failure;
    Json events = Json::array();
    std::vector<Hottest> temperatures;
    bool beyondAllowable = false;
};

const char* whatOf(twin::Loss::Kind kind) {
    switch (kind) {
        case twin::Loss::Kind::Failed: return "failed";
        case twin::Loss::Kind::Dark: return "dark";
        case twin::Loss::Kind::NoWater: return "no water";
        case twin::Loss::Kind::NoChiller: return "water not cooled";
        case twin::Loss::Kind::Overloaded: return "overloaded";
    }
    return "";
}

std::string whyOf(const twin::Loss& loss) {
    switch (loss.kind) {
        case twin::Loss::Kind::Failed: return "taken out";
        case twin::Loss::Kind::Dark: return "no cord leads to a source any more";
        case twin::Loss::Kind::NoWater: return "no live pump feeds it any more";
        case twin::Loss::Kind::NoChiller: return "pumps run, no live chiller cools their water";
        case twin::Loss::Kind::Overloaded:
            return fmt::format("carries {:.0f} % of its rating", 100.0 * loss.loading);
    }
    return {};
}

void addEvent(double timeS, const std::string& element, const std::string& what,
              const std::string& why, Outcome& outcome) {
    outcome.events.push_back({{"t_s", timeS}, {"element", element}, {"what", what}, {"why", why}});
}

/// The hottest intake of this hall joins those of the others, at the same times.
void addTemperatures(const thermal::Transient& air, Outcome& outcome) {
    outcome.temperatures.resize(std::max(outcome.temperatures.size(), air.samples.size()));
    for (std::size_t n = 0; n < air.samples.size(); ++n) {
        Hottest& at = outcome.temperatures[n];
        at.timeS = air.samples[n].at.in(seconds);
        if (air.racks.empty()) continue;
        const double nowC = air.samples[n].maxIntake.in(celsius);
        at.intakeC = std::max(at.intakeC.value_or(nowC), nowC);
    }
}

Result<void> followAir(const Options& options, const Project& project, Outcome& outcome) {
    thermal::TransientSettings settings;
    settings.duration = seconds(options.durationS);
    settings.gridM = options.gridM;
    settings.mass.storageTank = cubicMetres(options.tankM3);
    settings.limits = limitsOf(project, options.airClass);
    for (const auto& hall : outcome.failure.halls) {
        if (hall.room.racks.empty()) continue;
        const auto air = thermal::runTransient(hall.room, hall.events, settings, progressOnStderr(),
                                               interruptToken());
        if (!air) return tl::unexpected(air.error());
        addTemperatures(*air, outcome);
        const auto note = [&](const std::optional<thermal::FirstRack>& first, Temperature limit,
                              const char* what) {
            if (!first || first->at <= Duration{}) return;
            addEvent(first->at.in(seconds), labelOf(project, first->rack), what,
                     fmt::format("first intake above {:.1f} °C", limit.in(celsius)), outcome);
        };
        note(air->firstRecommended, settings.limits.recommendedHigh, "recommended limit");
        note(air->firstAllowable, settings.limits.allowableHigh, "allowable limit");
        outcome.beyondAllowable = outcome.beyondAllowable || air->firstAllowable.has_value();
    }
    return {};
}

Json documentOf(const Project& project, const Outcome& outcome, bool survived) {
    Json dark = Json::array();
    for (const ItemId rack : outcome.failure.darkRacks)
        dark.push_back(labelOf(project, rack));
    Json temperatures = Json::array();
    for (const Hottest& at : outcome.temperatures)
        temperatures.push_back(
            {{"t_s", at.timeS}, {"max_inlet_c", at.intakeC ? Json(*at.intakeC) : Json(nullptr)}});
    return {{"events", outcome.events},
            {"dark", std::move(dark)},
            {"survived", survived},
            {"lacking_chillers_w", outcome.failure.lackingChillers.in(watts)},
            {"temperatures", std::move(temperatures)}};
}

void printOutcome(const Outcome& outcome, bool survived) {
    for (const Json& event : outcome.events)
        std::cout << fmt::format("{:6.0f} s  {:<16} {:<18} {}\n", event["t_s"].get<double>(),
                                 event["element"].get<std::string>(),
                                 event["what"].get<std::string>(), event["why"].get<std::string>());
    if (!outcome.temperatures.empty() && outcome.temperatures.front().intakeC)
        std::cout << fmt::format(
            "Hottest intake {:.1f} °C at the start, {:.1f} °C after {:.0f} s.\n",
            *outcome.temperatures.front().intakeC, *outcome.temperatures.back().intakeC,
            outcome.temperatures.back().timeS);
    std::cout << fmt::format("{} racks dark. {}\n", outcome.failure.darkRacks.size(),
                             survived ? "Survived." : "Not survived.");
}

Result<Outcome> follow(const Options& options, const Opened& opened) {
    std::vector<ItemId> elements;
    for (const std::string& name : options.elements) {
        const auto item = findItem(*opened.project, name, "--element");
        if (!item) return tl::unexpected(item.error());
        elements.push_back(*item);
    }
    auto failure = twin::failureOf(
        {opened.project, opened.catalog, opened.scenario, settingsOf(options.question)}, elements,
        interruptToken());
    if (!failure) return tl::unexpected(failure.error());
    Outcome outcome;
    outcome.failure = *std::move(failure);
    for (const twin::Loss& loss : outcome.failure.losses)
        addEvent(0.0, labelOf(*opened.project, loss.item), whatOf(loss.kind), whyOf(loss), outcome);
    if (auto done = followAir(options, *opened.project, outcome); !done)
        return tl::unexpected(done.error());
    return outcome;
}

Status failElements(const Options& options) {
    const auto opened = open(options.question);
    if (!opened) return refuse(opened.error());
    const auto outcome = follow(options, *opened);
    if (!outcome) return refuse(outcome.error());
    if (outcome->failure.lackingChillers > Power{})
        std::cerr << fmt::format("halltwin-cli: the chillers that are left lack {:.0f} kW; the "
                                 "water's warming by that is not followed\n",
                                 outcome->failure.lackingChillers.in(kilowatts));
    const bool survived = outcome->failure.darkRacks.empty() && !outcome->beyondAllowable;
    if (options.json)
        print(documentOf(*opened->project, *outcome, survived));
    else
        printOutcome(*outcome, survived);
    return survived ? Status::Done : Status::DoesNotHold;
}

}  // namespace

void addFail(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("fail", "Take elements out; follow what goes dark and warm");
    command->add_option("FILE", options->question.file, "project (.halltwin or text form)")
        ->required();
    command->add_option("--element", options->elements, "label or number; may be repeated")
        ->required();
    command->add_option("--scenario", options->question.scenario, "name or number of a scenario");
    command->add_option("--for", options->durationS, "time to follow, s")
        ->check(CLI::Range(1.0, 86400.0));
    command->add_option("--grid", options->gridM, "cell size, m")->check(CLI::Range(0.1, 2.0));
    command->add_option("--tank", options->tankM3, "chilled water in store besides the pipes, m³")
        ->check(CLI::Range(0.0, 1e6));
    command->add_option("--class", options->airClass, "class of the allowable intake")
        ->check(CLI::IsMember({"A1", "A2", "A3", "A4", "H1"}));
    command->add_flag("--json", options->json, "one JSON document");
    command->callback([options, &status] { status = failElements(*options); });
}

}  // namespace halltwin::cli
