// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_plan.h"
#include "model/project/catalog.h"
#include "model/project/project.h"

#include <vector>

namespace halltwin::network {

/// Gives every switch of the plans a rack and its units (Device::rack, Device::unit). All plans
/// share the racks' free units: first come the places that changes by hand name, then plan by plan
/// and tier by tier, each switch by its fabric's policy:
/// - TopOfRack: leaves in the rack that holds most of their servers, of equals in the one with most
///   room; without room there, in the nearest rack that has some.
/// - MiddleOfRow: leaves in the rack with room nearest to the mean place of their servers.
/// - NetworkRow: leaves in the network rack with room nearest to that place.
/// A rack has room while its units and the power that it has for switches last; a switch counts at
/// its maximum, each port with the module of a cable of 30 m. Higher tiers go to the network rack nearest to the mean place of the switches below; with
/// TopOfRack and MiddleOfRow to any rack where no network rack has room. Distances are along x plus
/// along y. A switch takes the highest free units. What finds no room stays without a rack, and
/// the plan's issues say how many (network.rack-full, network.unit-taken).
void placeSwitches(const Project& project, const Catalog& catalog, std::vector<FabricPlan>& plans);

}  // namespace halltwin::network
