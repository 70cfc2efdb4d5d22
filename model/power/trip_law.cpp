// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/trip_law.h"

namespace halltwin::power {

std::optional<Duration> tripTime(const TripLaw& law, double loading) {
    constexpr double extremelyInverseS = 80.0;
    if (!(loading > law.pickup)) return std::nullopt;
    if (loading >= law.instantaneous) return Duration{};
    const double above = loading / law.pickup;
    return seconds(law.timeMultiplier * extremelyInverseS / (above * above - 1.0));
}

}  // namespace halltwin::power
