// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/tower_frost.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {

Result<FrostState> frostAt(const BasinHeaterSpec& spec, Power heat, Temperature leaving,
                           Temperature dryBulb) {
    const auto isGood = [](double value) { return std::isfinite(value) && value >= 0.0; };
    if (!isGood(spec.conductance.si()) || !isGood(spec.rating.si()) || !isGood(heat.si()) ||
        !isGood(leaving.si()) || !isGood(dryBulb.si()))
        return fail(ErrorCode::InvalidArgument, "A figure is negative or not a number",
                    "basin heater", "Correct the heater's figures");
    FrostState state;
    if (heat.si() > 0.0) {
        if (dryBulb < celsius(0.0) && leaving < coldestWaterInFrost)
            state.icing = RangeExcess{"leaving water in frost",        "°C",  leaving.in(celsius),
                                      coldestWaterInFrost.in(celsius), 100.0, false};
        return state;
    }
    const TemperatureDifference below = spec.setPoint - dryBulb;
    if (!(below.si() > 0.0)) return state;
    state.heater = spec.conductance * below;
    if (spec.rating.si() == 0.0 || state.heater <= spec.rating) return state;
    state.heater = spec.rating;
    const Temperature basin = dryBulb + kelvins(spec.rating.si() / spec.conductance.si());
    if (basin < celsius(0.0))
        state.icing = RangeExcess{
            "idle basin", "°C", basin.in(celsius), 0.0, spec.setPoint.in(celsius), false};
    return state;
}

}  // namespace halltwin::cooling
