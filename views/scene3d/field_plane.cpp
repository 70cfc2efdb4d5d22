// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scene3d/field_plane.h"

#include "views/scene3d/mesh.h"

#include <algorithm>
#include <functional>
#include <vector>
#include <vtkPolyData.h>

namespace halltwin::views::scene3d {
namespace {

/// Places along an axis to sample at: both ends, and every cell centre between.
std::vector<double> stations(const GridAxis& axis) {
    std::vector<double> at{axis.faces.front()};
    for (int i = 0; i < axis.cells(); ++i)
        at.push_back(axis.centre(i));
    at.push_back(axis.faces.back());
    return at;
}

/// A rectangle of points, each coloured by the value there.
vtkSmartPointer<vtkPolyData>
gridMesh(std::size_t columns, std::size_t rows,
         const std::function<std::array<double, 3>(std::size_t, std::size_t)>& place,
         const std::function<QRgb(std::size_t, std::size_t)>& color) {
    MeshBuilder mesh;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            mesh.addPoint(place(column, row), color(column, row));
        }
    }
    for (std::size_t row = 0; row + 1 < rows; ++row) {
        for (std::size_t column = 0; column + 1 < columns; ++column) {
            const auto at = static_cast<long long>(row * columns + column);
            const auto next = at + static_cast<long long>(columns);
            mesh.addFace({at, at + 1, next + 1, next});
        }
    }
    return mesh.smooth();
}

/// Index of the cell that a station of `stations` lies in.
int cellOfStation(std::size_t station, const GridAxis& axis) {
    return std::clamp(static_cast<int>(station) - 1, 0, axis.cells() - 1);
}

double mixed(std::span<const float> values, std::size_t a, std::size_t b, double fraction) {
    return (1.0 - fraction) * values[a] + fraction * values[b];
}

}  // namespace

vtkSmartPointer<vtkPolyData> horizontalPlane(const CutField& field, double zM,
                                             const bridge::ColorScale& scale) {
    const Grid& grid = field.grid;
    const Point& origin = field.origin;
    const std::vector<double> x = stations(grid.x);
    const std::vector<double> y = stations(grid.y);
    const CellPair layer = cellsAround(grid.z, zM);
    return gridMesh(
        x.size(), y.size(),
        [&](std::size_t i, std::size_t j) {
            return std::array<double, 3>{origin.x.in(metres) + x[i], origin.y.in(metres) + y[j],
                                         zM};
        },
        [&](std::size_t i, std::size_t j) {
            const int ci = cellOfStation(i, grid.x);
            const int cj = cellOfStation(j, grid.y);
            return scale.colorOf(mixed(field.values, grid.index(ci, cj, layer.lower),
                                       grid.index(ci, cj, layer.upper), layer.share));
        });
}

vtkSmartPointer<vtkPolyData> uprightPlane(const CutField& field, const UprightPlace& place,
                                          const bridge::ColorScale& scale) {
    const Grid& grid = field.grid;
    const Point& origin = field.origin;
    const bool isAlongX = place.direction == Upright::AlongX;
    const GridAxis& along = isAlongX ? grid.x : grid.y;
    const std::vector<double> first = stations(along);
    const std::vector<double> z = stations(grid.z);
    const CellPair layer = cellsAround(isAlongX ? grid.y : grid.x, place.atM);
    const auto cell = [&](int i, int across, int k) {
        return isAlongX ? grid.index(i, across, k) : grid.index(across, i, k);
    };
    return gridMesh(
        first.size(), z.size(),
        [&](std::size_t i, std::size_t k) {
            const double x = isAlongX ? first[i] : place.atM;
            const double y = isAlongX ? place.atM : first[i];
            return std::array<double, 3>{origin.x.in(metres) + x, origin.y.in(metres) + y, z[k]};
        },
        [&](std::size_t i, std::size_t k) {
            const int ci = cellOfStation(i, along);
            const int ck = cellOfStation(k, grid.z);
            return scale.colorOf(
                mixed(field.values, cell(ci, layer.lower, ck), cell(ci, layer.upper, ck), layer.share));
        });
}

}  // namespace halltwin::views::scene3d
