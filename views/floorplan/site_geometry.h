// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/core/ids.h"
#include "model/project/catalog.h"
#include "model/project/project.h"
#include "views/floorplan/snapping.h"

#include <optional>
#include <set>

namespace halltwin::views::floorplan {

[[nodiscard]] Rect moved(const Rect& rect, Length dx, Length dy);
[[nodiscard]] Rect united(const Rect& a, const Rect& b);
/// The rectangle with these two corners, in any order.
[[nodiscard]] Rect spanning(const Point& a, const Point& b);

[[nodiscard]] Rect siteRectOf(const Hall& hall);
/// Hall coordinates to the site and back.
[[nodiscard]] Rect toSite(const Hall& hall, const Rect& inHall);
[[nodiscard]] Point toSite(const Hall& hall, const Point& inHall);
[[nodiscard]] Point toHall(const Hall& hall, const Point& site);

/// The hall that a place on the site lies in; null outside of all.
[[nodiscard]] const Hall* hallAt(const Project& project, const Point& site);
/// As above, or else the hall nearest to the place; null without halls.
[[nodiscard]] const Hall* hallNear(const Project& project, const Point& site);

/// Footprint of an item on the site. None when the item or its hall is unknown.
[[nodiscard]] std::optional<Rect> siteRectOf(const Project& project, const Catalog& catalog,
                                             ItemId id);

/// What a rectangle can snap to in a hall, when these items move along with it.
[[nodiscard]] SnapTargets snapTargetsOf(const Project& project, const Catalog& catalog,
                                        const Hall& hall, const std::set<ItemId>& moving);

}  // namespace halltwin::views::floorplan
