// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/network/fabric_plan.h"
#include "model/project/project.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::network {

/// By what the hosts of a fabric are taken together.
enum class HostGrouping : std::uint8_t {
    Automatic,  ///< the finest of racks, units, pods, halls that keeps to the limit
    Server,
    Rack,
    Unit,  ///< pod of the leaf: scalable unit, pod of a fat-tree, group of a dragonfly, torus plane
    Pod,   ///< pod of the spines above the leaf; where these have none, as Unit
    Hall,
};

/// Names as files and commands write them.
inline constexpr std::array<std::string_view, 6> hostGroupingNames{"automatic", "server", "rack",
                                                                   "unit",      "pod",    "hall"};

struct HostGroup {
    std::string name;  ///< "R12 node 3", "R12", "unit 2", "pod 1", a hall's name
    std::vector<DeviceIndex> hosts;
};

struct HostGroups {
    HostGrouping by = HostGrouping::Rack;  ///< never Automatic
    std::vector<HostGroup> groups;         ///< in the order of their first hosts
    std::size_t inAll = 0;                 ///< before groups above the limit were left out
};

/// The hosts of a fabric in groups, at most `most` of them: where there are more, as many spread
/// evenly over all. Automatic takes servers where all stand in one rack. Fails with NotFound where
/// the fabric has no hosts, or no units or pods that were asked for.
[[nodiscard]] Result<HostGroups> groupHosts(const FabricPlan& plan, const Project& project,
                                            HostGrouping by, std::size_t most = 40);

}  // namespace halltwin::network
