// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "views/scene3d/air_grid.h"
#include "views/scene3d/air_shapes.h"

#include <cmath>
#include <vtkPointData.h>
#include <vtkPolyData.h>
#include <vtkRectilinearGrid.h>

using namespace halltwin;
using namespace halltwin::views::scene3d;

namespace {

/// Air over 8 m × 8 m × 2 m that turns around the middle like a solid body, 0.5 rad/s, and warms
/// by 5 K for each metre of height.
thermal::RoomResult turningAir() {
    thermal::RoomResult air;
    for (int i = 0; i <= 32; ++i) {
        air.grid.x.faces.push_back(0.25 * i);
        air.grid.y.faces.push_back(0.25 * i);
    }
    for (int i = 0; i <= 8; ++i)
        air.grid.z.faces.push_back(0.25 * i);
    air.solid.assign(air.grid.cellCount(), thermal::airCell);
    for (int k = 0; k < 8; ++k) {
        for (int j = 0; j < 32; ++j) {
            for (int i = 0; i < 32; ++i) {
                air.u.push_back(static_cast<float>(-0.5 * (air.grid.y.centre(j) - 4.0)));
                air.v.push_back(static_cast<float>(0.5 * (air.grid.x.centre(i) - 4.0)));
                air.w.push_back(0.0F);
                air.temperatureC.push_back(static_cast<float>(20.0 + 5.0 * air.grid.z.centre(k)));
            }
        }
    }
    return air;
}

}  // namespace

TEST_CASE("A streamline in turning air is a circle that does not spiral") {
    const auto grid = airGrid(turningAir(), {metres(10.0), metres(0.0)});
    const auto lines = streamlinesFrom(grid, {{16.0, 4.0, 1.0}}, Trace::Forward);
    REQUIRE(lines->GetNumberOfPoints() > 30);
    for (vtkIdType i = 0; i < lines->GetNumberOfPoints(); ++i) {
        double at[3];
        lines->GetPoint(i, at);
        CHECK(std::hypot(at[0] - 14.0, at[1] - 4.0) == Approx(2.0).margin(0.01));
        CHECK(at[2] == Approx(1.0).margin(1e-6));
    }
    CHECK(lines->GetPointData()->HasArray(temperatureArray));
}

TEST_CASE("The surface at a limit lies where the air has that temperature") {
    const auto grid = airGrid(turningAir(), {});
    const auto surface = surfaceAt(grid, 27.0);
    REQUIRE(surface->GetNumberOfCells() > 100);
    double bounds[6];
    surface->GetBounds(bounds);
    CHECK(bounds[4] == Approx(1.4).margin(1e-5));
    CHECK(bounds[5] == Approx(1.4).margin(1e-5));
    CHECK(surfaceAt(grid, 60.0)->GetNumberOfCells() == 0);
}

TEST_CASE("Air stands still in solids for streamlines") {
    auto air = turningAir();
    air.solid.assign(air.solid.size(), thermal::solidCell);
    const auto lines = streamlinesFrom(airGrid(air, {}), {{6.0, 4.0, 1.0}}, Trace::Both);
    CHECK(lines->GetNumberOfLines() == 0);
}
