// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace halltwin::tests;

namespace {

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("validate-physics writes page, results, points and plots of a case") {
    const ScratchFolder scratch;
    const auto folder = scratch / "deep" / "validation";
    const Outcome outcome =
        runCli({"validate-physics", "--case", "heated-duct", "--out", folder.string()});
    INFO(outcome.messages);
    CHECK(outcome.status == 0);
    CHECK(outcome.output.find("Heater in a duct (heated-duct): met") != std::string::npos);
    CHECK(outcome.output.find("14.00000 K") != std::string::npos);
    const std::string page = contentOf(folder / "validation.md");
    CHECK(page.find("| temperature rise") != std::string::npos);
    CHECK(page.find("![Temperature along the duct](heated-duct-temperature.svg)") !=
          std::string::npos);
    CHECK(contentOf(folder / "heated-duct-temperature.svg").starts_with("<svg"));
    const std::string points = contentOf(folder / "heated-duct-temperature.csv");
    CHECK(points.starts_with("curve,kind,\"distance from the inlet, m\""));
    CHECK(std::count(points.begin(), points.end(), '\n') > 40);
    const auto results = nlohmann::json::parse(contentOf(folder / "results.json"));
    CHECK(results["cases"].size() == 1);
    CHECK(results["cases"][0]["met"] == true);
}

TEST_CASE("validate-physics prints one JSON document with every figure and its tolerance") {
    const auto document =
        jsonOf({"validate-physics", "--case", "heated-duct", "--quick", "--json"});
    CHECK(document["format"] == "halltwin-validation");
    const auto& one = document["cases"][0];
    CHECK(one["effort"] == "quick");
    CHECK(one["cells"] == 640);
    const auto& row = one["rows"][0];
    CHECK(row["unit"] == "K");
    CHECK(row["published"].get<double>() == Approx(14.0));
    CHECK(row["calculated"].get<double>() == Approx(14.0).epsilon(1e-5));
    CHECK(row["tolerance"].get<double>() == Approx(1e-5));
    CHECK(row["met"] == true);
}

TEST_CASE("validate-physics refuses what it cannot do before it calculates") {
    const auto refused = [](const std::vector<std::string>& arguments, const std::string& word) {
        const Outcome outcome = runCli(arguments);
        INFO(outcome.messages);
        CHECK(outcome.status == 2);
        CHECK(outcome.output.empty());
        CHECK(std::count(outcome.messages.begin(), outcome.messages.end(), '\n') == 1);
        CHECK(outcome.messages.find(word) != std::string::npos);
    };
    refused({"validate-physics", "--case", "no-such"}, "lid-cavity");
    refused({"validate-physics", "--case", "lid-cavity", "--quick", "--full"}, "--quick");
    const ScratchFolder scratch;
    const auto file = scratch / "a-file";
    std::ofstream(file) << "not a folder";
    refused({"validate-physics", "--case", "lid-cavity", "--out", (file / "in").string()}, "--out");
}
