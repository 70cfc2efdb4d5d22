// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/events.h"

#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/labels.h"
#include "model/twin/failure.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iostream>
#include <memory>

namespace halltwin::cli {

namespace {

struct Options {
    Question question;
    bool json = false;
};

Json documentOf(const Project& project, const std::vector<power::NamedEvent>& events) {
    Json list = Json::array();
    for (const power::NamedEvent& event : events) {
        Json incidents = Json::array();
        for (const power::Incident& one : event.incidents)
            incidents.push_back({{"t_s", one.at.in(seconds)},
                                 {"id", one.item.value},
                                 {"element", labelOf(project, one.item)},
                                 {"what", power::nameOf(one.kind)}});
        list.push_back({{"key", event.key},
                        {"name", event.name},
                        {"description", event.description},
                        {"incidents", std::move(incidents)}});
    }
    return {{"events", std::move(list)}};
}

/// Letters of a text, not its bytes: to line up columns.
std::size_t widthOf(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

void printList(const std::vector<power::NamedEvent>& events) {
    std::size_t widest = 0;
    for (const power::NamedEvent& event : events)
        widest = std::max(widest, widthOf(event.key));
    for (const power::NamedEvent& event : events)
        std::cout << event.key << std::string(widest - widthOf(event.key) + 2, ' ')
                  << event.description << '\n';
    std::cout << fmt::format("{} events; halltwin-cli fail FILE --event KEY follows one.\n",
                             events.size());
}

Status listEvents(const Options& options) {
    const auto opened = open(options.question);
    if (!opened) return refuse(opened.error());
    const auto events = eventsOf(*opened, options.question);
    if (!events) return refuse(events.error());
    if (options.json)
        print(documentOf(*opened->project, *events));
    else
        printList(*events);
    return Status::Done;
}

}  // namespace

Result<std::vector<power::NamedEvent>> eventsOf(const Opened& opened, const Question& question) {
    const auto chain = twin::powerChain(
        {opened.project, opened.catalog, opened.scenario, settingsOf(question)}, interruptToken());
    if (!chain) return tl::unexpected(chain.error());
    return power::eventsOf(*chain, *opened.project, *opened.catalog);
}

Result<power::NamedEvent> findEvent(const Opened& opened, const Question& question,
                                    const std::string& key) {
    const auto events = eventsOf(opened, question);
    if (!events) return tl::unexpected(events.error());
    const auto at = std::find_if(events->begin(), events->end(),
                                 [&](const auto& event) { return event.key == key; });
    if (at != events->end()) return *at;
    const std::vector<std::string> near = power::nearKeys(*events, key);
    return fail(ErrorCode::NotFound, fmt::format("there is no event '{}'", key), "--event",
                near.empty() ? "the project has no power chain that an event could befall"
                             : fmt::format("near it are: {}; halltwin-cli events lists all",
                                           fmt::join(near, ", ")));
}

void addEvents(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("events", "What may befall the power chain: keys for fail --event");
    command->add_option("FILE", options->question.file, "project (.halltwin or text form)")
        ->required();
    command->add_option("--scenario", options->question.scenario, "name or number of a scenario");
    command->add_flag("--json", options->json, "one JSON document");
    command->callback([options, &status] { status = listEvents(*options); });
}

}  // namespace halltwin::cli
