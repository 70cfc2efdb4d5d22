// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"

#include <QPointF>
#include <QRectF>

namespace halltwin::views::bridge {

/// The scene of the plan: one unit is one metre on the site, y grows down the screen (the site's y
/// grows up). Everything that is drawn on the plan, in whatever module, goes through these four
/// functions.
[[nodiscard]] inline QPointF toScene(const Point& site) {
    return {site.x.in(metres), -site.y.in(metres)};
}

[[nodiscard]] inline QRectF toScene(const Rect& site) {
    return {site.min.x.in(metres), -site.max.y.in(metres), site.width().in(metres),
            site.depth().in(metres)};
}

[[nodiscard]] inline Point fromScene(const QPointF& scene) {
    return {metres(scene.x()), metres(-scene.y())};
}

[[nodiscard]] inline Rect fromScene(const QRectF& scene) {
    return {{metres(scene.left()), metres(-scene.bottom())},
            {metres(scene.right()), metres(-scene.top())}};
}

}  // namespace halltwin::views::bridge
