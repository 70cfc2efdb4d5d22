// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/sequence.h"

#include <stop_token>
#include <vector>

namespace halltwin::power {

/// One failure of a sweep, shortened to what tables and plans show.
struct Contingency {
    std::vector<ItemId> failed;
    std::vector<ItemId> darkLoads;    ///< dark at the end because of it: not those dark anyway
    Power lost;                       ///< their demand
    std::vector<ItemId> interrupted;  ///< critical loads that were dark for a time and came back
    std::vector<ItemId> tripped;      ///< elements, and lower ends of cords
    double worstLoading = 0.0;        ///< of the elements left at the end

    /// Nothing is dark at the end, and no critical load ever was.
    [[nodiscard]] bool survives() const { return darkLoads.empty() && interrupted.empty(); }
};

/// Every single element out, one after the other (`order` 1), or every pair as well (2), in the
/// order of the input, each followed as followFailure does. Fails as that, with OutOfRange for
/// another order, and with Cancelled. Uses all threads; does not depend on their number.
[[nodiscard]] Result<std::vector<Contingency>> sweepFailures(const ChainInput& input, int order = 1,
                                                             const SequenceSettings& settings = {},
                                                             const std::stop_token& stop = {});

}  // namespace halltwin::power
