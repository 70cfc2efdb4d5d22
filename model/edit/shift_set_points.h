// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/catalog.h"
#include "model/project/project.h"

#include <optional>

namespace halltwin::edit {

/// What supplies the halls: air coolers, or what cools their water (chillers, dry coolers,
/// exchangers of economizers, water sources). Cooling towers supply condensers and are neither.
enum class SetPointKind { Air, Water };

/// The kind of an item's set-point and the set-point that holds: its own, else its catalogue
/// entry's.
struct SetPoint {
    SetPointKind kind = SetPointKind::Air;
    Temperature supply;
};
[[nodiscard]] std::optional<SetPoint> setPointOf(const Item& item, const Catalog& catalog);

/// The project with every air set-point raised by `air` and every water set-point by `water`; each
/// that moves becomes the item's own. Fails with OutOfRange, naming the item, where one leaves the
/// range of set-points (−10…60 °C).
[[nodiscard]] Result<Project> shiftSetPoints(const Project& before, const Catalog& catalog,
                                             TemperatureDifference air,
                                             TemperatureDifference water);

}  // namespace halltwin::edit
