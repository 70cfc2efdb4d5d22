// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/hydraulic_elements.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace halltwin::cooling {

namespace {

constexpr double laminarEnd = 2000.0;
constexpr double turbulentStart = 4000.0;
// Below this flow a quadratic loss is linear, so that its slope never vanishes.
constexpr double smallFlowM3S = 1e-6;
// Every element has this much linear loss too, for the same reason: 1 m³/s loses 1 mPa.
constexpr double leastSlope = 1e-3;
constexpr double rangeability = 50.0;  // of an equal-percentage valve (typical value)

DropAt shut(double flow) {
    return {shutPaPerFlow * flow, shutPaPerFlow};
}

DropAt quadratic(double factor, double flow) {
    const double size = std::abs(flow);
    if (size < smallFlowM3S) {
        const double slope = factor * smallFlowM3S + leastSlope;
        return {slope * flow, slope};
    }
    return {(factor * size + leastSlope) * flow, 2.0 * factor * size + leastSlope};
}

double valveFactor(double kv, const HydraulicFluid& fluid) {
    const double perFlow = 3600.0 / kv;
    return 1e5 * perFlow * perFlow * fluid.density.si() / 1000.0;
}

double pipeDropPa(const HydraulicPipe& pipe, const HydraulicFluid& fluid, double flow) {
    const double d = pipe.diameter.si();
    const double v = flow / (0.25 * std::numbers::pi * d * d);
    const double head = 0.5 * fluid.density.si() * v * std::abs(v);
    const double reynolds = fluid.density.si() * std::abs(v) * d / fluid.viscosityPaS;
    const double local = pipe.localLosses * head + leastSlope * flow;
    if (reynolds < laminarEnd)
        return local + 32.0 * fluid.viscosityPaS * pipe.length.si() * v / (d * d);
    const double f = frictionFactor(pipe.friction, reynolds, pipe.roughness.si() / d);
    return local + f * pipe.length.si() / d * head;
}

struct DropLaw {
    const HydraulicFluid& fluid;
    double flow;

    DropAt operator()(const HydraulicPipe& pipe) const {
        const double step = std::max(1e-6 * std::abs(flow), 1e-12);
        const double above = pipeDropPa(pipe, fluid, flow + step);
        const double below = pipeDropPa(pipe, fluid, flow - step);
        return {pipeDropPa(pipe, fluid, flow),
                std::max((above - below) / (2.0 * step), leastSlope)};
    }
    DropAt operator()(const HydraulicValve& valve) const {
        if (valve.opening <= 0.0) return shut(flow);
        const double share = valve.trait == ValveTrait::Linear
                                 ? valve.opening
                                 : std::pow(rangeability, valve.opening - 1.0);
        return quadratic(valveFactor(valve.kv * share, fluid), flow);
    }
    DropAt operator()(const HydraulicCoil& coil) const {
        const double design = coil.designFlow.si();
        return quadratic(coil.designDrop.si() / (design * design), flow);
    }
    DropAt operator()(const HydraulicCheckValve& valve) const {
        return flow < 0.0 ? shut(flow) : quadratic(valveFactor(valve.kv, fluid), flow);
    }
    DropAt operator()(const HydraulicPump& pump) const {
        if (pump.speed <= 0.0) return shut(flow);
        const auto& [a, b, c] = pump.curve;
        const double shutOff = a * pump.speed * pump.speed;
        if (flow < 0.0) return {shut(flow).dropPa - shutOff, shutPaPerFlow};
        const double slope = -b * pump.speed - 2.0 * c * std::max(flow, smallFlowM3S);
        return {-shutOff - flow * (b * pump.speed + c * flow) + leastSlope * flow,
                slope + leastSlope};
    }
};

bool isPositive(double value) {
    return std::isfinite(value) && value > 0.0;
}

bool isGood(double value) {
    return std::isfinite(value) && value >= 0.0;
}

struct Fault {
    std::string_view operator()(const HydraulicPipe& pipe) const {
        if (!isPositive(pipe.length.si())) return "A pipe needs a length above zero";
        if (!isPositive(pipe.diameter.si())) return "A pipe needs a diameter above zero";
        if (!isGood(pipe.roughness.si()) || !(pipe.roughness < pipe.diameter * 0.5))
            return "A pipe's roughness must be zero or more and below its radius";
        return isGood(pipe.localLosses) ? "" : "A pipe's local losses must be zero or more";
    }
    std::string_view operator()(const HydraulicValve& valve) const {
        if (!isPositive(valve.kv)) return "A valve needs a Kv above zero";
        const bool isOpening = valve.opening >= 0.0 && valve.opening <= 1.0;
        return isOpening ? "" : "A valve's opening must be 0 to 1";
    }
    std::string_view operator()(const HydraulicCoil& coil) const {
        const bool isUsable = isPositive(coil.designFlow.si()) && isPositive(coil.designDrop.si());
        return isUsable ? "" : "A coil needs a design flow and pressure drop above zero";
    }
    std::string_view operator()(const HydraulicCheckValve& valve) const {
        return isPositive(valve.kv) ? "" : "A check valve needs a Kv above zero";
    }
    std::string_view operator()(const HydraulicPump& pump) const {
        const auto& [a, b, c] = pump.curve;
        if (!isPositive(a) || !std::isfinite(b) || b > 0.0 || !std::isfinite(c) || c > 0.0 ||
            (b == 0.0 && c == 0.0))
            return "A pump's curve must start above zero and fall";
        if (!isPositive(pump.bestFlow.si()) ||
            !(pump.bestEfficiency > 0.0 && pump.bestEfficiency <= 1.0))
            return "A pump needs a flow of best efficiency, and that efficiency, 0 to 1";
        return isGood(pump.speed) && pump.speed <= 2.0 ? "" : "A pump's speed must be 0 to 2";
    }
};

double colebrook(double reynolds, double relativeRoughness, double start) {
    double root = 1.0 / std::sqrt(start);
    for (int n = 0; n < 20; ++n) {
        const double inside = relativeRoughness / 3.7 + 2.51 * root / reynolds;
        const double off = root + 2.0 * std::log10(inside);
        const double slope = 1.0 + 2.0 * 2.51 / (reynolds * inside * std::numbers::ln10);
        root -= off / slope;
        if (std::abs(off) < 1e-13) break;
    }
    return 1.0 / (root * root);
}

double turbulent(FrictionLaw law, double reynolds, double relativeRoughness) {
    const double log = std::log10(relativeRoughness / 3.7 + 5.74 / std::pow(reynolds, 0.9));
    const double explicitly = 0.25 / (log * log);
    if (law == FrictionLaw::SwameeJain) return explicitly;
    return colebrook(reynolds, relativeRoughness, explicitly);
}

}  // namespace

