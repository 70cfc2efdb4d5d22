// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"

#include <utility>
#include <vector>

namespace halltwin::views::floorplan {

/// What a moving rectangle may snap to; all in coordinates of one hall.
struct SnapTargets {
    std::vector<Rect> neighbours;  ///< items that stay
    Length width;                  ///< of the hall: its inner faces count as edges
    Length depth;
    Length tile;  ///< pitch of the tile grid; zero: no grid
};

/// A correction to add, and the alignments that it brings about.
struct Snap {
    Length dx;
    Length dy;
    std::vector<std::pair<Point, Point>> guides;
};

/// Draws each axis on its own to the nearest edge of a neighbour, wall or tile that is within
/// `reach`; edges of neighbours win over tile lines that are about as near, and only they make
/// guides. An axis that finds nothing is rounded to whole centimetres, so that positions stay
/// readable.
[[nodiscard]] Snap snapRect(const Rect& moving, const SnapTargets& targets, Length reach);

}  // namespace halltwin::views::floorplan
