// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/hosts.h"
#include "model/project/catalog.h"
#include "model/project/project.h"

#include <string>

namespace halltwin::network {

/// The switch of the catalogue that suits these hosts: of the speed and protocol of most of their
/// ports, with the most ports; where there is none, of the speed alone, then the slowest that is
/// fast enough. Without hosts the one that is usual for the purpose. Empty where the catalogue has
/// no switch.
[[nodiscard]] std::string suitableSwitch(const HostList& hosts, const Catalog& catalog,
                                         FabricPurpose purpose);

/// A fabric to begin with: rail-optimised for compute where servers have several ports, leaf–spine
/// else, with a name that no other fabric has and a suitable switch. Oversubscription 1 of compute,
/// 2 of storage, 4 of outside and 12 of management: typical values. Switches go to network racks
/// where the project has some, those of a management network to the tops of racks.
[[nodiscard]] Fabric defaultFabric(const Project& project, const Catalog& catalog,
                                   FabricPurpose purpose);

/// `name`, or "name 2", "name 3"… when a fabric has it.
[[nodiscard]] std::string freeFabricName(const Project& project, const std::string& name);

}  // namespace halltwin::network
