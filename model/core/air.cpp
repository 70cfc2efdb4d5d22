// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/air.h"

#include <cmath>

namespace halltwin {

Pressure pressureAtAltitude(Length altitude) {
    return pascals(101325.0 * std::pow(1.0 - 2.25577e-5 * altitude.in(metres), 5.2559));
}

Density airDensity(Pressure pressure, Temperature temperature) {
    constexpr double gasConstant = 287.055;
    return kilogramsPerCubicMetre(pressure.in(pascals) / (gasConstant * temperature.in(kelvin)));
}

}  // namespace halltwin
