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

/// Racks of uneven load in an open room, with a wall, a heat source and an empty corner.
RoomBuilder mixedRoom() {
    RoomBuilder builder = twoAisles(8, 15.0, 0.9);
    for (std::size_t n = 0; n < builder.room.racks.size(); ++n) {
        const double kw = 4.0 + 3.0 * static_cast<double>(n % 7);
        builder.room.racks[n].airHeat = kilowatts(kw);
        builder.room.racks[n].flow = cubicMetresPerSecond(kw * usualFlowM3SPerKw);
    }
    builder.withBarrier(rectM(12.0, 3.0, 0.1, 6.0), 3.0, 0.0);
    builder.withHeatSource(rectM(13.2, 6.0, 1.2, 0.6), 2.0, 12.0);
    return builder;
}

Rect mirrored(const Rect& rect, Length width) {
    return {{width - rect.max.x, rect.min.y}, {width - rect.min.x, rect.max.y}};
}

Direction mirrored(Direction direction) {
    if (direction == Direction::PlusX) return Direction::MinusX;
    return direction == Direction::MinusX ? Direction::PlusX : direction;
}

RoomInput mirrored(RoomInput room) {
    for (auto& rack : room.racks) {
        rack.footprint = mirrored(rack.footprint, room.width);
        rack.front = mirrored(rack.front);
    }
    for (auto& cooler : room.coolers) {
        cooler.footprint = mirrored(cooler.footprint, room.width);
        cooler.front = mirrored(cooler.front);
    }
    for (auto& tile : room.tiles)
        tile.footprint = mirrored(tile.footprint, room.width);
    for (auto& barrier : room.barriers)
        barrier.footprint = mirrored(barrier.footprint, room.width);
    for (auto& source : room.heatSources)
        source.footprint = mirrored(source.footprint, room.width);
    return room;
}

}  // namespace

TEST_CASE("Heat and mass books close to the tolerances") {
    for (const double gridM : {0.6, 0.3}) {
        SolveSettings settings;
        settings.gridM = gridM;
        const auto result = solvePreview(mixedRoom().room, settings);
        REQUIRE(result);
        CHECK(result->converged);
        CHECK(result->books.heatResidual < 1e-6);
        CHECK(result->books.massResidual < 1e-9);
        CHECK(result->books.otherHeat.in(kilowatts) == Approx(12.0));
        double coils = 0.0;
        for (const CoolerResult& cooler : result->coolers)
            coils += cooler.coilHeat.in(kilowatts);
        const double racks = result->books.itHeat.in(kilowatts);
        CHECK(coils == Approx(racks + 12.0).epsilon(1e-6));
    }
}

TEST_CASE("No air is colder than the supply or hotter than the hottest exhaust") {
    RoomBuilder builder = mixedRoom();
    builder.room.heatSources.clear();
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    double hottestC = 0.0;
    for (const RackResult& rack : result->racks)
        for (const SliceResult& slice : rack.slices)
            hottestC = std::max(hottestC, slice.exhaust.in(celsius));
    for (const float value : result->temperatureC) {
        REQUIRE(static_cast<double>(value) >= 20.0 - 1e-3);
        REQUIRE(static_cast<double>(value) <= hottestC + 1e-3);
    }
}

TEST_CASE("Intake rises of two loads add up when the flow stays the same") {
    RoomBuilder both = mixedRoom();
    RoomBuilder even = both;
    RoomBuilder odd = both;
    for (std::size_t n = 0; n < both.room.racks.size(); ++n)
        (n % 2 == 0 ? odd : even).room.racks[n].airHeat = watts(0.0);
    odd.room.heatSources.at(0).heat = watts(0.0);
    const auto sum = solvePreview(both.room);
    const auto first = solvePreview(even.room);
    const auto second = solvePreview(odd.room);
    REQUIRE(sum);
    REQUIRE(first);
    REQUIRE(second);
    for (std::size_t n = 0; n < sum->racks.size(); ++n) {
        const double added =
            first->racks[n].intakeMean.in(celsius) + second->racks[n].intakeMean.in(celsius)-20.0;
        CHECK(sum->racks[n].intakeMean.in(celsius) == Approx(added).margin(1e-4));
    }
}

