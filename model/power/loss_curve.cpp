// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/loss_curve.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace halltwin::power {

namespace {

Power lossAtFraction(const LossCurve& curve, double x) {
    return curve.rated * (curve.fixed + curve.linear * x + curve.square * x * x);
}

bool isUsable(Power value) {
    return std::isfinite(value.si()) && value.si() >= 0.0;
}

}  // namespace

Result<Power> lossAt(const LossCurve& curve, Power output) {
    if (!isUsable(curve.rated) || !isUsable(output)) {
        return fail(ErrorCode::InvalidArgument, "A rating or output is negative or not a number",
                    "loss curve", "Give a power of zero or more");
    }
    if (curve.rated.si() == 0.0) return Power{};
    const double x = output / curve.rated;
    if (x > largestLoadFraction) {
        return fail(ErrorCode::OutOfRange,
                    fmt::format("Output is {:.2f} of the rating; the loss is known up to {:.1f}", x,
                                largestLoadFraction),
                    "loss curve", "Reduce the load or choose a larger unit");
    }
    return lossAtFraction(curve, x);
}

Power clampedLossAt(const LossCurve& curve, Power output) {
    if (curve.rated.si() <= 0.0) return Power{};
    return lossAtFraction(curve, std::clamp(output / curve.rated, 0.0, largestLoadFraction));
}

double efficiencyAt(const LossCurve& curve, double loadFraction) {
    if (curve.rated.si() <= 0.0 || !(loadFraction > 0.0)) return 0.0;
    const Power output = curve.rated * loadFraction;
    return output / (output + lossAtFraction(curve, loadFraction));
}

Result<LossCurve> transformerLoss(Power rated, double efficiencyAt35Percent) {
    constexpr double bestLoad = 0.35;
    if (!isUsable(rated) || !(efficiencyAt35Percent > 0.0 && efficiencyAt35Percent <= 1.0)) {
        return fail(ErrorCode::InvalidArgument,
                    "A transformer needs a rating and an efficiency above 0 and up to 1",
                    "transformer loss", "Take the efficiency at 35 % load from its data sheet");
    }
    // Best efficiency is where no-load and load loss are equal: each is half of the total there.
    const double fixed = bestLoad / 2.0 * (1.0 / efficiencyAt35Percent - 1.0);
    return LossCurve{rated, fixed, 0.0, fixed / (bestLoad * bestLoad)};
}

}  // namespace halltwin::power
