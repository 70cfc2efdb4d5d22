// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/cooler_mass.h"

#include "model/thermal/device_law.h"

#include <algorithm>
#include <cmath>

namespace halltwin::thermal {

double CoilMass::effectiveness(double rateWK) const {
    const double units = m_figures.transferUnits * std::pow(rateWK / m_figures.fullRateWK, -0.4);
    return -std::expm1(-units);
}

/// The mass at which the air leaves as the cooler's law says.
double CoilMass::targetC(const CoolerDevice& cooler, const Step& step) const {
    const double rate = step.air.rateWK;
    const double entersC = step.air.intakeC + step.fanHeatW / rate;
    const double wantedC = coolerLaw(cooler, rate, step.air.intakeC).outletC(step.air.intakeC);
    return entersC - (entersC - wantedC) / effectiveness(rate);
}

void CoilMass::settle(const CoolerDevice& cooler, const Step& step) {
    m_massC = targetC(cooler, step);
}

CoilMass::Outcome CoilMass::step(const CoolerDevice& cooler, const Step& step) {
    const auto [rate, intakeC, dtS] = step.air;
    const double entersC = intakeC + step.fanHeatW / rate;
    const double exchangeWK = rate * effectiveness(rate);
    const double before = m_massC;
    Outcome outcome;
    if (step.feed == CoilFeed::Fed) {
        const double gain = dtS / m_figures.valveS;
        m_massC = (m_massC + gain * targetC(cooler, step)) / (1.0 + gain);
    } else {
        const double gain = dtS * exchangeWK / m_figures.capacityJK;
        m_massC = (m_massC + gain * entersC) / (1.0 + gain);
    }
    const double fromAirW = exchangeWK * (entersC - m_massC);
    if (step.feed == CoilFeed::Fed)
        outcome.feedW = fromAirW - m_figures.capacityJK * (m_massC - before) / dtS;
    outcome.outletC = entersC - fromAirW / rate;
    return outcome;
}

void WaterLoop::step(double heatW, double dtS) {
    double takenW = 0.0;
    if (m_running) takenW = std::clamp(heatW + m_capacityJK * m_excessK / dtS, 0.0, m_chillersW);
    m_excessK += (heatW - takenW) * dtS / m_capacityJK;
}

}  // namespace halltwin::thermal
