// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/files.h"
#include "app/cli/interrupt.h"
#include "app/cli/labels.h"
#include "model/power/sizing.h"
#include "model/twin/failure.h"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace halltwin::cli {

namespace {

struct Options {
    Question question;
    std::size_t count = 20;
    bool json = false;
};

const char* nameOf(power::Headroom::Limit limit) {
    switch (limit) {
        case power::Headroom::Limit::Continuous: return "continuous load";
        case power::Headroom::Limit::Phase: return "phase";
        case power::Headroom::Limit::Failure: return "failure";
        case power::Headroom::Limit::Breaker: return "breaker";
    }
    return "";
}

std::string phaseText(const power::Headroom& one) {
    return one.phase ? fmt::format("L{}", static_cast<int>(*one.phase)) : std::string{};
}

std::string breakerText(const Project& project, const power::Headroom& one) {
    const PowerLink* link = project.powerLinks.find(one.link);
    const std::string rated =
        link && link->breaker ? fmt::format(" ({:.0f} A)", link->breaker->in(amperes)) : "";
    const std::string cord =
        fmt::format("breaker of its cord from {}{}", labelOf(project, one.linkFrom), rated);
    if (one.failure.isValid())
        return fmt::format("{} without {}", cord, labelOf(project, one.failure));
    return fmt::format("80 % of the {}", cord);
}

std::string whyText(const Project& project, const power::Headroom& one) {
    switch (one.limit) {
        case power::Headroom::Limit::Continuous: return "80 % of its rating";
        case power::Headroom::Limit::Phase:
            return fmt::format("80 % of a third of its rating, phase {}", phaseText(one));
        case power::Headroom::Limit::Failure:
            return fmt::format("its rating without {}", labelOf(project, one.failure));
        case power::Headroom::Limit::Breaker: return breakerText(project, one);
    }
    return {};
}

Json documentOf(const Project& project, const std::vector<power::Headroom>& list) {
    Json elements = Json::array();
    for (const power::Headroom& one : list) {
        const bool failure = one.failure.isValid();
        const bool breaker = one.limit == power::Headroom::Limit::Breaker;
        Json phases = nullptr;
        if (one.phaseLeft) {
            phases = Json::array();
            for (const Power left : *one.phaseLeft)
                phases.push_back(left.in(watts));
        }
        elements.push_back(
            {{"id", one.element.value},
             {"label", labelOf(project, one.element)},
             {"left_w", one.left.in(watts)},
             {"limit", nameOf(one.limit)},
             {"phase", one.phase ? Json(phaseText(one)) : Json(nullptr)},
             {"phases_left_w", std::move(phases)},
             {"failure", failure ? Json(labelOf(project, one.failure)) : Json(nullptr)},
             {"link", breaker ? Json(one.link.value) : Json(nullptr)},
             {"link_from", breaker ? Json(labelOf(project, one.linkFrom)) : Json(nullptr)},
             {"output_w", one.normal.in(watts)},
             {"worst_output_w", one.worst.in(watts)},
             {"required_rating_w", one.required.in(watts)},
             {"suggested_rating_w", one.suggested.in(watts)}});
    }
    return {{"elements", std::move(elements)}, {"formula", power::headroomFormula}};
}

void printList(const Project& project, const std::vector<power::Headroom>& list,
               std::size_t count) {
    for (std::size_t n = 0; n < std::min(count, list.size()); ++n) {
        const power::Headroom& one = list[n];
        const std::string phase = one.phase ? ", phase " + phaseText(one) : std::string{};
        std::cout << fmt::format(
            "{:>10.1f} kW left on {}{}: {}; {:.1f} kW now, {:.1f} kW at worst, "
            "rating of {:.0f} kW would do\n",
            one.left.in(kilowatts), labelOf(project, one.element), phase, whyText(project, one),
            one.normal.in(kilowatts), one.worst.in(kilowatts), one.suggested.in(kilowatts));
    }
    if (list.size() > count)
        std::cout << fmt::format("and {} more with more left; --count shows them\n",
                                 list.size() - count);
}

Status headroom(const Options& options) {
    const auto opened = open(options.question);
    if (!opened) return refuse(opened.error());
    const auto chain = twin::powerChain(
        {opened->project, opened->catalog, opened->scenario, settingsOf(options.question)},
        interruptToken());
    if (!chain) return refuse(chain.error());
    const auto list = power::headroomOf(*chain, {}, interruptToken());
    if (!list) return refuse(list.error());
    if (options.json)
        print(documentOf(*opened->project, *list));
    else
        printList(*opened->project, *list, options.count);
    const bool over = !list->empty() && list->front().left < Power{};
    return over ? Status::DoesNotHold : Status::Done;
}

}  // namespace

void addHeadroom(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "headroom", "What limits growth: power left on each element, the least first");
    command->add_option("FILE", options->question.file, "project (.halltwin or text form)")
        ->required();
    command->add_option("--count", options->count, "lines to print");
    command->add_option("--scenario", options->question.scenario, "name or number of a scenario");
    command->add_flag("--json", options->json, "one JSON document");
    command->callback([options, &status] { status = headroom(*options); });
}

}  // namespace halltwin::cli
