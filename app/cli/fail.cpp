// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/events.h"
#include "app/cli/files.h"
#include "app/cli/interrupt.h"
#include "app/cli/labels.h"
#include "app/cli/power_words.h"
#include "app/cli/transient_json.h"
#include "model/core/file_io.h"
#include "model/twin/failure.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <iostream>
#include <memory>
#include <optional>
#include <set>

namespace halltwin::cli {

namespace {

struct Options {
    Question question;
    std::vector<std::string> elements;
    std::string event;
    std::vector<std::string> returns;
    std::optional<double> durationS;  ///< none: what the event is worth
    double gridM = 0.6;
    double tankM3 = 0.0;
    double chillerRestartS = 180.0;
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
    Duration followed;
    Json events = Json::array();
    std::vector<Hottest> temperatures;
    bool beyondAllowable = false;
};

const char* whatOf(twin::Loss::Kind kind) {
    switch (kind) {
        case twin::Loss::Kind::Failed: return "failed";
        case twin::Loss::Kind::NoWater: return "no water";
        case twin::Loss::Kind::NoChiller: return "water not cooled";
        case twin::Loss::Kind::WaterCooled: return "water cooled";
    }
    return "";
}

const char* reasonOf(twin::Loss::Kind kind) {
    switch (kind) {
        case twin::Loss::Kind::Failed: return "taken out";
        case twin::Loss::Kind::NoWater: return "no live pump feeds it any more";
        case twin::Loss::Kind::NoChiller: return "pumps run, no live chiller cools their water";
        case twin::Loss::Kind::WaterCooled: return "a chiller cools its water again";
    }
    return "";
}

void addEvent(double timeS, const std::string& element, const std::string& what,
              const std::string& why, Outcome& outcome) {
    outcome.events.push_back({{"t_s", timeS}, {"element", element}, {"what", what}, {"why", why}});
}

/// Events of the chain and of the plant; what failed is told once.
void addLosses(const Project& project, Outcome& outcome) {
    std::set<ItemId> told;
    for (const power::SequenceEvent& event : outcome.failure.power.events) {
        if (event.what == power::SequenceEvent::What::Failed) told.insert(event.item);
        addEvent(event.at.in(seconds), labelOf(project, event.item),
                 std::string(power::nameOf(event.what)), whyOf(project, event), outcome);
    }
    for (const twin::Loss& loss : outcome.failure.losses) {
        if (loss.kind == twin::Loss::Kind::Failed && told.contains(loss.item)) continue;
        addEvent(loss.at.in(seconds), labelOf(project, loss.item), whatOf(loss.kind),
                 reasonOf(loss.kind), outcome);
    }
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
    settings.duration = outcome.followed;
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

Json labelsJson(const Project& project, const std::vector<ItemId>& items) {
    Json labels = Json::array();
    for (const ItemId item : items)
        labels.push_back(labelOf(project, item));
    return labels;
}

/// What sources and batteries gave after each event of the chain.
Json supplyJson(const power::Sequence& sequence) {
    Json samples = Json::array();
    for (const power::SequenceSample& sample : sequence.samples) {
        Power battery;
        for (const power::ElementSample& element : sample.elements)
            battery += element.fromBattery;
        samples.push_back({{"t_s", sample.at.in(seconds)},
                           {"source_w", sample.sourceInput.in(watts)},
                           {"battery_w", battery.in(watts)},
                           {"supplied_w", sample.supplied.in(watts)}});
    }
    return samples;
}

Json documentOf(const Project& project, const Options& options, const Outcome& outcome,
                bool survived) {
    Json temperatures = Json::array();
    for (const Hottest& at : outcome.temperatures)
        temperatures.push_back(
            {{"t_s", at.timeS}, {"max_inlet_c", at.intakeC ? Json(*at.intakeC) : Json(nullptr)}});
    return {{"event", options.event.empty() ? Json(nullptr) : Json(options.event)},
            {"events", outcome.events},
            {"dark", labelsJson(project, outcome.failure.darkRacks)},
            {"interrupted", labelsJson(project, outcome.failure.interruptedRacks)},
            {"survived", survived},
            {"lacking_chillers_w", outcome.failure.lackingChillers.in(watts)},
            {"supply", supplyJson(outcome.failure.power)},
            {"temperatures", std::move(temperatures)}};
}

void printOutcome(const Outcome& outcome, bool survived) {
    for (const Json& event : outcome.events)
        std::cout << fmt::format("{:8.2f} s  {:<16} {:<18} {}\n", event["t_s"].get<double>(),
                                 event["element"].get<std::string>(),
                                 event["what"].get<std::string>(), event["why"].get<std::string>());
    if (!outcome.temperatures.empty() && outcome.temperatures.front().intakeC) {
        double highestC = *outcome.temperatures.front().intakeC;
        for (const Hottest& at : outcome.temperatures)
            highestC = std::max(highestC, at.intakeC.value_or(highestC));
        std::cout << fmt::format(
            "Hottest intake {:.1f} °C at the start, {:.1f} °C at most, {:.1f} °C after {:.0f} s.\n",
            *outcome.temperatures.front().intakeC, highestC, *outcome.temperatures.back().intakeC,
            outcome.temperatures.back().timeS);
    }
    std::cout << fmt::format(
        "{} racks dark at the end, {} for a time. {}\n", outcome.failure.darkRacks.size(),
        outcome.failure.interruptedRacks.size(), survived ? "Survived." : "Not survived.");
}

/// "T ELEMENT": an element that is put back.
Result<power::Incident> readReturn(const Project& project, const std::string& text) {
    const std::string where = fmt::format("--back \"{}\"", text);
    double atS = 0.0;
    const char* end = text.data() + text.size();
    const auto [rest, problem] = std::from_chars(text.data(), end, atS);
    const bool usable =
        problem == std::errc{} && rest != end && *rest == ' ' && atS >= 0.0 && std::isfinite(atS);
    if (!usable)
        return fail(ErrorCode::InvalidArgument, "this is not a return", where,
                    "give \"T ELEMENT\", T in seconds, ELEMENT a label or number");
    const auto item = findItem(project, std::string(rest + 1, end), where);
    if (!item) return tl::unexpected(item.error());
    return power::Incident{*item, seconds(atS), power::Incident::Kind::Returns};
}

/// What befalls the chain beside the named elements, and how long it is followed.
Result<twin::FailureSettings> settingsFor(const Options& options, const Opened& opened) {
    twin::FailureSettings settings;
    settings.chillerRestart = seconds(options.chillerRestartS);
    if (!options.event.empty()) {
        auto event = findEvent(opened, options.question, options.event);
        if (!event) return tl::unexpected(event.error());
        settings.horizon = power::worthFollowing(*event);
        settings.incidents = std::move(event->incidents);
    }
    for (const std::string& text : options.returns) {
        const auto back = readReturn(*opened.project, text);
        if (!back) return tl::unexpected(back.error());
        settings.incidents.push_back(*back);
    }
    if (options.durationS) settings.horizon = seconds(*options.durationS);
    return settings;
}

Result<Outcome> follow(const Options& options, const Opened& opened) {
    std::vector<ItemId> elements;
    for (const std::string& name : options.elements) {
        const auto item = findItem(*opened.project, name, "--element");
        if (!item) return tl::unexpected(item.error());
        elements.push_back(*item);
    }
    const auto settings = settingsFor(options, opened);
    if (!settings) return tl::unexpected(settings.error());
    auto failure = twin::failureOf(
        {opened.project, opened.catalog, opened.scenario, settingsOf(options.question)}, elements,
        *settings, interruptToken());
    if (!failure) return tl::unexpected(failure.error());
    Outcome outcome;
    outcome.followed = settings->horizon;
    outcome.failure = *std::move(failure);
    addLosses(*opened.project, outcome);
    if (auto done = followAir(options, *opened.project, outcome); !done)
        return tl::unexpected(done.error());
    std::stable_sort(outcome.events.begin(), outcome.events.end(),
                     [](const Json& a, const Json& b) {
                         return a["t_s"].get<double>() < b["t_s"].get<double>();
                     });
    return outcome;
}

Status failElements(const Options& options) {
    if (options.elements.empty() && options.event.empty())
        return refuse({ErrorCode::InvalidArgument, "nothing is named that fails", "fail",
                       "give --element ID or --event KEY; halltwin-cli events lists the keys"});
    const auto opened = open(options.question);
    if (!opened) return refuse(opened.error());
    const auto outcome = follow(options, *opened);
    if (!outcome) return refuse(outcome.error());
    if (outcome->failure.lackingChillers > Power{})
        std::cerr << fmt::format("halltwin-cli: the chillers that are left lack {:.0f} kW; the "
                                 "water's warming by that is not followed\n",
                                 outcome->failure.lackingChillers.in(kilowatts));
    const bool survived = outcome->failure.darkRacks.empty() &&
                          outcome->failure.interruptedRacks.empty() && !outcome->beyondAllowable;
    if (options.json)
        print(documentOf(*opened->project, options, *outcome, survived));
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
    command->add_option("--element", options->elements, "label or number; may be repeated");
    command->add_option("--event", options->event, "key of a named event; see events");
    command->add_option("--back", options->returns,
                        "\"T ELEMENT\": an element of the power chain is back after T s; may be "
                        "repeated");
    command->add_option("--scenario", options->question.scenario, "name or number of a scenario");
    command
        ->add_option("--for", options->durationS, "time to follow, s; 300, or what suits the event")
        ->check(CLI::Range(1.0, 86400.0));
    command->add_option("--grid", options->gridM, "cell size, m")->check(CLI::Range(0.1, 2.0));
    command->add_option("--tank", options->tankM3, "chilled water in store besides the pipes, m³")
        ->check(CLI::Range(0.0, 1e6));
    command
        ->add_option("--chiller-restart", options->chillerRestartS,
                     "from the return of supply until a chiller cools again, s")
        ->check(CLI::Range(0.0, 3600.0));
    command->add_option("--class", options->airClass, "class of the allowable intake")
        ->check(CLI::IsMember({"A1", "A2", "A3", "A4", "H1"}));
    command->add_flag("--json", options->json, "one JSON document");
    command->callback([options, &status] { status = failElements(*options); });
}

}  // namespace halltwin::cli
