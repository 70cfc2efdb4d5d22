// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/result.h"
#include "tests/support/catch.h"
#include "views/scene3d/field_plane.h"

#include <vtkPointData.h>
#include <vtkPolyData.h>
#include <vtkUnsignedCharArray.h>

using namespace halltwin;

namespace {

/// 3 × 2 × 2 cells of 1 m; each layer in z warmer than the one below by 10 K.
thermal::RoomResult layeredRoom() {
    thermal::RoomResult air;
    air.grid.x.faces = {0.0, 1.0, 2.0, 3.0};
    air.grid.y.faces = {0.0, 1.0, 2.0};
    air.grid.z.faces = {0.0, 1.0, 2.0};
    air.solid.assign(air.grid.cellCount(), thermal::airCell);
    for (std::size_t i = 0; i < air.grid.cellCount(); ++i) {
        air.temperatureC.push_back(i < air.grid.index(0, 0, 1) ? 20.0F : 30.0F);
    }
    return air;
}

QRgb colorAt(vtkPolyData* mesh, vtkIdType point) {
    unsigned char rgb[3];
    vtkUnsignedCharArray::SafeDownCast(mesh->GetPointData()->GetScalars())
        ->GetTypedTuple(point, rgb);
    return qRgb(rgb[0], rgb[1], rgb[2]);
}

views::scene3d::CutField fieldOf(const thermal::RoomResult& air, const Point& origin = {}) {
    return {air.grid, air.temperatureC, origin};
}

}  // namespace

TEST_CASE("A horizontal cut covers the hall where it stands on the site") {
    const auto air = layeredRoom();
    const auto mesh = views::scene3d::horizontalPlane(fieldOf(air, {metres(10.0), metres(20.0)}), 0.5,
                                                      views::bridge::temperatureScale());
    double bounds[6];
    mesh->GetBounds(bounds);
    CHECK(bounds[0] == Approx(10.0));
    CHECK(bounds[1] == Approx(13.0));
    CHECK(bounds[2] == Approx(20.0));
    CHECK(bounds[3] == Approx(22.0));
    CHECK(bounds[4] == Approx(0.5));
}

TEST_CASE("A horizontal cut between two layers has the colour of the temperature between") {
    const auto air = layeredRoom();
    const auto scale = views::bridge::temperatureScale().withRange(20.0, 30.0);
    const auto low = views::scene3d::horizontalPlane(fieldOf(air), 0.5, scale);
    const auto middle = views::scene3d::horizontalPlane(fieldOf(air), 1.0, scale);
    CHECK(colorAt(low, 0) == scale.colorOf(20.0));
    CHECK(colorAt(middle, 0) == scale.colorOf(25.0));
}

TEST_CASE("An upright cut shows the layers one above the other") {
    const auto air = layeredRoom();
    const auto scale = views::bridge::temperatureScale().withRange(20.0, 30.0);
    const auto mesh =
        views::scene3d::uprightPlane(fieldOf(air), {views::scene3d::Upright::AlongX, 1.0}, scale);
    const vtkIdType last = mesh->GetNumberOfPoints() - 1;
    CHECK(colorAt(mesh, 0) == scale.colorOf(20.0));
    CHECK(colorAt(mesh, last) == scale.colorOf(30.0));
}

TEST_CASE("An upright cut along y stands at its x and spans the hall's depth") {
    const auto air = layeredRoom();
    const auto mesh = views::scene3d::uprightPlane(fieldOf(air, {metres(10.0), metres(20.0)}),
                                                   {views::scene3d::Upright::AlongY, 2.5},
                                                   views::bridge::temperatureScale());
    double bounds[6];
    mesh->GetBounds(bounds);
    CHECK(bounds[0] == Approx(12.5));
    CHECK(bounds[1] == Approx(12.5));
    CHECK(bounds[2] == Approx(20.0));
    CHECK(bounds[3] == Approx(22.0));
    CHECK(bounds[5] == Approx(2.0));
}
