// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/unit/heatmap/fields.h"
#include "views/bridge/air_quantity.h"
#include "views/heatmap/flow_arrows.h"

#include <cmath>
#include <limits>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::views::heatmap;

namespace {

/// Air that runs to the right at `speed` and towards the far side at half of it, over 6 m × 3 m.
FlowPlane slantedFlow(float speed) {
    const Grid grid{evenAxis(20, 0.3), evenAxis(10, 0.3), evenAxis(2, 1.0)};
    const OwnedField u(grid, [&](double, double, double) { return speed; });
    const OwnedField v(grid, [&](double, double, double) { return 0.5F * speed; });
    return {sliceAtHeight(u.view(), metres(1.0)),
            sliceAtHeight(v.view(), metres(1.0)),
            QRectF(10.0, -3.0, 6.0, 3.0),
            HallId{1},
            {}};
}

}  // namespace

TEST_CASE("Arrows stay 26 to 52 pixels apart at every zoom, on lattices that contain each other") {
    for (double pixelsPerMetre = 5.0; pixelsPerMetre < 170.0; pixelsPerMetre *= 1.3) {
        const double spacing = arrowSpacing(pixelsPerMetre);
        CHECK(spacing * pixelsPerMetre >= 26.0);
        CHECK(spacing * pixelsPerMetre < 52.0);
        const double steps = std::log2(spacing / 0.15);
        CHECK(steps == Approx(std::round(steps)).margin(1e-9));
    }
}

TEST_CASE("Arrows point where the air goes, up the page for air that goes to the far side") {
    const auto arrows = arrowsOf(slantedFlow(2.0F), QRectF(10.0, -3.0, 6.0, 3.0), 0.6);
    REQUIRE(arrows.size() == 50);
    for (const FlowArrow& arrow : arrows) {
        CHECK(arrow.velocity.x() == Approx(2.0));
        CHECK(arrow.velocity.y() == Approx(-1.0));
    }
    CHECK(arrows.front().middle.x() == Approx(10.3));
    CHECK(arrows.front().middle.y() == Approx(-2.7));
}

TEST_CASE("Only arrows in the exposed part are made, at the places that they have in the whole") {
    const FlowPlane plane = slantedFlow(1.0F);
    const auto part = arrowsOf(plane, QRectF(12.0, -2.0, 1.3, 1.0), 0.6);
    REQUIRE(!part.empty());
    CHECK(part.size() < 9);
    for (const FlowArrow& arrow : part) {
        const double steps = (arrow.middle.x() - 10.3) / 0.6;
        CHECK(steps == Approx(std::round(steps)).margin(1e-9));
    }
    CHECK(arrowsOf(plane, QRectF(0.0, 0.0, 5.0, 5.0), 0.6).empty());
}

TEST_CASE("Still air and solids have no arrow") {
    CHECK(arrowsOf(slantedFlow(0.01F), QRectF(10.0, -3.0, 6.0, 3.0), 0.6).empty());
    FlowPlane solid = slantedFlow(1.0F);
    for (float& value : solid.first.values)
        value = std::numeric_limits<float>::quiet_NaN();
    CHECK(arrowsOf(solid, solid.area, 0.6).empty());
}

TEST_CASE("The reference speed is a round one that most of the air stays below") {
    CHECK(referenceSpeed({slantedFlow(0.8F)}) == Approx(1.0));
    CHECK(referenceSpeed({slantedFlow(1.0F)}) == Approx(2.0));  // 1.118 m/s
    CHECK(referenceSpeed({slantedFlow(0.3F)}) == Approx(0.5));
    CHECK(referenceSpeed({}) == Approx(1.0));
}

TEST_CASE("Speed is the length of the velocity, temperature and pressure are taken as they are") {
    thermal::RoomResult room;
    room.grid = {evenAxis(1, 1.0), evenAxis(1, 1.0), evenAxis(1, 1.0)};
    room.temperatureC = {24.0F};
    room.u = {2.0F};
    room.v = {3.0F};
    room.w = {6.0F};
    room.pressurePa = {-4.0F};
    room.solid = {0};
    using views::bridge::AirQuantity;
    using views::bridge::RoomField;
    CHECK(RoomField(room, AirQuantity::Speed).values()[0] == Approx(7.0F));
    CHECK(RoomField(room, AirQuantity::Temperature).values()[0] == 24.0F);
    CHECK(RoomField(room, AirQuantity::Pressure).values()[0] == -4.0F);
    for (const AirQuantity quantity : views::bridge::airQuantities) {
        const RoomField field(room, quantity);
        CHECK(sliceAtHeight({room.grid, field.values(), room.solid}, metres(0.5)).columns == 10);
    }
}

TEST_CASE("Arrows before dark colours are light, those before light ones dark") {
    FlowPlane plane = slantedFlow(1.0F);
    const Grid grid{evenAxis(20, 0.3), evenAxis(10, 0.3), evenAxis(2, 1.0)};
    const OwnedField warmRight(grid, [](double x, double, double) { return x < 3.0 ? 20 : 40; });
    const auto scale = views::bridge::temperatureScale().withRange(20.0, 40.0);
    shade(plane, sliceAtHeight(warmRight.view(), metres(1.0)), scale);
    for (const FlowArrow& arrow : arrowsOf(plane, plane.area, 0.6)) {
        CAPTURE(arrow.middle.x());
        CHECK(arrow.onDark == (arrow.middle.x() < 13.0));
    }
}
