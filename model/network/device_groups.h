// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_plan.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace halltwin::network {

/// What a group of devices is. Numbers in its key count from 0.
enum class GroupKind : std::uint8_t {
    All,
    Pods,      ///< of spines, with the leaves and hosts below them
    Units,     ///< scalable units of a rail-optimised fabric
    Islands,   ///< groups of a dragonfly
    Planes,    ///< of a torus
    Leaves,    ///< where a fabric has no pods: leaves with their hosts
    Lines,     ///< along x in a plane of a torus
    Racks,     ///< hosts by rack; numbers are those of HostList::racks
    Switches,  ///< of one tier that stand in no pod; `pod` 0: a block of them
};

/// Names a group as long as the fabric's figures and the order of its racks stay: the numbers
/// `first` to `last` of a kind, inside `pod` where the kind counts anew in each.
struct GroupKey {
    GroupKind kind = GroupKind::All;
    std::uint8_t tier = 0;  ///< of GroupKind::Switches
    std::int32_t pod = -1;
    std::int32_t first = 0;
    std::int32_t last = 0;

    auto operator<=>(const GroupKey&) const = default;
    [[nodiscard]] bool isBlock() const { return last > first; }
};

using GroupIndex = std::uint32_t;

struct DeviceGroup {
    GroupKey key;
    GroupIndex parent = 0;
    std::uint32_t depth = 0;
    std::uint32_t tiers = 0;     ///< bit t: it or a group in it has devices of tier t
    std::size_t ownDevices = 0;  ///< in no smaller group
    std::size_t allDevices = 0;  ///< with those of groups in it
};

/// The devices of a fabric in groups within groups: pods, units, racks. Where there are many of one
/// kind, neighbours share a block.
struct DeviceGroups {
    std::vector<DeviceGroup> groups;  ///< the whole fabric first, each before those in it
    std::vector<GroupIndex> of;       ///< by device: the smallest group that it is in
    int lineLength = 0;               ///< of a torus: hosts along x; else 0

    /// The whole fabric's where there is no such group.
    [[nodiscard]] GroupIndex find(const GroupKey& key) const;
};

/// Groups so that each level has few enough parts to be drawn side by side.
[[nodiscard]] DeviceGroups groupDevices(const FabricPlan& plan);

}  // namespace halltwin::network
