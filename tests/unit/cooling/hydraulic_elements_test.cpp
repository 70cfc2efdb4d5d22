// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/hydraulic_elements.h"
#include "tests/support/catch.h"

#include <cmath>
#include <numbers>
#include <vector>

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

HydraulicPipe aPipe() {
    return {.length = metres(100.0), .diameter = metres(0.1)};
}

HydraulicPump aPump() {
    return {pumpCurveOf(kilopascals(200.0), litresPerSecond(60.0)), 1.0, litresPerSecond(35.0),
            0.7};
}

double dropPa(const HydraulicElement& element, double flowM3S) {
    return dropOf(element, {}, flowM3S).dropPa;
}

}  // namespace

TEST_CASE("Friction factors are those of the Moody chart") {
    CHECK(frictionFactor(FrictionLaw::Colebrook, 1000.0, 1e-3) == Approx(0.064));
    // Colebrook's equation solved by hand: 1/√f = −2 log(1e-3/3.7 + 2.51/(1e5 √f)).
    const double f = frictionFactor(FrictionLaw::Colebrook, 1e5, 1e-3);
    CHECK(f == Approx(0.02217).margin(2e-5));
    CHECK(1.0 / std::sqrt(f) ==
          Approx(-2.0 * std::log10(1e-3 / 3.7 + 2.51 / (1e5 * std::sqrt(f)))).epsilon(1e-9));
    CHECK(frictionFactor(FrictionLaw::Colebrook, 1e8, 1e-2) == Approx(0.0379).margin(1e-4));
}

TEST_CASE("Swamee and Jain come within 3 % of Colebrook") {
    for (const double reynolds : {5e3, 1e4, 1e5, 1e6, 1e7}) {
        for (const double roughness : {1e-6, 1e-4, 1e-3, 1e-2}) {
            CHECK(
                frictionFactor(FrictionLaw::SwameeJain, reynolds, roughness) ==
                Approx(frictionFactor(FrictionLaw::Colebrook, reynolds, roughness)).epsilon(0.035));
        }
    }
}

TEST_CASE("A pipe's drop is Darcy–Weisbach's, laminar at first") {
    // 10 L/s in 100 mm: 1.273 m/s, Re 126,800.
    const double v = 0.01 / (0.25 * std::numbers::pi * 0.01);
    const double reynolds = 998.2 * v * 0.1 / 1.002e-3;
    const double f = frictionFactor(FrictionLaw::SwameeJain, reynolds, 0.45e-3);
    CHECK(dropPa(aPipe(), 0.01) == Approx(f * 1000.0 * 0.5 * 998.2 * v * v));
    // Hagen–Poiseuille at 0.05 L/s: Re 634.
    CHECK(dropPa(aPipe(), 5e-5) ==
          Approx(128.0 * 1.002e-3 * 100.0 * 5e-5 / (std::numbers::pi * 1e-4)).epsilon(1e-6));
    HydraulicPipe bends = aPipe();
    bends.localLosses = 5.0;
    CHECK(dropPa(bends, 0.01) - dropPa(aPipe(), 0.01) == Approx(5.0 * 0.5 * 998.2 * v * v));
}

TEST_CASE("A valve loses 1 bar at its Kv, and more as it closes") {
    HydraulicValve valve{.kv = 36.0};
    CHECK(dropPa(valve, 0.01) == Approx(1e5 * 0.9982).epsilon(1e-6));
    valve.opening = 0.5;
    CHECK(dropPa(valve, 0.01) == Approx(1e5 * 0.9982 * 50.0).epsilon(1e-6));
    valve.trait = ValveTrait::Linear;
    CHECK(dropPa(valve, 0.01) == Approx(1e5 * 0.9982 * 4.0).epsilon(1e-6));
    valve.opening = 0.0;
    CHECK(dropPa(valve, 1e-7) == Approx(1e5));
    CHECK(kvOfCv(10.0) == Approx(8.65));
}

