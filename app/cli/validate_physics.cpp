// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/validation_files.h"
#include "model/core/version.h"
#include "model/validation/cases.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace halltwin::cli {

using validation::Case;
using validation::Effort;
using validation::ResultSet;

namespace {

struct Options {
    std::string out;
    std::vector<std::string> names;
    bool quick = false;
    bool full = false;
    bool json = false;
};

Result<std::vector<const Case*>> wantedCases(const Options& options) {
    std::vector<const Case*> wanted;
    std::string known;
    for (const Case& one : validation::cases()) {
        known += (known.empty() ? "" : ", ") + std::string(one.id);
        if (options.names.empty()) wanted.push_back(&one);
    }
    for (const std::string& name : options.names) {
        const Case* found = validation::findCase(name);
        if (found == nullptr)
            return fail(ErrorCode::NotFound, fmt::format("there is no case '{}'", name), "--case",
                        "known are: " + known);
        if (std::find(wanted.begin(), wanted.end(), found) == wanted.end()) wanted.push_back(found);
    }
    return wanted;
}

/// Says on stderr what a case is at, every few seconds.
validation::Progress narrator(const Case& one) {
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::seconds interval(3);
    return [&one, interval, next = Clock::now()](double share, const std::string& what) mutable {
        if (Clock::now() < next) return;
        next = Clock::now() + interval;
        std::cerr << fmt::format("{} {:3.0f} %  {}\n", one.id, 100.0 * share, what);
    };
}

Result<validation::CaseResult> runOne(const Case& one, const Options& options) {
    const Effort effort = options.quick ? Effort::Quick : Effort::Full;
    return validation::run(one, {effort, narrator(one), interruptToken()});
}

Status validatePhysics(const Options& options) {
    const auto wanted = wantedCases(options);
    if (!wanted) return refuse(wanted.error());
    ResultSet results{
        std::string(version()), fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::time(nullptr))), {}};
    // What is done is kept when a later case fails or is interrupted; a folder that cannot be
    // written to is found before the first.
    const auto write = [&]() -> Result<void> {
        return options.out.empty() ? Result<void>() : writeValidation(options.out, results);
    };
    if (auto done = write(); !done) return refuse(done.error());
    bool isMet = true;
    for (const Case* one : *wanted) {
        auto result = runOne(*one, options);
        if (!result) return refuse(result.error());
        isMet = isMet && result->isMet();
        if (!options.json) std::cout << validationTable(*result) << '\n' << std::flush;
        results.cases.push_back(*std::move(result));
        if (auto done = write(); !done) return refuse(done.error());
    }
    if (options.json) std::cout << validation::resultsText(results);
    return isMet ? Status::Done : Status::DoesNotHold;
}

}  // namespace

void addValidatePhysics(CLI::App& app, Status& status) {
    auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand(
        "validate-physics", "Calculate the published cases and show each figure beside theirs");
    command->add_option("--out", options->out,
                        "write validation.md, results.json, tables and plots into this folder");
    command->add_option("--case", options->names, "only this case; may be repeated");
    CLI::Option* quick = command->add_flag("--quick", options->quick, "rooms on coarser grids");
    command->add_flag("--full", options->full, "the grids of the manual; the default")
        ->excludes(quick);
    command->add_flag("--json", options->json, "one JSON document");
    command->callback([options, &status] { status = validatePhysics(*options); });
}

}  // namespace halltwin::cli
