// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/merkel.h"

#include "model/cooling/heat_exchanger.h"
#include "model/core/air.h"
#include "model/core/moist_air.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {

namespace {

constexpr Pressure seaLevel = pascals(101325.0);

double saturatedEnthalpyJKg(double c, Pressure pressure) {
    return enthalpy(airOfHumidity(celsius(c), 1.0, pressure)).in(joulesPerKilogram);
}

/// Scheier's correction for the water flow, made to be 1 at the design point (as published 1.0039).
double waterFactor(double share) {
    const auto published = [](double x) { return 0.1082 + 1.667 * x - 0.7713 * x * x; };
    return published(share) / published(1.0);
}

/// How fast the enthalpy of saturated air rises, J/(kg K), to about 1 %: the slope of Magnus's
/// vapour pressure.
double saturatedSlope(double c, double enthalpyJKg) {
    const double ratio = std::max((enthalpyJKg - 1006.0 * c) / (2.501e6 + 1860.0 * c), 0.0);
    const double perK = c < 0.0 ? 21.875 * 265.5 / ((c + 265.5) * (c + 265.5))
                                : 17.27 * 237.3 / ((c + 237.3) * (c + 237.3));
    return 1006.0 + 1860.0 * ratio +
           (2.501e6 + 1860.0 * c) * ratio * (1.0 + ratio / 0.621945) * perK;
}

/// Temperature of saturated air of an enthalpy, by Newton's method. Boiling water has no enthalpy:
/// there it ends.
double saturatedC(double enthalpyJKg, double coldestC, Pressure pressure) {
    constexpr double hottestC = 99.0;
    if (saturatedEnthalpyJKg(hottestC, pressure) <= enthalpyJKg) return hottestC;
    double c = std::clamp(coldestC + 10.0, coldestC, hottestC);
    for (int n = 0; n < 60; ++n) {
        const double at = saturatedEnthalpyJKg(c, pressure);
        const double next =
            std::clamp(c - (at - enthalpyJKg) / saturatedSlope(c, at), coldestC, hottestC);
        const bool isThere = std::abs(next - c) < 1e-8;
        c = next;
        if (isThere) break;
    }
    return c;
}

}  // namespace

MerkelTower::MerkelTower(const TowerSpec& spec) : m_spec(spec) {
    const double waterWK = waterRate(spec.water).si();
    const double wetC = spec.wetBulb.in(celsius);
    const Streams streams = streamsFor({spec.range.si(), wetC, waterWK, 1.0, seaLevel});
    const double wanted =
        waterWK * spec.range.si() / (streams.leastWK * (spec.approach.si() + spec.range.si()));
    const double units = unitsFor(FlowArrangement::Counter, wanted, streams.ratio);
    // A design that no surface reaches is taken as a very large one.
    m_conductanceWK = std::min(units * streams.leastWK * airSpecificHeat.si() / streams.seemingJKgK,
                               1e3 * waterWK);
}

MerkelTower::Streams MerkelTower::streamsFor(const Duty& duty) const {
    const double airKgS =
        duty.airShare * m_spec.air.si() * airDensity(duty.pressure, m_spec.wetBulb).si();
    const double riseJKg = duty.waterWK * duty.rangeK / airKgS;
    const double inJKg = saturatedEnthalpyJKg(duty.wetBulbC, duty.pressure);
    const double leavingAirC = saturatedC(inJKg + riseJKg, duty.wetBulbC, duty.pressure);
    // Specific heat that saturated air seems to have along its way.
    const double seemingJKgK = riseJKg / std::max(leavingAirC - duty.wetBulbC, 1e-6);
    const double airWK = airKgS * seemingJKgK;
    const double leastWK = std::min(duty.waterWK, airWK);
    return {seemingJKgK, leastWK, leastWK / std::max(duty.waterWK, airWK)};
}

double MerkelTower::leavingC(const TowerPoint& point, double rangeK, double airShare) const {
    const double wetC = point.wetBulb.in(celsius);
    const double waterShare =
        std::clamp(point.water / m_spec.water, waterBounds.low, waterBounds.high);
    const double air = std::clamp(airShare, leastAirShare, 1.0);
    const double colderK =
        std::clamp(m_spec.wetBulb.in(celsius)-wetC, wetBulbBoundsK.low, wetBulbBoundsK.high);
    const double conductance = m_conductanceWK * (1.0 + 0.0081 * colderK) *
                               (1.3 * air - 0.3 * air * air) * waterFactor(waterShare);
    const double waterWK = waterRate(point.water).si();
    const Streams streams = streamsFor({rangeK, wetC, waterWK, air, point.pressure});
    const double units = conductance * streams.seemingJKgK / airSpecificHeat.si() / streams.leastWK;
    const double share = effectiveness(FlowArrangement::Counter, units, streams.ratio);
    return wetC + waterWK * rangeK / (share * streams.leastWK) - rangeK;
}

}  // namespace halltwin::cooling
