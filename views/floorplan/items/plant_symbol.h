// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"

#include <QPainterPath>

namespace halltwin::views::floorplan::items {

/// The sign of a plant unit on the plan, within ±1 around the origin, for lines without a fill: in
/// the manner of flow diagrams (ISO 10628).
[[nodiscard]] QPainterPath plantSymbol(ItemKind kind);

}  // namespace halltwin::views::floorplan::items
