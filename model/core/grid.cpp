// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/grid.h"

#include <algorithm>

namespace halltwin {

int cellAt(const GridAxis& axis, double position) {
    const auto above = std::upper_bound(axis.faces.begin(), axis.faces.end(), position);
    const int cell = static_cast<int>(above - axis.faces.begin()) - 1;
    return std::clamp(cell, 0, std::max(0, axis.cells() - 1));
}

CellPair cellsAround(const GridAxis& axis, double position) {
    const int cell = cellAt(axis, position);
    const int beside = position < axis.centre(cell) ? cell - 1 : cell + 1;
    const int other = std::clamp(beside, 0, axis.cells() - 1);
    const int lower = std::min(cell, other);
    const int upper = std::max(cell, other);
    if (lower == upper) return {lower, upper, 0.0};
    const double span = axis.centre(upper) - axis.centre(lower);
    const double share = (position - axis.centre(lower)) / span;
    return {lower, upper, std::clamp(share, 0.0, 1.0)};
}

}  // namespace halltwin
