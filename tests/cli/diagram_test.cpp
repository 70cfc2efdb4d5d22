// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <fstream>
#include <iterator>

using namespace halltwin::tests;

namespace {

std::string textOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("`diagram` writes every element of the chain as SVG, and as PDF") {
    const ScratchFolder folder;
    const std::string svg = (folder / "power.svg").string();
    const auto answer = jsonOf({"diagram", example("medium-1000-gpu.json"), "-o", svg, "--json"});
    CHECK(answer["path"] == svg);
    CHECK(answer["symbols"].get<int>() > 20);
    const std::string text = textOf(svg);
    CHECK(text.find("<svg") != std::string::npos);
    for (const char* label : {"UPS-A1", "UPS-B2", "PDU-A1"})
        CHECK(text.find(label) != std::string::npos);

    const std::string pdf = (folder / "power.pdf").string();
    CHECK(runCli({"diagram", example("medium-1000-gpu.json"), "-o", pdf}).status == 0);
    CHECK(textOf(pdf).rfind("%PDF-", 0) == 0);
}

TEST_CASE("`diagram --cooling` writes the loops with their water") {
    const ScratchFolder folder;
    const std::string svg = (folder / "cooling.svg").string();
    REQUIRE(runCli({"diagram", example("medium-1000-gpu.json"), "--cooling", "-o", svg}).status ==
            0);
    const std::string text = textOf(svg);
    for (const char* words : {"PS-1", "CH-1", "L/s", "12.0"})
        CHECK(text.find(words) != std::string::npos);
}

TEST_CASE("`diagram` says what it cannot write") {
    const ScratchFolder folder;
    const auto ending =
        runCli({"diagram", example("medium-1000-gpu.json"), "-o", (folder / "power.bmp").string()});
    CHECK(ending.status == 2);
    CHECK(ending.messages.find(".svg or .pdf") != std::string::npos);
    const auto empty =
        runCli({"diagram", example("empty-hall.json"), "-o", (folder / "e.svg").string()});
    CHECK(empty.status == 2);
    CHECK(empty.messages.find("no power equipment") != std::string::npos);
}
