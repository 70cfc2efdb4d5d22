// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/files.h"
#include "model/storage/project_file.h"

#include <memory>

namespace halltwin::cli {
namespace {

struct Options {
    std::string input;
    std::string output;
};

Status importProject(const Options& options) {
    const auto project = readProject(options.input);
    if (!project) return refuse(project.error());
    const auto done = storage::saveProject(options.output, *project);
    return done ? Status::Done : refuse(done.error());
}

}  // namespace

void addImport(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("import", "Make a .halltwin file from the text form");
    command->add_option("IN", options->input, "text form of a project")->required();
    command->add_option("-o,--output", options->output, "the .halltwin file to write")->required();
    command->callback([options, &status] { status = importProject(*options); });
}

}  // namespace halltwin::cli
