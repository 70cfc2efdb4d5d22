// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "model/twin/twin.h"
#include "views/bridge/color_map.h"
#include "views/heatmap/field_slice.h"

#include <QColor>
#include <QLineF>
#include <QRectF>
#include <map>
#include <memory>
#include <vector>

class QPainter;

namespace halltwin::views::heatmap {

/// The part of the air's velocity that lies in a plane, m/s along its two axes; NaN without air.
struct FlowPlane {
    FieldSlice first;
    FieldSlice second;
    QRectF area;  ///< of the plane in the scene of the plan, y down
    HallId hall;
    std::vector<bool> onDark;  ///< by sample, whether the colours behind are dark; empty: none are
};

/// Notes where the colours of a picture of the same area are dark, so that arrows there are light.
void shade(FlowPlane& plane, const FieldSlice& picture, const bridge::ColorScale& scale);

/// Of all solved halls at one height.
using FlowPlanes = std::shared_ptr<const std::vector<FlowPlane>>;
[[nodiscard]] FlowPlanes flowPlanesAt(const twin::TwinResult& result,
                                      const std::map<HallId, QRectF>& areas, Length height);

/// An arrow by its middle and its velocity, in the coordinates of the plane's area (y down).
struct FlowArrow {
    QPointF middle;
    QPointF velocity;  ///< m/s, to the right and down
    bool onDark = false;
};

/// Distance of arrows in metres at a zoom: the least of 0.15 m times a power of two that keeps
/// them 26 pixels apart, so that zooming in adds arrows between those that stay.
[[nodiscard]] double arrowSpacing(double pixelsPerMetre);

/// Arrows on a lattice that starts at the plane's corner, within `exposed`; still air and solids
/// have none.
[[nodiscard]] std::vector<FlowArrow> arrowsOf(const FlowPlane& plane, const QRectF& exposed,
                                              double spacing);

/// The speed that one spacing stands for: 1, 2 or 5 times a power of ten m/s, at or above nine
/// tenths of the plane's air. Longer arrows are cut at 1.5 spacings.
[[nodiscard]] double referenceSpeed(const std::vector<FlowPlane>& planes);

struct ArrowStyle {
    QColor onLight;               ///< ink before light colours
    QColor onDark;                ///< and before dark ones
    double pixelsPerMetre = 1.0;  ///< of the painter, for line widths
    double spacing = 0.6;         ///< metres
    double reference = 1.0;       ///< m/s, drawn as long as one spacing

    /// Dark and light inks that show on the colours of a map, in both themes.
    [[nodiscard]] static ArrowStyle onColors();
};
void paintArrows(QPainter& painter, const std::vector<FlowArrow>& arrows, const ArrowStyle& style);

}  // namespace halltwin::views::heatmap
