// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "model/core/units.h"
#include "model/twin/twin.h"

#include <QColor>
#include <QString>
#include <array>
#include <unordered_map>
#include <vector>

namespace halltwin::views::floorplan::items {

/// What the colours of racks tell.
enum class RackColouring {
    Intake,         ///< warmest intake cell, by the bands of ASHRAE TC 9.9
    Capture,        ///< capture index of the cold aisle
    AirClass,       ///< ASHRAE class that allows all of the intake
    Recirculation,  ///< share of the intake that left a rack last
    Power,          ///< electric power of the rack
};
inline constexpr std::array rackColourings{RackColouring::Intake, RackColouring::Capture,
                                           RackColouring::AirClass, RackColouring::Recirculation,
                                           RackColouring::Power};

/// Fill and second line of one rack.
struct RackStatus {
    QColor color;
    QString detail;

    bool operator==(const RackStatus&) const = default;
};
using RackStatuses = std::unordered_map<ItemId, RackStatus>;

/// Of all racks that the result knows. Empty for shares that it has not: those of the preview, and
/// of halls too large for them. Classes derate with the site's altitude.
[[nodiscard]] RackStatuses rackStatuses(const twin::TwinResult& result, Length altitude,
                                        RackColouring colouring);

/// A colour and what it stands for.
struct LegendEntry {
    QColor color;
    QString text;
};
[[nodiscard]] std::vector<LegendEntry> legendOf(RackColouring colouring);

/// "Intake temperature".
[[nodiscard]] QString colouringName(RackColouring colouring);

}  // namespace halltwin::views::floorplan::items
