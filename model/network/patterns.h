// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/flows.h"

#include <cstdint>
#include <vector>

namespace halltwin::network {

/// Those who take part in a pattern, in rank order; each is a GPU with the port that it uses.
using Ranks = std::vector<PortRef>;

/// Every living port of every host: host by host, ports rising, as launchers number GPUs. In a
/// torus, where the ports of a host lead to its neighbours, one rank for each host.
[[nodiscard]] Ranks ranksOf(const Graph& graph);

/// The same ranks on a damaged fabric: one whose port is dead goes over a living port of its host,
/// in turn; one whose host has none is left out.
[[nodiscard]] Ranks survivingRanks(const Graph& graph, const Ranks& ranks);

/// Each rank to the next, the last to the first: ring all-reduce, all-gather and reduce-scatter.
/// Neighbours within one host send nothing over the fabric.
[[nodiscard]] Traffic ringTraffic(const Ranks& ranks);

/// A ring over the hosts for the first rank of each, another for the second and so on: the part
/// between servers of a hierarchical all-reduce.
[[nodiscard]] Traffic railRingTraffic(const Ranks& ranks);

/// Both ways of every edge of two binary trees in which almost every rank is a leaf of one and an
/// inner node of the other; each tree carries half of the data.
/// Source: P. Sanders, J. Speck, J. Träff, Parallel Computing 35 (2009) 581.
[[nodiscard]] Traffic doubleTreeTraffic(const Ranks& ranks);

/// Parent of each rank in one of the two trees (0, 1); the root is its own parent.
[[nodiscard]] std::vector<std::uint32_t> treeParents(std::size_t ranks, int tree);

/// Whether flows between like ports become one demand. Both give the same rates (a test says so);
/// joined, ten thousand GPUs are a few hundred groups.
enum class Joining : std::uint8_t {
    ByLeaf,
    None,
};

/// How a GPU reaches one on another rail.
enum class CrossRail : std::uint8_t {
    OverFabric,    ///< out of its own port, over higher switches
    InsideServer,  ///< over the scale-up domain to the GPU on that rail of its own server, then out
};

struct AllToAllSettings {
    Joining joining = Joining::ByLeaf;
    CrossRail crossRail = CrossRail::OverFabric;
};

/// Every rank to every rank of another host.
[[nodiscard]] Traffic allToAllTraffic(const Graph& graph, const Ranks& ranks,
                                      const AllToAllSettings& settings = {});

/// Every client to (write) or from (read) every storage server, evenly.
[[nodiscard]] Traffic storageWriteTraffic(const Graph& graph, const Ranks& clients,
                                          const Ranks& servers, Joining joining = Joining::ByLeaf);
[[nodiscard]] Traffic storageReadTraffic(const Graph& graph, const Ranks& clients,
                                         const Ranks& servers, Joining joining = Joining::ByLeaf);

/// All senders to one receiver at once.
[[nodiscard]] Traffic incastTraffic(const Graph& graph, const Ranks& senders,
                                    const PortRef& receiver, Joining joining = Joining::ByLeaf);

/// Each rank to `peers` ranks of other hosts, drawn by chance; the same seed draws the same.
[[nodiscard]] Traffic uniformTraffic(const Ranks& ranks, std::size_t peers, std::uint64_t seed);

}  // namespace halltwin::network
