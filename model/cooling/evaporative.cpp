// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/evaporative.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {

MoistAir evaporatedTo(const MoistAir& air, Temperature dryBulb, Temperature wet) {
    const double c = std::max(dryBulb.in(celsius), wet.in(celsius));
    if (!(c < air.dryBulb.in(celsius))) return air;
    // Enthalpy of the air grows by that of the water that it takes up, which has the wet bulb.
    const double waterJKg = 4186.0 * wet.in(celsius);
    const double left =
        enthalpy(air).in(joulesPerKilogram)-air.humidityRatio * waterJKg - 1006.0 * c;
    MoistAir cooled = air;
    cooled.dryBulb = celsius(c);
    cooled.humidityRatio = left / (2.501e6 + 1860.0 * c - waterJKg);
    return cooled;
}

Result<EvaporativeResult> evaporativeAt(const EvaporativeSpec& spec, const MoistAir& air,
                                        MassFlow dryAir, Temperature wanted) {
    if (!(spec.effectiveness >= 0.0 && spec.effectiveness <= 1.0) ||
        !(spec.cyclesOfConcentration > 1.0) || !(dryAir.si() >= 0.0) ||
        !std::isfinite(dryAir.si()) || !std::isfinite(air.dryBulb.si()) ||
        !std::isfinite(wanted.si()))
        return fail(ErrorCode::InvalidArgument,
                    "Pads need an effectiveness of 0 to 1, cycles above 1 and air that can be",
                    "evaporative cooler", "Correct the pads' figures or the air flow");
    EvaporativeResult result;
    result.air = air;
    if (spec.effectiveness == 0.0 || air.dryBulb <= spec.off || air.dryBulb <= wanted)
        return result;
    const Temperature wet = wetBulb(air);
    const TemperatureDifference most = (air.dryBulb - wet) * spec.effectiveness;
    if (!(most.si() > 0.0)) return result;
    result.share = std::min((air.dryBulb - wanted) / most, 1.0);
    result.air = evaporatedTo(air, air.dryBulb - most * result.share, wet);
    result.evaporation = dryAir * std::max(result.air.humidityRatio - air.humidityRatio, 0.0);
    result.bleed = result.evaporation / (spec.cyclesOfConcentration - 1.0);
    return result;
}

}  // namespace halltwin::cooling
