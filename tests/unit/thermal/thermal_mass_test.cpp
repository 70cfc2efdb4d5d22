// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/cooler_mass.h"
#include "model/thermal/field_series.h"
#include "model/thermal/thermal_mass.h"
#include "tests/support/catch.h"

#include <cmath>
#include <vector>

using namespace halltwin;
using namespace halltwin::thermal;

namespace {

constexpr double rateWK = 600.0;  // 0.5 m³/s
constexpr double heatW = 6000.0;

AirThrough air(double intakeC, double dtS) {
    return {rateWK, intakeC, dtS};
}

}  // namespace

TEST_CASE("Servers without mass give the steady exhaust at once") {
    ServerMass servers(0.0, 0.8, 0.05);
    servers.settle(air(22.0, 1.0), heatW);
    CHECK(servers.step(air(22.0, 1.0), heatW) == Approx(32.0));
    CHECK(servers.step(air(30.0, 1.0), 2.0 * heatW) == Approx(50.0));
}

TEST_CASE("Servers of endless mass let through what bypasses it") {
    const double effectiveness = 0.8;
    const double before = 0.1;
    ServerMass servers(1e15, effectiveness, before);
    servers.settle(air(22.0, 1.0), heatW);
    const double massC = servers.massC();
    CHECK(massC == Approx(22.0 + 0.9 * 10.0));
    // Exhaust for a frozen mass, VanGilder et al. (2013): (1 − ε) T_amb + (1 − ε (1 − λ)) ΔT + ε T.
    for (const double intakeC : {22.0, 35.0}) {
        const double expected = (1.0 - effectiveness) * intakeC +
                                (1.0 - effectiveness * (1.0 - before)) * 10.0 +
                                effectiveness * massC;
        CHECK(servers.step(air(intakeC, 0.3), heatW) == Approx(expected).epsilon(1e-9));
    }
    CHECK(servers.massC() == Approx(massC));
}

TEST_CASE("Heat in the exhaust and heat stored in servers add up to the IT heat") {
    ServerMass servers(175e3, 0.63, 0.03);
    PassedMass frame(62.5e3, 80.0);
    servers.settle(air(20.0, 1.0), heatW);
    frame.settle(30.0);
    const double storedJ = servers.storedJ() + frame.storedJ();
    double generatedJ = 0.0;
    double exhaustedJ = 0.0;
    for (int n = 0; n < 2000; ++n) {
        // Intakes, loads and steps that change, some steps beyond any time constant.
        const double dtS = n % 7 == 0 ? 400.0 : 0.3;
        const double intakeC = 20.0 + 15.0 * std::sin(0.01 * n);
        const double now = n < 700 ? heatW : 0.2 * heatW;
        const double exhaustC = frame.step({rateWK, servers.step(air(intakeC, dtS), now), dtS});
        generatedJ += now * dtS;
        exhaustedJ += rateWK * (exhaustC - intakeC) * dtS;
        REQUIRE(std::abs(exhaustC) < 100.0);
    }
    const double takenJ = servers.storedJ() + frame.storedJ() - storedJ;
    CHECK(exhaustedJ + takenJ == Approx(generatedJ).epsilon(1e-6));
}

TEST_CASE("An exhaust follows a step of the intake with the server's own time constant") {
    // Continuous model: exhaust lag ε e^(−t/τ1), τ1 = M c / (m cp ε).
    ServerMass servers(120e3, 0.8, 0.0);
    servers.settle(air(20.0, 1.0), heatW);
    const double tauS = 120e3 / rateWK / 0.8;
    const double dtS = 0.05;
    double exhaustC = 0.0;
    for (double t = 0.0; t < tauS; t += dtS)
        exhaustC = servers.step(air(30.0, dtS), heatW);
    CHECK(exhaustC == Approx(40.0 - 0.8 * 10.0 * std::exp(-1.0)).margin(0.01));
}

TEST_CASE("A fan coasts to half its speed in its time, then stops, and starts evenly") {
    FanSpeed fan(seconds(5.0), seconds(10.0));
    fan.step(1.0);
    CHECK(fan.share() == 1.0);
    fan.run(false);
    for (int n = 0; n < 500; ++n)
        fan.step(0.01);
    CHECK(fan.share() == Approx(0.5).margin(0.002));
    for (int n = 0; n < 6000; ++n)
        fan.step(0.01);
    CHECK(fan.share() == 0.0);
    CHECK(fan.isSteady());
    fan.run(true);
    for (int n = 0; n < 500; ++n)
        fan.step(0.01);
    CHECK(fan.share() == Approx(0.5).margin(0.002));
}

