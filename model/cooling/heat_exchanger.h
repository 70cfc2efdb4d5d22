// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/units.h"
#include "model/project/plant_specs.h"

#include <string_view>

namespace halltwin::cooling {

inline constexpr std::string_view exchangerFormula =
    "heat = ε · C_least · (hot in − cold in), ε of NTU = UA / C_least and C_least / C_most; "
    "1 / UA = 1 / hA_hot + 1 / hA_cold, hA ~ flow^0.8";
inline constexpr std::string_view exchangerSource =
    "effectiveness–NTU method: W. Kays, A. London, Compact Heat Exchangers, 3rd ed., ch. 2; "
    "equal halves of the resistance at the design point (typical value)";

/// Exponent of a plate exchanger's film conductance in its flow (turbulent).
inline constexpr double plateFlowExponent = 0.8;

/// Share of the most heat that two streams can exchange. `units`: NTU ≥ 0; `ratio`: smaller over
/// larger capacity rate, 0…1.
[[nodiscard]] double effectiveness(FlowArrangement arrangement, double units, double ratio);

/// The NTU with that effectiveness; infinite where none reaches it, 0 where it is not above zero.
[[nodiscard]] double unitsFor(FlowArrangement arrangement, double effectiveness, double ratio);

/// Heat capacity rate of a flow of water.
[[nodiscard]] HeatCapacityRate waterRate(VolumeFlow flow);

/// What a counterflow plate exchanger was chosen for.
struct ExchangerDesign {
    HeatCapacityRate hot;
    HeatCapacityRate cold;
    TemperatureDifference range = kelvins(6.0);     ///< that the hot stream cools by
    TemperatureDifference approach = kelvins(2.0);  ///< hot stream out − cold stream in
};

/// A counterflow plate exchanger, known from its design point.
struct Exchanger {
    HeatCapacityRate hot;  ///< at design
    HeatCapacityRate cold;
    HeatCapacityRate conductance;
};

struct ExchangerPoint {
    HeatCapacityRate hot;
    HeatCapacityRate cold;
    Temperature hotIn;
    Temperature coldIn;
};

struct ExchangerResult {
    Power heat;  ///< never below zero: a colder hot stream is led past
    Temperature hotOut;
    Temperature coldOut;
    double effectiveness = 0.0;
};

/// Fails with InvalidArgument where a flow, range or approach is not above zero, or the cold stream
/// cannot take that heat without a crossing of temperatures.
[[nodiscard]] Result<Exchanger> exchangerFrom(const ExchangerDesign& design);

/// The most heat that the exchanger moves at a point. A stream that stands still takes none.
[[nodiscard]] ExchangerResult exchangerAt(const Exchanger& exchanger, const ExchangerPoint& point);

/// As above, but no more than `heat`: a valve leads a part of a stream past.
[[nodiscard]] ExchangerResult exchangerAt(const Exchanger& exchanger, const ExchangerPoint& point,
                                          Power heat);

}  // namespace halltwin::cooling
