// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/room.h"
#include "model/thermal/thermal_mass.h"

namespace halltwin::thermal {

/// Whether cold water (or refrigerant) comes to a coil.
enum class CoilFeed { Fed, Cut };

/// A cooler's coil with its metal and water as one mass between air and feed, NTU transfer units
/// away from the air at full flow; at less flow they grow with its power −0.4 (turbulent heat
/// transfer by its power 0.6). A fed coil's control moves the mass to where the cooler's law
/// (device_law.h) holds; a cut coil only takes up what the air brings.
class CoilMass {
public:
    struct Figures {
        double capacityJK = 0.0;
        double transferUnits = 2.0;
        double fullRateWK = 1.0;
        double valveS = 10.0;
    };
    struct Step {
        AirThrough air;
        double fanHeatW = 0.0;
        CoilFeed feed = CoilFeed::Fed;
    };
    struct Outcome {
        double outletC = 0.0;
        double feedW = 0.0;  ///< heat that the water takes away
    };

    explicit CoilMass(Figures figures) : m_figures(figures) {}

    void settle(const CoolerDevice& cooler, const Step& step);
    [[nodiscard]] Outcome step(const CoolerDevice& cooler, const Step& step);
    [[nodiscard]] double storedJ() const { return m_figures.capacityJK * m_massC; }

private:
    [[nodiscard]] double effectiveness(double rateWK) const;
    [[nodiscard]] double targetC(const CoolerDevice& cooler, const Step& step) const;

    Figures m_figures;
    double m_massC = 0.0;
};

/// The chilled water of a hall as one mixed volume, by how much it is warmer than it should be. The
/// chillers take what comes and cool the volume back as fast as their capacity allows.
class WaterLoop {
public:
    WaterLoop(double capacityJK, double chillersW)
        : m_capacityJK(capacityJK),
          m_chillersW(chillersW) {}

    void runChillers(bool running) { m_running = running; }
    void step(double heatW, double dtS);
    [[nodiscard]] double excessK() const { return m_excessK; }

private:
    double m_capacityJK;
    double m_chillersW;
    double m_excessK = 0.0;
    bool m_running = true;
};

}  // namespace halltwin::thermal
