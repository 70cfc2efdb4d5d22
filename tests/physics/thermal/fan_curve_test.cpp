// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_law.h"
#include "model/thermal/device_law.h"
#include "model/thermal/solve.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cmath>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

/// A loop of two ducts of 1.2 m × 1.8 m; a fan in the lower one, a screen of `openFraction` across
/// the upper one.
RoomBuilder loop(double openFraction, const FanCurve& curve) {
    RoomBuilder builder(7.2, 2.4, 1.8);
    builder.withBarrier(rectM(1.2, 1.17, 4.8, 0.06), 1.8, 0.0);
    builder.withBarrier(rectM(3.57, 1.2, 0.06, 1.2), 1.8, openFraction);
    builder.withCooler(rectM(3.0, 0.0, 1.2, 1.2), Direction::PlusX, 1.0);
    builder.room.coolers.back().height = metres(1.8);
    builder.room.coolers.back().returnFace = CoolerReturn::Rear;
    builder.room.coolers.back().fanCurve = curve;
    return builder;
}

/// The duct is a dozen cells wide: resistances of the open air count little against the screen.
SolveSettings fine() {
    SolveSettings settings;
    settings.gridM = 0.2;
    return settings;
}

/// Where 200 n² − 10 Q² meets K ½ρ (Q / A)².
double expectedFlow(double openFraction, double speed) {
    const double system = lossCoefficient(openFraction) * 0.5 * 1.2 / std::pow(1.2 * 1.8, 2);
    return speed * std::sqrt(200.0 / (10.0 + system));
}

FanCurve squareCurve(double speed = 1.0) {
    return {pascals(200.0), 0.0, -10.0, speed};
}

/// A tight floor void that `fans` blow into; the tiles are the only way out.
RoomBuilder plenum(const std::vector<FanCurve>& fans) {
    RoomBuilder builder(9.0, 7.2, 3.0);
    builder.withFloorVoid(0.9, 0.0);
    for (std::size_t n = 0; n < fans.size(); ++n) {
        builder.withCooler(rectM(0.6, 0.6 + 1.8 * static_cast<double>(n), 1.2, 1.2),
                           Direction::PlusX, 1.5);
        builder.room.coolers.back().fanCurve = fans[n];
    }
    for (int n = 0; n < 6; ++n)
        builder.withTile(4.2 + 0.6 * n, 3.0, 0.25);
    return builder;
}

}  // namespace

TEST_CASE("A fan runs where its curve meets the duct's resistance") {
    for (const double openFraction : {0.1, 0.2, 0.35}) {
        const auto result = solvePreview(loop(openFraction, squareCurve()).room, fine());
        REQUIRE(result);
        CHECK(result->converged);
        CHECK(result->issues.empty());
        const CoolerResult& cooler = result->coolers.at(0);
        INFO("open " << openFraction);
        CHECK(cooler.flow.in(cubicMetresPerSecond) ==
              Approx(expectedFlow(openFraction, 1.0)).epsilon(0.01));
        CHECK(cooler.pressureRise.in(pascals) ==
              Approx(fanPressure(squareCurve(), cooler.flow).in(pascals)).margin(0.2));
    }
}

TEST_CASE("Half speed moves half the air against a quarter of the pressure") {
    const auto full = solvePreview(loop(0.2, squareCurve()).room, fine());
    const auto half = solvePreview(loop(0.2, squareCurve(0.5)).room, fine());
    REQUIRE(full);
    REQUIRE(half);
    CHECK(half->coolers.at(0).flow / full->coolers.at(0).flow == Approx(0.5).epsilon(0.01));
    CHECK(half->coolers.at(0).pressureRise / full->coolers.at(0).pressureRise ==
          Approx(0.25).epsilon(0.02));
}

TEST_CASE("Unlike fans on one plenum agree on its pressure") {
    const std::vector<FanCurve> fans{{pascals(120.0), -10.0, -20.0, 1.0},
                                     {pascals(90.0), 0.0, -12.0, 1.0},
                                     {pascals(120.0), -10.0, -20.0, 0.9}};
    const auto result = solvePreview(plenum(fans).room);
    REQUIRE(result);
    CHECK(result->converged);
    CHECK(result->issues.empty());
    double total = 0.0;
    for (std::size_t n = 0; n < fans.size(); ++n) {
        const CoolerResult& cooler = result->coolers.at(n);
        total += cooler.flow.in(cubicMetresPerSecond);
        CHECK(cooler.pressureRise.in(pascals) ==
              Approx(fanPressure(fans[n], cooler.flow).in(pascals)).margin(0.13));
        CHECK(cooler.pressureRise.in(pascals) ==
              Approx(result->coolers.at(0).pressureRise.in(pascals)).margin(2.0));
    }
    double tiles = 0.0;
    for (const TileResult& tile : result->tiles)
        tiles += tile.flow.in(cubicMetresPerSecond);
    CHECK(tiles == Approx(total).epsilon(1e-6));
}

TEST_CASE("A fan that another one overpowers is named and given its commanded flow") {
    const std::vector<FanCurve> fans{{pascals(250.0), 0.0, -5.0, 1.0},
                                     {pascals(5.0), 0.0, -2.0, 1.0}};
    RoomBuilder builder = plenum(fans);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    const auto found =
        std::find_if(result->issues.begin(), result->issues.end(),
                     [](const Issue& issue) { return issue.rule == "thermal.noOperatingPoint"; });
    REQUIRE(found != result->issues.end());
    CHECK(found->severity == Severity::Error);
    CHECK(found->items == std::vector<ItemId>{builder.room.coolers[1].id});
    CHECK(result->coolers.at(1).flow.in(cubicMetresPerSecond) == Approx(1.5));
}

TEST_CASE("A cooler with a fan curve keeps its coil's law") {
    RoomBuilder builder = loop(0.2, squareCurve());
    builder.withHeatSource(rectM(1.2, 1.8, 0.6, 0.6), 0.6, 12.0);
    PreviewSolver solver;
    const auto result = solver.solve(builder.room);
    REQUIRE(result);
    CHECK(result->converged);
    const CoolerResult& cooler = result->coolers.at(0);
    const double rate = 1.2 * 1006.0 * cooler.flow.in(cubicMetresPerSecond);
    CHECK((cooler.returnT - cooler.supplyT).si() == Approx(12000.0 / rate).epsilon(1e-5));
    CHECK(result->books.heatResidual < 1e-6);
    builder.room.coolers[0].supplySetpoint = celsius(24.0);  // the kept flow holds the found speed
    const auto again = solver.solve(builder.room);
    REQUIRE(again);
    CHECK(again->coolers.at(0).flow == cooler.flow);
    CHECK(again->coolers.at(0).supplyT.in(celsius) == Approx(24.0));
}
