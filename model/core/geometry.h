// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"

#include <algorithm>
#include <compare>

namespace halltwin {

/// Plan coordinates: x to the right, y up the page, z up from the walking surface.
struct Point {
    Length x;
    Length y;

    bool operator==(const Point&) const = default;
};

struct Size3 {
    Length width;  ///< along x at Rotation::R0
    Length depth;  ///< along y at Rotation::R0
    Length height;

    bool operator==(const Size3&) const = default;
};

/// Axis-aligned rectangle on the plan, from its lower left to its upper right corner.
struct Rect {
    Point min;
    Point max;

    bool operator==(const Rect&) const = default;
    [[nodiscard]] Length width() const { return max.x - min.x; }
    [[nodiscard]] Length depth() const { return max.y - min.y; }
    [[nodiscard]] Area area() const { return width() * depth(); }
    [[nodiscard]] Point centre() const { return {(min.x + max.x) * 0.5, (min.y + max.y) * 0.5}; }
};

/// Counter-clockwise quarter turns. At R0 an item's front faces −y (the bottom of the page).
enum class Rotation { R0, R90, R180, R270 };

/// Plan direction of an item's front for its rotation: R0 −y, R90 +x, R180 +y, R270 −x.
enum class Direction { MinusY, PlusX, PlusY, MinusX };

[[nodiscard]] constexpr Direction frontDirection(Rotation rotation) {
    return static_cast<Direction>(static_cast<int>(rotation));
}

[[nodiscard]] constexpr Rotation rotated(Rotation rotation, int quarterTurns) {
    return static_cast<Rotation>(((static_cast<int>(rotation) + quarterTurns) % 4 + 4) % 4);
}

/// Overlap deeper than `tolerance` on both axes; edges that touch do not overlap.
[[nodiscard]] inline bool overlaps(const Rect& a, const Rect& b, Length tolerance) {
    const Length dx = std::min(a.max.x, b.max.x) - std::max(a.min.x, b.min.x);
    const Length dy = std::min(a.max.y, b.max.y) - std::max(a.min.y, b.min.y);
    return dx > tolerance && dy > tolerance;
}

[[nodiscard]] inline bool contains(const Rect& outer, const Rect& inner, Length tolerance) {
    return inner.min.x >= outer.min.x - tolerance && inner.min.y >= outer.min.y - tolerance &&
           inner.max.x <= outer.max.x + tolerance && inner.max.y <= outer.max.y + tolerance;
}

}  // namespace halltwin
