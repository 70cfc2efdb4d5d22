// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/merkel.h"

#include "model/cooling/pump.h"
#include "model/core/air.h"
#include "model/core/moist_air.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {

namespace {

constexpr Pressure seaLevel = pascals(101325.0);

double saturatedEnthalpyJKg(double c) {
    return enthalpy(airOfHumidity(celsius(c), 1.0, seaLevel)).in(joulesPerKilogram);
}

/// Scheier's correction for the water flow, made to be 1 at the design point (as published 1.0039).
double waterFactor(double share) {
    const auto published = [](double x) { return 0.1082 + 1.667 * x - 0.7713 * x * x; };
    return published(share) / published(1.0);
}

double counterflow(double conductance, double one, double other) {
    const double least = std::min(one, other);
    const double ratio = least / std::max(one, other);
    const double units = conductance / least;
    if (ratio > 0.9999) return units / (1.0 + units);
    const double decay = std::exp(-units * (1.0 - ratio));
    return (1.0 - decay) / (1.0 - ratio * decay);
}

}  // namespace

MerkelTower::MerkelTower(const TowerSpec& spec) : m_spec(spec) {
    const double waterWK = spec.water.si() * waterDensity.si() * waterSpecificHeat.si();
    const double wetC = spec.wetBulb.in(celsius);
    const double enteringC = wetC + spec.approach.si() + spec.range.si();
    const double airKgS = spec.air.si() * airDensity(seaLevel, spec.wetBulb).si();
    const double wantedW = waterWK * spec.range.si();
    double low = 0.0;
    double high = 1e3 * waterWK;
    for (int n = 0; n < 80; ++n) {
        const double middle = 0.5 * (low + high);
        const bool weak = heatW(middle, enteringC, wetC, waterWK, airKgS) < wantedW;
        (weak ? low : high) = middle;
    }
    m_conductanceWK = high;
}

double MerkelTower::heatW(double conductanceWK, double enteringC, double wetBulbC, double waterWK,
                          double airKgS) const {
    const double inJKg = saturatedEnthalpyJKg(wetBulbC);
    double leavingAirC = 0.5 * (wetBulbC + enteringC);
    double heat = 0.0;
    for (int n = 0; n < 30; ++n) {
        const double riseK = std::max(leavingAirC - wetBulbC, 1e-3);
        // Specific heat that saturated air seems to have along its way.
        const double seeming = (saturatedEnthalpyJKg(wetBulbC + riseK) - inJKg) / riseK;
        const double airWK = airKgS * seeming;
        const double conductance = conductanceWK * seeming / airSpecificHeat.si();
        heat = counterflow(conductance, waterWK, airWK) * std::min(waterWK, airWK) *
               (enteringC - wetBulbC);
        const double next = wetBulbC + heat / airWK;
        if (std::abs(next - leavingAirC) < 1e-6) break;
        leavingAirC = 0.5 * (leavingAirC + next);
    }
    return heat;
}

double MerkelTower::leavingC(const TowerPoint& point, double rangeK, double airShare) const {
    const double wetC = point.wetBulb.in(celsius);
    const double waterShare = std::clamp(point.water / m_spec.water, 0.3, 1.0);
    const double air = std::clamp(airShare, 0.2, 1.0);
    const double forWetBulb = 1.0 + 0.0081 * (m_spec.wetBulb.in(celsius)-wetC);
    const double conductance =
        m_conductanceWK * forWetBulb * (1.3 * air - 0.3 * air * air) * waterFactor(waterShare);
    const double waterWK = point.water.si() * waterDensity.si() * waterSpecificHeat.si();
    const double airKgS = air * m_spec.air.si() * airDensity(seaLevel, m_spec.wetBulb).si();
    const double wantedW = waterWK * rangeK;
    double low = wetC;
    double high = wetC + 200.0;
    for (int n = 0; n < 60; ++n) {
        const double leaving = 0.5 * (low + high);
        const bool tooCold = heatW(conductance, leaving + rangeK, wetC, waterWK, airKgS) < wantedW;
        (tooCold ? low : high) = leaving;
    }
    return high;
}

}  // namespace halltwin::cooling
