// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/units.h"

#include <array>
#include <cstddef>
#include <functional>
#include <vector>

namespace halltwin::network {

/// Time that the communication of one training step takes on so many GPUs.
using CommunicationTime = std::function<Result<Duration>(std::size_t gpus)>;

/// Data-parallel training with the same work for each GPU, whatever their number.
struct ScalingInput {
    Duration computePerStep;
    double overlap = 0.0;  ///< 0 … 1: share of the communication that may hide behind computation
    std::size_t fewest = 8;
    std::size_t most = 10'000;
    CommunicationTime communication;
};

struct ScalingPoint {
    std::size_t gpus = 0;
    Duration communication;
    Duration exposed;         ///< what computation does not hide
    double efficiency = 1.0;  ///< compute / (compute + exposed)
};

/// A figure to hold the curve against.
struct ScalingMark {
    std::size_t gpus = 0;
    double efficiency = 0.0;
};

/// The founding document's figures: 90 % at 1,000 GPUs, 70 % at 10,000.
inline constexpr std::array<ScalingMark, 2> foundingMarks{{{1'000, 0.9}, {10'000, 0.7}}};

/// Efficiency at `gpus`. What may hide does so up to the time of the computation. Fails with
/// InvalidArgument on figures that cannot be, and as `communication` does.
[[nodiscard]] Result<ScalingPoint> scalingAt(const ScalingInput& input, std::size_t gpus);

/// Points from `fewest` to `most` by doubling, with the founding marks and the end between them.
[[nodiscard]] Result<std::vector<ScalingPoint>> scalingCurve(const ScalingInput& input);

}  // namespace halltwin::network
