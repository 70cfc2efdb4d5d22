// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/grid.h"

#include <algorithm>

namespace halltwin {

int cellAt(const GridAxis& axis, double position) {
    const auto above = std::upper_bound(axis.faces.begin(), axis.faces.end(), position);
    const int cell = static_cast<int>(above - axis.faces.begin()) - 1;
    return std::clamp(cell, 0, std::max(0, axis.cells() - 1));
}

}  // namespace halltwin
