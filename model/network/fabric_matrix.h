// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_job.h"
#include "model/network/host_groups.h"
#include "model/network/paths.h"

#include <cstddef>
#include <stop_token>
#include <vector>

namespace halltwin::network {

/// How groups of hosts meet is asked of a fabric.
struct MatrixInput {
    HostGrouping by = HostGrouping::Automatic;
    std::size_t mostGroups = 40;
    std::size_t hostsPerGroup = 16;  ///< hops: of larger groups as many, spread evenly, are taken
    Loss loss{};                     ///< taken out of the fabric first
};

/// Hops from each group (row) to each (column), over pairs of different servers.
struct HopMatrix {
    HostGroups groups;
    std::vector<std::vector<HopFigures>> hops;
    bool isSampled = false;  ///< not all servers of the groups were taken
};

/// Fails as groupHosts and hopMatrix do, and with Cancelled.
[[nodiscard]] Result<HopMatrix> hopsBetweenGroups(const PlannedFabric& fabric,
                                                  const Project& project, const MatrixInput& input,
                                                  const std::stop_token& stop = {});

/// What each two groups can send each other at once, each way; the diagonal is 0.
struct GroupBandwidth {
    HostGroups groups;
    std::vector<std::vector<DataRate>> rates;
};

/// Each pair is a maximum flow over the whole fabric; so that a large fabric takes no longer than
/// about half a minute of processor time, fewer groups are taken there (`groups.inAll` says of how
/// many). Fails as groupHosts and bandwidthBetween do, and with Cancelled.
[[nodiscard]] Result<GroupBandwidth> bandwidthBetweenGroups(const PlannedFabric& fabric,
                                                            const Project& project,
                                                            const MatrixInput& input,
                                                            const std::stop_token& stop = {});

}  // namespace halltwin::network
