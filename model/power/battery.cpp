// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/battery.h"

#include <cmath>
#include <limits>

namespace halltwin::power {

Duration runtime(const BatterySpec& battery, Power rated, Power load) {
    if (load.si() <= 0.0) return seconds(std::numeric_limits<double>::infinity());
    const Energy usable = battery.energy * battery.usableShare * battery.dischargeEfficiency;
    if (usable.si() <= 0.0) return {};
    const double slower =
        rated.si() > 0.0 ? std::pow(rated / load, battery.peukertExponent - 1.0) : 1.0;
    return usable / load * slower;
}

}  // namespace halltwin::power