TEST_CASE("A mirrored hall has the mirrored field") {
    const RoomInput room = mixedRoom().room;
    const auto left = solvePreview(room);
    const auto right = solvePreview(mirrored(room));
    REQUIRE(left);
    REQUIRE(right);
    const Grid& grid = left->grid;
    double greatest = 0.0;
    for (int k = 0; k < grid.z.cells(); ++k)
        for (int j = 0; j < grid.y.cells(); ++j)
            for (int i = 0; i < grid.x.cells(); ++i) {
                const std::size_t here = grid.index(i, j, k);
                const std::size_t there = grid.index(grid.x.cells() - 1 - i, j, k);
                greatest =
                    std::max(greatest, std::abs(static_cast<double>(left->temperatureC[here]) -
                                                static_cast<double>(right->temperatureC[there])));
            }
    CHECK(greatest < 1e-3);
}

TEST_CASE("More supply air never warms the mean intake of an open room") {
    double before = 1e9;
    for (const double ratio : {0.5, 0.7, 0.9, 1.1, 1.4, 1.8}) {
        const auto result = solvePreview(twoAisles(8, 15.0, ratio).room);
        REQUIRE(result);
        double mean = 0.0;
        for (const RackResult& rack : result->racks)
            mean += rack.intakeMean.in(celsius) / static_cast<double>(result->racks.size());
        CHECK(mean <= before + 1e-6);
        before = mean;
    }
}

TEST_CASE("Any hall that a hand can draw has closed books or a named error") {
    std::mt19937 random(20240611);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    int solved = 0;
    for (int trial = 0; trial < 60; ++trial) {
        RoomBuilder builder(6.0 + 10.0 * unit(random), 5.0 + 8.0 * unit(random),
                            2.4 + 2.0 * unit(random));
        const double width = builder.room.width.in(metres);
        const double depth = builder.room.depth.in(metres);
        if (unit(random) < 0.6)
            builder.withFloorVoid(0.3 + unit(random), unit(random) < 0.5 ? 0.0 : 0.003);
        const auto direction = [&] {
            return static_cast<Direction>(static_cast<int>(4.0 * unit(random)));
        };
        for (int n = 0; n < 8; ++n)
            builder.withRack(unit(random) * (width - 0.6), unit(random) * (depth - 1.2),
                             direction(), 30.0 * unit(random));
        for (int n = 0; n < 2; ++n)
            builder.withCooler(
                rectM(unit(random) * (width - 1.0), unit(random) * (depth - 1.0), 1.0, 0.9),
                direction(), 6.0 * unit(random));
        for (int n = 0; n < 6; ++n)
            builder.withTile(0.6 * std::floor(unit(random) * (width - 0.6) / 0.6),
                             0.6 * std::floor(unit(random) * (depth - 0.6) / 0.6), unit(random));
        builder.withContainment(
            rectM(unit(random) * (width - 3.0), unit(random) * (depth - 1.2), 3.0, 1.2), 2.2,
            0.1 * unit(random));
        builder.withBarrier(
            rectM(unit(random) * (width - 2.0), unit(random) * (depth - 0.2), 2.0, 0.1), 3.0,
            unit(random) < 0.5 ? 0.0 : unit(random));
        std::erase_if(builder.room.racks, [&](const RackDevice& rack) {
            return std::any_of(builder.room.racks.begin(), builder.room.racks.end(),
                               [&](const RackDevice& other) {
                                   return other.id < rack.id &&
                                          overlaps(other.footprint, rack.footprint, metres(0.0));
                               }) ||
                   std::any_of(builder.room.coolers.begin(), builder.room.coolers.end(),
                               [&](const CoolerDevice& cooler) {
                                   return overlaps(cooler.footprint, rack.footprint, metres(0.0));
                               });
        });
        const auto result = solvePreview(builder.room);
        INFO("trial " << trial);
        if (!result) {
            INFO(describe(result.error()));
            CHECK_FALSE(result.error().context.empty());
            continue;
        }
        ++solved;
        CHECK(result->converged);
        CHECK(result->books.heatResidual < 1e-6);
        for (const float value : result->temperatureC)
            REQUIRE(std::isfinite(value));
    }
    CHECK(solved > 30);
}
