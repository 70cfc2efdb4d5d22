// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_law.h"
#include "model/thermal/solve.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <cmath>
#include <vector>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

double meanPressure(const RoomResult& result, int firstLayer, int lastLayer) {
    double sum = 0.0;
    int count = 0;
    for (int k = firstLayer; k <= lastLayer; ++k)
        for (int j = 0; j < result.grid.y.cells(); ++j)
            for (int i = 0; i < result.grid.x.cells(); ++i) {
                const std::size_t cell = result.grid.index(i, j, k);
                sum += result.solid[cell] == airCell ? static_cast<double>(result.pressurePa[cell])
                                                     : 0.0;
                count += result.solid[cell] == airCell ? 1 : 0;
            }
    return sum / count;
}

}  // namespace

TEST_CASE("A 25 % tile passes 500 cfm at 10.35 Pa") {
    // Fried & Idelchik K = 42.8; 0.236 m³/s through a 24 inch tile
    RoomBuilder builder(6 * 0.6096, 6 * 0.6096, 3.0);
    builder.room.tilePitch = metres(0.6096);
    builder.withFloorVoid(1.2, 0.0).withTile(3 * 0.6096, 3 * 0.6096, 0.25);
    builder.withCooler(rectM(0.0, 0.0, 0.6096, 1.2192), Direction::PlusX, 0.236);
    SolveSettings settings;
    settings.gridM = 0.6096;
    const auto result = solvePreview(builder.room, settings);
    REQUIRE(result);
    CHECK(result->tiles.at(0).flow.in(cubicMetresPerSecond) == Approx(0.236).epsilon(1e-6));
    const double dropPa =
        meanPressure(*result, 0, 1) - meanPressure(*result, 2, result->grid.z.cells() - 1);
    CHECK(dropPa == Approx(10.35).epsilon(0.01));
}

TEST_CASE("Tiles on a deep void share the flow by A / sqrt K") {
    RoomBuilder builder(9.6, 7.2);
    builder.withFloorVoid(2.4, 0.0);
    builder.withCooler(rectM(0.0, 3.0, 1.2, 1.2), Direction::PlusX, 1.5);
    const std::vector<double> open{0.25, 0.25, 0.32, 0.40, 0.56, 0.56};
    for (std::size_t n = 0; n < open.size(); ++n)
        builder.withTile(3.0 + 1.2 * static_cast<double>(n % 3), n < 3 ? 1.2 : 4.8, open[n]);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    double total = 0.0;
    for (const double fraction : open)
        total += 1.0 / std::sqrt(lossCoefficient(fraction));
    for (std::size_t n = 0; n < open.size(); ++n) {
        const double expected = 1.5 / std::sqrt(lossCoefficient(open[n])) / total;
        INFO("tile " << n);
        CHECK(result->tiles[n].flow.in(cubicMetresPerSecond) == Approx(expected).epsilon(0.005));
    }
}

TEST_CASE("A tile's flow does not depend on how fine the grid divides it") {
    RoomBuilder builder(9.6, 7.2);
    builder.withFloorVoid(2.4, 0.001);
    builder.withCooler(rectM(0.0, 3.0, 1.2, 1.2), Direction::PlusX, 1.5);
    builder.withTile(3.0, 1.2, 0.25).withTile(6.0, 4.8, 0.4);
    SolveSettings fine;
    fine.gridM = 0.3;
    const auto coarseResult = solvePreview(builder.room);
    const auto fineResult = solvePreview(builder.room, fine);
    REQUIRE(coarseResult);
    REQUIRE(fineResult);
    for (std::size_t n = 0; n < 2; ++n)
        CHECK(fineResult->tiles[n].flow.si() ==
              Approx(coarseResult->tiles[n].flow.si()).epsilon(0.02));
}

TEST_CASE("Tiles and floor seams together pass all supply air") {
    RoomBuilder builder = twoAisles(8, 20.0);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    double tilesM3S = 0.0;
    for (const TileResult& tile : result->tiles)
        tilesM3S += tile.flow.si();
    double supplyM3S = 0.0;
    for (const CoolerResult& cooler : result->coolers)
        supplyM3S += cooler.flow.si();
    CHECK(tilesM3S < supplyM3S);
    CHECK(tilesM3S > 0.8 * supplyM3S);  // 0.25 % of 259 m² leaks beside 32 tiles of 56 %
    CHECK(result->books.massResidual < 1e-9);
}
