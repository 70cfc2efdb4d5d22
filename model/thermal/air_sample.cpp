// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/air_sample.h"

#include <array>
#include <cmath>

namespace halltwin::thermal {
namespace {

/// Cells around a place with their weights, which add up to one.
struct Corners {
    std::array<std::size_t, 8> cell{};
    std::array<double, 8> weight{};
};

bool isWithin(const GridAxis& axis, double position) {
    return axis.cells() > 0 && position >= axis.faces.front() && position <= axis.faces.back();
}

std::optional<Corners> cornersAround(const RoomResult& room, const AirPlace& place) {
    const Grid& grid = room.grid;
    const double x = place.at.x.in(metres);
    const double y = place.at.y.in(metres);
    const double z = place.z.in(metres);
    if (!isWithin(grid.x, x) || !isWithin(grid.y, y) || !isWithin(grid.z, z)) return std::nullopt;
    const CellPair i = cellsAround(grid.x, x);
    const CellPair j = cellsAround(grid.y, y);
    const CellPair k = cellsAround(grid.z, z);
    const auto shareOf = [](const CellPair& pair, bool upper) {
        return upper ? pair.share : 1.0 - pair.share;
    };
    Corners corners;
    double sum = 0.0;
    for (std::size_t n = 0; n < corners.cell.size(); ++n) {
        const bool right = (n & 1U) != 0;
        const bool far = (n & 2U) != 0;
        const bool up = (n & 4U) != 0;
        const std::size_t cell =
            grid.index(right ? i.upper : i.lower, far ? j.upper : j.lower, up ? k.upper : k.lower);
        const bool isAir = room.solid.empty() || room.solid[cell] == airCell;
        corners.cell[n] = cell;
        corners.weight[n] = isAir ? shareOf(i, right) * shareOf(j, far) * shareOf(k, up) : 0.0;
        sum += corners.weight[n];
    }
    if (sum <= 0.0) return std::nullopt;
    for (double& weight : corners.weight)
        weight /= sum;
    return corners;
}

double meanOf(const CellField<float>& field, const Corners& corners) {
    if (field.empty()) return 0.0;
    double mean = 0.0;
    for (std::size_t n = 0; n < corners.cell.size(); ++n)
        mean += corners.weight[n] * static_cast<double>(field[corners.cell[n]]);
    return mean;
}

}  // namespace

std::optional<AirSample> sampleAir(const RoomResult& room, const AirPlace& place) {
    if (room.temperatureC.empty()) return std::nullopt;
    const auto corners = cornersAround(room, place);
    if (!corners) return std::nullopt;
    const double u = meanOf(room.u, *corners);
    const double v = meanOf(room.v, *corners);
    const double w = meanOf(room.w, *corners);
    return AirSample{.temperature = celsius(meanOf(room.temperatureC, *corners)),
                     .u = metresPerSecond(u),
                     .v = metresPerSecond(v),
                     .w = metresPerSecond(w),
                     .speed = metresPerSecond(std::hypot(u, v, w)),
                     .pressure = pascals(meanOf(room.pressurePa, *corners))};
}

}  // namespace halltwin::thermal
