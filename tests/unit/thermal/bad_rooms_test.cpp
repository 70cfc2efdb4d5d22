// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/solve.h"
#include "tests/physics/thermal/rooms.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cmath>
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

/// Item 1 a rack, 2 a tile, 3 a cooler, 4 a containment, 5 a wall, 6 a heat source, 7 a ceiling
/// grille, 8 a supply and 9 an extract in the ceiling, 10 a tank.
RoomInput goodRoom() {
    RoomBuilder builder(9.0, 9.0);
    builder.withFloorVoid(0.6, 0.002)
        .withRack(3.0, 3.0, Direction::MinusY, 10.0)
        .withTile(3.0, 2.4, 0.5);
    builder.withCooler(rectM(0.6, 0.6, 1.2, 1.2), Direction::PlusX, 1.0);
    builder.withContainment(rectM(3.0, 1.8, 0.6, 1.2), 2.2, 0.1);
    builder.withBarrier(rectM(6.0, 3.0, 0.1, 2.0), 2.0, 0.0);
    builder.withHeatSource(rectM(7.2, 7.2, 0.6, 0.6), 2.0, 1.0);
    builder.withCeilingVoid(0.6, 0.002).withGrille(rectM(4.8, 6.0, 0.6, 0.6), 0.5);
    builder.withSupply(rectM(6.6, 1.2, 0.6, 0.6), TerminalPlane::Ceiling, 0.2, 18.0);
    builder.withExtract(rectM(7.8, 1.2, 0.6, 0.6), TerminalPlane::Ceiling, 0.2);
    builder.withTank(rectM(4.2, 7.2, 1.2, 0.6), 1.2, 50.0, 20.0);
    builder.room.racks[0].rearDoor = {wattsPerKelvin(100.0), celsius(18.0)};
    builder.room.racks[0].slices = {
        {metres(0.0), metres(2.0), kilowatts(10.0), cubicMetresPerSecond(0.6)}};
    builder.room.racks[0].blankingGap = 0.01;
    builder.room.coolers[0].fanCurve = FanCurve{pascals(50.0), -1.0, -10.0, 1.0};
    builder.room.envelope.roof = {wattsPerSquareMetreKelvin(0.3), celsius(35.0)};
    builder.room.lightsHeat = watts(200.0);
    return builder.room;
}

/// Takes away all that carries heat off, the rack's fan and door included.
void uncool(RoomInput& room) {
    room.coolers[0].flow = {};
    room.racks[0].rearDoor.reset();
    room.terminals.clear();
    room.envelope = {};
}

struct BadRoom {
    const char* rule;
    const char* item;  ///< number that the error must name, or empty
    std::function<void(RoomInput&)> spoil;
};

std::vector<BadRoom> badHalls() {
    return {
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
        {"thermal.ceiling", "", [](RoomInput& r) { r.ceilingVoid = metres(notANumber); }},
        {"thermal.ceiling", "", [](RoomInput& r) { r.ceilingLeakage = -0.1; }},
        {"thermal.power", "", [](RoomInput& r) { r.lightsHeat = watts(notANumber); }},
        {"thermal.power", "", [](RoomInput& r) { r.peopleHeat = watts(-1.0); }},
        {"thermal.envelope", "",
         [](RoomInput& r) { r.envelope.walls[2].transmittance = wattsPerSquareMetreKelvin(-1.0); }},
        {"thermal.envelope", "",
         [](RoomInput& r) { r.envelope.roof.outside = celsius(notANumber); }},
    };
}

std::vector<BadRoom> badRacks() {
    return {
        {"thermal.noFlow", "1", [](RoomInput& r) { r.racks[0].flow = cubicMetresPerSecond(0.0); }},
        {"thermal.flow", "1",
         [](RoomInput& r) { r.racks[0].flow = cubicMetresPerSecond(notANumber); }},
        {"thermal.power", "1", [](RoomInput& r) { r.racks[0].airHeat = megawatts(1000.0); }},
        {"thermal.power", "1", [](RoomInput& r) { r.racks[0].airHeat = watts(infinite); }},
        {"thermal.size", "1",
         [](RoomInput& r) { r.racks[0].footprint = rectM(3.0, 3.0, 0.0, 1.2); }},
        {"thermal.leakage", "1", [](RoomInput& r) { r.racks[0].blankingGap = notANumber; }},
        {"thermal.slice", "1", [](RoomInput& r) { r.racks[0].slices[0].top = metres(9.0); }},
        {"thermal.slice", "1",
         [](RoomInput& r) { r.racks[0].slices[0].bottom = metres(notANumber); }},
        {"thermal.power", "1", [](RoomInput& r) { r.racks[0].slices[0].heat = watts(notANumber); }},
        {"thermal.noFlow", "1", [](RoomInput& r) { r.racks[0].slices[0].flow = {}; }},
        {"thermal.coil", "1",
         [](RoomInput& r) {
             r.racks[0].rearDoor->effectivenessTimesCmin = wattsPerKelvin(notANumber);
         }},
        {"thermal.temperature", "1",
         [](RoomInput& r) { r.racks[0].rearDoor->waterIn = celsius(notANumber); }},
    };
}

