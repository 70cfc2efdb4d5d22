// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/tools/axis_line.h"

#include <algorithm>
#include <cmath>

namespace halltwin::views::floorplan::tools {

Point alongAxis(const Point& fixed, const Point& moving, Qt::KeyboardModifiers keys) {
    constexpr double snapDegrees = 6.0;
    constexpr double radiansPerDegree = 0.017453292519943295;
    if (keys.testFlag(Qt::AltModifier)) return moving;
    const double dx = std::abs((moving.x - fixed.x).in(metres));
    const double dy = std::abs((moving.y - fixed.y).in(metres));
    const double off = std::atan2(std::min(dx, dy), std::max(dx, dy));
    const bool snaps = keys.testFlag(Qt::ShiftModifier) || off <= snapDegrees * radiansPerDegree;
    if (!snaps) return moving;
    return dx >= dy ? Point{moving.x, fixed.y} : Point{fixed.x, moving.y};
}

}  // namespace halltwin::views::floorplan::tools
