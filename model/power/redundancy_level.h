// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/contingency.h"

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::power {

inline constexpr std::string_view redundancyDefinition =
    "N: the loss of some source, transformer or UPS alone darkens the load. N+1: of none of them; "
    "boards and cords may still be single points. 2N: no single point, and either of two separate "
    "sides carries all. kN/(k−1), such as 3N/2: no single point, and k blocks of which any one may "
    "go. Ratings and trips count, not drawings alone";
inline constexpr std::string_view redundancySource =
    "redundant capacity components and distribution paths as the Uptime Institute's Tier Standard: "
    "Topology tells them apart";

enum class RedundancyLevel { None, N, NPlus1, Distributed, TwoN };

/// What single losses do to a load.
struct LoadRedundancy {
    ItemId load;
    RedundancyLevel level = RedundancyLevel::None;  ///< None: no source reaches it
    int blocks = 0;                                 ///< of Distributed: k of kN/(k−1)
    std::vector<ItemId> survives;      ///< elements above it that may be lost, one at a time
    std::vector<ItemId> singlePoints;  ///< whose loss darkens it, by what trips then as well
};

/// What the loss of one of its parallel modules does. Modules are redundancy of their own: they do
/// not change the level, for which an element is lost as a whole.
struct ModuleRedundancy {
    ItemId element;
    int modules = 1;
    int redundant = 0;
    std::vector<ItemId> darkens;  ///< loads dark at the end, and critical ones dark for a time

    [[nodiscard]] bool survivesOne() const { return darkens.empty(); }
};

struct RedundancyReport {
    std::vector<LoadRedundancy> loads;             ///< in the order of the input
    RedundancyLevel hall = RedundancyLevel::None;  ///< the lowest of its critical loads
    int blocks = 0;
    std::vector<ItemId> singlePoints;       ///< of any critical load, in the order of the input
    std::vector<ModuleRedundancy> modules;  ///< of elements with parallel modules
};

/// Each element with parallel modules loses one, followed as followFailure does. Fails as that, and
/// with Cancelled. Uses all threads.
[[nodiscard]] Result<std::vector<ModuleRedundancy>>
moduleRedundancy(const ChainInput& input, const SequenceSettings& settings = {},
                 const std::stop_token& stop = {});

/// "none", "N", "N+1", "3N/2", "2N".
[[nodiscard]] std::string nameOf(RedundancyLevel level, int blocks = 0);

/// Recognises the redundancy of every load from topology and ratings (redundancyDefinition) by a
/// sweep of single failures. Fails as sweepFailures does.
[[nodiscard]] Result<RedundancyReport> redundancyReport(const ChainInput& input,
                                                        const SequenceSettings& settings = {},
                                                        const std::stop_token& stop = {});

}  // namespace halltwin::power
