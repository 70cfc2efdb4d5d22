// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/flows.h"
#include "model/network/graph.h"

#include <random>
#include <vector>

/// Small fabrics wired by hand, so that tests of traffic do not lean on the generators.
namespace halltwin::network::test {

inline constexpr double portGbitPerS = 100.0;

inline DeviceIndex addHost(Graph& graph, int ports = 1) {
    Device host;
    host.role = DeviceRole::Host;
    host.ports = static_cast<std::uint16_t>(ports);
    host.number = static_cast<std::int32_t>(graph.devices.size());
    graph.devices.push_back(host);
    return static_cast<DeviceIndex>(graph.devices.size() - 1);
}

inline DeviceIndex addSwitch(Graph& graph, int tier, int pod, int number) {
    Device device;
    device.tier = static_cast<std::uint8_t>(tier);
    device.pod = pod;
    device.number = number;
    device.ports = 64;
    graph.devices.push_back(device);
    return static_cast<DeviceIndex>(graph.devices.size() - 1);
}

/// The ports at the two ends of a link.
struct Plugs {
    int a = 0;
    int b = 0;
};

inline LinkIndex join(Graph& graph, DeviceIndex a, DeviceIndex b, double gbitPerS = portGbitPerS,
                      Plugs plugs = {}) {
    Link link;
    link.a = a;
    link.b = b;
    link.portA = static_cast<std::uint16_t>(plugs.a);
    link.portB = static_cast<std::uint16_t>(plugs.b);
    link.rate = gigabitsPerSecond(gbitPerS);
    graph.links.push_back(link);
    return static_cast<LinkIndex>(graph.links.size() - 1);
}

/// `leaves` × `hostsPerLeaf` hosts of one port, every leaf with one cable to each of `spines`.
inline Graph leafSpine(int leaves, int hostsPerLeaf, int spines,
                       double uplinkGbitPerS = portGbitPerS) {
    Graph graph;
    for (int h = 0; h < leaves * hostsPerLeaf; ++h)
        addHost(graph);
    std::vector<DeviceIndex> leaf;
    for (int l = 0; l < leaves; ++l)
        leaf.push_back(addSwitch(graph, 1, 0, l));
    std::vector<DeviceIndex> spine;
    for (int s = 0; s < spines; ++s)
        spine.push_back(addSwitch(graph, 2, 0, s));
    for (int h = 0; h < leaves * hostsPerLeaf; ++h)
        join(graph, static_cast<DeviceIndex>(h), leaf[static_cast<std::size_t>(h / hostsPerLeaf)],
             portGbitPerS, {0, h % hostsPerLeaf});
    for (int l = 0; l < leaves; ++l)
        for (int s = 0; s < spines; ++s)
            join(graph, leaf[static_cast<std::size_t>(l)], spine[static_cast<std::size_t>(s)],
                 uplinkGbitPerS, {hostsPerLeaf + s, l});
    return graph;
}

/// Three tiers of switches with `k` ports, full: k³/4 hosts (k even).
inline Graph fatTree(int k) {
    Graph graph;
    const int half = k / 2;
    for (int h = 0; h < k * half * half; ++h)
        addHost(graph);
    std::vector<DeviceIndex> leaf;
    for (int n = 0; n < k * half; ++n)
        leaf.push_back(addSwitch(graph, 1, n / half, n % half));
    std::vector<DeviceIndex> spine;
    for (int n = 0; n < k * half; ++n)
        spine.push_back(addSwitch(graph, 2, n / half, n % half));
    std::vector<DeviceIndex> core;
    for (int n = 0; n < half * half; ++n)
        core.push_back(addSwitch(graph, 3, 0, n));
    const auto at = [](const std::vector<DeviceIndex>& row, int n) {
        return row[static_cast<std::size_t>(n)];
    };
    for (int h = 0; h < k * half * half; ++h)
        join(graph, static_cast<DeviceIndex>(h), at(leaf, h / half), portGbitPerS, {0, h % half});
    for (int pod = 0; pod < k; ++pod)
        for (int l = 0; l < half; ++l)
            for (int s = 0; s < half; ++s)
                join(graph, at(leaf, pod * half + l), at(spine, pod * half + s), portGbitPerS,
                     {half + s, l});
    for (int pod = 0; pod < k; ++pod)
        for (int s = 0; s < half; ++s)
            for (int c = 0; c < half; ++c)
                join(graph, at(spine, pod * half + s), at(core, s * half + c), portGbitPerS,
                     {half + c, pod});
    return graph;
}

/// `nodes` servers with `rails` ports, port i to leaf i; every leaf `cables` cables to each of
/// `spines` spines (0 spines: rails apart).
inline Graph rails(int nodes, int railCount, int spines, int cables = 1) {
    Graph graph;
    for (int h = 0; h < nodes; ++h)
        addHost(graph, railCount);
    const auto firstLeaf = static_cast<DeviceIndex>(nodes);
    for (int r = 0; r < railCount; ++r)
        addSwitch(graph, 1, 0, r);
    for (int s = 0; s < spines; ++s)
        addSwitch(graph, 2, 0, s);
    for (int h = 0; h < nodes; ++h)
        for (int r = 0; r < railCount; ++r)
            join(graph, static_cast<DeviceIndex>(h), firstLeaf + static_cast<DeviceIndex>(r),
                 portGbitPerS, {r, h});
    for (int r = 0; r < railCount; ++r)
        for (int s = 0; s < spines; ++s)
            for (int c = 0; c < cables; ++c)
                join(graph, firstLeaf + static_cast<DeviceIndex>(r),
                     firstLeaf + static_cast<DeviceIndex>(railCount + s), portGbitPerS,
                     {nodes + s * cables + c, r * cables + c});
    return graph;
}

/// Hosts wired to each other in a ring (`height` 1) or in a two-dimensional torus, without
/// switches.
inline Graph torus(int width, int height) {
    Graph graph;
    for (int h = 0; h < width * height; ++h)
        addHost(graph, 4);
    const auto node = [&](int x, int y) {
        return static_cast<DeviceIndex>((y % height) * width + x % width);
    };
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            join(graph, node(x, y), node(x + 1, y), portGbitPerS, {1, 0});
            if (height > 1) join(graph, node(x, y), node(x, y + 1), portGbitPerS, {3, 2});
        }
    return graph;
}

