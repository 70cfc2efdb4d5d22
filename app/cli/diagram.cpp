// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/files.h"
#include "views/diagram/loop_content.h"
#include "views/diagram/write_diagram.h"

#include <QGuiApplication>
#include <QLocale>
#include <iostream>
#include <memory>

namespace halltwin::cli {
namespace {

struct Options {
    Question question;
    std::string output;
    bool isCooling = false;
    bool json = false;
};

QString titleOf(const Answered& answered) {
    const QString name = QString::fromStdString(answered.project->info.name);
    const Scenario* scenario =
        answered.scenario ? answered.project->scenarios.find(*answered.scenario) : nullptr;
    if (scenario == nullptr) return name;
    return QStringLiteral("%1 · %2").arg(name, QString::fromStdString(scenario->name));
}

Status diagram(const Options& options) {
    const auto answered = answer(options.question);
    if (!answered) return refuse(answered.error());
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "halltwin-cli";
    char* argv[] = {name, nullptr};
    const QGuiApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const views::bridge::Theme paper;
    const auto content =
        options.isCooling
            ? views::diagram::loopContentOfResult(*answered->project, *answered->catalog,
                                                  answered->result)
            : views::diagram::contentOfResult(answered->result.chain, answered->result.power,
                                              *answered->project, *answered->catalog);
    const auto written = views::diagram::writeDiagram(content, titleOf(*answered), paper,
                                                      QString::fromStdString(options.output));
    if (!written) return refuse(written.error());
    if (options.json) {
        print({{"path", options.output},
               {"symbols", content.symbols.size()},
               {"lines", content.wires.size()}});
    } else {
        std::cout << options.output << "  " << content.symbols.size() << " symbols\n";
    }
    return Status::Done;
}

}  // namespace

void addDiagram(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "diagram", "Single-line diagram of the power chain, or the cooling loops, as SVG or PDF");
    command->add_option("FILE", options->question.file, "project (.halltwin or text form)")
        ->required();
    command->add_option("-o,--output", options->output, "file to write, .svg or .pdf")->required();
    command->add_option("--scenario", options->question.scenario, "name or number of a scenario");
    command->add_flag("--cooling", options->isCooling,
                      "the cooling loops instead of the power chain");
    command->add_flag("--json", options->json, "one JSON document");
    command->callback([options, &status] { status = diagram(*options); });
}

}  // namespace halltwin::cli
