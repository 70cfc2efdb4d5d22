// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/water_economizer.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {

Result<WaterEconomizerResult> waterEconomizerAt(const WaterEconomizer& economizer,
                                                const WaterEconomizerPoint& point) {
    const auto isGood = [](double value) { return std::isfinite(value) && value >= 0.0; };
    if (!isGood(point.loop.si()) || !isGood(point.source.si()) || !isGood(point.returning.si()) ||
        !isGood(point.sourceIn.si()) || !isGood(point.wanted.si()))
        return fail(ErrorCode::InvalidArgument,
                    "A flow is negative, or it or a temperature is not a number",
                    "water-side economizer", "Correct the flows and temperatures");
    const Power asked = point.loop * std::max(point.returning - point.wanted, kelvins(0.0));
    WaterEconomizerResult result;
    result.left = asked;
    result.loopOut = point.returning;
    result.sourceOut = point.sourceIn;
    const ExchangerResult most = exchangerAt(
        economizer.exchanger, {point.loop, point.source, point.returning, point.sourceIn}, asked);
    const bool isFull = asked.si() > 0.0 && most.heat >= asked * (1.0 - 1e-12);
    const bool isWorthIt = point.returning - most.hotOut > economizer.leastGain &&
                           economizer.piping == EconomizerPiping::Integrated;
    if (!isFull && !isWorthIt) return result;
    result.mode = isFull ? EconomizerMode::Full : EconomizerMode::Partial;
    result.heat = most.heat;
    result.left = isFull ? Power{} : asked - most.heat;
    result.loopOut = most.hotOut;
    result.sourceOut = most.coldOut;
    return result;
}

}  // namespace halltwin::cooling
