// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/torus.h"

#include "model/network/fabric_rules.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace halltwin::network {
namespace {

std::size_t placesOf(const TorusSides& sides) {
    return static_cast<std::size_t>(sides[0]) * static_cast<std::size_t>(sides[1]) *
           static_cast<std::size_t>(sides[2]);
}

/// Neighbour of a node along a dimension, round the line, that is there.
std::size_t next(std::size_t node, const TorusSides& sides, std::size_t dimension,
                 std::size_t nodes) {
    std::size_t stride = 1;
    for (std::size_t d = 0; d < dimension; ++d)
        stride *= static_cast<std::size_t>(sides[d]);
    const auto side = static_cast<std::size_t>(sides[dimension]);
    const std::size_t place = node / stride % side;
    const std::size_t line = node - place * stride;
    std::size_t at = place;
    do {
        at = (at + 1) % side;
    } while (line + at * stride >= nodes);
    return line + at * stride;
}

void addRings(Graph& graph, const FabricInput& input, const TorusSides& sides,
              std::size_t dimension) {
    const std::size_t nodes = input.hosts.size();
    const auto after = static_cast<std::uint16_t>(2 * dimension + 1);
    const auto before = static_cast<std::uint16_t>(2 * dimension);
    for (std::size_t node = 0; node < nodes; ++node) {
        const std::size_t far = next(node, sides, dimension, nodes);
        const bool isPair = next(far, sides, dimension, nodes) == node;
        if (far == node || (isPair && far < node)) continue;
        const DataRate rate = std::min(input.hosts[node].rate, input.hosts[far].rate);
        const auto a = static_cast<DeviceIndex>(node);
        const auto b = static_cast<DeviceIndex>(far);
        if (node < far)
            graph.links.push_back({a, b, after, before, rate});
        else
            graph.links.push_back({b, a, before, after, rate});
    }
}

}  // namespace

TorusSides torusSides(std::size_t hosts, TorusSides given) {
    if (given != TorusSides{}) {
        for (int& side : given)
            side = std::max(1, side);
        return given;
    }
    int side = std::max(1, static_cast<int>(std::cbrt(static_cast<double>(hosts))));
    while (placesOf({side, side, side}) < hosts)
        ++side;
    TorusSides sides{side, side, side};
    for (std::size_t d : {2U, 1U}) {
        TorusSides less = sides;
        less[d] = side - 1;
        if (less[d] > 0 && placesOf(less) >= hosts) sides = less;
    }
    return sides;
}

Generated generateTorus(const FabricInput& input, TorusSides given) {
    const TorusSides sides = torusSides(input.hosts.size(), given);
    if (input.hosts.size() > placesOf(sides))
        return tl::unexpected(tooManyHosts(input.name, input.hosts.size(), placesOf(sides)));
    int needed = 0;
    for (std::size_t d = 0; d < sides.size(); ++d) {
        if (sides[d] > 1) needed = static_cast<int>(2 * d + 2);
    }
    for (const HostEnd& host : input.hosts) {
        if (host.ports < needed)
            return tl::unexpected(radixSmall(input.name, needed, host.ports, "a server"));
    }
    Graph graph = hostsOf(input);
    graph.switchKeys.clear();
    const std::size_t plane = placesOf({sides[0], sides[1], 1});
    for (std::size_t node = 0; node < input.hosts.size(); ++node) {
        graph.devices[node].pod = static_cast<std::int32_t>(node / plane);
        graph.devices[node].number = static_cast<std::int32_t>(node % plane);
    }
    for (std::size_t dimension = 0; dimension < sides.size(); ++dimension)
        addRings(graph, input, sides, dimension);
    return graph;
}

}  // namespace halltwin::network
