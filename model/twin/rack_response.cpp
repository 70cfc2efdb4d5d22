// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/rack_response.h"

#include <algorithm>

namespace halltwin::twin {

double powerFactorAt(Temperature intake) {
    const double rise = std::clamp((intake - fanRiseStart) / (fanRiseEnd - fanRiseStart), 0.0, 1.0);
    const double speed = 1.0 + (fullFanSpeed - 1.0) * rise;
    return 1.0 + serverFanShare * (speed * speed * speed - 1.0);
}

}  // namespace halltwin::twin
