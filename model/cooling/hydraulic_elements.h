// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/units.h"

#include <string_view>
#include <variant>

namespace halltwin::cooling {

inline constexpr std::string_view pipeFormula =
    "drop = (f · length / diameter + ΣK) · ρ v² / 2; f = 64 / Re below Re 2,000, Swamee–Jain or "
    "Colebrook above 4,000, a line between";
inline constexpr std::string_view pipeSource =
    "Darcy–Weisbach; P. Swamee, A. Jain (1976), Explicit equations for pipe-flow problems; C. "
    "Colebrook (1939), Turbulent flow in pipes";
inline constexpr std::string_view valveFormula =
    "drop = 1 bar · (flow / Kv)² · ρ / 1000, flow in m³/h (IEC 60534-2-1)";
inline constexpr std::string_view pumpCurveFormula =
    "rise = a s² + b s q + c q² (affinity laws), s = speed / rated speed; efficiency = best · x · "
    "(2 − x), x = flow / (s · flow at best efficiency)";

/// What flows.  Water of 20 °C; source: IAPWS-95 tables, rounded.
struct HydraulicFluid {
    Density density = kilogramsPerCubicMetre(998.2);
    double viscosityPaS = 1.002e-3;  ///< dynamic
};

enum class FrictionLaw { SwameeJain, Colebrook };

struct HydraulicPipe {
    Length length;
    Length diameter;
    Length roughness = millimetres(0.045);  ///< commercial steel
    double localLosses = 0.0;               ///< ΣK of bends, tees, entries
    FrictionLaw friction = FrictionLaw::SwameeJain;
};

enum class ValveTrait { EqualPercentage, Linear };

struct HydraulicValve {
    double kv = 0.0;       ///< m³/h at 1 bar, fully open
    double opening = 1.0;  ///< 0…1; 0 is shut
    ValveTrait trait = ValveTrait::EqualPercentage;
};

/// A coil, cold plate, CDU or exchanger: drop grows with the square of flow.
struct HydraulicCoil {
    VolumeFlow designFlow;
    Pressure designDrop;
};

/// Lets water through from its first node to its second only.
struct HydraulicCheckValve {
    double kv = 0.0;  ///< m³/h at 1 bar
};

/// Rise of a pump at rated speed: a + b q + c q², falling.
struct PumpCurve {
    double a = 0.0;  ///< Pa
    double b = 0.0;  ///< Pa / (m³/s)
    double c = 0.0;  ///< Pa / (m³/s)²
};

/// A pump with its non-return valve. It lifts from its first node to its second.
struct HydraulicPump {
    PumpCurve curve;
    double speed = 1.0;           ///< of the rated speed; 0 is off
    VolumeFlow bestFlow;          ///< of best efficiency, at rated speed
    double bestEfficiency = 0.7;  ///< pump, motor and drive together
};

using HydraulicElement =
    std::variant<HydraulicPipe, HydraulicValve, HydraulicCoil, HydraulicCheckValve, HydraulicPump>;

/// Drop of pressure along an element and how it grows with flow. Rises everywhere.
struct DropAt {
    double dropPa = 0.0;
    double slope = 0.0;  ///< Pa / (m³/s), above zero
};

/// What a shut element lets through: its drop is linear, 10⁻⁷ m³/s at 1 bar.
inline constexpr double shutPaPerFlow = 1e12;

[[nodiscard]] DropAt dropOf(const HydraulicElement& element, const HydraulicFluid& fluid,
                            double flowM3S);

/// Darcy's friction factor. `relativeRoughness` = roughness / diameter.
[[nodiscard]] double frictionFactor(FrictionLaw law, double reynolds, double relativeRoughness);

/// Kv out of the US Cv (gal/min at 1 psi).
[[nodiscard]] constexpr double kvOfCv(double cv) {
    return 0.865 * cv;
}

/// Curve with a rise at no flow, and none at `most`. Both must be above zero.
[[nodiscard]] PumpCurve pumpCurveOf(Pressure shutOff, VolumeFlow most);

struct PumpCurvePoint {
    VolumeFlow flow;
    Pressure rise;
};

/// Curve through three points. Fails with InvalidArgument where flows coincide or the curve does
/// not fall all the way.
[[nodiscard]] Result<PumpCurve> pumpCurveThrough(PumpCurvePoint one, PumpCurvePoint two,
                                                 PumpCurvePoint three);

/// Electric power at a flow; 0 at speed 0.
[[nodiscard]] Power pumpPower(const HydraulicPump& pump, VolumeFlow flow);

/// Flow at which the pump gives no rise any more.
[[nodiscard]] VolumeFlow mostFlow(const HydraulicPump& pump);

/// Empty when usable, else what is wrong with it.
[[nodiscard]] std::string_view faultOf(const HydraulicElement& element);

}  // namespace halltwin::cooling
