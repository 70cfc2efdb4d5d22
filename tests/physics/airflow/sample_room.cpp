// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/physics/airflow/sample_room.h"

#include "model/validation/march.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace halltwin::airflow;
using halltwin::validation::evenAxis;

namespace halltwin::tests {

namespace {

constexpr double closed = std::numeric_limits<double>::infinity();

struct Part {
    std::array<int, 3> first;
    std::array<int, 3> past;
};

template <class Work>
void forPart(const Part& part, int fineness, const Work& work) {
    for (int k = fineness * part.first[2]; k < fineness * part.past[2]; ++k)
        for (int j = fineness * part.first[1]; j < fineness * part.past[1]; ++j)
            for (int i = fineness * part.first[0]; i < fineness * part.past[0]; ++i)
                work(i, j, k);
}

/// Spreads a flow over the faces below the cells of `part` along `axis`.
void blow(SampleRoom& room, const Part& part, int fineness, std::array<double, 2> flowAndHeat,
          std::size_t axis) {
    const CellBox box = room.domain.box();
    std::size_t count = 0;
    forPart(part, fineness, [&](int, int, int) { ++count; });
    const double layers = fineness * (part.past[axis] - part.first[axis]);
    const double flow = flowAndHeat[0] * layers / static_cast<double>(count);
    forPart(part, fineness, [&](int i, int j, int k) {
        const std::array<int, 3> position{i, j, k};
        if (position[axis] != fineness * part.first[axis]) return;
        const std::size_t c = box.at(i, j, k);
        room.domain.prescribed.push_back({axis, c - box.stride(axis), flow});
        room.inflowK.push_back(flowAndHeat[1]);
    });
}

/// Position of a cell with its ghosts, from 0.
std::array<std::size_t, 3> place(const CellBox& box, std::size_t cell) {
    return {cell % box.strideY(), cell % box.strideZ() / box.strideY(), cell / box.strideZ()};
}

std::size_t reflected(const CellBox& box, std::size_t axis, std::size_t cell, std::size_t last) {
    std::array<std::size_t, 3> at = place(box, cell);
    at[axis] = last - at[axis];
    return at[0] + box.strideY() * at[1] + box.strideZ() * at[2];
}

}  // namespace

SampleRoom sampleRoom(int fineness) {
    SampleRoom room;
    GridAxis height = evenAxis(12 * fineness, 3.6);
    for (double& face : height.faces)
        face *= 0.7 + 0.3 * face / 3.6;
    room.domain =
        makeClosedBox({evenAxis(14 * fineness, 4.2), evenAxis(10 * fineness, 3.0), height});
    const CellBox box = room.domain.box();
    forPart({{0, 0, 1}, {14, 10, 2}}, fineness, [&](int i, int j, int k) {
        if (k == 2 * fineness - 1) room.domain.lossK[2][box.at(i, j, k)] = closed;
    });
    forPart({{3, 3, 1}, {6, 6, 2}}, fineness, [&](int i, int j, int k) {
        if (k == 2 * fineness - 1) room.domain.lossK[2][box.at(i, j, k)] = 40.0;
    });
    const Part rack{{7, 3, 2}, {10, 6, 8}};
    forPart(rack, fineness, [&](int i, int j, int k) { closeCell(room.domain, box.at(i, j, k)); });
    blow(room, {{0, 2, 0}, {1, 6, 1}}, fineness, {0.5, coldK}, 0);
    blow(room, {{7, 3, 2}, {8, 6, 8}}, fineness, {0.4, coldK}, 0);
    blow(room, {{10, 3, 2}, {11, 6, 8}}, fineness, {0.4, hotK}, 0);
    blow(room, {{14, 5, 9}, {15, 9, 11}}, fineness, {0.5, coldK}, 0);
    return room;
}

std::size_t mirroredCell(const CellBox& box, std::size_t axis, std::size_t cell) {
    return reflected(box, axis, cell, static_cast<std::size_t>(box.cells(axis)) + 1);
}

std::size_t mirroredFace(const CellBox& box, std::size_t axis, std::size_t cell) {
    return reflected(box, axis, cell, static_cast<std::size_t>(box.cells(axis)));
}

SampleRoom mirrored(const SampleRoom& room, std::size_t axis) {
    SampleRoom other = room;
    const CellBox box = room.domain.box();
    GridAxis& along = axis == 0   ? other.domain.grid.x
                      : axis == 1 ? other.domain.grid.y
                                  : other.domain.grid.z;
    const double length = along.faces.back();
    for (double& face : along.faces)
        face = length - face;
    std::reverse(along.faces.begin(), along.faces.end());
    for (std::size_t d = 0; d < 3; ++d)
        forCells(box, [&](int i, int j, int k) {
            const std::size_t c = box.at(i, j, k);
            const bool edge = std::array<int, 3>{i, j, k}[d] + 1 == box.cells(d);
            if (d == axis && edge) return;
            other.domain
                .lossK[d][d == axis ? mirroredFace(box, axis, c) : mirroredCell(box, axis, c)] =
                room.domain.lossK[d][c];
        });
    for (PrescribedFace& face : other.domain.prescribed) {
        const bool across = face.axis == axis;
        face.cell =
            across ? mirroredFace(box, axis, face.cell) : mirroredCell(box, axis, face.cell);
        if (across) face.flowM3S = -face.flowM3S;
    }
    return other;
}

}  // namespace halltwin::tests
