// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/files.h"
#include "model/core/file_io.h"
#include "model/exchange/project_json.h"
#include "model/exchange/project_schedules.h"
#include "model/exchange/workbook.h"

#include <memory>

namespace halltwin::cli {
namespace {

struct Options {
    std::string file;
    std::string format = "json";
    std::string output;
    bool shorthand = false;  ///< --json, as short for --format json
};

Result<void> write(const Options& options, const Project& project) {
    if (options.format == "json" || options.shorthand)
        return writeFileAtomically(options.output, exchange::toJson(project));
    const auto catalog = readCatalog();
    if (options.format == "csv")
        return writeFileAtomically(options.output,
                                   exchange::csvOf(exchange::equipmentSchedule(project, *catalog)));
    const auto network = network::planNetwork(project, *catalog);
    return exchange::writeWorkbook(
        options.output,
        exchange::projectSchedules({project, *catalog, network}, exchange::bisectionsOf(network)),
        {project.info.name, project.info.author});
}

Status exportProject(const Options& options) {
    const auto project = readProject(options.file);
    if (!project) return refuse(project.error());
    const auto done = write(options, *project);
    return done ? Status::Done : refuse(done.error());
}

}  // namespace

void addExport(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("export", "Write a project in another format");
    command->add_option("FILE", options->file, "project (.halltwin or text form)")->required();
    command
        ->add_option("--format", options->format,
                     "json: the text form; csv: the equipment; xlsx: all schedules, in a workbook")
        ->check(CLI::IsMember({"json", "csv", "xlsx"}));
    command->add_flag("--json", options->shorthand, "the same as --format json");
    command->add_option("-o,--output", options->output, "file to write")->required();
    command->callback([options, &status] { status = exportProject(*options); });
}

}  // namespace halltwin::cli
