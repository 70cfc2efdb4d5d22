// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/air_words.h"
#include "tests/unit/twin/twin_case.h"

#include <algorithm>

using namespace halltwin;
using namespace halltwin::tests;

namespace {

twin::Derivation derivationOf(const twin::TwinResult& result, const std::string& key) {
    for (const auto& derivation : result.derivations) {
        if (derivation.key == key) return derivation;
    }
    FAIL("no derivation of " << key);
    return {};
}

double sumOfInputs(const twin::Derivation& derivation, std::size_t count) {
    double sum = 0.0;
    for (std::size_t i = 0; i < count; ++i)
        sum += derivation.inputs[i].value;
    return sum;
}

}  // namespace

TEST_CASE("Every key figure has a derivation with inputs and a formula") {
    const auto result = evaluated(aCompleteProject());
    for (const char* key : {"it_power_w", "facility_power_w", "pue", "max_inlet_c",
                            "cost_usd_per_h", "carbon_g_per_h", "cue_g_per_kwh"}) {
        const auto derivation = derivationOf(result, key);
        CHECK_FALSE(derivation.formula.empty());
        CHECK_FALSE(derivation.inputs.empty());
    }
}

TEST_CASE("The parts of facility power shown add up to the total shown") {
    const auto derivation = derivationOf(evaluated(aCompleteProject()), "facility_power_w");
    CHECK(sumOfInputs(derivation, derivation.inputs.size()) ==
          Approx(derivation.value).epsilon(1e-9));
}

TEST_CASE("The parts of the hourly cost shown add up to the total shown") {
    const auto derivation = derivationOf(evaluated(aCompleteProject()), "cost_usd_per_h");
    // The last input is depreciation, which the figure leaves out.
    CHECK(sumOfInputs(derivation, derivation.inputs.size() - 1) ==
          Approx(derivation.value).epsilon(1e-9));
}

TEST_CASE("Carbon follows from facility power, shares and intensities") {
    Project project = aCompleteProject();
    project.energy.share.fill(0.0);
    project.energy.share[static_cast<std::size_t>(EnergySource::Coal)] = 0.25;
    project.energy.share[static_cast<std::size_t>(EnergySource::Nuclear)] = 0.75;
    const auto result = evaluated(project);
    const double expected = result.kpis.facilityPower.in(kilowatts) * (0.25 * 820.0 + 0.75 * 12.0);
    CHECK(result.kpis.carbon.in(gramsPerHour) == Approx(expected));
}

TEST_CASE("Capital is the sum of the placed items' prices, building, soft cost and contingency") {
    Project project = aCompleteProject();
    double hardware = 0.0;
    for (const Item& item : project.items) {
        hardware += item.catalogKey == "test.rack" ? 300000.0 : 1000.0;
    }
    hardware += (24.0 * 18.0 + 12.0 * 12.0) * 6000.0;
    const double expected = hardware * 1.08 * 1.05;
    CHECK(evaluated(project).capital.total.in(dollars) == Approx(expected).margin(0.02));
}

TEST_CASE("The air tells its stage, grid, books and what it does not know") {
    twin::TwinInput input = asInput(aCompleteProject());
    for (const auto stage : {thermal::Stage::Preview, thermal::Stage::Coarse}) {
        input.settings = twin::usualSettings(stage);
        const auto result = twin::evaluate(input);
        REQUIRE(result);
        const auto& air = result->rooms.front().air;
        const auto derivation = derivationOf(*result, "air");
        const auto input0 = derivation.inputs.front();
        CHECK(derivation.name.find(twin::nameOf(stage)) != std::string::npos);
        CHECK(derivation.value == Approx(0.6));
        CHECK(derivation.formula.find("Limits") != std::string::npos);
        CHECK(input0.value == static_cast<double>(air.grid.cellCount()));
        const bool hasSpread =
            std::any_of(derivation.inputs.begin(), derivation.inputs.end(),
                        [](const auto& line) { return line.name == "± of the rack intakes"; });
        CHECK(hasSpread == (stage != thermal::Stage::Preview));
    }
}

TEST_CASE("Air that has not settled is not called anything better") {
    thermal::RoomResult air;
    air.stage = thermal::Stage::Fine;
    air.settling.rest = thermal::Rest::Drifting;
    CHECK(twin::restText(air) == "not settled");
    air.settling.rest = thermal::Rest::Mean;
    air.settling.meanTime = seconds(60.0);
    CHECK(twin::restText(air) == "books do not close");
    air.converged = true;
    CHECK(twin::restText(air) == "mean over 60 s");
    air.settling.rest = thermal::Rest::Steady;
    CHECK(twin::restText(air) == "steady");
    air.stage = thermal::Stage::Preview;
    CHECK(twin::restText(air).empty());
}
