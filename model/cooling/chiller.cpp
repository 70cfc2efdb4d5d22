// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/chiller.h"

#include "model/cooling/compressor.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace halltwin::cooling {

namespace {

/// Temperatures at which the curves are read: the true ones, or the nearest of the fitted range.
struct CurvePoint {
    double waterC = 0.0;
    double condenserC = 0.0;
};

double clampTo(const std::array<double, 2>& range, double value) {
    return std::clamp(value, range[0], range[1]);
}

CurvePoint curvePoint(const ChillerSpec& spec, Temperature leavingWater, Temperature condenserIn) {
    return {clampTo(spec.waterRangeC, leavingWater.in(celsius)),
            clampTo(spec.condenserRangeC, condenserIn.in(celsius))};
}

double biquadratic(const std::array<double, 6>& c, CurvePoint at) {
    const double x = at.waterC;
    const double y = at.condenserC;
    return c[0] + c[1] * x + c[2] * x * x + c[3] * y + c[4] * y * y + c[5] * x * y;
}

double quadratic(const std::array<double, 3>& c, double x) {
    return c[0] + c[1] * x + c[2] * x * x;
}

bool isRange(const std::array<double, 2>& range) {
    return std::isfinite(range[0]) && std::isfinite(range[1]) && range[0] <= range[1];
}

template <std::size_t N>
bool areFinite(const std::array<double, N>& values) {
    return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

Result<void> checkSpec(const ChillerSpec& spec) {
    const auto bad = [](const char* what) {
        return fail(ErrorCode::InvalidArgument, what, "chiller",
                    "Correct the chiller's catalogue entry");
    };
    const double capacityW = spec.referenceCapacity.si();
    if (!std::isfinite(capacityW) || !(capacityW > 0.0) || !std::isfinite(spec.referenceCop) ||
        !(spec.referenceCop > 0.0)) {
        return bad("A chiller needs a reference capacity and COP above zero");
    }
    if (!areFinite(spec.capacityCurve) || !areFinite(spec.eirCurve) ||
        !areFinite(spec.partLoadCurve)) {
        return bad("A coefficient of the chiller's curves is not a number");
    }
    if (!isRange(spec.waterRangeC) || !isRange(spec.condenserRangeC) ||
        !isRange(spec.partLoadRange) || spec.partLoadRange[0] < 0.0 ||
        !(spec.partLoadRange[1] > 0.0)) {
        return bad(
            "A range of the chiller's curves runs backwards, or its part load is not above 0");
    }
    return {};
}

std::vector<RangeExcess> excessesOf(const ChillerSpec& spec, double waterC, double condenserC) {
    // Set-points are entered in °C and kept in K; the way back must not count as an excess.
    constexpr double slackC = 1e-9;
    const auto isIn = [](const std::array<double, 2>& range, double value) {
        return value >= range[0] - slackC && value <= range[1] + slackC;
    };
    const auto& [waterLow, waterHigh] = spec.waterRangeC;
    const auto& [condenserLow, condenserHigh] = spec.condenserRangeC;
    std::vector<RangeExcess> excesses;
    if (!isIn(spec.waterRangeC, waterC)) {
        excesses.push_back(
            {"leaving water", "°C", waterC, waterLow, waterHigh, waterC > waterHigh});
    }
    if (!isIn(spec.condenserRangeC, condenserC)) {
        excesses.push_back({"entering condenser medium", "°C", condenserC, condenserLow,
                            condenserHigh, condenserC < condenserLow});
    }
    return excesses;
}

double idealCop(const ChillerSpec& spec, Temperature leavingWater, Temperature condenserIn) {
    const TemperatureDifference approach =
        spec.condenser == CondenserMedium::Air ? airCondenserApproach : waterCondenserApproach;
    return carnotCop(leavingWater - evaporatorApproach, condenserIn + approach);
}

/// Electric power by the fitted curves at `at`.
Power curvePower(const ChillerSpec& spec, CurvePoint at, const ChillerResult& state) {
    const double eir = biquadratic(spec.eirCurve, at) *
                       quadratic(spec.partLoadCurve, clampTo(spec.partLoadRange, state.partLoad));
    return std::max(state.capacity / spec.referenceCop * eir * state.cycling, Power{});
}

}  // namespace

Power chillerCapacity(const ChillerSpec& spec, Temperature leavingWater, Temperature condenserIn) {
    const CurvePoint at = curvePoint(spec, leavingWater, condenserIn);
    return std::max(spec.referenceCapacity * biquadratic(spec.capacityCurve, at), Power{});
}

Result<ChillerResult> chillerAt(const ChillerSpec& spec, const ChillerPoint& point) {
    if (const Result<void> usable = checkSpec(spec); !usable) {
        return tl::unexpected<Error>(usable.error());
    }
    if (!std::isfinite(point.heat.si()) || point.heat.si() < 0.0 ||
        !std::isfinite(point.leavingWater.si()) || !std::isfinite(point.condenserIn.si())) {
        return fail(ErrorCode::InvalidArgument,
                    "The heat is negative, or it or a temperature is not a number", "chiller",
                    "Give a heat of zero or more and both temperatures");
    }
    ChillerResult result;
    result.capacity = chillerCapacity(spec, point.leavingWater, point.condenserIn);
    result.heat = std::min(point.heat, result.capacity * spec.partLoadRange[1]);
    result.unmet = point.heat - result.heat;
    if (result.heat.si() <= 0.0) return result;

    result.partLoad = result.heat / result.capacity;
    if (result.partLoad < spec.partLoadRange[0]) {
        result.cycling = result.partLoad / spec.partLoadRange[0];
    }
    result.outOfRange =
        excessesOf(spec, point.leavingWater.in(celsius), point.condenserIn.in(celsius));

    const CurvePoint at = curvePoint(spec, point.leavingWater, point.condenserIn);
    result.clampedPower = curvePower(spec, at, result);
    result.carnotPower =
        result.clampedPower * (idealCop(spec, celsius(at.waterC), celsius(at.condenserC)) /
                               idealCop(spec, point.leavingWater, point.condenserIn));
    result.carnotUsed =
        !result.outOfRange.empty() && point.beyondRange == BeyondRange::CarnotFraction;
    result.power = result.carnotUsed ? result.carnotPower : result.clampedPower;
    if (result.power.si() > 0.0) result.cop = result.heat / result.power;
    return result;
}

}  // namespace halltwin::cooling