std::vector<BadRoom> badCoolers() {
    return {
        {"thermal.flow", "3", [](RoomInput& r) { r.coolers[0].flow = cubicMetresPerSecond(-1.0); }},
        {"thermal.power", "3", [](RoomInput& r) { r.coolers[0].capacity = watts(notANumber); }},
        {"thermal.temperature", "3",
         [](RoomInput& r) { r.coolers[0].supplySetpoint = celsius(notANumber); }},
        {"thermal.temperature", "3", [](RoomInput& r) { r.coolers[0].waterIn = celsius(900.0); }},
        {"thermal.coil", "3",
         [](RoomInput& r) {
             r.coolers[0].effectivenessTimesCmin = HeatCapacityRate::fromSi(-1.0);
         }},
        {"thermal.size", "3", [](RoomInput& r) { r.coolers[0].height = metres(0.0); }},
        {"thermal.fanCurve", "3",
         [](RoomInput& r) { r.coolers[0].fanCurve->atNoFlow = pascals(0.0); }},
        {"thermal.fanCurve", "3",
         [](RoomInput& r) { r.coolers[0].fanCurve->squarePaPerM3S2 = notANumber; }},
        {"thermal.fanCurve", "3",
         [](RoomInput& r) { r.coolers[0].fanCurve->linearPaPerM3S = 5.0; }},
        {"thermal.fanCurve", "3",
         [](RoomInput& r) {
             r.coolers[0].fanCurve = FanCurve{pascals(50.0), 0.0, 0.0, 1.0};
         }},
        {"thermal.fanCurve", "3", [](RoomInput& r) { r.coolers[0].fanCurve->speed = 0.0; }},
    };
}

std::vector<BadRoom> badOthers() {
    return {
        {"thermal.power", "6", [](RoomInput& r) { r.heatSources[0].heat = watts(-5.0); }},
        {"thermal.size", "2",
         [](RoomInput& r) { r.tiles[0].footprint = rectM(notANumber, 3.0, 0.6, 0.6); }},
        {"thermal.size", "4", [](RoomInput& r) { r.containments[0].height = metres(notANumber); }},
        {"thermal.leakage", "4", [](RoomInput& r) { r.containments[0].leakage = -0.1; }},
        {"thermal.leakage", "5", [](RoomInput& r) { r.barriers[0].leakage = notANumber; }},
        {"thermal.tileArea", "2", [](RoomInput& r) { r.tiles[0].openArea = squareMetres(-1.0); }},
        {"thermal.tileArea", "7",
         [](RoomInput& r) { r.grilles[0].openArea = squareMetres(notANumber); }},
        {"thermal.flow", "8",
         [](RoomInput& r) { r.terminals[0].flow = cubicMetresPerSecond(notANumber); }},
        {"thermal.temperature", "8",
         [](RoomInput& r) { r.terminals[0].supplyTemperature = celsius(notANumber); }},
        {"thermal.leakage", "8", [](RoomInput& r) { r.terminals[0].openFraction = 0.0; }},
        {"thermal.leakage", "4", [](RoomInput& r) { r.containments[0].doorOpening = 2.0; }},
        {"thermal.temperature", "10",
         [](RoomInput& r) { r.tanks[0].bathTemperature = celsius(notANumber); }},
        {"thermal.coil", "10",
         [](RoomInput& r) { r.tanks[0].surfaceConductance = wattsPerKelvin(-1.0); }},
        {"thermal.size", "10", [](RoomInput& r) { r.tanks[0].height = metres(notANumber); }},
    };
}

std::vector<BadRoom> badPlaces() {
    return {
        {"thermal.outside", "1",
         [](RoomInput& r) { r.racks[0].footprint = rectM(8.8, 3.0, 0.6, 1.2); }},
        {"thermal.outside", "5",
         [](RoomInput& r) { r.barriers[0].footprint = rectM(-4.0, 3.0, 1.0, 1.0); }},
        {"thermal.overlap", "6",
         [](RoomInput& r) { r.heatSources[0].footprint = rectM(3.2, 3.2, 0.6, 0.6); }},
        {"thermal.overlap", "10",
         [](RoomInput& r) { r.tanks[0].footprint = rectM(3.0, 3.6, 1.2, 0.6); }},
        {"thermal.overlap", "8",
         [](RoomInput& r) { r.terminals[1].footprint = rectM(6.6, 1.5, 0.6, 0.6); }},
        {"thermal.noCooling", "1", [](RoomInput& r) { uncool(r); }},
        {"thermal.noCooling", "6",
         [](RoomInput& r) {
             uncool(r);
             r.racks[0].airHeat = {};
         }},
        {"thermal.outside", "7",
         [](RoomInput& r) { r.grilles[0].footprint = rectM(8.8, 6.0, 0.6, 0.6); }},
        {"thermal.outside", "9",
         [](RoomInput& r) { r.terminals[1].footprint = rectM(8.7, 1.2, 0.6, 0.6); }},
        {"thermal.closedSpace", "8", [](RoomInput& r) { r.terminals.pop_back(); }},
        {"thermal.closedSpace", "3",
         [](RoomInput& r) {
             r.floorLeakage = 0.0;
             r.tiles.clear();
             r.coolers[0].fanCurve.reset();
         }},
    };
}

