// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/files.h"
#include "app/cli/solve_json.h"
#include "model/core/file_io.h"
#include "model/exchange/csv.h"
#include "model/exchange/vti.h"

#include <fmt/format.h>
#include <iostream>
#include <memory>
#include <oneapi/tbb/global_control.h>
#include <thread>

namespace halltwin::cli {
namespace {

struct Options {
    Question question;
    std::string hall;
    int threads = 0;
    std::string csv;
    std::string vti;
    std::vector<std::string> probes;
    bool json = false;
};

Result<const twin::RoomAnswer*> solvedRoom(const Answered& answered, const std::string& wanted) {
    const auto hall = findHall(*answered.project, wanted);
    if (!hall) return tl::unexpected(hall.error());
    if (const twin::RoomAnswer* room = answered.result.room(*hall)) return room;
    for (const Issue& issue : answered.result.issues) {
        if (issue.rule == "thermal.unsolved" && issue.hall == *hall) {
            return fail(ErrorCode::NotConverged, issue.message, wanted, issue.fix);
        }
    }
    return fail(ErrorCode::NotFound,
                "this hall has no cooler and no rack: there is no air to solve", wanted,
                "name a hall with equipment");
}

std::string racksCsv(const Project& project, const thermal::RoomResult& air) {
    exchange::CsvTable table({"id", "label", "power_w", "flow_m3s", "intake_mean_c", "intake_max_c",
                              "intake_std_c", "exhaust_mean_c"});
    for (const auto& rack : air.racks) {
        table.number(static_cast<double>(rack.id.value))
            .text(project.items.find(rack.id)->label)
            .number(rack.airHeat.in(watts))
            .number(rack.flow.in(cubicMetresPerSecond))
            .number(rack.intakeMean.in(celsius))
            .number(rack.intakeMax.in(celsius))
            .number(rack.intakeStd.in(kelvins))
            .number(rack.exhaustMean.in(celsius));
    }
    return table.str();
}

Result<void> writeFiles(const Options& options, const Answered& answered,
                        const thermal::RoomResult& air) {
    if (!options.csv.empty()) {
        if (auto done = writeFileAtomically(options.csv, racksCsv(*answered.project, air)); !done)
            return done;
    }
    if (!options.vti.empty())
        return writeFileAtomically(options.vti, exchange::vtiText(exchange::roomFields(air)));
    return {};
}

Status solve(const Options& options) {
    const auto probes = readProbes(options.probes);
    if (!probes) return refuse(probes.error());
    const auto answered = answer(options.question);
    if (!answered) return refuse(answered.error());
    const auto room = solvedRoom(*answered, options.hall);
    if (!room) return refuse(room.error());
    const thermal::RoomResult& air = (*room)->air;
    if (auto done = writeFiles(options, *answered, air); !done) return refuse(done.error());
    if (options.json) {
        print(solveJson(*answered->project, air, *probes));
    } else {
        printRoom(*answered->project, air, *probes);
    }
    return air.converged ? Status::Done : Status::DoesNotHold;
}

}  // namespace

void addSolve(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("solve", "Air flow and temperature of one hall");
    command->add_option("FILE", options->question.file, "project (.halltwin or text form)")
        ->required();
    command->add_option("--hall", options->hall, "name or number of the hall")->required();
    command->add_option("--scenario", options->question.scenario, "name or number of a scenario");
    addAirOptions(*command, options->question);
    command->add_option("--threads", options->threads, "worker threads; the answer is the same")
        ->check(CLI::Range(1, 1024));
    command->add_option("--csv", options->csv, "write the racks to this file");
    command->add_option("--vti", options->vti, "write the fields for ParaView to this file");
    command->add_option("--probe", options->probes, "X,Y,Z in metres; may be repeated");
    command->add_flag("--json", options->json, "one JSON document");
    command->callback([options, &status] {
        using tbb::global_control;
        const auto threads = static_cast<std::size_t>(
            options->threads > 0 ? options->threads
                                 : static_cast<int>(std::thread::hardware_concurrency()));
        const global_control limit(global_control::max_allowed_parallelism, std::max(threads, 1UL));
        status = solve(*options);
    });
}

}  // namespace halltwin::cli
