// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <sys/wait.h>

namespace halltwin::tests {
namespace {

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

}  // namespace

Outcome runCli(const std::vector<std::string>& arguments) {
    return runProgram("app/cli/halltwin-cli", arguments);
}

Outcome runProgram(const std::string& program, const std::vector<std::string>& arguments) {
    const ScratchFolder scratch;
    const auto errors = scratch / "stderr.txt";
    std::string line = quoted(buildPath(program).string());
    for (const std::string& argument : arguments)
        line += " " + quoted(argument);
    line += " 2>" + quoted(errors.string());
    Outcome outcome;
    FILE* pipe = popen(line.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> buffer{};
    for (std::size_t n = 1; n > 0;) {
        n = std::fread(buffer.data(), 1, buffer.size(), pipe);
        outcome.output.append(buffer.data(), n);
    }
    outcome.status = WEXITSTATUS(pclose(pipe));
    std::ifstream stream(errors);
    outcome.messages.assign(std::istreambuf_iterator<char>(stream), {});
    return outcome;
}

nlohmann::json jsonOf(const std::vector<std::string>& arguments, int status) {
    const Outcome outcome = runCli(arguments);
    INFO(outcome.messages);
    REQUIRE(outcome.status == status);
    nlohmann::json document = nlohmann::json::parse(outcome.output, nullptr, false);
    REQUIRE_FALSE(document.is_discarded());
    return document;
}

std::string example(const std::string& name) {
    return sourcePath("examples/" + name).string();
}

}  // namespace halltwin::tests