double frictionFactor(FrictionLaw law, double reynolds, double relativeRoughness) {
    if (reynolds < laminarEnd) return 64.0 / std::max(reynolds, 1e-9);
    if (reynolds >= turbulentStart) return turbulent(law, reynolds, relativeRoughness);
    const double start = 64.0 / laminarEnd;
    const double end = turbulent(law, turbulentStart, relativeRoughness);
    return start + (end - start) * (reynolds - laminarEnd) / (turbulentStart - laminarEnd);
}

DropAt dropOf(const HydraulicElement& element, const HydraulicFluid& fluid, double flowM3S) {
    return std::visit(DropLaw{fluid, flowM3S}, element);
}

PumpCurve pumpCurveOf(Pressure shutOff, VolumeFlow most) {
    return {shutOff.si(), 0.0, -shutOff.si() / (most.si() * most.si())};
}

Result<PumpCurve> pumpCurveThrough(PumpCurvePoint one, PumpCurvePoint two, PumpCurvePoint three) {
    const double q1 = one.flow.si();
    const double q2 = two.flow.si();
    const double q3 = three.flow.si();
    const double first = (two.rise - one.rise).si() / (q2 - q1);
    const double second = (three.rise - two.rise).si() / (q3 - q2);
    PumpCurve curve;
    curve.c = (second - first) / (q3 - q1);
    curve.b = first - curve.c * (q1 + q2);
    curve.a = one.rise.si() - q1 * (curve.b + curve.c * q1);
    const HydraulicPump pump{curve, 1.0, cubicMetresPerSecond(1.0)};
    if (!faultOf(pump).empty())
        return fail(ErrorCode::InvalidArgument,
                    "The three points make no curve that falls all the way", "pump curve",
                    "Give three points of rising flow and falling pressure");
    return curve;
}

VolumeFlow mostFlow(const HydraulicPump& pump) {
    const auto& [a, b, c] = pump.curve;
    if (c == 0.0) return cubicMetresPerSecond(-a / b * pump.speed);
    const double root = std::sqrt(b * b - 4.0 * a * c);
    return cubicMetresPerSecond((-b - root) / (2.0 * c) * pump.speed);
}

Power pumpPower(const HydraulicPump& pump, VolumeFlow flow) {
    if (pump.speed <= 0.0) return {};
    const double q = std::max(flow.si(), 0.0);
    const auto& [a, b, c] = pump.curve;
    const double rise = pump.speed * (a * pump.speed + b * q) + c * q * q;
    const double scaled = pump.bestFlow.si() * pump.speed;
    // q · rise / (best · x · (2 − x)) with x = q / scaled: finite where nothing flows. Far beyond
    // the best flow the parabola would end; it is read at 1.8 there.
    const double x = std::min(q / scaled, 1.8);
    return watts(std::max(rise, 0.0) * scaled / (pump.bestEfficiency * (2.0 - x)));
}

std::string_view faultOf(const HydraulicElement& element) {
    return std::visit(Fault{}, element);
}

}  // namespace halltwin::cooling
