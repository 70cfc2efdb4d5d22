// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/climb.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace halltwin::thermal {

namespace {

constexpr double coarsestM = 0.65;  // coarser cells show no aisle any more

/// Cell sizes from the coarsest that makes sense to the wanted one, each half of the one before.
std::vector<double> ladder(double gridM) {
    std::vector<double> sizes{gridM};
    while (2.0 * sizes.back() <= coarsestM)
        sizes.push_back(2.0 * sizes.back());
    std::reverse(sizes.begin(), sizes.end());
    return sizes;
}

Result<std::unique_ptr<RoomAir>> climb(const RoomMaker& makeRoom, double gridM,
                                       const SettleLimits& limits, const std::stop_token& stop) {
    std::unique_ptr<RoomAir> last;
    for (const double size : ladder(gridM)) {
        if (last)
            if (auto rough = settleRoughly(*last, limits, stop); !rough)
                return tl::unexpected(rough.error());
        auto next = makeRoom(size);
        if (last)
            if (auto started = next->startFrom(*last, stop); !started)
                return tl::unexpected(started.error());
        last = std::move(next);
    }
    return last;
}

Result<SettledRoom> attempt(const RoomMaker& makeRoom, double gridM, const SettleLimits& limits,
                            const MarchObserver& observer, const std::stop_token& stop) {
    auto air = climb(makeRoom, gridM, limits, stop);
    if (!air) return tl::unexpected(air.error());
    auto report = settle(**air, limits, observer, stop);
    if (!report) return tl::unexpected(report.error());
    return SettledRoom{*std::move(air), *std::move(report)};
}

}  // namespace

Result<SettledRoom> settleByGrids(const RoomMaker& makeRoom, double gridM,
                                  const SettleLimits& limits, const MarchObserver& observer,
                                  const std::stop_token& stop) {
    auto settled = attempt(makeRoom, gridM, limits, observer, stop);
    const bool lost = !settled && settled.error().code == ErrorCode::NotConverged;
    if (!lost || limits.courant <= safeCourant) return settled;
    SettleLimits careful = limits;
    careful.courant = safeCourant;
    return attempt(makeRoom, gridM, careful, observer, stop);
}

}  // namespace halltwin::thermal
