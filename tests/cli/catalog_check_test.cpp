// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace halltwin::tests;

namespace {

Outcome check(const std::filesystem::path& folder) {
    return runProgram("app/catalog_check/halltwin-catalog-check", {folder.string()});
}

}  // namespace

TEST_CASE("The catalogue checker finds nothing wrong with the catalogue that is installed") {
    const Outcome outcome = check(sourcePath("resources/catalog"));
    CHECK(outcome.messages.empty());
    CHECK(outcome.status == 0);
}

TEST_CASE("The catalogue checker names file, line and field of a bad entry") {
    const ScratchFolder folder;
    std::ifstream source(sourcePath("resources/catalog/tile.json"));
    std::string text(std::istreambuf_iterator<char>(source), {});
    const std::string good = "\"open_area\": {\"value\": 0.25";
    const std::size_t at = text.find(good);
    REQUIRE(at != std::string::npos);
    text.replace(at, good.size(), "\"open_area\": {\"value\": 25");
    std::ofstream(folder / "tile.json") << text;
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(at), '\n');

    const Outcome outcome = check(folder.path());
    CHECK(outcome.status == 1);
    CHECK(outcome.messages.find("tile.json:" + std::to_string(line) + ":") != std::string::npos);
    CHECK(outcome.messages.find("/figures/open_area") != std::string::npos);
}

TEST_CASE("The catalogue checker refuses a folder without a catalogue") {
    const ScratchFolder folder;
    CHECK(check(folder.path()).status == 1);
    CHECK(check(folder / "nowhere").status == 2);
}
