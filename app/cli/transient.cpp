// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/files.h"
#include "app/cli/interrupt.h"
#include "app/cli/transient_events.h"
#include "app/cli/transient_json.h"
#include "model/core/file_io.h"
#include "model/exchange/transient_csv.h"
#include "model/twin/failure.h"
#include "model/twin/stored_water.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>
#include <optional>

namespace halltwin::cli {

namespace {

struct Options {
    Question question;
    std::string hall;
    double durationS = 300.0;
    double gridM = 0.6;
    std::optional<double> tankM3;
    std::string airClass = "A2";
    std::vector<std::string> events;
    std::string csv;
    bool json = false;
};

Result<thermal::Transient> solve(const Options& options, const Opened& opened) {
    const auto hall = findHall(*opened.project, options.hall);
    if (!hall) return tl::unexpected(hall.error());
    const auto events = readEvents(*opened.project, options.events);
    if (!events) return tl::unexpected(events.error());
    const auto rooms = twin::hallRooms(
        {opened.project, opened.catalog, opened.scenario, settingsOf(options.question)},
        interruptToken());
    if (!rooms) return tl::unexpected(rooms.error());
    const auto room = std::find_if(rooms->begin(), rooms->end(),
                                   [&](const twin::HallRoom& each) { return each.hall == *hall; });
    if (room == rooms->end())
        return fail(ErrorCode::NotFound, "this hall has no cooler and no rack: there is no air",
                    options.hall, "name a hall with equipment");
    thermal::TransientSettings settings;
    settings.duration = seconds(options.durationS);
    settings.gridM = options.gridM;
    settings.mass.storageTank =
        options.tankM3 ? cubicMetres(*options.tankM3)
                       : twin::storedWater(*opened.project, *opened.catalog, *hall);
    settings.limits = limitsOf(*opened.project, options.airClass);
    return thermal::runTransient(room->room, *events, settings, progressOnStderr(),
                                 interruptToken());
}

Status transient(const Options& options) {
    const auto opened = open(options.question);
    if (!opened) return refuse(opened.error());
    const auto result = solve(options, *opened);
    if (!result) return refuse(result.error());
    if (!options.csv.empty()) {
        const auto text = exchange::transientCsv(*opened->project, *result);
        if (auto done = writeFileAtomically(options.csv, text); !done) return refuse(done.error());
    }
    if (options.json)
        print(transientJson(*opened->project, *result));
    else
        printTransient(*opened->project, *result);
    return result->firstAllowable ? Status::DoesNotHold : Status::Done;
}

}  // namespace

void addTransient(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "transient", "Air of one hall over time: coolers lost and back, load steps, set-points");
    command->add_option("FILE", options->question.file, "project (.halltwin or text form)")
        ->required();
    command->add_option("--hall", options->hall, "name or number of the hall")->required();
    command->add_option("--scenario", options->question.scenario, "name or number of a scenario");
    command->add_option("--for", options->durationS, "time to follow, s")
        ->check(CLI::Range(1.0, 86400.0));
    command->add_option("--grid", options->gridM, "cell size, m")->check(CLI::Range(0.1, 2.0));
    command->add_option("--at", options->events,
                        "\"T ELEMENT off|on|water-off|water-on|load=F|supply=C|water=C\"; T in s, "
                        "C in °C, ELEMENT a label, a number, all or chillers; may be repeated");
    command->add_option("--tank", options->tankM3, "chilled water in store besides the pipes, m³; without it, that of "
                        "the tanks that the hall hangs on")
        ->check(CLI::Range(0.0, 1e6));
    command->add_option("--class", options->airClass, "class of the allowable intake")
        ->check(CLI::IsMember({"A1", "A2", "A3", "A4", "H1"}));
    command->add_option("--csv", options->csv, "write the whole series to this file");
    command->add_flag("--json", options->json, "one JSON document");
    command->callback([options, &status] { status = transient(*options); });
}

}  // namespace halltwin::cli
