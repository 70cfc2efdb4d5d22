// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/pipes.h"
#include "tests/support/catch.h"

#include <cmath>
#include <limits>
#include <numbers>

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

/// 20 L/s through DN 100 over 50 m.
PipePair aPair() {
    return {.length = metres(50.0),
            .bore = millimetres(102.26),
            .insulation = millimetres(25.0),
            .flow = litresPerSecond(20.0),
            .supply = celsius(20.0),
            .returning = celsius(20.0),
            .surroundings = celsius(30.0)};
}

PipePairState stateOf(const PipePair& pair) {
    const auto state = pipePairAt(pair);
    REQUIRE(state);
    return *state;
}

}  // namespace

TEST_CASE("Bores are those of standard steel pipe") {
    // Inner diameters in inches of ASME B36.10M tables: 1.049, 4.026, 7.981, 12.000.
    const double inches[][2] = {{25, 1.049}, {100, 4.026}, {200, 7.981}, {300, 12.000}};
    for (const auto& [dn, inner] : inches) {
        const Length wanted = millimetres(25.4 * inner);
        CHECK(nearestSize(wanted).dn == static_cast<int>(dn));
        CHECK(nearestSize(wanted).bore().in(millimetres) ==
              Approx(wanted.in(millimetres)).margin(0.2));
    }
    for (std::size_t i = 1; i < pipeSizeCount; ++i)
        CHECK(pipeSizes()[i].bore() > pipeSizes()[i - 1].bore());
}

TEST_CASE("The smallest size that keeps its limits of velocity and loss is chosen") {
    // 20 L/s: 2.44 m/s in 102.26 mm, 1.55 m/s in 128.2 mm.
    const auto chosen = sizeFor(litresPerSecond(20.0));
    REQUIRE(chosen);
    CHECK(chosen->dn == 125);
    // 100 L/s: 3.10 m/s in 202.7 mm, 1.97 m/s in 254.5 mm.
    CHECK(sizeFor(litresPerSecond(100.0))->dn == 250);
    CHECK(sizeFor(litresPerSecond(96.0))->dn == 200);
    CHECK(sizeFor({})->dn == 15);
    // 1.1 L/s in 35.1 mm: 1.14 m/s, f = 0.0257 (Moody), 475 Pa/m; 0.9 L/s: 0.0265, 327 Pa/m.
    CHECK(sizeFor(litresPerSecond(1.1))->dn == 40);
    CHECK(sizeFor(litresPerSecond(0.9))->dn == 32);
    CHECK_FALSE(sizeFor(cubicMetresPerSecond(3.0)));
}

TEST_CASE("A pipe's pressure drop is that of Darcy and Weisbach by hand") {
    // v = 0.02 / (π/4 · 0.10226²) = 2.4352 m/s; Re = 998.6 · 2.4352 · 0.10226 / 1.0016e-3 =
    // 248,300; f after Haaland: 1/√f = −1.8 log((0.00044/3.7)^1.11 + 6.9/Re) → 0.01797.
    const PipePairState state = stateOf(aPair());
    CHECK(state.velocity.in(metresPerSecond) == Approx(2.4352).epsilon(1e-4));
    CHECK(state.reynolds == Approx(248'300.0).epsilon(5e-3));
    const double root =
        -1.8 * std::log10(std::pow(0.045 / 102.26 / 3.7, 1.11) + 6.9 / state.reynolds);
    const double haalandPaM = 1.0 / (root * root) / 0.10226 * 0.5 * 998.0 * 2.4352 * 2.4352;
    CHECK(state.dropPerMetre.in(pascals) == Approx(haalandPaM).epsilon(0.03));
    CHECK(state.dropPerMetre.in(pascals) == Approx(520.0).epsilon(0.03));
    // Both pipes, half as much again for fittings.
    CHECK(state.drop.si() == Approx(3.0 * 50.0 * state.dropPerMetre.si()));
    CHECK(state.isFast);
    PipePair wider = aPair();
    wider.bore = millimetres(128.2);
    CHECK_FALSE(stateOf(wider).isFast);
    CHECK(stateOf(wider).drop < state.drop);
}

TEST_CASE("Slow water falls by Hagen and Poiseuille") {
    PipePair pair = aPair();
    pair.flow = litresPerSecond(0.1);  // Re about 1,240
    const PipePairState state = stateOf(pair);
    REQUIRE(state.reynolds < 2000.0);
    const double d = 0.10226;
    const double v = 1e-4 / (0.25 * std::numbers::pi * d * d);
    CHECK(state.dropPerMetre.si() == Approx(32.0 * 1.002e-3 * v / (d * d)).epsilon(0.01));
}

TEST_CASE("Heat comes through insulation by the thermal resistance of a cylinder") {
    // ln(152.26/102.26)/(2π · 0.036) = 1.7600 K m/W; 1/(9 π 0.15226) = 0.2323 K m/W.
    const double perMetre = 10.0 / (1.7600 + 0.2323);
    CHECK(stateOf(aPair()).gain.in(watts) == Approx(2.0 * 50.0 * perMetre).epsilon(1e-3));
    PipePair bare = aPair();
    bare.insulation = {};
    CHECK(stateOf(bare).gain > stateOf(aPair()).gain * 5.0);
    PipePair warm = aPair();
    warm.supply = celsius(40.0);
    warm.returning = celsius(45.0);
    CHECK(stateOf(warm).gain < Power{});
}

TEST_CASE("Water's properties are those of the tables") {
    // IAPWS: 0 °C 999.8 kg/m³ 1.792 mPa s; 20 °C 998.2, 1.002; 60 °C 983.2, 0.466.
    const double table[][3] = {{0, 999.8, 1.792e-3}, {20, 998.2, 1.002e-3}, {60, 983.2, 0.466e-3}};
    for (const auto& [c, density, viscosity] : table) {
        const HydraulicFluid water = waterAt(celsius(c));
        CHECK(water.density.si() == Approx(density).epsilon(1e-3));
        CHECK(water.viscosityPaS == Approx(viscosity).epsilon(0.03));
    }
}

TEST_CASE("A pipe whose figures cannot be is refused") {
    PipePair pair = aPair();
    pair.bore = {};
    REQUIRE_FALSE(pipePairAt(pair));
    CHECK(pipePairAt(pair).error().code == ErrorCode::InvalidArgument);
    pair = aPair();
    pair.length = metres(-1.0);
    CHECK_FALSE(pipePairAt(pair));
    pair = aPair();
    pair.supply = celsius(std::numeric_limits<double>::quiet_NaN());
    CHECK_FALSE(pipePairAt(pair));
    pair = aPair();
    pair.flow = {};
    CHECK(stateOf(pair).drop.si() == 0.0);
}
