// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/solve.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cmath>
#include <random>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

/// Draws halls with every kind of device, in ways that a hand might.
class Drawer {
public:
    explicit Drawer(unsigned seed) : m_random(seed) {}

    RoomInput draw() {
        RoomBuilder builder = twoAisles(4 + whole(4), 4.0 + 20.0 * unit(), 0.8 + 0.5 * unit());
        RoomInput& room = builder.room;
        if (chance(0.6)) builder.withCeilingVoid(0.3 + unit(), chance(0.3) ? 0.0 : 0.003);
        for (RackDevice& rack : room.racks)
            change(rack);
        for (CoolerDevice& cooler : room.coolers)
            change(cooler);
        addRoofedAisles(builder);
        addTerminals(builder);
        if (chance(0.5)) builder.withTank(rectM(12.6, 6.3, 2.0, 0.9), 1.2, 40 + 20 * unit(), 80.0);
        if (chance(0.5)) builder.withGrille(rectM(7.2, 7.2, 0.6, 0.6), unit());
        if (chance(0.5)) room.lightsHeat = watts(2600.0 * unit());
        if (chance(0.5)) room.peopleHeat = watts(300.0);
        for (EnvelopeSide& wall : room.envelope.walls)
            if (chance(0.3)) wall = {wattsPerSquareMetreKelvin(2.0), celsius(60.0 * unit() - 20.0)};
        return room;
    }

private:
    double unit() { return std::uniform_real_distribution<double>(0.0, 1.0)(m_random); }
    bool chance(double share) { return unit() < share; }
    int whole(int below) { return static_cast<int>(unit() * below); }

    void change(RackDevice& rack) {
        rack.airHeat = rack.airHeat * (0.2 + unit());
        if (chance(0.3)) rack.exhaustMixing = ExhaustMixing::Mixed;
        if (chance(0.3)) rack.blankingGap = 0.2 * unit();
        if (chance(0.2)) rack.chimney = true;
        if (chance(0.2))
            rack.rearDoor = {wattsPerKelvin(2000.0 * unit()), celsius(14 + 8 * unit())};
        if (chance(0.3))
            rack.slices = {{metres(0.1), metres(0.9), watts(unit()), cubicMetresPerSecond(unit())},
                           {metres(1.2), metres(2.0), watts(unit()), cubicMetresPerSecond(unit())}};
        if (chance(0.05)) rack.airHeat = {}, rack.flow = {};
    }
    void change(CoolerDevice& cooler) {
        if (chance(0.3)) cooler.returnFace = CoolerReturn::CeilingVoid;
        if (chance(0.3)) cooler.effectivenessTimesCmin = wattsPerKelvin(1000.0 + 9000.0 * unit());
        if (chance(0.4))
            cooler.fanCurve =
                FanCurve{pascals(20.0 + 200.0 * unit()), 0.0, -1.0 - 10.0 * unit(), 0.5 + unit()};
    }
    void addRoofedAisles(RoomBuilder& builder) {
        for (const double y : {3.0, 9.6}) {
            if (chance(0.5)) continue;
            builder.withContainment(rectM(4.2, y, 4.8, 1.2), 2.2, 0.1 * unit());
            builder.room.containments.back().kind = static_cast<ContainmentKind>(whole(3));
            builder.room.containments.back().doorOpening = chance(0.3) ? unit() : 0.0;
        }
    }
    void addTerminals(RoomBuilder& builder) {
        if (chance(0.5)) return;
        const double flow = 2.0 * unit();
        builder.withSupply(rectM(10.2, 6.6, 1.2, 0.6), TerminalPlane::Ceiling, flow, 12.0);
        builder.withExtract(rectM(3.0, 6.6, 0.6, 0.6), TerminalPlane::Floor, flow);
    }

    std::mt19937 m_random;
};

bool isFinite(const RoomResult& result) {
    const auto finite = [](float value) { return std::isfinite(value); };
    const auto all = [&](const CellField<float>& field) {
        return std::all_of(field.begin(), field.end(), finite);
    };
    return all(result.temperatureC) && all(result.u) && all(result.v) && all(result.w) &&
           all(result.pressurePa);
}

}  // namespace

TEST_CASE("Halls with every kind of device have closed books or a named error") {
    Drawer drawer(20260131);
    int solved = 0;
    for (int trial = 0; trial < 80; ++trial) {
        const auto result = solvePreview(drawer.draw());
        INFO("trial " << trial);
        if (!result) {
            INFO(describe(result.error()));
            CHECK(result.error().context.find("thermal.") == 0);
            CHECK_FALSE(result.error().remedy.empty());
            continue;
        }
        ++solved;
        CHECK(isFinite(*result));
        CHECK(result->converged);
        CHECK(result->books.heatResidual < 1e-6);
        CHECK(result->books.massResidual < 1e-8);
    }
    CHECK(solved > 50);
}
