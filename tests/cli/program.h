// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace halltwin::tests {

struct Outcome {
    int status = -1;
    std::string output;    ///< stdout
    std::string messages;  ///< stderr
};

/// Runs a program of this build, named by its path in it, and waits for it.
[[nodiscard]] Outcome runProgram(const std::string& program,
                                 const std::vector<std::string>& arguments);

/// Runs halltwin-cli with these arguments and waits for it.
[[nodiscard]] Outcome runCli(const std::vector<std::string>& arguments);

/// The JSON document on stdout; the test fails when the status is another or the text is no JSON.
[[nodiscard]] nlohmann::json jsonOf(const std::vector<std::string>& arguments, int status = 0);

/// Path of an example project.
[[nodiscard]] std::string example(const std::string& name);

}  // namespace halltwin::tests
