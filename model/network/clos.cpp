// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/clos.h"

#include <algorithm>

namespace halltwin::network {
namespace {

constexpr std::uint16_t spineType = 1;

Device spineDevice(const FabricInput& input, std::uint8_t tier, int pod, int number) {
    Device device;
    device.tier = tier;
    device.pod = pod;
    device.number = number;
    device.ports = static_cast<std::uint16_t>(input.spine.ports);
    device.type = spineType;
    return device;
}

/// Switches of a tier and the group above that each reaches evenly with all its uplinks.
struct Bundle {
    DeviceIndex lower = 0;  ///< one switch
    int order = 0;          ///< of it among those that the group serves
    int firstPort = 0;
    int uplinks = 0;
    DeviceIndex upper = 0;  ///< first of the group
    int group = 0;          ///< switches of the group
    DataRate rate;
};

/// Uplink i goes to switch i modulo the group's size, so that a switch cut from the group costs
/// every one below the same share.
void join(Graph& graph, const Bundle& bundle) {
    const int parallel = bundle.uplinks / bundle.group;
    for (int i = 0; i < bundle.uplinks; ++i) {
        Link link;
        link.a = bundle.lower;
        link.b = bundle.upper + static_cast<DeviceIndex>(i % bundle.group);
        link.portA = static_cast<std::uint16_t>(bundle.firstPort + i);
        link.portB = static_cast<std::uint16_t>(bundle.order * parallel + i / bundle.group);
        link.rate = bundle.rate;
        graph.links.push_back(link);
    }
}

int podOf(const ClosShape& shape, int leaf) {
    return shape.podLeaves > 0 ? leaf / shape.podLeaves : 0;
}

int inPod(const ClosShape& shape, int leaf) {
    return shape.podLeaves > 0 ? leaf % shape.podLeaves : leaf;
}

void addCores(Graph& graph, const FabricInput& input, DeviceIndex firstSpine,
              const ClosShape& shape) {
    const auto firstCore = static_cast<DeviceIndex>(graph.devices.size());
    for (int c = 0; c < shape.spines * shape.cores; ++c)
        graph.devices.push_back(spineDevice(input, 3, -1, c));
    for (int pod = 0; pod < shape.pods; ++pod) {
        for (int s = 0; s < shape.spines; ++s) {
            join(graph, {firstSpine + static_cast<DeviceIndex>(pod * shape.spines + s), pod,
                         input.spine.ports - shape.spineUplinks, shape.spineUplinks,
                         firstCore + static_cast<DeviceIndex>(s * shape.cores), shape.cores,
                         input.spine.speed});
        }
    }
}

/// Hosts come in the order of their pods.
void putIntoPod(Graph& graph, DeviceIndex host, std::int32_t pod) {
    const bool isFirst = host == 0 || graph.devices[host - 1].pod != pod;
    graph.devices[host].pod = pod;
    graph.devices[host].number = isFirst ? 0 : graph.devices[host - 1].number + 1;
}

/// Whole scalable units that a spine's lower half can serve.
int podLeavesFor(const ClosLeaves& leaves, int spinePorts) {
    const int unit = std::max(1, leaves.unitLeaves);
    return spinePorts / 2 / unit * unit;
}

}  // namespace

std::optional<int> evenSwitches(int below, int uplinks, int ports) {
    if (below <= 0 || uplinks <= 0 || ports <= 0) return std::nullopt;
    for (int count = 1; count <= uplinks; ++count) {
        if (uplinks % count == 0 && below * (uplinks / count) <= ports) return count;
    }
    return std::nullopt;
}

std::optional<ClosShape> shapeClos(const ClosLeaves& leaves, int spinePorts, int tiers) {
    if (tiers != 3) {
        if (const auto spines = evenSwitches(leaves.count, leaves.uplinks, spinePorts))
            return ClosShape{*spines, 0, 1, 0, 0};
        if (tiers == 2) return std::nullopt;
    }
    ClosShape shape;
    shape.podLeaves = podLeavesFor(leaves, spinePorts);
    if (shape.podLeaves <= 0) return std::nullopt;
    shape.pods = (leaves.count + shape.podLeaves - 1) / shape.podLeaves;
    const auto spines = evenSwitches(shape.podLeaves, leaves.uplinks, spinePorts / 2);
    if (!spines) return std::nullopt;
    shape.spines = *spines;
    shape.spineUplinks = shape.podLeaves * leaves.uplinks / shape.spines;
    const auto cores = evenSwitches(shape.pods, shape.spineUplinks, spinePorts);
    if (!cores) return std::nullopt;
    shape.cores = *cores;
    return shape;
}

std::size_t mostClosLeaves(const ClosLeaves& leaves, int spinePorts, int tiers) {
    const auto ports = static_cast<std::size_t>(spinePorts);
    if (tiers == 2) return ports;
    const auto podLeaves = static_cast<std::size_t>(podLeavesFor(leaves, spinePorts));
    return std::max(tiers == 3 ? std::size_t{0} : ports, podLeaves * ports);
}

void addClosTop(Graph& graph, const FabricInput& input, DeviceIndex firstLeaf,
                const ClosLeaves& leaves, const ClosShape& shape) {
    const auto firstSpine = static_cast<DeviceIndex>(graph.devices.size());
    const bool hasPods = shape.podLeaves > 0;
    for (int pod = 0; pod < shape.pods; ++pod) {
        for (int s = 0; s < shape.spines; ++s)
            graph.devices.push_back(spineDevice(input, 2, hasPods ? pod : -1, s));
    }
    const DataRate rate = std::min(input.leaf.speed, input.spine.speed);
    for (int leaf = 0; leaf < leaves.count; ++leaf) {
        join(graph, {firstLeaf + static_cast<DeviceIndex>(leaf), inPod(shape, leaf),
                     leaves.downPorts, leaves.uplinks,
                     firstSpine + static_cast<DeviceIndex>(podOf(shape, leaf) * shape.spines),
                     shape.spines, rate});
    }
    if (hasPods) addCores(graph, input, firstSpine, shape);
}

LeafFill fillLeaves(const std::vector<HostEnd>& hosts, int downPorts) {
    LeafFill fill;
    int used = 0;
    const auto openLeaf = [&] {
        ++fill.leaves;
        used = 0;
    };
    for (const HostEnd& host : hosts) {
        if (host.ports > 0 && (fill.leaves == 0 || used + host.ports > downPorts) &&
            (fill.leaves == 0 || used > 0))
            openLeaf();
        for (int port = 0; port < host.ports; ++port) {
            if (used == downPorts) openLeaf();
            fill.leafOfPort.push_back(static_cast<std::uint32_t>(fill.leaves - 1));
            fill.mostUsed = std::max(fill.mostUsed, ++used);
        }
    }
    return fill;
}

DeviceIndex addFilledLeaves(Graph& graph, const FabricInput& input, const LeafFill& fill,
                            int podLeaves) {
    const auto firstLeaf = static_cast<DeviceIndex>(graph.devices.size());
    for (int leaf = 0; leaf < fill.leaves; ++leaf) {
        Device device;
        device.tier = 1;
        device.pod = podLeaves > 0 ? leaf / podLeaves : -1;
        device.number = podLeaves > 0 ? leaf % podLeaves : leaf;
        device.ports = static_cast<std::uint16_t>(input.leaf.ports);
        graph.devices.push_back(device);
    }
    std::vector<std::uint16_t> next(static_cast<std::size_t>(fill.leaves), 0);
    std::size_t at = 0;
    for (DeviceIndex host = 0; host < input.hosts.size(); ++host) {
        const HostEnd& end = input.hosts[host];
        if (podLeaves > 0 && end.ports > 0)
            putIntoPod(graph, host, static_cast<std::int32_t>(fill.leafOfPort[at]) / podLeaves);
        for (std::uint16_t port = 0; port < end.ports; ++port) {
            const std::uint32_t leaf = fill.leafOfPort[at++];
            graph.links.push_back(
                {host, firstLeaf + leaf, port, next[leaf]++, std::min(end.rate, input.leaf.speed)});
        }
    }
    return firstLeaf;
}

}  // namespace halltwin::network
