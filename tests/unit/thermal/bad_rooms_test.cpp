// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/solve.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <string>
#include <vector>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

/// Item 1 a rack, 2 a tile, 3 a cooler, 4 a containment, 5 a wall, 6 a heat source.
RoomInput goodRoom() {
    RoomBuilder builder(9.0, 9.0);
    builder.withFloorVoid(0.6, 0.002)
        .withRack(3.0, 3.0, Direction::MinusY, 10.0)
        .withTile(3.0, 2.4, 0.5);
    builder.withCooler(rectM(0.6, 0.6, 1.2, 1.2), Direction::PlusX, 1.0);
    builder.withContainment(rectM(3.0, 1.8, 0.6, 1.2), 2.2, 0.1);
    builder.withBarrier(rectM(6.0, 3.0, 0.1, 2.0), 2.0, 0.0);
    builder.withHeatSource(rectM(7.2, 7.2, 0.6, 0.6), 2.0, 1.0);
    return builder.room;
}

struct BadRoom {
    const char* rule;
    const char* item;  ///< number that the error must name, or empty
    std::function<void(RoomInput&)> spoil;
};

const std::vector<BadRoom>& badRooms() {
    static const std::vector<BadRoom> rooms{
        {"thermal.hallSize", "", [](RoomInput& r) { r.width = metres(0.0); }},
        {"thermal.hallSize", "", [](RoomInput& r) { r.depth = metres(notANumber); }},
        {"thermal.hallSize", "", [](RoomInput& r) { r.height = metres(-3.0); }},
        {"thermal.hallSize", "", [](RoomInput& r) { r.width = metres(1e9); }},
        {"thermal.hallThin", "", [](RoomInput& r) { r.depth = metres(0.3); }},
        {"thermal.tooManyCells", "", [](RoomInput& r) { r.width = r.depth = metres(2000.0); }},
        {"thermal.floor", "", [](RoomInput& r) { r.floorVoid = metres(-0.5); }},
        {"thermal.floor", "", [](RoomInput& r) { r.floorLeakage = 1.5; }},
        {"thermal.floor", "", [](RoomInput& r) { r.tilePitch = metres(0.0); }},
        {"thermal.air", "", [](RoomInput& r) { r.airDensity = kilogramsPerCubicMetre(0.0); }},
        {"thermal.noFlow", "1", [](RoomInput& r) { r.racks[0].flow = cubicMetresPerSecond(0.0); }},
        {"thermal.flow", "1",
         [](RoomInput& r) { r.racks[0].flow = cubicMetresPerSecond(notANumber); }},
        {"thermal.flow", "3", [](RoomInput& r) { r.coolers[0].flow = cubicMetresPerSecond(-1.0); }},
        {"thermal.power", "1", [](RoomInput& r) { r.racks[0].airHeat = megawatts(1000.0); }},
        {"thermal.power", "1", [](RoomInput& r) { r.racks[0].airHeat = watts(infinite); }},
        {"thermal.power", "6", [](RoomInput& r) { r.heatSources[0].heat = watts(-5.0); }},
        {"thermal.power", "3", [](RoomInput& r) { r.coolers[0].capacity = watts(notANumber); }},
        {"thermal.temperature", "3",
         [](RoomInput& r) { r.coolers[0].supplySetpoint = celsius(notANumber); }},
        {"thermal.temperature", "3", [](RoomInput& r) { r.coolers[0].waterIn = celsius(900.0); }},
        {"thermal.coil", "3",
         [](RoomInput& r) {
             r.coolers[0].effectivenessTimesCmin = HeatCapacityRate::fromSi(-1.0);
         }},
        {"thermal.outside", "1",
         [](RoomInput& r) { r.racks[0].footprint = rectM(8.8, 3.0, 0.6, 1.2); }},
        {"thermal.outside", "5",
         [](RoomInput& r) { r.barriers[0].footprint = rectM(-4.0, 3.0, 1.0, 1.0); }},
        {"thermal.size", "1",
         [](RoomInput& r) { r.racks[0].footprint = rectM(3.0, 3.0, 0.0, 1.2); }},
        {"thermal.size", "2",
         [](RoomInput& r) { r.tiles[0].footprint = rectM(notANumber, 3.0, 0.6, 0.6); }},
        {"thermal.size", "3", [](RoomInput& r) { r.coolers[0].height = metres(0.0); }},
        {"thermal.size", "4", [](RoomInput& r) { r.containments[0].height = metres(notANumber); }},
        {"thermal.leakage", "4", [](RoomInput& r) { r.containments[0].leakage = -0.1; }},
        {"thermal.leakage", "5", [](RoomInput& r) { r.barriers[0].leakage = notANumber; }},
        {"thermal.tileArea", "2", [](RoomInput& r) { r.tiles[0].openArea = squareMetres(-1.0); }},
        {"thermal.overlap", "6",
         [](RoomInput& r) { r.heatSources[0].footprint = rectM(3.2, 3.2, 0.6, 0.6); }},
        {"thermal.noCooling", "1", [](RoomInput& r) { r.coolers.clear(); }},
        {"thermal.noCooling", "6",
         [](RoomInput& r) { r.coolers[0].flow = cubicMetresPerSecond(0.0); }},
        {"thermal.closedSpace", "3",
         [](RoomInput& r) {
             r.floorLeakage = 0.0;
             r.tiles.clear();
         }},
    };
    return rooms;
}

}  // namespace

