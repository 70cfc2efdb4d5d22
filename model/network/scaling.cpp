// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/scaling.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace halltwin::network {

namespace {

Result<void> check(const ScalingInput& input) {
    const auto refuse = [](const char* message, const char* remedy) {
        return fail(ErrorCode::InvalidArgument, message, "scaling efficiency", remedy);
    };
    if (!std::isfinite(input.computePerStep.si()) || input.computePerStep.si() <= 0.0)
        return refuse("The time of computation is not above 0", "Give the time of a step");
    if (!(input.overlap >= 0.0 && input.overlap <= 1.0))
        return refuse("The overlap is not between 0 and 1", "Give a share from 0 to 1");
    if (input.fewest < 1 || input.most < input.fewest)
        return refuse("The range of GPUs is empty", "Give 1 GPU or more, up to a larger number");
    if (!input.communication)
        return refuse("No time of communication is given", "Give the law of a collective");
    return {};
}

}  // namespace

Result<ScalingPoint> scalingAt(const ScalingInput& input, std::size_t gpus) {
    if (const auto sound = check(input); !sound) return tl::unexpected(sound.error());
    const auto time = input.communication(gpus);
    if (!time) return tl::unexpected(time.error());
    if (!std::isfinite(time->si()) || time->si() < 0.0)
        return fail(ErrorCode::InvalidArgument, "The time of communication is no time",
                    "scaling efficiency", "Give the law of a collective");
    ScalingPoint point;
    point.gpus = gpus;
    point.communication = *time;
    const Duration hidden = std::min(*time * input.overlap, input.computePerStep);
    point.exposed = *time - hidden;
    point.efficiency = input.computePerStep / (input.computePerStep + point.exposed);
    return point;
}

Result<std::vector<ScalingPoint>> scalingCurve(const ScalingInput& input) {
    if (const auto sound = check(input); !sound) return tl::unexpected(sound.error());
    std::set<std::size_t> counts{input.most};
    for (std::size_t gpus = input.fewest; gpus < input.most; gpus *= 2) {
        counts.insert(gpus);
        if (gpus > std::numeric_limits<std::size_t>::max() / 2) break;
    }
    for (const ScalingMark& mark : foundingMarks)
        if (mark.gpus >= input.fewest && mark.gpus <= input.most) counts.insert(mark.gpus);
    std::vector<ScalingPoint> curve;
    for (const std::size_t gpus : counts) {
        auto point = scalingAt(input, gpus);
        if (!point) return tl::unexpected(point.error());
        curve.push_back(*point);
    }
    return curve;
}

}  // namespace halltwin::network
