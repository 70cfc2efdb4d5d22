// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "model/core/version.h"

#include <csignal>
#include <exception>
#include <iostream>

namespace {

using halltwin::cli::Status;

int toExitCode(Status status) {
    return static_cast<int>(status);
}

int runProgram(int argc, char** argv) {
    CLI::App app{"HallTwin: a digital twin of AI data centres, without windows", "halltwin-cli"};
    app.set_version_flag("--version", std::string(halltwin::version()));
    app.require_subcommand(1);
    Status status = Status::Done;
    halltwin::cli::addValidate(app, status);
    halltwin::cli::addValidatePhysics(app, status);
    halltwin::cli::addRun(app, status);
    halltwin::cli::addSweep(app, status);
    halltwin::cli::addSolve(app, status);
    halltwin::cli::addTransient(app, status);
    halltwin::cli::addFail(app, status);
    halltwin::cli::addEvents(app, status);
    halltwin::cli::addContingencies(app, status);
    halltwin::cli::addAvailability(app, status);
    halltwin::cli::addHeadroom(app, status);
    halltwin::cli::addNetwork(app, status);
    halltwin::cli::addReport(app, status);
    halltwin::cli::addDiagram(app, status);
    halltwin::cli::addExport(app, status);
    halltwin::cli::addImport(app, status);
    halltwin::cli::addNew(app, status);
    halltwin::cli::addCatalog(app, status);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error);  // --help and --version
        std::cerr << "halltwin-cli: " << error.what() << "; see halltwin-cli --help\n";
        return toExitCode(Status::Unusable);
    }
    return toExitCode(halltwin::cli::interrupted() ? Status::Interrupted : status);
}

}  // namespace

int main(int argc, char** argv) {
    halltwin::cli::watchForInterrupt();
    try {
        return runProgram(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "halltwin-cli: internal fault: " << error.what() << '\n';
    } catch (...) {
        std::cerr << "halltwin-cli: internal fault\n";
    }
    return toExitCode(Status::Fault);
}
