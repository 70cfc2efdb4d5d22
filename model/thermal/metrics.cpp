// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/metrics.h"

#include <algorithm>
#include <cmath>

namespace halltwin::thermal {

namespace {

Temperature weightedMean(std::span<const AirPass> passes, Temperature AirPass::*temperature) {
    double flow = 0.0;
    double sum = 0.0;
    for (const AirPass& pass : passes) {
        flow += pass.flow.si();
        sum += pass.flow.si() * (pass.*temperature).si();
    }
    return flow > 0.0 ? Temperature::fromSi(sum / flow) : celsius(20.0);
}

double coolingIndex(double excessK, double rangeK, std::size_t samples) {
    if (samples == 0 || rangeK <= 0.0) return 100.0;
    return 100.0 * (1.0 - excessK / (rangeK * static_cast<double>(samples)));
}

}  // namespace

double rackCoolingIndexHigh(std::span<const Temperature> intakes, const IntakeLimits& limits) {
    double excess = 0.0;
    for (const Temperature intake : intakes)
        excess += std::max(0.0, (intake - limits.recommendedHigh).si());
    return coolingIndex(excess, (limits.allowableHigh - limits.recommendedHigh).si(),
                        intakes.size());
}

double rackCoolingIndexLow(std::span<const Temperature> intakes, const IntakeLimits& limits) {
    double excess = 0.0;
    for (const Temperature intake : intakes)
        excess += std::max(0.0, (limits.recommendedLow - intake).si());
    return coolingIndex(excess, (limits.recommendedLow - limits.allowableLow).si(), intakes.size());
}

double returnTemperatureIndex(std::span<const AirPass> racks, std::span<const AirPass> coolers) {
    const double room = (meanIn(coolers) - meanOut(coolers)).si();
    const double equipment = (meanOut(racks) - meanIn(racks)).si();
    return std::abs(equipment) > 1e-9 && !coolers.empty() ? 100.0 * room / equipment : 0.0;
}

double supplyHeatIndex(std::span<const AirPass> racks, Temperature supply) {
    double before = 0.0;
    double within = 0.0;
    for (const AirPass& rack : racks) {
        before += rack.flow.si() * (rack.in - supply).si();
        within += rack.flow.si() * (rack.out - rack.in).si();
    }
    const double total = before + within;
    return std::abs(total) > 1e-9 ? before / total : 0.0;
}

namespace {

/// Of a figure that is to be small.
Rating ratingBelow(double value, double good, double acceptable) {
    if (value <= good) return Rating::Good;
    return value <= acceptable ? Rating::Acceptable : Rating::Poor;
}

}  // namespace

Rating rackCoolingRating(double index) {
    if (index >= 96.0) return Rating::Good;
    return index > 90.0 ? Rating::Acceptable : Rating::Poor;
}

Rating returnTemperatureRating(double index) {
    return ratingBelow(std::abs(index - 100.0), 10.0, 25.0);
}

Rating supplyHeatRating(double index) {
    return ratingBelow(index, 0.2, 0.4);
}

Rating airShareRating(double share) {
    return ratingBelow(share, 0.1, 0.25);
}

Rating fanPowerRating(double wattsPerM3S) {
    return ratingBelow(wattsPerM3S, 1060.0, 1590.0);
}

Temperature meanIn(std::span<const AirPass> passes) {
    return weightedMean(passes, &AirPass::in);
}

Temperature meanOut(std::span<const AirPass> passes) {
    return weightedMean(passes, &AirPass::out);
}

}  // namespace halltwin::thermal
