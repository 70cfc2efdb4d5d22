// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/fabric_input.h"

#include <algorithm>

namespace halltwin::network {

Graph hostsOf(const FabricInput& input) {
    Graph graph;
    graph.switchKeys = {input.leaf.key, input.spine.key};
    graph.devices.reserve(input.hosts.size());
    for (const HostEnd& host : input.hosts) {
        Device device;
        device.role = DeviceRole::Host;
        device.number = static_cast<std::int32_t>(graph.devices.size());
        device.ports = host.ports;
        graph.devices.push_back(device);
    }
    return graph;
}

int mostHostPorts(const FabricInput& input) {
    int most = 0;
    for (const HostEnd& host : input.hosts)
        most = std::max<int>(most, host.ports);
    return most;
}

DataRate fastestHost(const FabricInput& input) {
    DataRate fastest;
    for (const HostEnd& host : input.hosts)
        fastest = std::max(fastest, host.rate);
    return fastest;
}

std::size_t hostsOn(const FabricInput& input, std::size_t switches, int ports) {
    const int perHost = std::max(1, mostHostPorts(input));
    if (perHost > ports)
        return switches * static_cast<std::size_t>(ports) / static_cast<std::size_t>(perHost);
    return switches * static_cast<std::size_t>(ports / perHost);
}

}  // namespace halltwin::network
