// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"

#include <Qt>

namespace halltwin::views::floorplan::tools {

/// `moving` on the axis through `fixed` when the line between both is within a few degrees of it;
/// Alt leaves it free, Shift holds it to the nearer axis.
[[nodiscard]] Point alongAxis(const Point& fixed, const Point& moving, Qt::KeyboardModifiers keys);

}  // namespace halltwin::views::floorplan::tools
