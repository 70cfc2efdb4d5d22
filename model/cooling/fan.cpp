// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/fan.h"

#include "model/cooling/air_cooler.h"
#include "model/cooling/tower.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {

Power ratedFanPower(const FanSpec& spec) {
    return watts(spec.flow.si() * spec.rise.si() / spec.efficiency);
}

Result<FanResult> fanAt(const FanSpec& spec, double flowShare, Density density) {
    const auto isGood = [](double value) { return std::isfinite(value) && value >= 0.0; };
    if (!isGood(spec.flow.si()) || !isGood(spec.rise.si()) ||
        !(spec.efficiency > 0.0 && spec.efficiency <= 1.0) || !isGood(density.si()) ||
        !std::isfinite(flowShare))
        return fail(ErrorCode::InvalidArgument,
                    "A fan needs flow and pressure of zero or more and an efficiency of 0 to 1",
                    "fan", "Correct the fan's figures");
    const double x = std::clamp(flowShare, 0.0, 1.0);
    const double heaviness = density / ratedAirDensity;
    FanResult result;
    result.flow = spec.flow * x;
    result.rise = spec.rise * (x * x * heaviness);
    result.air = watts(result.flow.si() * result.rise.si());
    result.electric = ratedFanPower(spec) * (heaviness * fanPowerShare(x));
    return result;
}

}  // namespace halltwin::cooling
