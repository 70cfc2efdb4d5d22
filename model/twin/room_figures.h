// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/metrics.h"
#include "model/twin/derivation.h"
#include "model/twin/twin.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace halltwin::twin {

/// One figure of a hall's air management: what it is, where it comes from, and what is good.
/// `derivation.key` is its name in the command line's JSON ("rci_hi"); `derivation.value` means
/// nothing where the figure has none.
struct RoomFigure {
    Derivation derivation;
    bool hasValue = true;  ///< false: of a stage with momentum only, or a hall too large for it
    thermal::Rating rating = thermal::Rating::Good;
    std::string target;   ///< "96 % or more"
    double scaleLow = 0;  ///< ends of a scale on which the figure is drawn, in its unit
    double scaleHigh = 100;
    std::function<thermal::Rating(double)> ratingOf;  ///< of any value, in the figure's unit
};

/// RCI high and low, RTI, SHI, RHI, recirculation, bypass and fan power by flow, in this order,
/// with definitions, inputs and sources (model/thermal/metrics.h, recirculation.h). None for a hall
/// without a rack or without a cooler that moves air.
[[nodiscard]] std::vector<RoomFigure> roomFigures(const RoomAnswer& room);

/// Share of a rack's intake that left a rack last; none where capture was not calculated.
[[nodiscard]] std::optional<double> recirculatedShare(const thermal::RackResult& rack);

/// Facility water that reaches a coolant distribution unit; none where no chiller feeds it.
[[nodiscard]] std::optional<Temperature> facilityWater(const TwinResult& result, ItemId unit);

}  // namespace halltwin::twin
