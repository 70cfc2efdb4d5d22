// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace halltwin::cli {

/// Exit status that scripts rely on.
enum class Status {
    Done = 0,
    DoesNotHold = 1,  ///< done, and what was asked does not hold
    Unusable = 2,     ///< unusable input or arguments
    Fault = 3,        ///< the program's own fault
    Interrupted = 130,
};

/// Keys in the order they are written, so that a reader and a diff see the contract's order.
using Json = nlohmann::ordered_json;

/// Each adds one subcommand; its callback writes the exit status.
void addValidate(CLI::App& app, Status& status);
void addValidatePhysics(CLI::App& app, Status& status);
void addRun(CLI::App& app, Status& status);
void addSweep(CLI::App& app, Status& status);
void addSolve(CLI::App& app, Status& status);
void addTransient(CLI::App& app, Status& status);
void addFail(CLI::App& app, Status& status);
void addEvents(CLI::App& app, Status& status);
void addContingencies(CLI::App& app, Status& status);
void addAvailability(CLI::App& app, Status& status);
void addHeadroom(CLI::App& app, Status& status);
void addNetwork(CLI::App& app, Status& status);
void addReport(CLI::App& app, Status& status);
void addDiagram(CLI::App& app, Status& status);
void addExport(CLI::App& app, Status& status);
void addImport(CLI::App& app, Status& status);
void addNew(CLI::App& app, Status& status);
void addCatalog(CLI::App& app, Status& status);

/// One line on stderr: what, where, what to do.
Status refuse(const Error& error);

/// The number, or null.
[[nodiscard]] Json optionalNumber(const std::optional<double>& value);

/// The document to stdout, two spaces an indent.
void print(const Json& document);

}  // namespace halltwin::cli
