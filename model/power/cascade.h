// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/power/chain.h"
#include "model/power/trip_law.h"

#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace halltwin::power {

struct CascadeSettings {
    TripLaw law;
    Duration horizon = seconds(4.0 * 3600.0);  ///< what would trip later is left standing
};

struct CascadeEvent {
    enum class What {
        Failed,   ///< taken out from outside
        Tripped,  ///< its protective device let go
        Dark,     ///< no living cord leads to a source any more
        Loaded,   ///< carries more than its rating, too little to trip within the horizon
    };
    Duration at;  ///< after the failure
    ItemId item;
    What what = What::Failed;
    double loading = 0.0;  ///< of Tripped and Loaded: output / rating before
    ItemId cause;          ///< of Dark: the element whose loss made it so; else invalid

    bool operator==(const CascadeEvent&) const = default;
};

/// What a failure comes to.
struct Cascade {
    std::vector<CascadeEvent> events;  ///< in the order of time; of one time: what happened first
    std::vector<ItemId> darkLoads;     ///< in the order of the input; those dark before too
    std::vector<ItemId> gone;          ///< elements failed and tripped
    Duration settled;                  ///< when the last thing happened
    ChainResult end;

    [[nodiscard]] bool trips() const;
};

/// Takes elements out at time 0. Loads with several cords shift to the living ones; an overloaded
/// element uses up its trip time at the pace of its load and goes, and the chain is solved again,
/// until nothing more trips. A load that an element carried for a while counts in full later: a
/// breaker is not taken to cool. Fails as solveChain does, and with NotFound where a failed item is
/// no element. Thread-safe.
[[nodiscard]] Result<Cascade> cascade(const ChainInput& input, std::span<const ItemId> failed,
                                      const CascadeSettings& settings = {});

/// One failure of a sweep, shortened to what tables and plans show.
struct Contingency {
    std::vector<ItemId> failed;
    std::vector<ItemId> darkLoads;  ///< dark because of it: not those dark anyway
    Power lost;                     ///< their demand
    std::vector<ItemId> tripped;
    double worstLoading = 0.0;  ///< of the elements left at the end

    [[nodiscard]] bool survives() const { return darkLoads.empty(); }
};

/// Every single element out, one after the other (`order` 1), or every pair as well (2), in the
/// order of the input. Fails as cascade does, with OutOfRange for another order, and with
/// Cancelled. Uses all threads; does not depend on their number.
[[nodiscard]] Result<std::vector<Contingency>> sweepFailures(const ChainInput& input, int order = 1,
                                                             const CascadeSettings& settings = {},
                                                             const std::stop_token& stop = {});

}  // namespace halltwin::power
