// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/twin/twin_case.h"

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
