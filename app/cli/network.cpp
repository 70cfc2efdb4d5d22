// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/files.h"
#include "app/cli/interrupt.h"
#include "app/cli/network_json.h"
#include "model/core/file_io.h"
#include "model/exchange/project_schedules.h"
#include "model/exchange/schedule_files.h"

#include <algorithm>
#include <memory>

namespace halltwin::cli {

namespace {

struct Options {
    Question question;
    NetworkQuestion network;
    std::string cables;
    std::string schedules;
    bool json = false;
};

/// The lists that were asked for, on disk.
Result<void> writeLists(const Options& options, const Opened& opened, const NetworkAnswer& answer) {
    const exchange::NetworkSource source{*opened.project, *opened.catalog, answer.network};
    if (!options.cables.empty()) {
        auto written =
            writeFileAtomically(options.cables, exchange::csvOf(exchange::portMap(source)));
        if (!written) return written;
    }
    if (options.schedules.empty()) return {};
    auto lists = exchange::networkSchedules(source, answer.bisections);
    lists.insert(lists.begin() + 1,
                 exchange::rackSchedule(*opened.project, *opened.catalog, answer.network.racks));
    const ProjectInfo& info = opened.project->info;
    return exchange::writeSchedules(options.schedules, lists, {info.name, info.author});
}

Status network(const Options& options) {
    const auto opened = open(options.question);
    if (!opened) return refuse(opened.error());
    NetworkAnswer answer;
    const auto done = answerNetwork(*opened->project, *opened->catalog, options.network, answer,
                                    interruptToken());
    if (!done) return refuse(done.error());
    if (auto written = writeLists(options, *opened, answer); !written)
        return refuse(written.error());
    if (options.json)
        print(networkJson(*opened->project, answer));
    else
        printNetwork(answer);
    const std::vector<Issue> issues = answer.network.issues();
    const bool wrong = std::any_of(issues.begin(), issues.end(), [](const Issue& issue) {
        return issue.severity == Severity::Error;
    });
    const bool cutOff = answer.cut && !answer.cut->reach.cutOff.empty();
    return wrong || cutOff ? Status::DoesNotHold : Status::Done;
}

void addQuestions(CLI::App& command, NetworkQuestion& question) {
    command.add_option("--fabric", question.fabric,
                       "name or number of a fabric; without it the first compute fabric");
    command.add_option("--collective", question.collective, "time of a collective of all GPUs")
        ->check(CLI::IsMember({"all-reduce", "all-gather", "reduce-scatter", "all-to-all"}));
    command.add_option("--algorithm", question.algorithm, "how it goes; not of all-to-all")
        ->check(CLI::IsMember({"ring", "tree", "hierarchical"}));
    command.add_option("--bytes", question.bytes, "what each GPU holds, bytes")
        ->check(CLI::Range(1.0, 1e15));
    command.add_option("--cut", question.cuts,
                       "what fails: a device (\"spine-3\"), a port (\"leaf-2.1:5\"), \"rail 3\", "
                       "\"tray NAME\"; may be repeated");
    command.add_flag("--rank-losses", question.rankLosses,
                     "every single switch and cable, the most harmful first");
    command
        .add_option("--step", question.stepS,
                    "scaling efficiency for this much computation per training step, s")
        ->check(CLI::Range(1e-6, 1e6));
    command.add_option("--traffic", question.traffic, "flows of traffic that is no collective")
        ->check(CLI::IsMember({"storage-read", "storage-write", "incast", "uniform"}));
    command
        .add_option("--matrix", question.matrix, "between groups of servers: hops or bandwidth")
        ->check(CLI::IsMember({"hops", "bandwidth"}));
    command
        .add_option("--group", question.group,
                    "by what servers are grouped: server, rack, unit, pod, hall; without it the "
                    "finest with at most 40 groups")
        ->check(CLI::IsMember({"automatic", "server", "rack", "unit", "pod", "hall"}));
    command
        .add_option("--overlap", question.overlap,
                    "share of the communication that may hide behind computation")
        ->check(CLI::Range(0.0, 1.0));
}

}  // namespace

void addNetwork(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "network", "Fabrics: switches, cables, bisection, collectives, what a cut does");
    command->add_option("FILE", options->question.file, "project (.halltwin or text form)")
        ->required();
    addQuestions(*command, options->network);
    command->add_option("--cables", options->cables, "write every cable to this file, as CSV");
    command->add_option("--schedules", options->schedules,
                        "write all lists: to a workbook (.xlsx), or as CSV files into a folder");
    command->add_flag("--json", options->json, "one JSON document");
    command->callback([options, &status] { status = network(*options); });
}

}  // namespace halltwin::cli
