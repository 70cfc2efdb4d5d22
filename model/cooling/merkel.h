// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/tower.h"

namespace halltwin::cooling {

/// A tower by Merkel's enthalpy method: a counterflow heat exchanger between water and saturated
/// air of the wet bulb's temperature, whose conductance follows both flows and the wet bulb.
class MerkelTower {
public:
    /// The conductance is that with which the design point holds.
    explicit MerkelTower(const TowerSpec& spec);

    /// Leaving water, °C, at a share of the design air flow.
    [[nodiscard]] double leavingC(const TowerPoint& point, double rangeK, double airShare) const;
    /// Conductance at the design point, W/K.
    [[nodiscard]] double designConductanceWK() const { return m_conductanceWK; }

private:
    [[nodiscard]] double heatW(double conductanceWK, double enteringC, double wetBulbC,
                               double waterWK, double airKgS) const;

    TowerSpec m_spec;
    double m_conductanceWK = 0.0;
};

}  // namespace halltwin::cooling
