// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/thermal_mass.h"

#include <algorithm>
#include <cmath>

namespace halltwin::thermal {

double ServerMass::targetC(const AirThrough& air, double heatW) const {
    return air.intakeC + (1.0 - m_heatBeforeMass) * heatW / air.rateWK;
}

void ServerMass::settle(const AirThrough& air, double heatW) {
    m_massC = targetC(air, heatW);
}

double ServerMass::step(const AirThrough& air, double heatW) {
    const double tau2S = m_capacityJK / air.rateWK;
    const double tau1S = tau2S / m_effectiveness;
    const double followed = air.dtS / (tau1S + air.dtS);
    const double lagK = targetC(air, heatW) - m_massC;
    m_massC += followed * lagK;
    return air.intakeC + heatW / air.rateWK - tau2S / (tau1S + air.dtS) * lagK;
}

double PassedMass::step(const AirThrough& air) {
    if (m_capacityJK <= 0.0) return air.intakeC;
    const double exchangeWK = air.rateWK * -std::expm1(-m_conductanceWK / air.rateWK);
    const double gain = air.dtS * exchangeWK / m_capacityJK;
    m_massC = (m_massC + gain * air.intakeC) / (1.0 + gain);
    return air.intakeC - exchangeWK / air.rateWK * (air.intakeC - m_massC);
}

void FanSpeed::step(double dtS) {
    constexpr double stall = 0.1;  // bearings and dampers hold what is slower
    if (m_running) {
        m_share = std::min(1.0, m_share + dtS / m_startS);
        return;
    }
    m_share /= 1.0 + m_share * dtS / m_coastS;
    if (m_share < stall) m_share = 0.0;
}

}  // namespace halltwin::thermal
