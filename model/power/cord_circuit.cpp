// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/cord_circuit.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace halltwin::power {

namespace {

using std::numbers::sqrt3;

/// What the cord ends at, as it states its supply.
struct LowerEnd {
    Voltage voltage;
    bool single = false;
};

CordCircuit circuitFrom(const Link& link, const Element& from, const LowerEnd& end) {
    CordCircuit circuit;
    circuit.resistanceOhm = link.resistance.in(ohms);
    circuit.reactanceOhm = link.reactance.in(ohms);
    circuit.breakerA = link.breaker.in(amperes);
    circuit.system = from.system;
    const bool oneOfThree =
        from.system == PhaseSystem::Three && (link.phase != Phase::All || end.single);
    if (oneOfThree) circuit.system = PhaseSystem::Single;
    if (from.outputVoltage.si() > 0.0) {
        circuit.voltageV = from.outputVoltage.in(volts) / (oneOfThree ? sqrt3 : 1.0);
        const bool betweenLines = oneOfThree && link.phase == Phase::All && end.voltage.si() > 0.0;
        if (betweenLines) circuit.voltageV = end.voltage.in(volts);
    } else {
        circuit.voltageV = end.voltage.in(volts);
    }
    return circuit;
}

}  // namespace

CordCircuit circuitOf(const Link& link, const Element& from, const Element& to) {
    return circuitFrom(link, from, {to.inputVoltage, false});
}

CordCircuit circuitOf(const Link& link, const Element& from, const Load& to) {
    return circuitFrom(link, from, {to.voltage, to.system == PhaseSystem::Single});
}

CordFigures figuresOf(const CordCircuit& circuit, const CordFlow& flow) {
    CordFigures figures;
    if (!(circuit.voltageV > 0.0) || !(flow.realW > 0.0)) return figures;
    const double apparentVa = std::hypot(flow.realW, flow.reactiveVar);
    const double cosine = flow.realW / apparentVa;
    const double sine = flow.reactiveVar / apparentVa;
    const double impedanceOhm = circuit.resistanceOhm * cosine + circuit.reactanceOhm * sine;
    if (circuit.system != PhaseSystem::Three) {
        figures.currentA = apparentVa / circuit.voltageV;
        figures.lossW = 2.0 * figures.currentA * figures.currentA * circuit.resistanceOhm;
        figures.drop = 2.0 * figures.currentA * impedanceOhm / circuit.voltageV;
        return figures;
    }
    for (const double share : flow.shares) {
        const double currentA = apparentVa * share * sqrt3 / circuit.voltageV;
        figures.currentA = std::max(figures.currentA, currentA);
        figures.lossW += currentA * currentA * circuit.resistanceOhm;
    }
    figures.drop = sqrt3 * figures.currentA * impedanceOhm / circuit.voltageV;
    return figures;
}

}  // namespace halltwin::power