TEST_CASE("A settled coil blows what its cooler's law says, and keeps its heat in the books") {
    CoolerDevice cooler;
    cooler.supplySetpoint = celsius(18.0);
    cooler.fanHeat = kilowatts(1.0);
    CoilMass coil({40e3, 2.0, 5000.0, 10.0});
    const CoilMass::Step step{{5000.0, 30.0, 0.5}, 1000.0, CoilFeed::Fed};
    coil.settle(cooler, step);
    const auto steady = coil.step(cooler, step);
    CHECK(steady.outletC == Approx(18.0));
    CHECK(steady.feedW == Approx(5000.0 * 12.0 + 1000.0));

    // Cut off, the coil warms to the air: the outlet rises to intake + fan heat.
    CoilMass::Step cut = step;
    cut.feed = CoilFeed::Cut;
    const double storedJ = coil.storedJ();
    double airLostJ = 0.0;
    double outletC = 0.0;
    for (int n = 0; n < 400; ++n) {
        const auto outcome = coil.step(cooler, cut);
        CHECK(outcome.feedW == 0.0);
        outletC = outcome.outletC;
        airLostJ += 5000.0 * (30.0 + 0.2 - outletC) * 0.5;
    }
    CHECK(outletC == Approx(30.2).margin(1e-3));
    CHECK(coil.storedJ() - storedJ == Approx(airLostJ).epsilon(1e-9));

    // Fed again, it comes back to the set-point.
    for (int n = 0; n < 400; ++n)
        outletC = coil.step(cooler, step).outletC;
    CHECK(outletC == Approx(18.0).margin(1e-3));
}

TEST_CASE("A water loop without chillers warms by its heat over its capacity, and cools again") {
    WaterLoop loop(1e6, 120e3);
    for (int n = 0; n < 10; ++n)
        loop.step(100e3, 1.0);
    CHECK(loop.excessK() == Approx(0.0).margin(1e-12));
    loop.runChillers(false);
    for (int n = 0; n < 10; ++n)
        loop.step(100e3, 1.0);
    CHECK(loop.excessK() == Approx(1.0));
    loop.runChillers(true);
    for (int n = 0; n < 25; ++n)
        loop.step(100e3, 1.0);  // 20 kW to spare
    CHECK(loop.excessK() == Approx(0.5));
    for (int n = 0; n < 100; ++n)
        loop.step(100e3, 1.0);
    CHECK(loop.excessK() == Approx(0.0).margin(1e-12));
}

TEST_CASE("A series of fields finds the nearest in time and keeps each to its step") {
    const auto fields = [](CellField<float> temperatureC) {
        AirFields air;
        air.temperatureC = std::move(temperatureC);
        air.u = {0.1234F, -2.0F};
        air.v = {0.0F, 50.0F};
        air.w = {0.0F, -0.5F};
        air.pressurePa = {12.34F, -0.51F};
        air.tiles = {{ItemId{7}, cubicMetresPerSecond(0.25)}};
        return air;
    };
    FieldSeries series;
    series.add(seconds(0.0), fields({20.0F, -5.123F}));
    series.add(seconds(2.0), fields({21.0F, 400.0F}));
    CHECK(series.nearest(seconds(0.9)) == 0);
    CHECK(series.nearest(seconds(1.1)) == 1);
    CHECK(series.nearest(seconds(99.0)) == 1);
    CHECK(series.temperatureC(0)[1] == Approx(-5.12F));
    CHECK(series.temperatureC(1)[1] == Approx(327.67F));  // the end of its range
    const AirFields last = series.at(1);
    CHECK(last.temperatureC == series.temperatureC(1));
    CHECK(last.u[0] == Approx(0.123F));
    CHECK(last.v[1] == Approx(32.767F));
    CHECK(last.w[1] == Approx(-0.5F));
    CHECK(last.pressurePa[0] == Approx(12.34F).margin(0.01));
    REQUIRE(last.tiles.size() == 1);
    CHECK(last.tiles[0].flow == cubicMetresPerSecond(0.25));
    CHECK(last.grilles.empty());
    CHECK(series.bytes() == 2 * 2 * FieldSeries::bytesPerCell);
}
