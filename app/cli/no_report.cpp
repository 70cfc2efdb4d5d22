// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include <memory>

namespace halltwin::cli {

void addReport(CLI::App& app, Status& status) {
    auto ignored = std::make_shared<std::vector<std::string>>();
    CLI::App* command = app.add_subcommand("report", "Not in this build: it needs Qt");
    command->add_option("arguments", *ignored);
    command->allow_extras();
    command->callback([ignored, &status] {
        status = refuse({ErrorCode::Unsupported, "this build has no Qt to draw a report with",
                         "report", "configure with -DHALLTWIN_GUI=ON"});
    });
}

}  // namespace halltwin::cli
