// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/graph.h"
#include "model/network/hosts.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace halltwin::network {

/// A device, and a port of it counted from 0 where the name gives one.
struct NamedEnd {
    DeviceIndex device = 0;
    std::optional<int> port;

    bool operator==(const NamedEnd&) const = default;
};

/// Tier, pod and number of a switch's name, counted from 0; pod −1: none.
struct SwitchName {
    std::uint8_t tier = 1;
    std::int32_t pod = -1;
    std::int32_t number = 0;

    auto operator<=>(const SwitchName&) const = default;
};

/// "leaf-2.5" is number 5 of pod 2, both counted from 1; "spine-3" stands in no pod; tiers are
/// leaf, spine, core.
[[nodiscard]] std::string nameOfSwitch(const SwitchName& name);

/// The name's parts; none where it is not a switch's.
[[nodiscard]] std::optional<SwitchName> parseSwitchName(std::string_view text);

/// Names of the devices of one graph, both ways: switches as above, hosts "R12 node 3"; with a port
/// after a colon ("leaf-2.5:12"), counted from 1. A name stays while the fabric's figures and the
/// order of its racks do. Holds on to both arguments.
class DeviceNames {
public:
    DeviceNames(const Graph& graph, const HostList& hosts);

    [[nodiscard]] std::string name(DeviceIndex device) const;
    [[nodiscard]] std::string end(DeviceIndex device, int port) const;

    /// The device of that name and the port, where it gives one; none where there is no such
    /// device. Whether the port is one of the device's is not checked.
    [[nodiscard]] std::optional<NamedEnd> find(std::string_view text) const;

private:
    [[nodiscard]] std::optional<DeviceIndex> findHost(std::string_view text) const;

    const Graph* m_graph;
    const HostList* m_hosts;
    std::map<SwitchName, DeviceIndex> m_switches;
    std::unordered_map<std::string_view, std::size_t> m_racks;  ///< by name
};

}  // namespace halltwin::network
