// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/air_cooler.h"

#include "model/core/air.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {

namespace {

/// A coil that gives the air down to the water's temperature would need an endless surface.
constexpr double largestEffectiveness = 0.999;

}  // namespace

Result<Coil> coilFrom(const CoolerSpec& spec, Density density) {
    const TemperatureDifference span = spec.ratedReturn - spec.ratedWaterIn;
    const Power most = density * spec.ratedFlow * airSpecificHeat * span;
    if (!(spec.ratedFlow.si() > 0.0) || !(density.si() > 0.0) || !(span.si() > 0.0) ||
        !std::isfinite(most.si())) {
        return fail(ErrorCode::InvalidArgument,
                    "A coil's rated point needs air flow and return air warmer than its water",
                    "coil", "Correct the rated flow and temperatures of the cooler");
    }
    const double effectiveness = spec.ratedCapacity / most;
    if (!(effectiveness > 0.0 && effectiveness <= 1.0)) {
        return fail(ErrorCode::InvalidArgument,
                    "The rated capacity is not above zero, or more than the rated air flow can "
                    "give down to the water's temperature",
                    "coil", "Correct the rated capacity, flow or temperatures of the cooler");
    }
    return Coil{spec.ratedFlow, std::min(effectiveness, largestEffectiveness)};
}

double coilEffectiveness(const Coil& coil, double speed) {
    const double flow = std::clamp(speed, 0.0, 1.0);
    if (flow == 0.0) return 0.0;
    const double ratedUnits = -std::log1p(-coil.ratedEffectiveness);
    return -std::expm1(-ratedUnits * std::pow(flow, coilFlowExponent - 1.0));
}

Power coilCapacity(const Coil& coil, const CoilPoint& point) {
    const double speed = std::clamp(point.speed, 0.0, 1.0);
    const TemperatureDifference span = point.airReturn - point.waterIn;
    if (span.si() <= 0.0) return Power{};
    const HeatCapacityRate air = point.density * (coil.ratedFlow * speed) * airSpecificHeat;
    return air * span * coilEffectiveness(coil, speed);
}

Temperature coldestSupply(const Coil& coil, const CoilPoint& point) {
    const TemperatureDifference span = point.airReturn - point.waterIn;
    if (span.si() <= 0.0) return point.airReturn;
    return point.airReturn - span * coilEffectiveness(coil, point.speed);
}

Power fanPower(const CoolerSpec& spec, double speed) {
    return spec.fanPower * std::pow(std::clamp(speed, 0.0, 1.0), 3);
}

VolumeFlow fanFlow(const CoolerSpec& spec, double speed) {
    return spec.ratedFlow * std::clamp(speed, 0.0, 1.0);
}

}  // namespace halltwin::cooling
