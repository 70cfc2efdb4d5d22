// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/units.h"

#include <string_view>

namespace halltwin::power {

inline constexpr std::string_view lossFormula =
    "loss = rated · (fixed + linear · x + square · x²), x = output / rated";
inline constexpr std::string_view lossSource =
    "quadratic loss law; transformer points: US DOE 10 CFR 431.196 (2016); "
    "UPS points: typical values of a modern double-conversion set";

/// The fit says nothing beyond this load fraction.
inline constexpr double largestLoadFraction = 1.5;

/// Loss of a transformer, UPS or PDU as a quadratic in its load. Losses are interpolated, not
/// efficiencies, so that light load stays right: an energised element loses `fixed` when idle.
struct LossCurve {
    Power rated;          ///< output at load fraction 1
    double fixed = 0.0;   ///< no-load loss / rated
    double linear = 0.0;  ///< share of the output lost
    double square = 0.0;  ///< resistive loss / rated at full load

    bool operator==(const LossCurve&) const = default;
};

/// Loss at `output`. Fails with OutOfRange above 1.5 × rated, and with InvalidArgument where the
/// output or the rating is negative or no number. A curve with no rating loses nothing.
[[nodiscard]] Result<Power> lossAt(const LossCurve& curve, Power output);

/// Loss at `output`, or at 1.5 × rated where that is exceeded.
[[nodiscard]] Power clampedLossAt(const LossCurve& curve, Power output);

/// Output / input at a load fraction; 0 at no load.
[[nodiscard]] double efficiencyAt(const LossCurve& curve, double loadFraction);

/// Transformer with the efficiency at 35 % load that DOE 10 CFR 431.196 prescribes, its best point:
/// P0 = 0.175 S (1/η − 1) and Pk = P0 / 0.35². Fails with InvalidArgument unless 0 < η ≤ 1.
[[nodiscard]] Result<LossCurve> transformerLoss(Power rated, double efficiencyAt35Percent);

}  // namespace halltwin::power
