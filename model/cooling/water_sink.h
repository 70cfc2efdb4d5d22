// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/chiller.h"
#include "model/cooling/heat_exchanger.h"
#include "model/core/error.h"
#include "model/core/units.h"

#include <optional>
#include <string_view>

namespace halltwin::cooling {

inline constexpr std::string_view waterSinkFormula =
    "heat through a counterflow plate exchanger; the source pump gives the least flow that holds "
    "the wanted water, power = rated · (0.5726 x − 0.3010 x² + 0.7347 x³), x = flow / rated";

/// Sea, lake or river water behind a plate exchanger.
struct WaterSink {
    Exchanger exchanger;  ///< its cold stream is the source at full flow
    Power pump;           ///< at full flow
    double leastFlowShare = 0.2;
    Temperature highestOut = celsius(30.0);  ///< that a permit lets back into the water
};

struct WaterSinkPoint {
    HeatCapacityRate loop;
    Temperature returning;
    Temperature sourceIn;
    Temperature wanted;
};

struct WaterSinkResult {
    Power heat;
    Temperature loopOut;
    Temperature sourceOut;
    double flowShare = 0.0;  ///< of the source
    Power pump;
    bool holdsWanted = false;
    std::optional<RangeExcess> tooWarm;  ///< what goes back is above the permit
};

/// Fails with InvalidArgument where a flow or power is negative or a figure no number.
[[nodiscard]] Result<WaterSinkResult> waterSinkAt(const WaterSink& sink,
                                                  const WaterSinkPoint& point);

}  // namespace halltwin::cooling
