// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/chain.h"
#include "model/twin/operating_point.h"

#include <map>
#include <set>

namespace halltwin::twin {

using PowerByItem = std::map<ItemId, Power>;

/// What takes power at an operating point. A load with no cord at all counts as fed from outside
/// the drawn chain, so that a layout can be judged before it is wired; a load whose cords are all
/// dead is dark.
struct Loads {
    PowerByItem it;           ///< demand of the racks
    PowerByItem mechanical;   ///< fans, compressors, pumps
    Power lights;             ///< of all halls; wired to nothing that is drawn
    std::set<ItemId> corded;  ///< items that some power link ends at

    [[nodiscard]] Power uncordedDemand() const;
};

[[nodiscard]] Loads itLoads(const OperatingPoint& point);

/// Electric power of a hall's lights; all of it ends in the air.
[[nodiscard]] Power lightsOf(const Hall& hall);

/// The chain as drawn, with the corded loads. Links that touch anything else are passed on for the
/// solver to report.
[[nodiscard]] power::ChainInput chainInput(const OperatingPoint& point, const Loads& loads);

/// Power that reaches an item: its demand, or none where its cords are all dead.
[[nodiscard]] Power suppliedTo(ItemId item, Power demand, const Loads& loads,
                               const power::ChainResult& chain);

}  // namespace halltwin::twin
