// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"

#include <QString>
#include <optional>
#include <utility>
#include <vector>

namespace halltwin::views::floorplan {

enum class GhostLook { Outline, Filled, Refused };

/// An item that is about to be, or was, at a place.
struct Ghost {
    Rect area;
    GhostLook look = GhostLook::Filled;
    std::optional<Direction> front;
};

/// A line with a length written on it.
struct DimensionLine {
    Point from;
    Point to;
    QString text;
};

enum class LinkColor { FeedA, FeedB, Water };

/// A link that follows the mouse.
struct RubberLine {
    Point from;
    Point to;
    LinkColor color = LinkColor::FeedA;
    bool isOnTarget = false;
};

/// What a tool shows above the plan, in site coordinates.
struct Overlay {
    std::vector<Ghost> ghosts;
    std::vector<std::pair<Point, Point>> guides;  ///< alignments that a snap found
    std::vector<DimensionLine> dimensions;
    std::optional<Rect> rubberBand;
    std::optional<RubberLine> rubberLine;
    std::vector<Rect> targets;  ///< items that the gesture would join

    [[nodiscard]] bool isEmpty() const {
        return ghosts.empty() && guides.empty() && dimensions.empty() && !rubberBand &&
               !rubberLine && targets.empty();
    }
};

}  // namespace halltwin::views::floorplan
