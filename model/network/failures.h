// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/traffic_collective.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace halltwin::network {

/// What fails at once: devices with all their links, and links (a tray is the links in it).
struct Loss {
    std::vector<DeviceIndex> devices;
    std::vector<LinkIndex> links;

    [[nodiscard]] bool isEmpty() const { return devices.empty() && links.empty(); }
    Loss& operator+=(const Loss& other);
};

/// All leaves of one number: a rail of a rail-optimised fabric.
[[nodiscard]] Loss railLoss(const Graph& graph, int rail);

/// The fabric with the lost links at rate 0: every index stays what it was. Indices that name
/// nothing are passed over.
[[nodiscard]] Graph without(const Graph& graph, const Loss& loss);

/// Hosts that reach each other. Servers count as joining their ports, since GPUs of one server pass
/// traffic on over its scale-up domain.
struct Reachability {
    std::vector<DeviceIndex> cutOff;  ///< hosts outside the largest part
    std::size_t parts = 0;            ///< parts with hosts; 1: all are joined
};

[[nodiscard]] Reachability reachability(const Graph& graph);

/// The ranks that a damaged fabric still joins: as survivingRanks, without hosts outside the
/// largest part.
[[nodiscard]] Ranks joinedRanks(const Graph& damaged, const Ranks& ranks);

/// The collective among ranks that are left on a damaged fabric. Hierarchical ones keep their law
/// only where servers stay alike; else they go on as a ring. Fails as collectiveOnFabric does.
[[nodiscard]] Result<FabricCollective> collectiveOnDamaged(const Graph& damaged, const Ranks& ranks,
                                                           FabricCollectiveInput input,
                                                           const std::stop_token& stop = {});

/// The job whose traffic is watched.
struct FailureInput {
    Ranks ranks;
    FabricCollectiveInput collective;
};

struct FailureEffect {
    Reachability reach;
    DataRate bisectionBefore;
    DataRate bisectionAfter;
    Duration before;                ///< of the collective
    std::optional<Duration> after;  ///< none: fewer than two ranks reach each other
    std::size_t ranksLost = 0;
    std::vector<DeviceIndex>
        noticing;  ///< hosts that lost a link, are cut off, or send more slowly

    /// Time after / time before; 1 where the collective does not run any more.
    [[nodiscard]] double slowdown() const {
        return after && before.si() > 0.0 ? *after / before : 1.0;
    }
};

/// What a loss does to a fabric and to a collective on it. A rank whose port is dead goes over
/// another port of its server; hosts that are cut off leave the collective, which goes on as
/// collectiveOnDamaged says. Fails as collectiveOnFabric and bisection do on the whole fabric.
[[nodiscard]] Result<FailureEffect> effectOf(const Graph& graph, const Loss& loss,
                                             const FailureInput& input,
                                             const std::stop_token& stop = {});

/// One of a class of switches or links that the wiring does not tell apart.
struct RankedLoss {
    Loss loss;              ///< the first of the class
    std::size_t alike = 1;  ///< how many are in the class
    FailureEffect effect;
};

struct RankingSettings {
    std::size_t mostClasses = 64;  ///< beyond, unlike switches and links share a class
};

/// Every single switch and every single link, the most harmful first: by hosts cut off, then by
/// slow-down, then by bisection lost. Equal ones are tried once: classes by colour refinement of
/// the wiring (B. Weisfeiler, A. Leman, 1968), which looks at the fabric and not at the order of
/// ranks. Fails as effectOf does, and with Cancelled.
[[nodiscard]] Result<std::vector<RankedLoss>> rankSingleLosses(const Graph& graph,
                                                               const FailureInput& input,
                                                               const RankingSettings& settings = {},
                                                               const std::stop_token& stop = {});

}  // namespace halltwin::network
