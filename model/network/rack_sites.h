// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/project/catalog.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::network {

/// Height of a rack unit.  Source: EIA-310-D.
inline constexpr Length rackUnit = millimetres(44.45);

/// A rack or tank on the site plan.
struct RackSite {
    ItemId item;
    HallId hall;
    Point centre;  ///< hall's origin + centre of its footprint
    Length width;  ///< across its front
    Length height;
};

/// Null for what is no rack or tank, or has no entry.
[[nodiscard]] const RackSpec* rackSpecOf(const Item& item, const Catalog& catalog);

[[nodiscard]] RackSite siteOf(const Project& project, const Catalog& catalog, const Item& item);

/// Along x plus along y.
[[nodiscard]] Length rectilinear(Point a, Point b);

}  // namespace halltwin::network
