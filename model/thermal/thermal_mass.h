// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"

namespace halltwin::thermal {

/// What the solid things of a hall hold of heat, and how fast they take it up. The defaults hold
/// for 1U and 2U servers on a concrete slab; docs/physics/room-air.md names what each rests on.
struct ThermalMass {
    /// Servers: a mass M with specific heat c that the air passes on its way, once effectiveness
    /// away from it (J. VanGilder, Z. Pardey, C. Healey, X. Zhang, IEEE Trans. CPMT 3 (2013)).
    /// Measured there: 6.8 to 10.1 kg per rack unit, 0.6 to 0.9 kg per L/s of its air, 480 to
    /// 600 J/(kg K), effectiveness 0.63 to 0.81, λ 0.01 to 0.06. Of the two masses the smaller.
    Mass serversPerUnit = kilograms(10.0);
    double serversKgPerLps = 0.7;
    SpecificHeat serverHeat = joulesPerKilogramKelvin(500.0);
    double serverEffectiveness = 0.8;  ///< 0 … 1, both excluded
    double heatBeforeMass = 0.0;  ///< λ: share of the IT heat that the air gets after the mass
    /// The steel of a rack, beside which its exhaust passes.
    Mass frame = kilograms(125.0);
    SpecificHeat frameHeat = joulesPerKilogramKelvin(500.0);
    HeatCapacityRate frameConductance = wattsPerKelvin(80.0);
    /// Surface layer of the floor slab: 20 mm of concrete, as deep as heat gets in some minutes.
    double slabJM2K = 41e3;
    Transmittance slabFilm = wattsPerSquareMetreKelvin(8.0);
    /// Metal and water of a cooler's coil per watt of the heat that it takes when all is well: some
    /// 0.25 L and 0.8 kg per kilowatt.
    double coilJKPerW = 1.4;
    double coilTransferUnits = 2.0;  ///< NTU between air and coil at full flow
    /// Chilled water in the pipes, the same way: 6.5 L per kilowatt (6 US gal per ton of cooling,
    /// which makers of chillers ask for at least).
    double loopLitresPerKw = 6.5;
    Volume storageTank;  ///< of chilled water, taken as mixed with that of the pipes
    double chillerReserve =
        1.2;  ///< greatest heat of the chillers / what they take when all is well

    bool operator==(const ThermalMass&) const = default;
};

/// How fans and valves follow.
struct FollowTimes {
    Duration fanCoast = seconds(5.0);   ///< in which a fan falls to half its speed: J ω² / P
    Duration fanStart = seconds(10.0);  ///< soft start from rest to full speed
    Duration serverFanCoast = seconds(2.0);
    Duration valve = seconds(10.0);  ///< of a coil's control

    bool operator==(const FollowTimes&) const = default;
};

/// What of a pass of air depends on the moment.
struct AirThrough {
    double rateWK = 0.0;  ///< mass flow · specific heat
    double intakeC = 0.0;
    double dtS = 0.0;
};

/// The servers of one slice as one mass behind which the air leaves: the compact model of VanGilder
/// et al., in its implicit form, which is stable at any step. The heat it stores and the heat that
/// the air takes add up to the IT heat exactly.
class ServerMass {
public:
    ServerMass(double capacityJK, double effectiveness, double heatBeforeMass)
        : m_capacityJK(capacityJK),
          m_effectiveness(effectiveness),
          m_heatBeforeMass(heatBeforeMass) {}

    /// At rest with `heatW` in this air.
    void settle(const AirThrough& air, double heatW);
    /// Returns the exhaust temperature of this step.
    double step(const AirThrough& air, double heatW);
    /// Heat held above 0 °C, J.
    [[nodiscard]] double storedJ() const { return m_capacityJK * m_massC; }
    [[nodiscard]] double massC() const { return m_massC; }

private:
    [[nodiscard]] double targetC(const AirThrough& air, double heatW) const;

    double m_capacityJK;
    double m_effectiveness;
    double m_heatBeforeMass;
    double m_massC = 0.0;
};

/// A mass that air passes beside: at rest it has the air's temperature.
class PassedMass {
public:
    PassedMass(double capacityJK, double conductanceWK)
        : m_capacityJK(capacityJK),
          m_conductanceWK(conductanceWK) {}

    void settle(double airC) { m_massC = airC; }
    /// Returns the temperature of the air behind it.
    double step(const AirThrough& air);
    [[nodiscard]] double storedJ() const { return m_capacityJK * m_massC; }

private:
    double m_capacityJK;
    double m_conductanceWK;
    double m_massC = 0.0;
};

/// Speed of a fan as a share of what it had: falls as n / (1 + t / τ) against a drag that grows
/// with its square, stops below a tenth, rises evenly.
class FanSpeed {
public:
    FanSpeed(Duration coast, Duration start)
        : m_coastS(coast.in(seconds)),
          m_startS(start.in(seconds)) {}

    void run(bool running) { m_running = running; }
    void step(double dtS);
    [[nodiscard]] double share() const { return m_share; }
    [[nodiscard]] bool isSteady() const { return m_share == (m_running ? 1.0 : 0.0); }

private:
    double m_coastS;
    double m_startS;
    double m_share = 1.0;
    bool m_running = true;
};

}  // namespace halltwin::thermal
