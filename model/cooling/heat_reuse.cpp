// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/heat_reuse.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace halltwin::cooling {

namespace {

constexpr double highestCop = 15.0;  // no heat pump does better at any lift (typical value)

Result<void> check(const HeatReuseSpec& reuse, const HeatReusePoint& point) {
    const auto isGood = [](double value) { return std::isfinite(value) && value >= 0.0; };
    const bool isUsable = isGood(reuse.peakDemand.si()) && isGood(reuse.heatPump.si()) &&
                          isGood(point.available.si()) && isGood(point.loop.si()) &&
                          isGood(reuse.approach.si()) && reuse.supply > reuse.networkReturn &&
                          reuse.carnotShare > 0.0 && reuse.carnotShare <= 1.0 && point.month >= 1 &&
                          point.month <= 12 && point.hour >= 0 && point.hour <= 23 &&
                          std::all_of(reuse.byMonth.begin(), reuse.byMonth.end(), isGood) &&
                          std::all_of(reuse.byHour.begin(), reuse.byHour.end(), isGood);
    if (isUsable) return {};
    return fail(ErrorCode::InvalidArgument,
                "Heat reuse needs powers of zero or more, a supply above the return and a share of "
                "Carnot of 0 to 1",
                "heat reuse", "Correct the network's figures");
}

}  // namespace

Result<HeatReuseResult> heatReuseAt(const HeatReuseSpec& reuse, const HeatReusePoint& point) {
    if (auto good = check(reuse, point); !good) return tl::unexpected(good.error());
    HeatReuseResult result;
    result.demand = reuse.peakDemand * (reuse.byMonth[static_cast<std::size_t>(point.month - 1)] *
                                        reuse.byHour[static_cast<std::size_t>(point.hour)]);
    result.unmet = result.demand;
    const Temperature reached = point.loop - reuse.approach;
    const double direct = std::clamp(
        (reached - reuse.networkReturn) / (reuse.supply - reuse.networkReturn), 0.0, 1.0);
    const bool needsPump = direct < 1.0;
    if (result.demand.si() == 0.0 || (needsPump && reuse.heatPump.si() == 0.0)) return result;

    double cop = std::numeric_limits<double>::infinity();
    if (needsPump) {
        const Temperature hot = reuse.supply + reuse.approach;
        const double lift = std::max((hot - reached).si(), 1e-3);
        // Below COP 1 it would be a plain heater.
        cop = std::clamp(reuse.carnotShare * hot.in(kelvin) / lift, 1.0, highestCop);
    }
    const double takenShare = direct + (1.0 - direct) * (1.0 - 1.0 / cop);
    result.delivered = result.demand;
    if (takenShare > 0.0)
        result.delivered = std::min(result.delivered, point.available / takenShare);
    if (needsPump) result.delivered = std::min(result.delivered, reuse.heatPump / (1.0 - direct));
    result.taken = result.delivered * takenShare;
    result.power = result.delivered - result.taken;
    result.cop = needsPump && result.delivered.si() > 0.0 ? cop : 0.0;
    result.unmet = result.demand - result.delivered;
    return result;
}

double energyReuseFactor(Energy reused, Energy used) {
    if (!(used.si() > 0.0)) return 0.0;
    return std::clamp(reused / used, 0.0, 1.0);
}

}  // namespace halltwin::cooling
