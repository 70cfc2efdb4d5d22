// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/chain.h"

#include <array>
#include <string_view>

namespace halltwin::power {

inline constexpr std::string_view cableFormula =
    "I = S / (√3 U) with three phases, S / U with one or direct current; loss 3 I² R or 2 I² R; "
    "drop √3 I (R cos φ + X sin φ) / U or 2 I (R cos φ + X sin φ) / U; U nominal, R and X of one "
    "conductor";

/// What a cord's currents follow from. Voltage between lines with three phases, else between the
/// two conductors; 0 = not known.
struct CordCircuit {
    PhaseSystem system = PhaseSystem::Three;
    double voltageV = 0.0;
    double resistanceOhm = 0.0;
    double reactanceOhm = 0.0;
    double breakerA = 0.0;
};

/// What goes over a cord, at its lower end. `shares` by phase, 1 in sum; read with three phases.
struct CordFlow {
    double realW = 0.0;
    double reactiveVar = 0.0;
    std::array<double, 3> shares{1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0};
};

struct CordFigures {
    double currentA = 0.0;  ///< of the most loaded conductor
    double lossW = 0.0;
    double drop = 0.0;  ///< share of nominal
};

/// A cord into an element or into a load. A single-phase load on a cord that names no phase has a
/// circuit of one phase that stands evenly on all three.
[[nodiscard]] CordCircuit circuitOf(const Link& link, const Element& from, const Element& to);
[[nodiscard]] CordCircuit circuitOf(const Link& link, const Element& from, const Load& to);

/// Nothing where the voltage is not known. With uneven phases: Σ I² R, neutral not counted.
[[nodiscard]] CordFigures figuresOf(const CordCircuit& circuit, const CordFlow& flow);

}  // namespace halltwin::power
