// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene3d/air_grid.h"

#include <vtkDoubleArray.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkRectilinearGrid.h>

namespace halltwin::views::scene3d {
namespace {

vtkSmartPointer<vtkDoubleArray> centresOf(const GridAxis& axis, double originM) {
    auto centres = vtkSmartPointer<vtkDoubleArray>::New();
    centres->SetNumberOfValues(axis.cells());
    for (int i = 0; i < axis.cells(); ++i)
        centres->SetValue(i, originM + axis.centre(i));
    return centres;
}

}  // namespace

vtkSmartPointer<vtkRectilinearGrid> airGrid(const thermal::RoomResult& air, const Point& origin,
                                            std::span<const float> shown) {
    auto grid = vtkSmartPointer<vtkRectilinearGrid>::New();
    grid->SetDimensions(air.grid.x.cells(), air.grid.y.cells(), air.grid.z.cells());
    grid->SetXCoordinates(centresOf(air.grid.x, origin.x.in(metres)));
    grid->SetYCoordinates(centresOf(air.grid.y, origin.y.in(metres)));
    grid->SetZCoordinates(centresOf(air.grid.z, 0.0));

    const std::size_t cells = air.grid.cellCount();
    vtkNew<vtkFloatArray> temperature;
    temperature->SetName(temperatureArray);
    temperature->SetNumberOfValues(static_cast<vtkIdType>(cells));
    vtkNew<vtkFloatArray> colored;
    colored->SetName(shownArray);
    colored->SetNumberOfValues(static_cast<vtkIdType>(cells));
    vtkNew<vtkFloatArray> velocity;
    velocity->SetName(velocityArray);
    velocity->SetNumberOfComponents(3);
    velocity->SetNumberOfTuples(static_cast<vtkIdType>(cells));
    const bool moves = air.u.size() == cells && air.v.size() == cells && air.w.size() == cells;
    for (std::size_t i = 0; i < cells; ++i) {
        const auto point = static_cast<vtkIdType>(i);
        temperature->SetValue(point, air.temperatureC[i]);
        colored->SetValue(point, shown.size() == cells ? shown[i] : air.temperatureC[i]);
        const bool isAir = moves && air.solid[i] == thermal::airCell;
        velocity->SetTuple3(point, isAir ? static_cast<double>(air.u[i]) : 0.0,
                            isAir ? static_cast<double>(air.v[i]) : 0.0,
                            isAir ? static_cast<double>(air.w[i]) : 0.0);
    }
    grid->GetPointData()->SetScalars(temperature);
    grid->GetPointData()->SetVectors(velocity);
    grid->GetPointData()->AddArray(colored);
    return grid;
}

}  // namespace halltwin::views::scene3d
