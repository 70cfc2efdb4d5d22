// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/files.h"
#include "app/cli/issues_json.h"
#include "app/cli/run_json.h"
#include "app/cli/run_year.h"
#include "model/twin/air_words.h"
#include "model/twin/year.h"

#include <fmt/format.h>
#include <iostream>
#include <memory>
#include <vector>

namespace halltwin::cli {
namespace {

struct Options {
    Question question;
    YearQuestion year;
    bool json = false;
};

void printTable(const Answered& answered) {
    const twin::TwinResult& result = answered.result;
    std::cout << fmt::format("{}  (project {})\n\n", answered.project->info.name,
                             projectHash(*answered.project));
    for (const twin::Derivation& figure : result.derivations) {
        if (figure.key == "air") continue;  // told by hall below
        std::cout << fmt::format("{:<24} {:>14.4f} {}\n", figure.name, figure.value, figure.unit);
    }
    std::cout << fmt::format("{:<24} {:>14.2f} M$\n", "Capital",
                             result.capital.total.in(dollars) / 1e6);
    std::cout << fmt::format("{:<24} {:>14.1e} largest relative residual\n", "Books",
                             result.books.worst());
    for (const twin::RoomAnswer& room : result.rooms) {
        std::cout << fmt::format("{:<24} {}\n",
                                 "Air, " + answered.project->halls.find(room.hall)->name,
                                 twin::airText(room.air));
    }
    std::size_t errors = 0;
    for (const Issue& issue : result.issues)
        errors += issue.severity == Severity::Error ? 1 : 0;
    std::cout << fmt::format("{:<24} {:>14} of {} are errors (halltwin-cli validate lists them)\n",
                             "Issues", errors, result.issues.size());
}

bool holds(const Answered& answered) {
    for (const Issue& issue : answered.result.issues) {
        if (issue.rule == "thermal.unsolved") return false;
    }
    for (const twin::RoomAnswer& room : answered.result.rooms) {
        if (!room.air.converged) return false;
    }
    return answered.result.power.unsupplied <= Power{};
}

/// The question in the weather and at the load of an hour.
Result<Question> atHour(Question question, const YearQuestion& year) {
    if (!year.hour) return question;
    const auto opened = open(question);
    if (!opened) return tl::unexpected(opened.error());
    const auto weather = weatherOf(*opened->project, question.file, year);
    if (!weather) return tl::unexpected(weather.error());
    const auto conditions = twin::conditionsAt(*opened->project, *weather, *year.hour);
    if (!conditions) return tl::unexpected(conditions.error());
    question.conditions = *conditions;
    return question;
}

Status run(Options options) {
    options.year.json = options.json;
    if (options.year.year) return runYear(options.question, options.year);
    const auto question = atHour(options.question, options.year);
    if (!question) return refuse(question.error());
    const auto answered = answer(*question);
    if (!answered) return refuse(answered.error());
    if (options.json) {
        print(runJson(*answered));
    } else {
        printTable(*answered);
    }
    return holds(*answered) ? Status::Done : Status::DoesNotHold;
}

}  // namespace

void addRun(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "run", "Calculate one operating point of the whole twin, or a year of hours");
    command->add_option("FILE", options->question.file, "project (.halltwin or text form)")
        ->required();
    command->add_option("--scenario", options->question.scenario, "name or number of a scenario");
    addAirOptions(*command, options->question);
    addYearOptions(*command, options->year);
    command->add_flag("--json", options->json, "one JSON document");
    command->callback([options, &status] { status = run(*options); });
}

}  // namespace halltwin::cli