void checkRefusal(const BadRoom& bad) {
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

}  // namespace

TEST_CASE("The room that the bad ones are made from is good") {
    CHECK(checkRoom(goodRoom()).empty());
    const auto result = solvePreview(goodRoom());
    REQUIRE(result);
    CHECK(result->issues.empty());
}

TEST_CASE("Every bad room is refused by rule, item and remedy") {
    for (const auto& rooms : {badHalls(), badRacks(), badCoolers(), badOthers(), badPlaces()})
        for (const BadRoom& bad : rooms)
            checkRefusal(bad);
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
    room.coolers[0].fanCurve.reset();
    const auto result = solvePreview(room);
    REQUIRE(result);
    REQUIRE(result->issues.size() == 1);
    CHECK(result->issues[0].rule == "thermal.tileOnSlab");
    CHECK(result->issues[0].items == std::vector<ItemId>{ItemId{2}});
    CHECK(result->tiles.at(0).flow.si() == 0.0);
}

TEST_CASE("A gap of a millimetre between racks, or to the wall, is closed or left open, not lost") {
    RoomBuilder builder(6.0, 4.8);
    for (int n = 0; n < 3; ++n)
        builder.withRack(1.801 + 0.601 * n, 1.8, Direction::MinusY, 8.0);
    builder.withBarrier(rectM(3.605, 1.8, 2.394, 0.06), 2.0, 0.0);
    builder.withCooler(rectM(0.001, 1.2, 1.2, 1.2), Direction::PlusX, 1.5);
    for (const double gridM : {0.6, 0.2}) {
        SolveSettings settings;
        settings.gridM = gridM;
        const auto result = solvePreview(builder.room, settings);
        REQUIRE(result);
        CHECK(result->converged);
        CHECK(result->racks.size() == 3);
        CHECK(result->books.heatResidual < 1e-6);
    }
}

TEST_CASE("Voids of a millimetre give closed books, not nonsense") {
    RoomInput room = goodRoom();
    room.floorVoid = millimetres(1.0);
    room.ceilingVoid = millimetres(1.0);
    const auto result = solvePreview(room);
    REQUIRE(result);
    CHECK(result->books.heatResidual < 1e-5);
    CHECK(std::all_of(result->temperatureC.begin(), result->temperatureC.end(),
                      [](float value) { return std::isfinite(value); }));
}

TEST_CASE("A tank in a hall without moving air is named, its heat is not invented") {
    RoomBuilder builder(6.0, 6.0);
    builder.withTank(rectM(2.4, 2.4, 1.2, 0.6), 1.2, 50.0, 20.0);
    const auto result = solvePreview(builder.room);
    REQUIRE(result);
    CHECK(result->tanks.at(0).heat.si() == 0.0);
    REQUIRE(result->issues.size() == 1);
    CHECK(result->issues[0].rule == "thermal.stillAir");
    CHECK(result->issues[0].items == std::vector<ItemId>{ItemId{1}});
}

TEST_CASE("Halls cut in two each need their own balance") {
    RoomBuilder builder(9.0, 6.0);
    builder.withBarrier(rectM(4.47, 0.0, 0.06, 6.0), 3.6, 0.0);
    builder.withRack(1.8, 2.4, Direction::MinusY, 10.0);
    builder.withCooler(rectM(0.0, 0.6, 1.2, 1.2), Direction::PlusX, 0.8);
    CHECK(solvePreview(builder.room));
    builder.withRack(6.0, 2.4, Direction::MinusY, 10.0);  // no cooler on its side
    const auto cut = solvePreview(builder.room);
    REQUIRE_FALSE(cut);
    CHECK(cut.error().code == ErrorCode::NotConverged);
    CHECK(cut.error().context.find("thermal.runaway") == 0);
}

TEST_CASE("A rack of a gigawatt is out of range") {
    RoomInput room = goodRoom();
    room.racks[0].airHeat = megawatts(1000.0);
    const auto result = solvePreview(room);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::OutOfRange);
    CHECK(result.error().context == "thermal.power 1");
}

TEST_CASE("A rack without flow and heat is only in the way") {
    RoomInput room = goodRoom();
    room.racks[0].airHeat = {};
    room.racks[0].flow = {};
    const auto result = solvePreview(room);
    REQUIRE(result);
    CHECK(result->racks.empty());
    CHECK(result->issues.empty());
}

TEST_CASE("Lights in a hall without moving air are refused, not lost") {
    RoomInput room;
    room.lightsHeat = watts(100.0);
    room.envelope.roof = {wattsPerSquareMetreKelvin(1.0), celsius(10.0)};
    const auto result = solvePreview(room);
    REQUIRE_FALSE(result);
    CHECK(result.error().context == "thermal.stillAir");
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
