// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sweep/sweep.h"

#include "app/cli/command.h"
#include "app/cli/files.h"
#include "app/cli/interrupt.h"
#include "app/cli/run_year.h"
#include "model/core/data_paths.h"
#include "model/exchange/site_weather.h"
#include "model/sweep/parameter.h"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <memory>
#include <unistd.h>

namespace halltwin::cli {
namespace {

struct Options {
    Question question;
    YearQuestion weather;
    std::vector<std::string> vary;
    std::string output;
    int jobs = 0;
    bool json = false;
};

/// The project with the weather that the command names in place of its own.
Project withWeather(Project project, const YearQuestion& wanted) {
    if (!wanted.climate.empty()) {
        project.site.climate = wanted.climate;
        project.site.weatherFile.clear();
    }
    if (!wanted.weather.empty())
        project.site.weatherFile = std::filesystem::absolute(wanted.weather).string();
    return project;
}

Result<sweep::SweepPlan> planOf(const Options& options) {
    const auto opened = open(options.question);
    if (!opened) return tl::unexpected(opened.error());
    sweep::SweepPlan plan;
    plan.base.project =
        std::make_shared<const Project>(withWeather(*opened->project, options.weather));
    plan.base.catalog = opened->catalog;
    plan.base.scenario = opened->scenario;
    plan.base.settings = settingsOf(options.question);
    plan.jobs = options.jobs;
    for (const std::string& vary : options.vary) {
        auto axis = sweep::axisFrom(vary);
        if (!axis) return tl::unexpected(axis.error());
        plan.axes.push_back(*std::move(axis));
    }
    return plan;
}

/// A year where there is weather, from the site or along an axis; else the operating point.
Result<sweep::Evaluator> evaluatorOf(const Options& options, const sweep::SweepPlan& plan) {
    const Site& site = plan.base.project->site;
    const bool variesWeather =
        std::any_of(plan.axes.begin(), plan.axes.end(), [](const sweep::Axis& axis) {
            return axis.path == "site.climate" || axis.path == "site.weather_file";
        });
    if (site.climate.empty() && site.weatherFile.empty() && !variesWeather)
        return sweep::pointEvaluator();
    const exchange::WeatherPlaces places{std::filesystem::path(options.question.file).parent_path(),
                                         resourceDirectory() / "climate"};
    sweep::Evaluator evaluator = sweep::yearEvaluator(
        [places](const Site& at) { return exchange::siteWeather(at, places); });
    if (variesWeather) return evaluator;
    const auto year = exchange::siteWeather(site, places);
    if (!year) return tl::unexpected(year.error());
    evaluator.identity += sweep::fingerprintOf(*year);
    return evaluator;
}

/// A line that is written over on a terminal; nothing where the messages go to a file.
void showProgress(const sweep::SweepProgress& progress) {
    if (isatty(STDERR_FILENO) == 0) return;
    std::cerr << fmt::format("\r{} of {} points", progress.skipped + progress.done,
                             progress.points);
    if (progress.skipped + progress.done == progress.points) std::cerr << '\n';
}

void report(const Options& options, const sweep::SweepProgress& progress) {
    if (options.json) {
        print({{"points", progress.points},
               {"skipped", progress.skipped},
               {"done", progress.done},
               {"failed", progress.failed},
               {"file", options.output}});
        return;
    }
    std::cout << fmt::format("{} points: {} were there already, {} calculated", progress.points,
                             progress.skipped, progress.done);
    if (progress.failed > 0)
        std::cout << fmt::format(", {} of them could not be (column error)", progress.failed);
    std::cout << fmt::format("; written to {}\n", options.output);
}

Status sweepPoints(const Options& options) {
    const auto plan = planOf(options);
    if (!plan) return refuse(plan.error());
    const auto evaluator = evaluatorOf(options, *plan);
    if (!evaluator) return refuse(evaluator.error());
    const auto progress = sweep::runSweep(
        *plan, *evaluator, std::filesystem::path(options.output),
        [](const sweep::SweepRow&, const sweep::SweepProgress& now) { showProgress(now); },
        interruptToken());
    if (!progress) return refuse(progress.error());
    report(options, *progress);
    return progress->failed == 0 ? Status::Done : Status::DoesNotHold;
}

}  // namespace

void addSweep(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "sweep", "Calculate a year for every combination of parameter values; goes on where a run "
                 "before it ended");
    command->add_option("FILE", options->question.file, "project (.halltwin or text form)")
        ->required();
    command
        ->add_option("--vary", options->vary,
                     "PATH=VALUES: a parameter and its values, as a list (18,20,22) or "
                     "from:to:step; may be given several times")
        ->required()
        ->take_all();
    command->add_option("--out", options->output, "table to write or to go on with (CSV)")
        ->required();
    command->add_option("--scenario", options->question.scenario, "name or number of a scenario");
    auto* weather = command->add_option("--weather", options->weather.weather,
                                        "EPW file instead of the project's");
    command->add_option("--climate", options->weather.climate, "climate instead of the project's")
        ->excludes(weather);
    command->add_option("--jobs", options->jobs, "points at a time; one for each core")
        ->check(CLI::Range(1, 1024));
    addAirOptions(*command, options->question);
    command->add_flag("--json", options->json, "one JSON document");
    command->callback([options, &status] { status = sweepPoints(*options); });
}

}  // namespace halltwin::cli
