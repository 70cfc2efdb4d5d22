// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/water_sink.h"

#include "model/cooling/hold.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {

namespace {

double pumpPowerShare(double x) {
    return x * (0.5726 + x * (0.7347 * x - 0.3010));
}

}  // namespace

Result<WaterSinkResult> waterSinkAt(const WaterSink& sink, const WaterSinkPoint& point) {
    const auto isGood = [](double value) { return std::isfinite(value) && value >= 0.0; };
    if (!isGood(point.loop.si()) || !isGood(sink.pump.si()) || !isGood(point.returning.si()) ||
        !isGood(point.sourceIn.si()) || !isGood(point.wanted.si()) ||
        !(sink.leastFlowShare > 0.0 && sink.leastFlowShare <= 1.0))
        return fail(ErrorCode::InvalidArgument,
                    "A flow or power is negative, or a figure is not a number", "water sink",
                    "Correct the sink's pump and temperatures");
    WaterSinkResult result;
    result.loopOut = point.returning;
    result.sourceOut = point.sourceIn;
    result.holdsWanted = point.returning <= point.wanted;
    if (result.holdsWanted || point.loop.si() == 0.0 || point.returning <= point.sourceIn)
        return result;

    const auto stateAt = [&](double share) {
        return exchangerAt(sink.exchanger, {point.loop, sink.exchanger.cold * share,
                                            point.returning, point.sourceIn});
    };
    const auto leavingC = [&](double share) { return stateAt(share).hotOut.in(celsius); };
    const double wantedC = point.wanted.in(celsius);
    result.flowShare = 1.0;
    if (leavingC(1.0) < wantedC)
        result.flowShare = leavingC(sink.leastFlowShare) < wantedC
                               ? sink.leastFlowShare
                               : shareAt(leavingC, wantedC, sink.leastFlowShare);
    // At the least flow a valve leads a part of the loop past.
    const Power most = point.loop * (point.returning - point.wanted);
    const ExchangerResult state = exchangerAt(
        sink.exchanger,
        {point.loop, sink.exchanger.cold * result.flowShare, point.returning, point.sourceIn},
        most);
    result.heat = state.heat;
    result.loopOut = state.hotOut;
    result.sourceOut = state.coldOut;
    result.pump = sink.pump * pumpPowerShare(result.flowShare);
    result.holdsWanted = (state.hotOut - point.wanted).si() < 1e-6;
    if (state.coldOut > sink.highestOut)
        result.tooWarm = RangeExcess{"water back to the source",  "°C",
                                     state.coldOut.in(celsius),   point.sourceIn.in(celsius),
                                     sink.highestOut.in(celsius), false};
    return result;
}

}  // namespace halltwin::cooling
