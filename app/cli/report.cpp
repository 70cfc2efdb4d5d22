// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/report.h"

#include "app/cli/command.h"
#include "app/cli/files.h"
#include "app/cli/interrupt.h"
#include "app/cli/run_year.h"

#include <QGuiApplication>
#include <QLocale>
#include <iostream>
#include <map>
#include <memory>

namespace halltwin::cli {
namespace {

using views::report::Paper;

struct Options {
    Question question;
    std::string output;
    std::string planPng;
    std::string paper = "a4";
    std::string language = "en";
    bool json = false;
};

Paper paperOf(const std::string& name) {
    if (name == "a3") return Paper::A3;
    return name == "letter" ? Paper::Letter : Paper::A4;
}

QString scenarioName(const Answered& answered) {
    const Scenario* scenario =
        answered.scenario ? answered.project->scenarios.find(*answered.scenario) : nullptr;
    return scenario == nullptr ? QString() : QString::fromStdString(scenario->name);
}

/// The year of a project with a climate; none, with the reason on stderr, where it cannot be.
std::optional<twin::YearResult> yearOf(const Options& options, const Answered& answered) {
    const Site& site = answered.project->site;
    if (site.climate.empty() && site.weatherFile.empty()) return std::nullopt;
    const auto weather = weatherOf(*answered.project, options.question.file, {});
    auto year = weather ? twin::evaluateYear({answered.project, answered.catalog,
                                              answered.scenario, {}},
                                             *weather, interruptToken())
                        : Result<twin::YearResult>(tl::unexpected(weather.error()));
    if (year) return *std::move(year);
    std::cerr << "halltwin-cli: the report has no year: " << describe(year.error()) << '\n';
    return std::nullopt;
}

Result<int> write(const Options& options, const Answered& answered) {
    const auto year = yearOf(options, answered);
    const views::report::ReportInput input{*answered.project,
                                           *answered.catalog,
                                           answered.result,
                                           scenarioName(answered),
                                           QString::fromStdString(projectHash(*answered.project)),
                                           QDateTime::currentDateTime(),
                                           year ? &*year : nullptr};
    const auto pages = views::report::writePdf(
        input, {paperOf(options.paper), QString::fromStdString(options.language)},
        QString::fromStdString(options.output));
    if (!pages || options.planPng.empty()) return pages;
    const auto picture = views::report::writePlanPng(input, QString::fromStdString(options.planPng),
                                                     QSize(2400, 1600));
    if (!picture) return tl::unexpected(picture.error());
    return pages;
}

Status report(const Options& options) {
    if (options.language != "en") {
        return refuse({ErrorCode::Unsupported, "there is no report in this language yet",
                       "--lang " + options.language, "use --lang en"});
    }
    const auto answered = answer(options.question);
    if (!answered) return refuse(answered.error());
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "halltwin-cli";
    char* argv[] = {name, nullptr};
    const QGuiApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const auto pages = write(options, *answered);
    if (!pages) return refuse(pages.error());
    if (options.json) {
        Json document{{"path", options.output}, {"pages", *pages}};
        if (!options.planPng.empty()) document["plan_png"] = options.planPng;
        print(document);
    } else {
        std::cout << options.output << "  " << *pages << " pages\n";
        if (!options.planPng.empty()) std::cout << options.planPng << '\n';
    }
    return Status::Done;
}

}  // namespace

void addReport(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("report", "Drawings, figures and sources as a PDF");
    command->add_option("FILE", options->question.file, "project (.halltwin or text form)")
        ->required();
    command->add_option("-o,--output", options->output, "PDF to write")->required();
    command->add_option("--paper", options->paper, "a4, a3 or letter")
        ->check(CLI::IsMember({"a4", "a3", "letter"}));
    command->add_option("--lang", options->language, "en")->check(CLI::IsMember({"en", "zh_CN"}));
    command->add_option("--scenario", options->question.scenario, "name or number of a scenario");
    addAirOptions(*command, options->question);
    command->add_option("--plan-png", options->planPng, "write the plan to this picture too");
    command->add_flag("--json", options->json, "one JSON document");
    command->callback([options, &status] { status = report(*options); });
}

}  // namespace halltwin::cli
