// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/staging.h"

#include <algorithm>
#include <cmath>

namespace halltwin::cooling {

namespace {

// Rounding in the load must not start one more unit.
constexpr double slack = 1e-9;

}  // namespace

Result<void> checkStaging(const Staging& staging, Power load) {
    const auto bad = [](const char* what) {
        return fail(ErrorCode::InvalidArgument, what, "staging",
                    "Correct the number of units, their capacity or the load");
    };
    if (staging.installed < 0 || staging.spare < 0 || staging.outOfService < 0 ||
        staging.outOfService > staging.installed)
        return bad("A number of units is negative, or more are out of service than there are");
    if (!std::isfinite(load.si()) || load.si() < 0.0)
        return bad("The load is negative or not a number");
    if (!std::isfinite(staging.capacity.si()) || staging.capacity.si() < 0.0 ||
        !(staging.leastPartLoad >= 0.0 && staging.leastPartLoad <= 1.0))
        return bad("A unit needs a capacity of zero or more and a least part load of 0 to 1");
    return {};
}

RunningBounds runningBounds(const Staging& staging, Power load) {
    const int inService = staging.installed - staging.outOfService;
    if (load.si() == 0.0 || inService == 0 || staging.capacity.si() == 0.0) return {};
    const double needed = load / staging.capacity;
    const double enough = std::ceil(needed * (1.0 - slack));
    const int fewest = static_cast<int>(std::clamp(enough, 1.0, static_cast<double>(inService)));
    if (staging.leastPartLoad == 0.0) return {fewest, inService};
    const double bearable = std::floor(needed / staging.leastPartLoad * (1.0 + slack));
    const int most = static_cast<int>(
        std::clamp(bearable, static_cast<double>(fewest), static_cast<double>(inService)));
    return {fewest, most};
}

StagingResult stagedWith(const Staging& staging, Power load, int running) {
    StagingResult result;
    const int inService = staging.installed - staging.outOfService;
    result.hasSpare =
        load <= staging.capacity * (std::max(inService - staging.spare, 0) * (1.0 + slack));
    if (running == 0) {
        result.unmet = load;
        return result;
    }
    result.running = running;
    result.each = std::min(load / running, staging.capacity);
    result.partLoad = result.each / staging.capacity;
    result.unmet = std::max(load - staging.capacity * running, Power{});
    result.cycles = result.partLoad < staging.leastPartLoad * (1.0 - slack);
    return result;
}

}  // namespace halltwin::cooling
