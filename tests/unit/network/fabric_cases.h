// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_input.h"
#include "model/project/catalog.h"
#include "model/project/project.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace halltwin::tests {

inline constexpr DataRate fourHundred = gigabitsPerSecond(400.0);

/// Hosts of equal ports below switches of one kind, all at 400 Gb/s.
inline network::FabricInput hostsBelow(int hosts, int portsPerHost, int radix) {
    network::FabricInput input;
    input.name = "Fabric";
    input.hosts.assign(static_cast<std::size_t>(hosts),
                       {static_cast<std::uint16_t>(portsPerHost), fourHundred});
    input.leaf = {"test.switch", radix, fourHundred};
    input.spine = input.leaf;
    return input;
}

inline int switchesOf(const network::Graph& graph, int tier) {
    return static_cast<int>(std::ranges::count_if(graph.devices, [&](const auto& device) {
        return device.role == network::DeviceRole::Switch && device.tier == tier;
    }));
}

inline int switchesOf(const network::Graph& graph) {
    return static_cast<int>(
        std::ranges::count(graph.devices, network::DeviceRole::Switch, &network::Device::role));
}

/// Links whose upper end is of that tier.
inline int linksInto(const network::Graph& graph, int tier) {
    return static_cast<int>(std::ranges::count_if(graph.links, [&](const auto& link) {
        return graph.devices[link.b].tier == tier && graph.devices[link.a].tier < tier;
    }));
}

/// True when each link keeps to the ports that its ends have and none has two.
inline bool portsAreSound(const network::Graph& graph) {
    std::set<std::pair<network::DeviceIndex, int>> used;
    for (const network::Link& link : graph.links) {
        if (link.a >= link.b) return false;
        if (link.portA >= graph.devices[link.a].ports) return false;
        if (link.portB >= graph.devices[link.b].ports) return false;
        if (!used.insert({link.a, link.portA}).second) return false;
        if (!used.insert({link.b, link.portB}).second) return false;
    }
    return true;
}

/// Cables from one device to each other; −1 where there is no way.
inline std::vector<int> distancesFrom(const network::Graph& graph, network::DeviceIndex from) {
    const network::Adjacency adjacency(graph);
    std::vector<int> distance(graph.devices.size(), -1);
    std::deque<network::DeviceIndex> queue{from};
    distance[from] = 0;
    while (!queue.empty()) {
        const network::DeviceIndex at = queue.front();
        queue.pop_front();
        for (const network::LinkIndex link : adjacency.of(at)) {
            const network::DeviceIndex next = graph.other(link, at);
            if (distance[next] >= 0) continue;
            distance[next] = distance[at] + 1;
            queue.push_back(next);
        }
    }
    return distance;
}

inline bool isConnected(const network::Graph& graph) {
    if (graph.devices.empty()) return true;
    const auto distance = distancesFrom(graph, 0);
    return std::ranges::count(distance, -1) == 0;
}

/// The distinct numbers of links that the switches of a tier have to the tier above or below.
inline std::set<int> linkCounts(const network::Graph& graph, int tier, int otherTier) {
    std::vector<int> count(graph.devices.size(), 0);
    for (const network::Link& link : graph.links) {
        if (graph.devices[link.a].tier == tier && graph.devices[link.b].tier == otherTier)
            ++count[link.a];
        if (graph.devices[link.b].tier == tier && graph.devices[link.a].tier == otherTier)
            ++count[link.b];
    }
    std::set<int> counts;
    for (std::size_t d = 0; d < graph.devices.size(); ++d) {
        if (graph.devices[d].role == network::DeviceRole::Switch && graph.devices[d].tier == tier)
            counts.insert(count[d]);
    }
    return counts;
}

/// Every two switches of adjacent tiers that are joined have the same number of cables between
/// them.
inline std::set<int> cablesPerPair(const network::Graph& graph, int lowerTier) {
    std::map<std::pair<network::DeviceIndex, network::DeviceIndex>, int> pairs;
    for (const network::Link& link : graph.links) {
        if (graph.devices[link.a].tier == lowerTier && graph.devices[link.b].tier == lowerTier + 1)
            ++pairs[{link.a, link.b}];
    }
    std::set<int> counts;
    for (const auto& [pair, count] : pairs)
        counts.insert(count);
    return counts;
}

}  // namespace halltwin::tests
