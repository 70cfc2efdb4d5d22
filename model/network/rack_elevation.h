// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/cable_layout.h"
#include "model/network/fabric_plan.h"
#include "model/project/catalog.h"
#include "model/project/project.h"

#include <cstdint>
#include <vector>

namespace halltwin::network {

enum class SlotKind : std::uint8_t { Server, Switch };

/// The side of a rack to which ports look.
enum class RackFace : std::uint8_t { Front, Rear };

/// What takes rack units.
struct RackSlotUse {
    SlotKind kind = SlotKind::Server;
    RackFace ports = RackFace::Rear;  ///< servers and switches above them to the rear, where their
                                      ///< cables meet; switches of network racks to the front
    int bottom = 1;                   ///< lowest unit, from 1 at the foot
    int units = 1;
    int node = 0;              ///< of a server, from 0 at the foot
    std::uint32_t fabric = 0;  ///< of a switch: which of the plans
    DeviceIndex device = 0;    ///< of a switch: in that plan's graph
};

/// Rack units, mass and network power of one rack. Switch power is at their cords, without modules;
/// modules draw the same at any load.
struct RackElevation {
    ItemId rack;
    int units = 0;                   ///< height of the cabinet
    int freeUnits = 0;               ///< that switches may still take
    std::vector<RackSlotUse> taken;  ///< from the foot up
    Mass mass;                       ///< as in the catalogue, plus the switches
    int switches = 0;
    Power switchIdle;
    Power switchMaximum;
    Power modules;        ///< of the cables' ends in this rack, at switches and servers
    Power serverModules;  ///< the part of it that servers' ports feed
    int cableEnds = 0;

    /// What switches and modules draw when the switches carry the share `load` (0…1) of their
    /// traffic. It ends as heat in the rack.
    [[nodiscard]] Power networkPower(double load) const {
        return switchIdle + (switchMaximum - switchIdle) * load + modules;
    }
};

/// One elevation for each rack or tank that has stated units, a switch or a cable, in the order of
/// their ids.
[[nodiscard]] std::vector<RackElevation> rackElevations(const Project& project,
                                                        const Catalog& catalog,
                                                        const std::vector<FabricPlan>& plans,
                                                        const CableLayout& cables);

}  // namespace halltwin::network
