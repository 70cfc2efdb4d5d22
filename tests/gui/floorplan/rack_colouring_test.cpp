// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/floorplan/plan_bench.h"
#include "views/bridge/color_map.h"
#include "views/floorplan/items/rack_colouring.h"
#include "views/floorplan/plan_scene.h"
#include "views/floorplan/plan_view.h"
#include "views/floorplan/rack_legend.h"

#include <QMenu>
#include <QToolButton>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::views::floorplan;
using items::RackColouring;

namespace {

thermal::RackResult aRack(std::int64_t id, double warmestC, std::optional<double> capture) {
    thermal::RackResult rack;
    rack.id = ItemId{id};
    rack.intakeMean = celsius(22.0);
    rack.intakeMax = celsius(warmestC);
    rack.coldCapture = capture;
    return rack;
}

/// Racks 1 and 2: one that is cool and fed by coolers, one that is hot and breathes its own air.
twin::TwinResult anAnswer() {
    twin::TwinResult result;
    result.rooms.resize(1);
    result.rooms[0].air.racks = {aRack(1, 24.0, 0.95), aRack(2, 38.0, 0.4)};
    result.rackPower = {{ItemId{1}, kilowatts(3.0)}, {ItemId{2}, kilowatts(132.0)}};
    return result;
}

items::RackStatus statusOf(RackColouring colouring, std::int64_t rack,
                           Length altitude = metres(0.0)) {
    const auto statuses = items::rackStatuses(anAnswer(), altitude, colouring);
    REQUIRE(statuses.contains(ItemId{rack}));
    return statuses.at(ItemId{rack});
}

bool isInLegend(RackColouring colouring, const QColor& color) {
    const auto legend = items::legendOf(colouring);
    return std::any_of(legend.begin(), legend.end(),
                       [&](const auto& entry) { return entry.color.rgb() == color.rgb(); });
}

}  // namespace

TEST_CASE("Each way to colour racks says its figure, in a colour of its legend") {
    for (const RackColouring colouring : items::rackColourings) {
        INFO(items::colouringName(colouring).toStdString());
        CHECK(statusOf(colouring, 1).color != statusOf(colouring, 2).color);
        CHECK(isInLegend(colouring, statusOf(colouring, 1).color));
        CHECK(isInLegend(colouring, statusOf(colouring, 2).color));
    }
    CHECK(statusOf(RackColouring::Capture, 1).detail == "95 %");
    CHECK(statusOf(RackColouring::Recirculation, 2).detail == "60 %");
    CHECK(statusOf(RackColouring::AirClass, 1).detail == "A1");
    CHECK(statusOf(RackColouring::AirClass, 2).detail == "A3");
    CHECK(statusOf(RackColouring::Power, 2).detail == "132.0 kW");
}

TEST_CASE("Classes on the plan derate with the altitude of the site") {
    // A3 allows 40 °C up to 900 m and 1 K less for each 175 m above: 35.4 °C at 1700 m; A4 38.6 °C.
    CHECK(statusOf(RackColouring::AirClass, 2, metres(1700.0)).detail == "A4");
}

TEST_CASE("Shares that a preview does not know leave racks in their own colour") {
    twin::TwinResult preview = anAnswer();
    preview.rooms[0].air.racks = {aRack(1, 24.0, std::nullopt)};
    CHECK(items::rackStatuses(preview, metres(0.0), RackColouring::Capture).empty());
    CHECK(items::rackStatuses(preview, metres(0.0), RackColouring::Recirculation).empty());
    CHECK_FALSE(items::rackStatuses(preview, metres(0.0), RackColouring::AirClass).empty());
}

TEST_CASE("The legend on the plan chooses the colours, and the racks follow") {
    PlanBench bench(aProject().withRacks(2));
    auto* button = bench.view.findChild<QToolButton*>("rackColouring");
    REQUIRE(button != nullptr);
    CHECK(bench.view.rackColouring() == RackColouring::Intake);
    button->menu()->actions()[static_cast<int>(RackColouring::Power)]->trigger();
    CHECK(bench.view.rackColouring() == RackColouring::Power);
    CHECK(button->text().contains("power density"));
}

TEST_CASE("A chosen colour stands on the rack instead of that of its intake") {
    Catalog catalog = aCatalog();
    items::AirReadings readings;
    readings.intakes.emplace(ItemId{1}, celsius(40.0));
    readings.racks = items::RackStatuses{{ItemId{1}, {QColor(Qt::green), "95 %"}}};
    const Project project = aProject().withRacks(1);
    const auto face = items::faceOf(*project.items.find(ItemId{1}), catalog, readings);
    CHECK(face.status == QColor(Qt::green));
    CHECK(face.detail == "95 %");
}
