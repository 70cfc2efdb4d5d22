// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <algorithm>
#include <fstream>

using namespace halltwin::tests;

namespace {

/// Refused input: exit 2, nothing on stdout, exactly one line on stderr.
void checkRefused(const std::vector<std::string>& arguments, const std::string& word) {
    const Outcome outcome = runCli(arguments);
    INFO(outcome.messages);
    CHECK(outcome.status == 2);
    CHECK(outcome.output.empty());
    CHECK(std::count(outcome.messages.begin(), outcome.messages.end(), '\n') == 1);
    CHECK(outcome.messages.find(word) != std::string::npos);
}

std::string written(const std::filesystem::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
    return file.string();
}

}  // namespace

TEST_CASE("Arguments that make no sense are refused in one line") {
    checkRefused({}, "--help");
    checkRefused({"fly"}, "--help");
    checkRefused({"run"}, "FILE");
    checkRefused({"run", example("medium-1000-gpu.json"), "--grid", "-3"}, "--grid");
    checkRefused({"solve", example("medium-1000-gpu.json"), "--hall", "Nowhere"}, "Data hall");
    checkRefused({"solve", example("medium-1000-gpu.json"), "--hall", "1", "--probe", "1,2"},
                 "--probe");
    checkRefused({"solve", example("medium-1000-gpu.json"), "--hall", "1", "--stage", "finest"},
                 "preview");
    checkRefused({"new", "--preset", "enormous", "-o", "x.json"}, "--preset");
}

TEST_CASE("Files that are no project are refused in one line") {
    const ScratchFolder scratch;
    checkRefused({"run", (scratch / "absent.halltwin").string()}, "absent.halltwin");
    checkRefused({"run", written(scratch / "a.halltwin", "not a database at all")}, "a.halltwin");
    checkRefused({"run", written(scratch / "b.json", "{\"format\":")}, "b.json");
    checkRefused({"run", written(scratch / "c.json", "{\"format\":\"other\",\"version\":1}")},
                 "c.json");
    checkRefused({"run", written(scratch / "d.json",
                                 R"({"format":"halltwin-project","version":1,
                                     "halls":[{"id":1,"name":"H","width_m":1e300}]})")},
                 "width_m");
    checkRefused({"run", written(scratch / "e.json",
                                 R"({"format":"halltwin-project","version":1,
                                     "halls":[{"id":1},{"id":1}]})")},
                 "1");
    checkRefused(
        {"run", written(scratch / "f.json", R"({"format":"halltwin-project","version":99})")},
        "99");
}

TEST_CASE("A place that cannot be written to is refused, and no part of a file is left") {
    checkRefused(
        {"export", example("medium-1000-gpu.json"), "--json", "-o", "/nonexistent/dir/x.json"},
        "/nonexistent");
}
