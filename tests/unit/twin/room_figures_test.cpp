// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/room_figures.h"
#include "tests/unit/twin/twin_case.h"

#include <algorithm>
#include <string_view>

using namespace halltwin;
using namespace halltwin::tests;
using thermal::Rating;

namespace {

/// Two racks and a cooler with round figures: supply 20 °C, intakes 22 and 24 °C, exhausts 34 and
/// 36 °C, return 31 °C; 1 and 3 m³/s through racks, 5 m³/s through the cooler, whose fan takes
/// 4 kW.
twin::RoomAnswer aRoom() {
    twin::RoomAnswer room;
    const auto addRack = [&](std::int64_t id, double flow, double in, double out) {
        thermal::RackResult rack;
        rack.id = ItemId{id};
        rack.flow = cubicMetresPerSecond(flow);
        rack.intakeMean = celsius(in);
        rack.intakeMax = celsius(in);
        rack.exhaustMean = celsius(out);
        room.air.racks.push_back(rack);
    };
    addRack(1, 1.0, 22.0, 34.0);
    addRack(2, 3.0, 24.0, 36.0);
    thermal::CoolerResult cooler;
    cooler.flow = cubicMetresPerSecond(5.0);
    cooler.returnT = celsius(31.0);
    cooler.supplyT = celsius(20.0);
    cooler.heat = kilowatts(60.0);
    cooler.coilHeat = kilowatts(64.0);
    room.air.coolers.push_back(cooler);
    room.air.metrics.rciHi = 93.0;
    room.air.metrics.rti = 91.667;
    room.air.metrics.fanWattsPerM3S = 800.0;
    return room;
}

const twin::RoomFigure& figure(const std::vector<twin::RoomFigure>& figures, std::string_view key) {
    const auto at = std::find_if(figures.begin(), figures.end(),
                                 [&](const auto& each) { return each.derivation.key == key; });
    REQUIRE(at != figures.end());
    return *at;
}

double input(const twin::RoomFigure& figure, std::string_view name) {
    const auto& inputs = figure.derivation.inputs;
    const auto at = std::find_if(inputs.begin(), inputs.end(),
                                 [&](const auto& each) { return each.name == name; });
    REQUIRE(at != inputs.end());
    return at->value;
}

}  // namespace

TEST_CASE("The inputs that a figure of the air shows give the figure") {
    const auto figures = twin::roomFigures(aRoom());
    REQUIRE(figures.size() == 8);
    const auto& rti = figure(figures, "rti");
    CHECK(input(rti, "Intake") == Approx(23.5));  // (1 · 22 + 3 · 24) / 4
    CHECK(input(rti, "Exhaust") == Approx(35.5));
    const double rise = input(rti, "Return") - input(rti, "Supply");
    CHECK(100.0 * rise / (input(rti, "Exhaust") - input(rti, "Intake")) ==
          Approx(rti.derivation.value).epsilon(1e-4));
    const auto& fans = figure(figures, "fan_w_per_m3s");
    CHECK(input(fans, "Fan power") / input(fans, "Flow") == Approx(fans.derivation.value));
}

TEST_CASE("Figures are rated against their bands, also for values that they do not have") {
    const auto figures = twin::roomFigures(aRoom());
    CHECK(figure(figures, "rci_hi").rating == Rating::Acceptable);
    CHECK(figure(figures, "rti").rating == Rating::Good);
    CHECK(figure(figures, "bypass").ratingOf(30.0) == Rating::Poor);  // per cent, as its value
    CHECK(figure(figures, "rhi").ratingOf(0.9) == Rating::Good);
    CHECK(figure(figures, "rhi").ratingOf(0.5) == Rating::Poor);
}

TEST_CASE("Shares that a preview does not know have no value") {
    twin::RoomAnswer room = aRoom();
    CHECK_FALSE(figure(twin::roomFigures(room), "recirculation").hasValue);
    room.air.metrics.recirculation = 0.2;
    const auto figures = twin::roomFigures(room);
    CHECK(figure(figures, "recirculation").hasValue);
    CHECK(figure(figures, "recirculation").derivation.value == Approx(20.0));
}

TEST_CASE("A hall without racks or without coolers has no figures of its air") {
    twin::RoomAnswer room = aRoom();
    room.air.coolers.clear();
    CHECK(twin::roomFigures(room).empty());
    room = aRoom();
    room.air.racks.clear();
    CHECK(twin::roomFigures(room).empty());
}
