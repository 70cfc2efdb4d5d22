// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "model/core/units.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace halltwin::network {

using DeviceIndex = std::uint32_t;
using LinkIndex = std::uint32_t;

enum class DeviceRole : std::uint8_t { Host, Switch };

/// A server with its ports, or a switch. `tier` counts switches from the hosts up: a host 0, a leaf
/// 1, a spine 2, a core switch 3. Where groups, pods or scalable units exist, `pod` counts them from
/// 0; `number` counts within the pod and tier from 0.
struct Device {
    DeviceRole role = DeviceRole::Switch;
    std::uint8_t tier = 0;
    std::int32_t pod = -1;
    std::int32_t number = 0;
    std::uint16_t ports = 0;
    std::uint16_t type = 0;  ///< index into Graph::switchKeys; of a switch
    std::int32_t node = -1;  ///< which server of its rack, from 0 at the foot; of a host
    std::int32_t unit = 0;   ///< lowest rack unit that it takes, from 1 at the foot; 0 = not placed
    ItemId rack;             ///< none: not placed
};

/// A cable between two ports; it carries `rate` each way at once.
struct Link {
    DeviceIndex a = 0;
    DeviceIndex b = 0;  ///< of the higher tier, or of the higher index within one tier
    std::uint16_t portA = 0;
    std::uint16_t portB = 0;
    DataRate rate;
    bool byHand = false;
};

/// Devices and the cables between them. Hosts come first, then switches tier by tier.
struct Graph {
    std::vector<Device> devices;
    std::vector<Link> links;
    std::vector<std::string> switchKeys;

    [[nodiscard]] DeviceIndex other(LinkIndex link, DeviceIndex end) const {
        return links[link].a == end ? links[link].b : links[link].a;
    }
};

/// The links that touch each device, in rising order.
class Adjacency {
public:
    explicit Adjacency(const Graph& graph);

    [[nodiscard]] std::span<const LinkIndex> of(DeviceIndex device) const {
        return std::span(m_links).subspan(m_begin[device], m_begin[device + 1] - m_begin[device]);
    }

private:
    std::vector<std::size_t> m_begin;
    std::vector<LinkIndex> m_links;
};

}  // namespace halltwin::network
