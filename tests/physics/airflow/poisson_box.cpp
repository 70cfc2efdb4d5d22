// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/physics/airflow/poisson_box.h"

#include <array>
#include <utility>

using namespace halltwin::airflow;

namespace halltwin::tests {

namespace {

FaceField<double> zeroed(const CellBox& box) {
    return makeFaceField(box, 0.0);
}

std::array<std::array<int, 2>, 3> limits(const CellRange& range) {
    return {{{range.x0, range.x1}, {range.y0, range.y1}, {range.z0, range.z1}}};
}

template <class Work>
void forRange(const CellRange& range, const Work& work) {
    for (int k = range.z0; k < range.z1; ++k)
        for (int j = range.y0; j < range.y1; ++j)
            for (int i = range.x0; i < range.x1; ++i)
                work(i, j, k);
}

CellRange planeOf(const CellRange& range, std::size_t axis, int plane) {
    CellRange flat = range;
    (axis == 0 ? flat.x0 : axis == 1 ? flat.y0 : flat.z0) = plane;
    (axis == 0 ? flat.x1 : axis == 1 ? flat.y1 : flat.z1) = plane + 1;
    return flat;
}

}  // namespace

PoissonBox::PoissonBox(int nx, int ny, double cellSize, std::vector<double> heights)
    : box{nx, ny, static_cast<int>(heights.size())},
      size(cellSize),
      conductance(zeroed(box)),
      source(box.size(), 0.0),
      m_heights(std::move(heights)) {
    double floor = 0.0;
    for (const double height : m_heights) {
        m_centreZ.push_back(floor + 0.5 * height);
        floor += height;
    }
    forCells(box, [&](int i, int j, int k) {
        const std::size_t cell = box.at(i, j, k);
        const std::array<int, 3> index{i, j, k};
        for (std::size_t axis = 0; axis < 3; ++axis)
            if (index[axis] + 1 < box.cells(axis))
                conductance[axis][cell] = fullConductance(axis, k);
    });
    m_full = conductance;
}

PoissonBox PoissonBox::cube(int cells, double side) {
    const auto count = static_cast<std::size_t>(cells);
    return {cells, cells, side / cells, std::vector<double>(count, side / cells)};
}

double PoissonBox::fullConductance(std::size_t axis, int k) const {
    return axis < 2 ? height(k) : size * size / (centreZ(k + 1) - centreZ(k));
}

PoissonBox& PoissonBox::wall(std::size_t axis, int plane, double share) {
    return scale(axis, plane, {0, box.nx, 0, box.ny, 0, box.nz}, share);
}

PoissonBox& PoissonBox::scale(std::size_t axis, int plane, const CellRange& range, double share) {
    forRange(planeOf(range, axis, plane),
             [&](int i, int j, int k) { conductance[axis][box.at(i, j, k)] *= share; });
    return *this;
}

PoissonBox& PoissonBox::hole(std::size_t axis, int plane, const CellRange& range) {
    forRange(planeOf(range, axis, plane), [&](int i, int j, int k) {
        conductance[axis][box.at(i, j, k)] = m_full[axis][box.at(i, j, k)];
    });
    return *this;
}

PoissonBox& PoissonBox::containment(const CellRange& range, double share) {
    const auto limit = limits(range);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        if (limit[axis][0] > 0) scale(axis, limit[axis][0] - 1, range, share);
        if (limit[axis][1] < box.cells(axis)) scale(axis, limit[axis][1] - 1, range, share);
    }
    return *this;
}

PoissonBox& PoissonBox::solid(const CellRange& range) {
    forRange(range, [&](int i, int j, int k) {
        const std::size_t cell = box.at(i, j, k);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            conductance[axis][cell] = 0.0;
            conductance[axis][cell - box.stride(axis)] = 0.0;
        }
    });
    return *this;
}

PoissonBox& PoissonBox::addSource(int i, int j, int k, double strength) {
    source[box.at(i, j, k)] += strength;
    return *this;
}

PoissonBox& PoissonBox::blowThrough() {
    return addSource(0, 0, 0, 1.0).addSource(box.nx - 1, box.ny - 1, box.nz - 1, -1.0);
}

FaceField<double> PoissonBox::openFaces() const {
    FaceField<double> open = conductance;
    for (std::size_t axis = 0; axis < 3; ++axis)
        for (std::size_t cell = 0; cell < box.size(); ++cell)
            if (conductance[axis][cell] < 0.99 * m_full[axis][cell]) open[axis][cell] = 0.0;
    return open;
}

FaceField<float> PoissonBox::singleConductance() const {
    FaceField<float> single;
    for (std::size_t axis = 0; axis < 3; ++axis)
        single[axis].assign(conductance[axis].begin(), conductance[axis].end());
    return single;
}

std::vector<float> PoissonBox::singleSource() const {
    return {source.begin(), source.end()};
}

PoissonBox aisleHall(int nx, int ny, double leak) {
    constexpr int floor = 4;  // layers of the floor void
    constexpr int top = 12;   // above the racks
    std::vector<double> heights(floor, 0.2);
    heights.insert(heights.end(), top - floor, 0.275);
    heights.insert(heights.end(), 6, 0.3);
    heights.insert(heights.end(), 4, 0.35);
    PoissonBox room(nx, ny, 0.3, heights);
    room.wall(2, floor - 1, 1e-3);
    for (int y = 6; y + 16 <= ny - 4; y += 16) {
        const CellRange aisle{8, nx - 8, y, y + 4, floor, top};
        room.solid({8, nx - 8, y - 4, y, floor, top}).solid({8, nx - 8, y + 4, y + 8, floor, top});
        room.containment(aisle, leak);
        room.hole(2, floor - 1, aisle).scale(2, floor - 1, aisle, 0.1);
        for (int x = 10; x + 1 < nx - 10; x += 2)
            for (const int side : {y, y + 3})
                room.addSource(x, side, 8, -0.1).addSource(x, side == y ? y - 5 : y + 8, 8, 0.1);
    }
    room.addSource(2, 2, 1, 10.0).addSource(2, 2, 14, -10.0);
    return room;
}

}  // namespace halltwin::tests
