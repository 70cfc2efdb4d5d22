// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/network/graph.h"
#include "model/network/paths.h"
#include "model/project/network_entities.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace halltwin::network {

inline constexpr std::int32_t anyPort = -1;

/// A port of a host, or the host with all its ports.
struct PortRef {
    DeviceIndex host = 0;
    std::int32_t port = anyPort;

    bool operator==(const PortRef&) const = default;
};

/// Identical flows from the ports of one group to the ports of another. They are spread evenly over
/// the pairs of ports and all get the same rate; that is exact where the ports of a group are alike
/// (same switch, same speed, same traffic), which the patterns of patterns.h see to.
struct Demand {
    std::uint32_t from = 0;  ///< index into Traffic::groups
    std::uint32_t to = 0;    ///< index into Traffic::groups
    double flows = 1.0;      ///< how many; pairs within one host do not count
    DataRate wanted;         ///< of one flow; 0: as much as it can get
};

struct Traffic {
    std::vector<std::vector<PortRef>> groups;
    std::vector<Demand> demands;
};

struct FlowSettings {
    FabricRouting routing = FabricRouting::Adaptive;
    std::uint64_t seed = 1;           ///< of the hash of ECMP
    std::size_t pathsPerDemand = 16;  ///< ECMP: a demand of more flows is sampled by this many
                                      ///< (by fewer where they would be above 4 million in all)
};

/// What keeps a flow from being faster.
enum class FlowLimit : std::uint8_t {
    Link,    ///< a full link
    Wanted,  ///< it has what it wants
    Inside,  ///< both ends are one host: nothing goes over the fabric
    NoWay,   ///< no living path
};

/// Rate of one flow of a demand. ECMP spreads the flows of one demand over unlike paths: then the
/// mean and the slowest differ, and the full link is that of the slowest.
struct FlowRate {
    DataRate mean;
    DataRate slowest;
    FlowLimit limit = FlowLimit::NoWay;
    ArcIndex bottleneck = noArc;  ///< the full link and its direction; of FlowLimit::Link
};

/// Rates of all demands and what they put on the fabric.
struct FlowResult {
    std::vector<FlowRate> rates;  ///< by demand
    std::vector<double> load;     ///< by arc, share of the link's rate; 0 of a dead link
    DataRate total;               ///< of all flows over the fabric
    DataRate slowest;             ///< of any flow that has a way over the fabric
    ArcIndex bottleneck = noArc;  ///< the link that holds the slowest flow back
    std::size_t demandsWithoutWay = 0;
    std::uint32_t hops = 0;  ///< links of the longest way that a demand takes
    double imbalance = 0.0;  ///< largest |in − out| at a device, as share of the total rate
    double excess = 0.0;     ///< how far the fullest link is above its rate; 0: no link is
};

/// Max-min fair rates by progressive filling: all flows rise together; when a link is full, its
/// flows stay at what they have and the others rise on. Flows take shortest ways: with ECMP one
/// each, by a hash; with adaptive routing an equal part over each (parallel links apart).
/// Fails with InvalidArgument on figures that are no number or groups and devices that are not
/// there, with OverLimit beyond 4 million demands, and with Cancelled.
/// The result does not depend on the number of threads.
/// Source: D. Bertsekas, R. Gallager, Data Networks (1992), 6.5.2.
[[nodiscard]] Result<FlowResult> maxMinRates(const Graph& graph, const Traffic& traffic,
                                             const FlowSettings& settings = {},
                                             const std::stop_token& stop = {});

}  // namespace halltwin::network
