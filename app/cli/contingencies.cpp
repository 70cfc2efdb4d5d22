// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/files.h"
#include "app/cli/interrupt.h"
#include "app/cli/labels.h"
#include "model/power/redundancy_level.h"
#include "model/twin/failure.h"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <memory>

namespace halltwin::cli {

namespace {

struct Options {
    Question question;
    int order = 1;
    bool json = false;
};

struct Answers {
    std::vector<power::Contingency> sweep;
    power::RedundancyReport redundancy;
};

Result<Answers> answersOf(const Options& options, const Opened& opened) {
    const auto chain = twin::powerChain(
        {opened.project, opened.catalog, opened.scenario, settingsOf(options.question)},
        interruptToken());
    if (!chain) return tl::unexpected(chain.error());
    auto sweep = power::sweepFailures(*chain, options.order, {}, interruptToken());
    if (!sweep) return tl::unexpected(sweep.error());
    auto redundancy = power::redundancyReport(*chain, {}, interruptToken());
    if (!redundancy) return tl::unexpected(redundancy.error());
    return Answers{*std::move(sweep), *std::move(redundancy)};
}

Json labelsJson(const Project& project, const std::vector<ItemId>& items) {
    Json labels = Json::array();
    for (const ItemId item : items)
        labels.push_back(labelOf(project, item));
    return labels;
}

std::string labelsText(const Project& project, const std::vector<ItemId>& items) {
    std::string text;
    for (const ItemId item : items)
        text += (text.empty() ? "" : ", ") + labelOf(project, item);
    return text;
}

Json documentOf(const Project& project, const Answers& answers) {
    Json list = Json::array();
    for (const power::Contingency& one : answers.sweep)
        list.push_back({{"elements", labelsJson(project, one.failed)},
                        {"survives", one.survives()},
                        {"lost_w", one.lost.in(watts)},
                        {"dark", labelsJson(project, one.darkLoads)},
                        {"interrupted", labelsJson(project, one.interrupted)},
                        {"tripped", labelsJson(project, one.tripped)},
                        {"worst_loading", one.worstLoading}});
    Json loads = Json::array();
    for (const power::LoadRedundancy& load : answers.redundancy.loads)
        loads.push_back({{"id", load.load.value},
                         {"label", labelOf(project, load.load)},
                         {"level", power::nameOf(load.level, load.blocks)},
                         {"survives", labelsJson(project, load.survives)},
                         {"single_points", labelsJson(project, load.singlePoints)}});
    Json modules = Json::array();
    for (const power::ModuleRedundancy& one : answers.redundancy.modules)
        modules.push_back({{"element", labelOf(project, one.element)},
                           {"modules", one.modules},
                           {"redundant", one.redundant},
                           {"survives_one", one.survivesOne()},
                           {"dark", labelsJson(project, one.darkens)}});
    return {{"contingencies", std::move(list)},
            {"redundancy",
             {{"level", power::nameOf(answers.redundancy.hall, answers.redundancy.blocks)},
              {"single_points", labelsJson(project, answers.redundancy.singlePoints)},
              {"definition", power::redundancyDefinition},
              {"loads", std::move(loads)},
              {"modules", std::move(modules)}}}};
}

void printSweep(const Project& project, const Answers& answers) {
    std::cout << "survives   lost, kW   dark   back again   tripped   worst, %   without\n";
    for (const power::Contingency& one : answers.sweep)
        std::cout << fmt::format("{:<8} {:>10.1f} {:>6} {:>12} {:>9} {:>10.1f}   {}\n",
                                 one.survives() ? "yes" : "no", one.lost.in(kilowatts),
                                 one.darkLoads.size(), one.interrupted.size(), one.tripped.size(),
                                 100.0 * one.worstLoading, labelsText(project, one.failed));
    std::map<std::string, std::size_t> levels;
    for (const power::LoadRedundancy& load : answers.redundancy.loads)
        ++levels[power::nameOf(load.level, load.blocks)];
    std::cout << fmt::format("Redundancy of the racks: {}.",
                             power::nameOf(answers.redundancy.hall, answers.redundancy.blocks));
    for (const auto& [level, count] : levels)
        std::cout << fmt::format(" {} loads {}.", count, level);
    std::cout << '\n';
    if (!answers.redundancy.singlePoints.empty())
        std::cout << "Single points of racks: "
                  << labelsText(project, answers.redundancy.singlePoints) << '\n';
    for (const power::ModuleRedundancy& one : answers.redundancy.modules)
        std::cout << fmt::format("{}: {} modules, {} redundant; {} the loss of one\n",
                                 labelOf(project, one.element), one.modules, one.redundant,
                                 one.survivesOne() ? "survives" : "does not survive");
}

Status sweep(const Options& options) {
    const auto opened = open(options.question);
    if (!opened) return refuse(opened.error());
    const auto answers = answersOf(options, *opened);
    if (!answers) return refuse(answers.error());
    if (options.json)
        print(documentOf(*opened->project, *answers));
    else
        printSweep(*opened->project, *answers);
    const bool survives = std::all_of(answers->sweep.begin(), answers->sweep.end(),
                                      [](const power::Contingency& one) { return one.survives(); });
    return survives ? Status::Done : Status::DoesNotHold;
}

}  // namespace

void addContingencies(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "contingencies", "Take out every element of the power chain, one after the other");
    command->add_option("FILE", options->question.file, "project (.halltwin or text form)")
        ->required();
    command->add_option("--order", options->order, "elements out at a time: 1, or 2 as well")
        ->check(CLI::Range(1, 2));
    command->add_option("--scenario", options->question.scenario, "name or number of a scenario");
    command->add_flag("--json", options->json, "one JSON document");
    command->callback([options, &status] { status = sweep(*options); });
}

}  // namespace halltwin::cli
