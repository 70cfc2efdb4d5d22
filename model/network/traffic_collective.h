// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/collectives.h"
#include "model/network/patterns.h"

#include <cstdint>
#include <stop_token>

namespace halltwin::network {

/// What a message waits for besides the links' rate. Typical values; each is editable.
struct FabricLatency {
    Duration endpoints = microseconds(2.0);    ///< adapters and software of both ends
    Duration perSwitch = microseconds(0.3);    ///< port to port
    Length cable = metres(10.0);               ///< of each link, mean
    Duration perMetre = microseconds(0.0049);  ///< light in glass of group index 1.468
};

/// GPUs of one server that reach each other without the fabric. Ranks on one host are one domain.
struct ScaleUp {
    DataRate rate;                         ///< of a GPU, each way; 0: not there
    Duration latency = microseconds(1.0);  ///< of one step; typical value
};

struct FabricCollectiveInput {
    Collective kind = Collective::AllReduce;
    CollectiveAlgorithm algorithm = CollectiveAlgorithm::Ring;
    double bytes = 1e9;  ///< as in CollectiveInput
    ScaleUp scaleUp;
    CrossRail crossRail = CrossRail::OverFabric;  ///< of all-to-all
    FabricLatency latency;
    FlowSettings flows;
};

/// The figures that a fabric gives a collective, and what follows from them.
struct FabricCollective {
    CollectiveInput figures;  ///< with the B and α of this fabric
    CollectiveTime result;
    Traffic traffic;
    FlowResult flows;
};

/// The collective among `ranks` on this fabric: B from the max-min rate of the slowest flow of its
/// pattern, α from the longest way: endpoints + switches passed × latency + cable time. An upper
/// bound of the time, since flows that end early give nothing to the others.
/// Fails with InvalidArgument on fewer than two ranks or hosts of unlike rank numbers
/// (hierarchical), with NotFound where ranks have no way to each other, and as maxMinRates and
/// collectiveTime do.
[[nodiscard]] Result<FabricCollective> collectiveOnFabric(const Graph& graph, const Ranks& ranks,
                                                          const FabricCollectiveInput& input,
                                                          const std::stop_token& stop = {});

}  // namespace halltwin::network
