// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace halltwin::validation {

/// What was measured in the data-centre pod "POD 2" of RISE ICE (Luleå) on 2019-10-02: means over
/// two steady windows of the public measurements behind J. Sjölund et al., "Validated thermal air
/// management simulations of data centers using remote GPUs". Temperatures in °C.
struct Pod2Rack {
    double serverPowerW;  ///< metered; without fans, power shelf and switches
    double intakeC;       ///< mean of ten chassis, each read in whole degrees, warm by about 1 K
    double outletC;
};

struct Pod2Cooler {
    double fanSignal;  ///< per cent
    double supplyC;
    double returnC;  ///< mean of two sensors
};

/// Sensors 0.4, 1.2 and 2.0 m above the floor, in front of and behind three racks.
struct Pod2Strip {
    std::array<double, 3> frontC;
    std::array<double, 3> rearC;
};

struct Pod2Window {
    double otherPowerW;              ///< of fans, power shelf and switches of each rack, by balance
    std::array<Pod2Rack, 12> racks;  ///< R01 … R12
    std::array<Pod2Cooler, 4> coolers;  ///< HDZ01 … HDZ04
    std::array<Pod2Strip, 4> strips;    ///< racks 01–03, 04–06, 07–09, 10–12
};

[[nodiscard]] const Pod2Window& windowA();  ///< 09:15–09:35, 27.5 kW
[[nodiscard]] const Pod2Window& windowC();  ///< 11:20–11:45, 79.7 kW

}  // namespace halltwin::validation