TEST_CASE("The room that the bad ones are made from is good") {
    CHECK(checkRoom(goodRoom()).empty());
    const auto result = solvePreview(goodRoom());
    REQUIRE(result);
    CHECK(result->issues.empty());
}

TEST_CASE("Every bad room is refused by rule, item and remedy") {
    for (const BadRoom& bad : badRooms()) {
        RoomInput room = goodRoom();
        bad.spoil(room);
        const auto result = solvePreview(room);
        INFO(bad.rule << " " << bad.item);
        REQUIRE_FALSE(result);
        const Error& error = result.error();
        INFO(describe(error));
        CHECK(error.context.find(bad.rule) == 0);
        CHECK(error.context.find(bad.item) != std::string::npos);
        CHECK_FALSE(error.message.empty());
        CHECK_FALSE(error.remedy.empty());
    }
}

TEST_CASE("An unusable grid is refused") {
    SolveSettings settings;
    settings.gridM = notANumber;
    const auto result = solvePreview(goodRoom(), settings);
    REQUIRE_FALSE(result);
    CHECK(result.error().context == "thermal.grid");
}

TEST_CASE("A tile on a slab is a warning and passes no air") {
    RoomInput room = goodRoom();
    room.floorVoid = metres(0.0);
    const auto result = solvePreview(room);
    REQUIRE(result);
    REQUIRE(result->issues.size() == 1);
    CHECK(result->issues[0].rule == "thermal.tileOnSlab");
    CHECK(result->issues[0].items == std::vector<ItemId>{ItemId{2}});
    CHECK(result->tiles.at(0).flow.si() == 0.0);
}

TEST_CASE("An empty hall has still air") {
    RoomInput room;
    const auto result = solvePreview(room);
    REQUIRE(result);
    CHECK(result->converged);
    CHECK(std::all_of(result->temperatureC.begin(), result->temperatureC.end(),
                      [](float value) { return value == 22.0F; }));
    CHECK(result->metrics.rciHi == 100.0);
}

TEST_CASE("A rack that fits no free cell is left out with an error, not forgotten") {
    RoomInput room = goodRoom();
    for (int n = 0; n < 3; ++n) {
        RackDevice rack = room.racks[0];
        rack.id = ItemId{20 + n};
        rack.footprint = rectM(5.0 + 0.2 * n, 6.0, 0.2, 1.2);
        room.racks.push_back(rack);
    }
    const auto result = solvePreview(room);
    REQUIRE(result);
    const auto named =
        std::any_of(result->issues.begin(), result->issues.end(), [](const Issue& issue) {
            return issue.rule == "thermal.gridTooCoarse" && issue.severity == Severity::Error;
        });
    CHECK(named);
}
