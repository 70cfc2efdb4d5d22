// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/units.h"
#include "model/project/entities.h"

#include <string_view>

namespace halltwin::cooling {

inline constexpr std::string_view stagingFormula =
    "running units share the load equally; their number is the fewest that carry it, the one that "
    "takes least power, or all";

/// Equal units in parallel, some of them spare.
struct Staging {
    int installed = 1;
    int spare = 0;               ///< N + spare: the load should be carried without these
    int outOfService = 0;        ///< failed or under repair
    Power capacity;              ///< of one unit, at the present temperatures
    double leastPartLoad = 0.0;  ///< of one unit; below it a unit cycles
    StagingRule rule = StagingRule::Fewest;
};

struct StagingResult {
    int running = 0;
    Power each;             ///< heat of one running unit
    double partLoad = 0.0;  ///< of one running unit
    Power unmet;
    bool cycles = false;    ///< even one unit is below its least part load
    bool hasSpare = false;  ///< the units in service carry the load with `spare` of them failing
};

/// Fails with InvalidArgument where a number is negative, more units are out than there are, or the
/// load or capacity cannot be.
[[nodiscard]] Result<void> checkStaging(const Staging& staging, Power load);

/// The fewest and the most units that may run: enough for the load, none below its least part load.
struct RunningBounds {
    int fewest = 0;
    int most = 0;
};
[[nodiscard]] RunningBounds runningBounds(const Staging& staging, Power load);

/// Result with a number of running units.
[[nodiscard]] StagingResult stagedWith(const Staging& staging, Power load, int running);

/// Which units run. `powerOfOne(heat)` is the electric power of one unit, asked only where the rule
/// is LeastPower; of equal totals the smaller number is taken. Fails like checkStaging.
template <class PowerOfOne>
[[nodiscard]] Result<StagingResult> stageUnits(const Staging& staging, Power load,
                                               const PowerOfOne& powerOfOne) {
    if (auto good = checkStaging(staging, load); !good) return tl::unexpected(good.error());
    const RunningBounds bounds = runningBounds(staging, load);
    if (staging.rule != StagingRule::LeastPower || bounds.fewest == 0)
        return stagedWith(staging, load,
                          staging.rule == StagingRule::All ? bounds.most : bounds.fewest);
    int best = bounds.fewest;
    Power least = powerOfOne(stagedWith(staging, load, best).each) * best;
    for (int running = bounds.fewest + 1; running <= bounds.most; ++running) {
        const Power total = powerOfOne(stagedWith(staging, load, running).each) * running;
        if (!(total < least)) continue;
        least = total;
        best = running;
    }
    return stagedWith(staging, load, best);
}

}  // namespace halltwin::cooling
