// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/files.h"
#include "app/cli/issues_json.h"

#include <algorithm>
#include <iostream>
#include <memory>

namespace halltwin::cli {
namespace {

struct Options {
    Question question;
    bool json = false;
};

Status validate(const Options& options) {
    const auto answered = answer(options.question);
    if (!answered) return refuse(answered.error());
    const auto& issues = answered->result.issues;
    if (options.json) {
        print({{"issues", issuesJson(*answered->project, issues)}});
    } else {
        printIssues(*answered->project, issues);
    }
    return hasErrors(issues) ? Status::DoesNotHold : Status::Done;
}

}  // namespace

void addValidate(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("validate", "Check a project against every rule");
    command->add_option("FILE", options->question.file, "project (.halltwin or text form)")
        ->required();
    command->add_flag("--json", options->json, "one JSON document");
    command->callback([options, &status] { status = validate(*options); });
}

}  // namespace halltwin::cli