/// A connected tangle of switches with a host on each of the first `hosts` switches.
inline Graph tangle(std::uint64_t seed, int hosts, int switches, int extraLinks) {
    std::mt19937_64 random(seed);
    const auto below = [&random](int limit) {
        return static_cast<int>(random() % static_cast<std::uint64_t>(limit));
    };
    Graph graph;
    for (int h = 0; h < hosts; ++h)
        addHost(graph);
    for (int s = 0; s < switches; ++s)
        addSwitch(graph, 1, 0, s);
    const auto at = [&](int s) { return static_cast<DeviceIndex>(hosts + s); };
    for (int h = 0; h < hosts; ++h)
        join(graph, static_cast<DeviceIndex>(h), at(h % switches), 10.0 * (1 + below(10)));
    for (int s = 1; s < switches; ++s)
        join(graph, at(below(s)), at(s), 10.0 * (1 + below(10)));
    for (int n = 0; n < extraLinks; ++n) {
        const int a = below(switches);
        const int b = below(switches);
        if (a != b) join(graph, at(std::min(a, b)), at(std::max(a, b)), 10.0 * (1 + below(10)));
    }
    return graph;
}

/// Single flows between hosts.
inline Traffic flowsBetween(const std::vector<std::pair<DeviceIndex, DeviceIndex>>& pairs,
                            std::size_t hosts) {
    Traffic traffic;
    for (std::size_t h = 0; h < hosts; ++h)
        traffic.groups.push_back({{static_cast<DeviceIndex>(h), anyPort}});
    for (const auto& [from, to] : pairs)
        traffic.demands.push_back({from, to, 1.0, {}});
    return traffic;
}

}  // namespace halltwin::network::test
