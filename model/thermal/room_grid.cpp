// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/room_grid.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

namespace halltwin::thermal {

namespace {

GridAxis planAxis(double length, double cell) {
    const int cells = std::max(1, static_cast<int>(std::lround(length / cell)));
    GridAxis axis;
    for (int i = 0; i < cells; ++i)
        axis.faces.push_back(cell * i);
    axis.faces.push_back(length);
    return axis;
}

/// Faces from `from` to `to`, the last one left out, in even layers of about `cell`.
void appendLayers(std::vector<double>& faces, double from, double to, double cell, int least) {
    const int layers = std::max(least, static_cast<int>(std::lround((to - from) / cell)));
    for (int i = 0; i < layers; ++i)
        faces.push_back(from + (to - from) * i / layers);
}

std::vector<double> heightsByFrequency(const RoomInput& room) {
    std::map<double, int> count;
    for (const auto& device : room.racks)
        ++count[device.height.in(metres)];
    for (const auto& device : room.coolers)
        ++count[device.height.in(metres)];
    for (const auto& device : room.heatSources)
        ++count[device.height.in(metres)];
    for (const auto& device : room.tanks)
        ++count[device.height.in(metres)];
    for (const auto& device : room.containments)
        ++count[device.height.in(metres)];
    std::vector<std::pair<double, int>> order(count.begin(), count.end());
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<double> heights;
    for (const auto& [height, frequency] : order)
        heights.push_back(height);
    return heights;
}

GridAxis heightAxis(const RoomInput& room, double cell) {
    const double ceiling = room.height.in(metres);
    const double floorVoid = room.floorVoid.in(metres);
    std::vector<double> planes{0.0, ceiling};
    for (const double height : heightsByFrequency(room)) {
        const bool clear = std::all_of(planes.begin(), planes.end(), [&](double plane) {
            return std::abs(plane - height) >= 0.5 * cell - 1e-9;
        });
        if (clear && height < ceiling) planes.push_back(height);
    }
    std::sort(planes.begin(), planes.end());
    GridAxis axis;
    if (floorVoid > 0.0) appendLayers(axis.faces, -floorVoid, 0.0, cell, 2);
    for (std::size_t i = 0; i + 1 < planes.size(); ++i)
        appendLayers(axis.faces, planes[i], planes[i + 1], cell, 1);
    const double ceilingVoid = room.ceilingVoid.in(metres);
    if (ceilingVoid > 0.0) appendLayers(axis.faces, ceiling, ceiling + ceilingVoid, cell, 2);
    axis.faces.push_back(ceiling + ceilingVoid);
    return axis;
}

}  // namespace

double cellSizeM(const RoomInput& room, const SolveSettings& settings) {
    const double pitch = room.tilePitch.in(metres);
    if (settings.gridM <= pitch) return pitch / std::max(1.0, std::round(pitch / settings.gridM));
    return pitch * std::round(settings.gridM / pitch);
}

double estimatedCells(const RoomInput& room, const SolveSettings& settings) {
    const double cell = cellSizeM(room, settings);
    const double height = (room.height + room.floorVoid + room.ceilingVoid).in(metres);
    return (room.width.in(metres) / cell) * (room.depth.in(metres) / cell) * (height / cell);
}

RoomGrid makeGrid(const RoomInput& room, const SolveSettings& settings) {
    const double cell = cellSizeM(room, settings);
    RoomGrid result;
    result.grid.x = planAxis(room.width.in(metres), cell);
    result.grid.y = planAxis(room.depth.in(metres), cell);
    result.grid.z = heightAxis(room, cell);
    result.box = {result.grid.x.cells(), result.grid.y.cells(), result.grid.z.cells()};
    result.voidLayers = nearestFace(result.grid.z, 0.0);
    result.ceilingLayer = nearestFace(result.grid.z, room.height.in(metres));
    return result;
}

int nearestFace(const GridAxis& axis, double position) {
    constexpr double tie = 1e-9;
    const auto above = std::lower_bound(axis.faces.begin(), axis.faces.end(), position);
    if (above == axis.faces.begin()) return 0;
    if (above == axis.faces.end()) return axis.cells();
    const auto below = above - 1;
    const bool lower = position - *below <= *above - position + tie;
    return static_cast<int>((lower ? below : above) - axis.faces.begin());
}

Span snap(const GridAxis& axis, double from, double to) {
    return {nearestFace(axis, from), nearestFace(axis, to)};
}

Span snapSolid(const GridAxis& axis, double from, double to) {
    Span span = snap(axis, from, to);
    if (span.size() < 1) {
        span.begin = cellAt(axis, 0.5 * (from + to));
        span.end = span.begin + 1;
    }
    return span;
}

double snapDistance(const GridAxis& axis, const Span& span, double from, double to) {
    return std::max(std::abs(axis.faces[static_cast<std::size_t>(span.begin)] - from),
                    std::abs(axis.faces[static_cast<std::size_t>(span.end)] - to));
}

}  // namespace halltwin::thermal
