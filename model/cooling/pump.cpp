// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/pump.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {

Result<PumpResult> pumpAt(const PumpSpec& spec, Power coilHeat, VolumeFlow least) {
    if (!std::isfinite(coilHeat.si()) || coilHeat.si() < 0.0) {
        return fail(ErrorCode::InvalidArgument, "The heat is negative or not a number", "pump set",
                    "Give a heat of zero or more");
    }
    const auto isPositive = [](double value) { return std::isfinite(value) && value > 0.0; };
    if (!isPositive(spec.ratedFlow.si()) || !isPositive(spec.designRise.si()) ||
        !std::isfinite(spec.ratedPower.si()) || spec.ratedPower.si() < 0.0) {
        return fail(ErrorCode::InvalidArgument,
                    "A pump set needs a rated flow and design rise above zero, and a power",
                    "pump set", "Correct the pump set's catalogue entry");
    }
    PumpResult result;
    result.rise = spec.designRise;
    if (coilHeat.si() == 0.0) return result;  // nothing to carry: it is off

    const auto heatPerFlow = waterDensity * waterSpecificHeat;
    const VolumeFlow wanted = std::max(
        VolumeFlow::fromSi(coilHeat.si() / (heatPerFlow.si() * spec.designRise.si())), least);
    result.flowLimited = wanted > spec.ratedFlow * (1.0 + 1e-9);
    result.flow = std::min(wanted, spec.ratedFlow);
    result.rise =
        TemperatureDifference::fromSi(coilHeat.si() / (heatPerFlow.si() * result.flow.si()));
    const double x = result.flow / spec.ratedFlow;
    const auto& c = spec.partLoadCurve;
    const double share = c[0] + x * (c[1] + x * (c[2] + x * c[3]));
    if (!std::isfinite(share)) {
        return fail(ErrorCode::InvalidArgument, "A pump curve coefficient is not a number",
                    "pump set", "Correct the pump set's catalogue entry");
    }
    result.power = std::max(spec.ratedPower * share, Power{});
    return result;
}

}  // namespace halltwin::cooling
