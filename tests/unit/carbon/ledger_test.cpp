// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/carbon/ledger.h"
#include "tests/support/catch.h"

#include <limits>

using namespace halltwin;
using namespace halltwin::carbon;

namespace {

EnergySupply onlyFrom(EnergySource source) {
    EnergySupply supply;
    supply.share.fill(0.0);
    supply.share[static_cast<std::size_t>(source)] = 1.0;
    return supply;
}

}  // namespace

TEST_CASE("87.6 GWh from one source emit the tonnes of its lifecycle median") {
    // Medians of IPCC AR5 WG III, annex III, table A.III.2, times 87.6 GWh; rounded to the tonne.
    const auto [source, expected] =
        GENERATE(table<EnergySource, double>({{EnergySource::Coal, 71832.0},
                                              {EnergySource::Gas, 42924.0},
                                              {EnergySource::SolarUtility, 4205.0},
                                              {EnergySource::WindOnshore, 964.0},
                                              {EnergySource::Nuclear, 1051.0},
                                              {EnergySource::Hydro, 2102.0}}));
    const auto ledger = carbonLedger({megawatts(10.0), megawatts(8.0), onlyFrom(source)});
    REQUIRE(ledger);
    CHECK(ledger->energyPerYear.in(megawattHours) == Approx(87600.0));
    CHECK(ledger->carbonPerYear.in(tonnes) == Approx(expected).margin(0.5));
}

TEST_CASE("Each factor lies within its published range, in the order of the sources") {
    CHECK(factorOf(EnergySource::Coal).median.in(gramsPerKilowattHour) == Approx(820.0));
    CHECK(factorOf(EnergySource::Biomass).median.in(gramsPerKilowattHour) == Approx(230.0));
    CHECK(factorOf(EnergySource::SolarRoof).median.in(gramsPerKilowattHour) == Approx(41.0));
    CHECK(factorOf(EnergySource::Geothermal).median.in(gramsPerKilowattHour) == Approx(38.0));
    CHECK(factorOf(EnergySource::ConcentratedSolar).median.in(gramsPerKilowattHour) ==
          Approx(27.0));
    CHECK(factorOf(EnergySource::WindOffshore).median.in(gramsPerKilowattHour) == Approx(12.0));
    for (const SourceFactor& factor : sourceFactors) {
        CHECK(factor.low < factor.median);
        CHECK(factor.median < factor.high);
    }
}

TEST_CASE("A mix has the mean intensity of its sources, and its lines add up to the total") {
    const auto ledger = carbonLedger({megawatts(5.0), megawatts(4.0), EnergySupply{}});
    REQUIRE(ledger);
    const double mixed = 0.20 * 820 + 0.35 * 490 + 0.01 * 230 + 0.05 * 48 + 0.01 * 38 + 0.08 * 24 +
                         0.20 * 12 + 0.10 * 11;
    CHECK(ledger->intensity.in(gramsPerKilowattHour) == Approx(mixed));
    CHECK(ledger->carbonPerYear.in(tonnes) == Approx(43800.0 * mixed / 1000.0));
    CHECK(ledger->rate.in(gramsPerHour) == Approx(5000.0 * mixed));
    CHECK(ledger->lines.size() == 8);
    Carbon carbon;
    Energy energy;
    Power power;
    for (const SourceLine& line : ledger->lines) {
        carbon += line.carbonPerYear;
        energy += line.energyPerYear;
        power += line.power;
    }
    CHECK(carbon == ledger->carbonPerYear);
    CHECK(energy == ledger->energyPerYear);
    CHECK(power.in(megawatts) == Approx(5.0).epsilon(1e-14));
    CHECK(std::abs(ledger->energyResidual / ledger->energyPerYear) < 1e-12);
}

TEST_CASE("The range of a mix is that of its sources") {
    const auto ledger =
        carbonLedger({megawatts(10.0), megawatts(8.0), onlyFrom(EnergySource::Hydro)});
    REQUIRE(ledger);
    CHECK(ledger->lowPerYear.in(tonnes) == Approx(87.6));
    CHECK(ledger->highPerYear.in(tonnes) == Approx(87600.0 * 2.2));
}

TEST_CASE("Carbon usage effectiveness is PUE times the intensity of the mix") {
    const auto ledger = carbonLedger({megawatts(12.0), megawatts(10.0), EnergySupply{}});
    REQUIRE(ledger);
    REQUIRE(ledger->cue);
    CHECK(ledger->cue->in(gramsPerKilowattHour) ==
          Approx(1.2 * ledger->intensity.in(gramsPerKilowattHour)));
    CHECK_FALSE(carbonLedger({megawatts(1.0), Power{}, EnergySupply{}})->cue);
}

TEST_CASE("Equivalents are homes by electricity and cars by emissions") {
    const auto coal = carbonLedger({megawatts(10.0), megawatts(8.0), onlyFrom(EnergySource::Coal)});
    REQUIRE(coal);
    CHECK(coal->homes == Approx(87.6e6 / 10500.0));
    CHECK(coal->cars == Approx(71832.0 / 4.6));
}

TEST_CASE("Shares that do not add up to one are refused with their sum") {
    EnergySupply supply;
    supply.share[0] += 2e-6;
    const auto ledger = carbonLedger({megawatts(1.0), megawatts(1.0), supply});
    REQUIRE_FALSE(ledger);
    CHECK(ledger.error().code == ErrorCode::InvalidArgument);
    CHECK(ledger.error().message.find("add up to 1") != std::string::npos);
    supply.share[0] -= 1.5e-6;
    CHECK(carbonLedger({megawatts(1.0), megawatts(1.0), supply}));
}

TEST_CASE("Negative or missing figures are refused") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EnergySupply supply = onlyFrom(EnergySource::Gas);
    CHECK_FALSE(carbonLedger({megawatts(nan), megawatts(1.0), supply}));
    CHECK_FALSE(carbonLedger({megawatts(1.0), megawatts(-1.0), supply}));
    supply.share[0] = -1.0;
    supply.share[2] = 1.0;
    CHECK_FALSE(intensityOf(supply));
}
