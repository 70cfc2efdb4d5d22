// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/files.h"
#include "model/core/data_paths.h"
#include "model/core/file_io.h"
#include "model/exchange/project_json.h"
#include "model/storage/project_file.h"

#include <map>
#include <memory>
#include <string>

namespace halltwin::cli {
namespace {

/// Presets are the examples: what a user starts from is what the tests prove.
const std::map<std::string, std::string> presetFiles{
    {"classroom", "classroom-two-rows.json"},
    {"empty", "empty-hall.json"},
    {"medium", "medium-1000-gpu.json"},
};

struct Options {
    std::string preset = "empty";
    std::string output;
};

bool isTextName(const std::string& file) {
    return std::filesystem::path(file).extension() == ".json";
}

Status create(const Options& options) {
    const auto project = readProject(examplesDirectory() / presetFiles.at(options.preset));
    if (!project) return refuse(project.error());
    const auto done = isTextName(options.output)
                          ? writeFileAtomically(options.output, exchange::toJson(*project))
                          : storage::saveProject(options.output, *project);
    return done ? Status::Done : refuse(done.error());
}

}  // namespace

void addNew(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("new", "Start a project from a preset");
    std::vector<std::string> names;
    for (const auto& [name, file] : presetFiles)
        names.push_back(name);
    command->add_option("--preset", options->preset, "what to start from")
        ->check(CLI::IsMember(names));
    command->add_option("-o,--output", options->output, "file to write (.halltwin or .json)")
        ->required();
    command->callback([options, &status] { status = create(*options); });
}

}  // namespace halltwin::cli
