// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cstddef>
#include <string>

using namespace halltwin::tests;
using nlohmann::json;

namespace {

/// Twelve racks of POD 2 as they were loaded in the 79.7 kW window: metered server power and the
/// 590 W of each rack's fans, power shelf and switches. Means of the data published beside J.
/// Sjölund et al. (RISE ICE).
constexpr double pod2PowerW = 72695.1 + 12 * 590.0;

void checkBooks(const json& answer) {
    CHECK(answer["books"]["heat_residual"].get<double>() <= 1e-3);
    CHECK(answer["books"]["mass_residual"].get<double>() <= 1e-5);
}

double range(const json& tiles, const char* which) {
    double least = 1e9;
    double greatest = -1e9;
    for (const json& tile : tiles) {
        const double flow = tile["flow_m3s"].get<double>();
        least = std::min(least, flow);
        greatest = std::max(greatest, flow);
    }
    return std::string(which) == "least" ? least : greatest;
}

}  // namespace

TEST_CASE("Every example breaks no rule, runs with closed books, and its hall answers at once") {
    const std::string name =
        GENERATE(as<std::string>{}, "raised-floor.json", "pod2.json", "large-10000-gpu.json");
    INFO(name);
    const Outcome checked = runCli({"validate", example(name)});
    INFO(checked.output);
    CHECK(checked.status == 0);
    const json run = jsonOf({"run", example(name), "--json"});
    for (const auto& [key, residual] : run["books"].items()) {
        INFO(key);
        CHECK(residual.get<double>() <= 1e-3);
    }
    const json preview = jsonOf({"solve", example(name), "--hall", "1", "--json"});
    CHECK(preview["converged"].get<bool>());
    checkBooks(preview);
}

// W. Brewer et al., SC24: 7.282 MW idle, 28.203 MW at peak.
TEST_CASE("Frontier gives its published power on the command line") {
    const std::string file = example("frontier.json");
    const json peak = jsonOf({"run", file, "--scenario", "peak", "--json"});
    CHECK(peak["facility_power_w"].get<double>() == Approx(28.203e6).epsilon(1e-4));
    const json idle = jsonOf({"run", file, "--scenario", "idle", "--json"});
    CHECK(idle["facility_power_w"].get<double>() == Approx(7.282e6).epsilon(1e-4));
    const json checked = json::parse(runCli({"validate", file, "--json"}).output);
    REQUIRE(checked["issues"].size() == 1);  // 25 distribution units without a plant
    CHECK(checked["issues"][0]["rule"] == "cooling.no-plant");
    CHECK(checked["issues"][0]["severity"] == "warning");
}

TEST_CASE("Small examples that settle at the coarse stage have closed books there") {
    const std::string name = GENERATE(as<std::string>{}, "raised-floor.json", "pod2.json");
    INFO(name);
    const Outcome outcome =
        runCli({"solve", example(name), "--hall", "1", "--stage", "coarse", "--json"});
    const json answer = json::parse(outcome.output);
    CHECK(answer["converged"].get<bool>() == (outcome.status == 0));
    if (answer["converged"].get<bool>()) checkBooks(answer);
    for (const json& rack : answer["racks"]) {
        const double cold = rack["cold_capture"].get<double>();
        CHECK(cold >= 0.0);
        CHECK(cold <= 1.0);
        CHECK(rack["recirculation"].get<double>() == Approx(1.0 - cold));
    }
}

TEST_CASE("Tiles beside the coolers of the raised floor starve, once momentum counts") {
    const std::string file = example("raised-floor.json");
    const json preview = jsonOf({"solve", file, "--hall", "1", "--json"});
    const json coarse =
        json::parse(runCli({"solve", file, "--hall", "1", "--stage", "coarse", "--json"}).output);
    CHECK(range(preview["tiles"], "least") > 0.9 * range(preview["tiles"], "greatest"));
    CHECK(range(coarse["tiles"], "least") < 0.7 * range(coarse["tiles"], "greatest"));
}

TEST_CASE("The large example is within its preset: GPUs' power, cooling and PUE") {
    const json run = jsonOf({"run", example("large-10000-gpu.json"), "--json"});
    CHECK(run["it_power_w"].get<double>() >= 10e6);
    CHECK(run["it_power_w"].get<double>() <= 20e6);
    CHECK(run["facility_power_w"].get<double>() >= 15e6);
    CHECK(run["facility_power_w"].get<double>() <= 30e6);
    // Half of its power goes to liquid: between 1.1–1.2 (liquid) and 1.5 (air).
    CHECK(run["pue"].get<double>() > 1.1);
    CHECK(run["pue"].get<double>() < 1.5);
    CHECK(run["unsupplied_w"].get<double>() == 0.0);
    CHECK(run["max_inlet_c"].get<double>() < 27.0);
    REQUIRE(run["cdus"].size() == 8);
    for (const json& cdu : run["cdus"]) {
        CHECK(cdu["loading"].get<double>() < 1.0);
        CHECK(cdu["water_class"] == "W40");
    }
}

TEST_CASE("The example of POD 2 has the power, the air and the set-points that were measured") {
    // Not the preview: its warm intakes would make the servers' fans draw more.
    const json answer = json::parse(
        runCli({"solve", example("pod2.json"), "--hall", "1", "--stage", "coarse", "--json"})
            .output);
    double powerW = 0.0;
    double flowM3S = 0.0;
    for (const json& rack : answer["racks"]) {
        powerW += rack["power_w"].get<double>();
        flowM3S += rack["flow_m3s"].get<double>();
    }
    CHECK(answer["racks"].size() == 12);
    CHECK(powerW == Approx(pod2PowerW).epsilon(1e-4));
    CHECK(flowM3S == Approx(5 * 0.240 + 7 * 0.267).epsilon(1e-4));
    double coolersM3S = 0.0;
    for (const json& cooler : answer["coolers"]) {
        coolersM3S += cooler["flow_m3s"].get<double>();
        CHECK_FALSE(cooler["at_limit"].get<bool>());
    }
    CHECK(coolersM3S == Approx(2.2 * (0.4043 + 0.4947 + 0.4844 + 0.4534)).epsilon(1e-4));
}

TEST_CASE("solve tells classes, capture and fan power of every rack and hall") {
    const json answer = jsonOf({"solve", example("raised-floor.json"), "--hall", "1", "--json"});
    for (const json& rack : answer["racks"]) {
        CHECK(rack["air_class"] == "A1");
        CHECK(rack["within_h1"].get<bool>() == (rack["intake_max_c"].get<double>() <= 25.0));
        CHECK(rack["cold_capture"].is_null());  // a preview has no turbulence to mix the air
    }
    // Two CRAHs of 10.6 kW at 10 m³/s, at 86 % of their speed: P/Q = 1060 · 0.86².
    CHECK(answer["metrics"]["fan_w_per_m3s"].get<double>() == Approx(1060.0 * 0.86 * 0.86));
    const json run = jsonOf({"run", example("raised-floor.json"), "--json"});
    CHECK(run["air"][0]["metrics"] == answer["metrics"]);
}
