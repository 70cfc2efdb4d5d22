// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/compressor.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {

double carnotCop(Temperature evaporating, Temperature condensing) {
    const TemperatureDifference lift = std::max(condensing - evaporating, leastLift);
    return evaporating.in(kelvin) / lift.in(kelvins);
}

double cracCop(double ratedCop, Temperature outdoorDryBulb) {
    return ratedCop * carnotCop(cracEvaporating, outdoorDryBulb + airCondenserApproach) /
           carnotCop(cracEvaporating, cracRatedOutdoor + airCondenserApproach);
}

Result<Power> cracPower(Power heat, double ratedCop, Temperature outdoorDryBulb) {
    if (!std::isfinite(heat.si()) || heat.si() < 0.0) {
        return fail(ErrorCode::InvalidArgument, "The heat is negative or not a number", "CRAC",
                    "Give a heat of zero or more");
    }
    if (!std::isfinite(ratedCop) || !(ratedCop > 0.0) || !std::isfinite(outdoorDryBulb.si())) {
        return fail(ErrorCode::InvalidArgument,
                    "A compressor needs a rated COP above zero and an outdoor temperature", "CRAC",
                    "Give the COP of the cooler's catalogue entry");
    }
    return heat / cracCop(ratedCop, outdoorDryBulb);
}

}  // namespace halltwin::cooling
