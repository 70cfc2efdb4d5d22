// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/moist_air.h"

#include <algorithm>
#include <cmath>

namespace halltwin {

namespace {

constexpr double molarRatio = 0.621945;  // water / dry air
constexpr double dryAirGasConstant = 287.042;
constexpr double coldestC = -100.0;
constexpr double hottestC = 200.0;

double logPressureOverIce(double t) {
    return -5674.5359 / t + 6.3925247 +
           t * (-9.677843e-3 + t * (6.2215701e-7 + t * (2.0747825e-9 - t * 9.484024e-13))) +
           4.1635019 * std::log(t);
}

double logPressureOverWater(double t) {
    return -5800.2206 / t + 1.3914993 + t * (-0.048640239 + t * (4.1764768e-5 - t * 1.4452093e-8)) +
           6.5459673 * std::log(t);
}

double ratioOf(double vapourPa, double totalPa) {
    const double most = 0.999 * totalPa;  // boiling water has no ratio
    const double vapour = std::min(vapourPa, most);
    return molarRatio * vapour / (totalPa - vapour);
}

double vapourPa(const MoistAir& air) {
    return air.pressure.si() * air.humidityRatio / (molarRatio + air.humidityRatio);
}

/// Where a rising function crosses zero, to 1e-6 K.
template <class Function>
double crossing(double low, double high, const Function& function) {
    while (high - low > 1e-6) {
        const double middle = 0.5 * (low + high);
        (function(middle) < 0.0 ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

/// Ratio of air of `dryC` that has the wet bulb `wetC`.
double ratioAtWetBulb(double dryC, double wetC, double totalPa) {
    const double saturated = ratioOf(saturationPressure(celsius(wetC)).si(), totalPa);
    if (wetC >= 0.0) {
        return ((2501.0 - 2.326 * wetC) * saturated - 1.006 * (dryC - wetC)) /
               (2501.0 + 1.86 * dryC - 4.186 * wetC);
    }
    return ((2830.0 - 0.24 * wetC) * saturated - 1.006 * (dryC - wetC)) /
           (2830.0 + 1.86 * dryC - 2.1 * wetC);
}

}  // namespace

Pressure saturationPressure(Temperature temperature) {
    const double t = std::clamp(temperature.in(celsius), coldestC, hottestC) + 273.15;
    return pascals(std::exp(t < 273.15 ? logPressureOverIce(t) : logPressureOverWater(t)));
}

MoistAir airOfHumidity(Temperature dryBulb, double relativeHumidity, Pressure pressure) {
    const double share = std::clamp(relativeHumidity, 0.0, 1.0);
    return {dryBulb, ratioOf(share * saturationPressure(dryBulb).si(), pressure.si()), pressure};
}

MoistAir airOfDewPoint(Temperature dryBulb, Temperature dewPoint, Pressure pressure) {
    const Temperature condensing = std::min(dewPoint, dryBulb);
    return {dryBulb, ratioOf(saturationPressure(condensing).si(), pressure.si()), pressure};
}

MoistAir airOfWetBulb(Temperature dryBulb, Temperature wetBulb, Pressure pressure) {
    const Temperature wet = std::min(wetBulb, dryBulb);
    const double ratio = ratioAtWetBulb(dryBulb.in(celsius), wet.in(celsius), pressure.si());
    return {dryBulb, std::max(ratio, 0.0), pressure};
}

double relativeHumidity(const MoistAir& air) {
    return vapourPa(air) / saturationPressure(air.dryBulb).si();
}

Temperature dewPoint(const MoistAir& air) {
    const double vapour = vapourPa(air);
    return celsius(crossing(coldestC, hottestC, [vapour](double c) {
        return saturationPressure(celsius(c)).si() - vapour;
    }));
}

Temperature wetBulb(const MoistAir& air) {
    const double dryC = air.dryBulb.in(celsius);
    return celsius(crossing(std::min(dryC, coldestC), dryC, [&](double wetC) {
        return ratioAtWetBulb(dryC, wetC, air.pressure.si()) - air.humidityRatio;
    }));
}

SpecificEnergy enthalpy(const MoistAir& air) {
    const double c = air.dryBulb.in(celsius);
    return joulesPerKilogram(1006.0 * c + air.humidityRatio * (2.501e6 + 1860.0 * c));
}

Density density(const MoistAir& air) {
    const double dryVolume = dryAirGasConstant * air.dryBulb.si() *
                             (1.0 + air.humidityRatio / molarRatio) / air.pressure.si();
    return kilogramsPerCubicMetre((1.0 + air.humidityRatio) / dryVolume);
}

}  // namespace halltwin
