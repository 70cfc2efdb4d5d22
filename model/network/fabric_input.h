// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/graph.h"
#include "model/project/issue.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <vector>

namespace halltwin::network {

/// The ports that one server has into the fabric; each runs at `rate` each way.
struct HostEnd {
    std::uint16_t ports = 1;
    DataRate rate;
};

struct SwitchKind {
    std::string key;  ///< of the catalogue
    int ports = 0;
    DataRate speed;
};

/// What every generator starts from: at least one host with a port. Links run at the lower rate of
/// their two ends.
struct FabricInput {
    std::string name;  ///< of the fabric, for what is wrong with it
    std::vector<HostEnd> hosts;
    SwitchKind leaf;
    SwitchKind spine;  ///< of the higher tiers
};

/// A graph, or the one thing that keeps it from being built.
using Generated = tl::expected<Graph, Issue>;

/// Only the hosts: what every generator begins with. switchKeys are those of leaf and spine.
[[nodiscard]] Graph hostsOf(const FabricInput& input);

/// The most ports and the fastest rate of any host; zero without hosts.
[[nodiscard]] int mostHostPorts(const FabricInput& input);
[[nodiscard]] DataRate fastestHost(const FabricInput& input);

/// Hosts that keep whole on `switches` switches with `ports` ports for them each, going by the host
/// with the most ports; where even that one does not fit on a switch, by the sum of ports.
[[nodiscard]] std::size_t hostsOn(const FabricInput& input, std::size_t switches, int ports);

}  // namespace halltwin::network
