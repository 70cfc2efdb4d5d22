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

}  // namespace halltwin::network
