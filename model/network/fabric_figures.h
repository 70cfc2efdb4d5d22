// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/cable_layout.h"
#include "model/network/fabric_plan.h"
#include "model/project/catalog.h"

#include <cstddef>
#include <vector>

namespace halltwin::network {

/// Rate down and up of one tier of switches.
struct TierFigures {
    int tier = 1;
    int switches = 0;
    DataRate down;    ///< to the tier below, all switches together, each way
    DataRate up;      ///< to the tier above; 0 for the highest
    DataRate across;  ///< between switches of the tier (dragonfly), counted once for each link

    /// Rate down / rate up; 0 where nothing goes up.
    [[nodiscard]] double oversubscription() const { return up.si() > 0.0 ? down / up : 0.0; }
};

/// A fabric in figures.
struct FabricFigures {
    FabricId fabric;
    std::size_t hosts = 0;
    int gpus = 0;
    std::vector<TierFigures> tiers;  ///< from the leaves up
    int switches = 0;
    std::size_t links = 0;
    int mostHops = 0;          ///< cables on the longest of the shortest ways between two hosts
    double meanHops = 0.0;     ///< over the pairs of hosts that reach each other
    bool hopsSampled = false;  ///< from 64 hosts spread evenly to all, not from all to all
    std::size_t cablesRouted = 0;
    Length cableLength;  ///< laid, together
    Length longestCable;
    Power switchIdle;
    Power switchMaximum;
    Power modules;
    Money switchPrice;
    Money cablePrice;

    [[nodiscard]] Length meanCable() const {
        return cablesRouted == 0 ? Length{} : cableLength / static_cast<double>(cablesRouted);
    }
};

/// `cables` are those of the plan in `layout`. Hops are counted between all hosts up to 512 of
/// them, above from 64.
[[nodiscard]] FabricFigures fabricFigures(const FabricPlan& plan, const Catalog& catalog,
                                          const CableLayout& layout, const FabricCables& cables);

/// Sets what follows from the cables anew.
void setCableFigures(FabricFigures& figures, const CableLayout& layout, const FabricCables& cables);

}  // namespace halltwin::network
