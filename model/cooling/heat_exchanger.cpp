// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/heat_exchanger.h"

#include "model/cooling/pump.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace halltwin::cooling {

namespace {

constexpr double balanced = 0.9999;  // from here on the limit of equal streams

double counterEffectiveness(double units, double ratio) {
    if (ratio > balanced) return units / (1.0 + units);
    const double decay = std::exp(-units * (1.0 - ratio));
    return (1.0 - decay) / (1.0 - ratio * decay);
}

double crossEffectiveness(double units, double ratio) {
    if (units <= 0.0) return 0.0;
    if (ratio < 1e-9) return -std::expm1(-units);
    const double power = std::pow(units, 0.22);
    return -std::expm1(power / ratio * std::expm1(-ratio * units / power));
}

bool isPositive(double value) {
    return std::isfinite(value) && value > 0.0;
}

}  // namespace

double effectiveness(FlowArrangement arrangement, double units, double ratio) {
    return arrangement == FlowArrangement::Counter ? counterEffectiveness(units, ratio)
                                                   : crossEffectiveness(units, ratio);
}

double unitsFor(FlowArrangement arrangement, double wanted, double ratio) {
    if (!(wanted > 0.0)) return 0.0;
    if (wanted >= 1.0) return std::numeric_limits<double>::infinity();
    if (arrangement == FlowArrangement::Counter) {
        if (ratio > balanced) return wanted / (1.0 - wanted);
        return std::log((1.0 - wanted * ratio) / (1.0 - wanted)) / (1.0 - ratio);
    }
    double low = 0.0;
    double high = 1e3;
    if (crossEffectiveness(high, ratio) < wanted) return std::numeric_limits<double>::infinity();
    for (int n = 0; n < 100 && high - low > 1e-13 * high; ++n) {
        const double middle = 0.5 * (low + high);
        (crossEffectiveness(middle, ratio) < wanted ? low : high) = middle;
    }
    return high;
}

HeatCapacityRate waterRate(VolumeFlow flow) {
    return flow * waterDensity * waterSpecificHeat;
}

Result<Exchanger> exchangerFrom(const ExchangerDesign& design) {
    const auto bad = [](const char* what) {
        return fail(ErrorCode::InvalidArgument, what, "heat exchanger",
                    "Correct the exchanger's flows, range and approach");
    };
    const double hotWK = design.hot.si();
    const double coldWK = design.cold.si();
    if (!isPositive(hotWK) || !isPositive(coldWK) || !isPositive(design.range.si()) ||
        !isPositive(design.approach.si()))
        return bad("A heat exchanger needs flows, a range and an approach above zero");
    const double leastWK = std::min(hotWK, coldWK);
    const double ratio = leastWK / std::max(hotWK, coldWK);
    const double spanK = design.range.si() + design.approach.si();
    const double wanted = hotWK * design.range.si() / (leastWK * spanK);
    const double units = unitsFor(FlowArrangement::Counter, wanted, ratio);
    if (!std::isfinite(units))
        return bad("The cold stream is too small for that range and approach");
    return Exchanger{design.hot, design.cold, wattsPerKelvin(units * leastWK)};
}

ExchangerResult exchangerAt(const Exchanger& exchanger, const ExchangerPoint& point, Power heat) {
    ExchangerResult result;
    result.hotOut = point.hotIn;
    result.coldOut = point.coldIn;
    const double spanK = (point.hotIn - point.coldIn).si();
    const double hotWK = point.hot.si();
    const double coldWK = point.cold.si();
    if (!(spanK > 0.0) || !(hotWK > 0.0) || !(coldWK > 0.0) || !(heat.si() > 0.0)) return result;
    const double hotFilm = std::pow(hotWK / exchanger.hot.si(), plateFlowExponent);
    const double coldFilm = std::pow(coldWK / exchanger.cold.si(), plateFlowExponent);
    const double conductance = exchanger.conductance.si() * 2.0 / (1.0 / hotFilm + 1.0 / coldFilm);
    const double leastWK = std::min(hotWK, coldWK);
    const double ratio = leastWK / std::max(hotWK, coldWK);
    const double mostW =
        leastWK * spanK * effectiveness(FlowArrangement::Counter, conductance / leastWK, ratio);
    result.heat = watts(std::min(mostW, heat.si()));
    result.effectiveness = result.heat.si() / (leastWK * spanK);
    result.hotOut = point.hotIn - kelvins(result.heat.si() / hotWK);
    result.coldOut = point.coldIn + kelvins(result.heat.si() / coldWK);
    return result;
}

ExchangerResult exchangerAt(const Exchanger& exchanger, const ExchangerPoint& point) {
    return exchangerAt(exchanger, point, watts(std::numeric_limits<double>::max()));
}

}  // namespace halltwin::cooling