TEST_CASE("Every element's drop rises with flow and its slope is its own") {
    HydraulicPump slow = aPump();
    slow.speed = 0.4;
    const std::vector<HydraulicElement> elements{
        aPipe(),
        HydraulicValve{.kv = 20.0, .opening = 0.3},
        HydraulicCoil{litresPerSecond(5.0), kilopascals(40.0)},
        HydraulicCheckValve{30.0},
        aPump(),
        slow};
    for (const HydraulicElement& element : elements) {
        double before = -1e300;
        for (double flow = -0.02; flow < 0.06; flow += 1.37e-4) {
            const DropAt at = dropOf(element, {}, flow);
            CHECK(at.dropPa > before);
            before = at.dropPa;
            const double step = 1e-8;
            const double slope =
                (dropPa(element, flow + step) - dropPa(element, flow - step)) / (2.0 * step);
            CHECK(at.slope == Approx(slope).epsilon(0.01));
        }
    }
}

TEST_CASE("A pump follows its curve and the affinity laws, and lets nothing back") {
    CHECK(dropPa(aPump(), 0.0) == Approx(-200e3));
    CHECK(dropPa(aPump(), 0.03) == Approx(-150e3).epsilon(1e-6));
    HydraulicPump half = aPump();
    half.speed = 0.5;
    CHECK(dropPa(half, 0.015) == Approx(-37.5e3).epsilon(1e-6));
    CHECK(mostFlow(aPump()).in(litresPerSecond) == Approx(60.0));
    CHECK(mostFlow(half).in(litresPerSecond) == Approx(30.0));
    CHECK(dropPa(aPump(), -1e-6) < -1e6);
}

TEST_CASE("Pump power is flow times rise over the efficiency at that flow") {
    const double rise = 200e3 * (1.0 - std::pow(35.0 / 60.0, 2));
    CHECK(pumpPower(aPump(), litresPerSecond(35.0)).in(watts) == Approx(0.035 * rise / 0.7));
    const double x = 20.0 / 35.0;
    const double rise20 = 200e3 * (1.0 - std::pow(20.0 / 60.0, 2));
    CHECK(pumpPower(aPump(), litresPerSecond(20.0)).in(watts) ==
          Approx(0.020 * rise20 / (0.7 * x * (2.0 - x))));
    // The affinity laws: half speed and flow, an eighth of the power.
    HydraulicPump half = aPump();
    half.speed = 0.5;
    CHECK(pumpPower(half, litresPerSecond(10.0)).si() ==
          Approx(pumpPower(aPump(), litresPerSecond(20.0)).si() / 8.0));
    CHECK(pumpPower(aPump(), {}).si() > 0.0);
    half.speed = 0.0;
    CHECK(pumpPower(half, {}).si() == 0.0);
}

TEST_CASE("Three points make a pump curve that goes through them") {
    const auto curve =
        pumpCurveThrough({{}, kilopascals(220.0)}, {litresPerSecond(20.0), kilopascals(190.0)},
                         {litresPerSecond(40.0), kilopascals(120.0)});
    REQUIRE(curve);
    const auto rise = [&](double q) { return curve->a + q * (curve->b + q * curve->c); };
    CHECK(rise(0.0) == Approx(220e3));
    CHECK(rise(0.02) == Approx(190e3));
    CHECK(rise(0.04) == Approx(120e3));
    // One that rises at first has two flows for one pressure.
    CHECK_FALSE(pumpCurveThrough({{}, kilopascals(180.0)},
                                 {litresPerSecond(20.0), kilopascals(190.0)},
                                 {litresPerSecond(40.0), kilopascals(120.0)}));
    CHECK_FALSE(pumpCurveThrough({{}, kilopascals(180.0)}, {{}, kilopascals(190.0)},
                                 {litresPerSecond(40.0), kilopascals(120.0)}));
}
