// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"

#include <string>
#include <variant>

namespace halltwin {

enum class LinkProtocol { InfiniBand, Ethernet };

/// A switch that is mounted in a rack. Its power is without the modules in its ports.
struct SwitchSpec {
    LinkProtocol protocol = LinkProtocol::InfiniBand;
    int ports = 64;
    DataRate speed = gigabitsPerSecond(400.0);  ///< of each port, each way
    int rackUnits = 1;
    Power idle;
    Power maximum;
    Duration latency;  ///< port to port
    Mass mass;
};

/// An adapter of a server; its power is part of the server's.
struct NicSpec {
    LinkProtocol protocol = LinkProtocol::InfiniBand;
    int ports = 1;
    DataRate speed = gigabitsPerSecond(400.0);  ///< of each port, each way
    Power maximum;
};

enum class MediumKind { PassiveCopper, ActiveCopper, Multimode, SingleMode };

/// A cable with what sits at its two ends, for links of one speed.
struct MediumSpec {
    MediumKind kind = MediumKind::PassiveCopper;
    DataRate speed = gigabitsPerSecond(400.0);  ///< the fastest link that it carries
    Length reach;                               ///< the longest cable
    Power powerPerEnd;
    Money pricePerEnd;
    Money pricePerMetre;
    Length diameter;  ///< of the jacket, which fills trays
};

using EquipmentSpec = std::variant<SwitchSpec, NicSpec, MediumSpec>;

/// Which ports every server of a rack has into one network.
struct HostPorts {
    std::string nic;  ///< key of the adapter; empty: none
    int perNode = 0;

    bool operator==(const HostPorts&) const = default;
};

/// How the servers of a rack meet the networks, and where they sit.
struct RackNetwork {
    HostPorts compute;
    HostPorts storage;
    HostPorts management;
    HostPorts outside;
    int scaleUpGpus = 0;      ///< GPUs of one NVLink domain; 0 = none
    DataRate scaleUpPerGpu;   ///< into that domain, each way
    int units = 0;            ///< height of the cabinet in rack units; 0 = not stated
    int nodeUnits = 0;        ///< height of a server
    int firstNodeUnit = 1;    ///< where the lowest server begins, counted from 1 at the foot
    int freeUnits = 0;        ///< that switches may take, from the top down
    Power switchPower;        ///< that its cords and its air have for switches; 0 = not limited
};

}  // namespace halltwin
