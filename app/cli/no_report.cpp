// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include <memory>

namespace halltwin::cli {

namespace {

/// A command that says why it is not there.
void addMissing(const char* name, CLI::App& app, Status& status) {
    auto ignored = std::make_shared<std::vector<std::string>>();
    CLI::App* command = app.add_subcommand(name, "Not in this build: it needs Qt");
    command->add_option("arguments", *ignored);
    command->allow_extras();
    command->callback([ignored, name, &status] {
        status = refuse({ErrorCode::Unsupported, "this build has no Qt to draw with", name,
                         "configure with -DHALLTWIN_GUI=ON"});
    });
}

}  // namespace

void addReport(CLI::App& app, Status& status) {
    addMissing("report", app, status);
}

void addDiagram(CLI::App& app, Status& status) {
    addMissing("diagram", app, status);
}

}  // namespace halltwin::cli
