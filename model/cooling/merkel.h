// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/tower.h"

namespace halltwin::cooling {

/// A tower by Merkel's enthalpy method: a counterflow heat exchanger between water and saturated
/// air of the wet bulb's temperature, whose conductance follows both flows and the wet bulb.
class MerkelTower {
public:
    /// Where Scheier's corrections hold: water flow / design, design wet bulb − wet bulb, air flow.
    static constexpr Bounds waterBounds{0.3, 1.0};
    static constexpr Bounds wetBulbBoundsK{-10.0, 25.0};
    static constexpr double leastAirShare = 0.2;

    /// The conductance is that with which the design point holds.
    explicit MerkelTower(const TowerSpec& spec);

    /// Leaving water, °C, at a share of the design air flow.
    [[nodiscard]] double leavingC(const TowerPoint& point, double rangeK, double airShare) const;
    /// Conductance at the design point, W/K.
    [[nodiscard]] double designConductanceWK() const { return m_conductanceWK; }

private:
    /// Water against saturated air for a heat that is given; the air's end follows from it.
    struct Streams {
        double seemingJKgK;  ///< specific heat that the air seems to have
        double leastWK;
        double ratio;
    };
    struct Duty {
        double rangeK;
        double wetBulbC;
        double waterWK;
        double airShare;
        Pressure pressure;
    };
    [[nodiscard]] Streams streamsFor(const Duty& duty) const;

    TowerSpec m_spec;
    double m_conductanceWK = 0.0;
};

}  // namespace halltwin::cooling
