// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/graph.h"
#include "model/project/catalog.h"
#include "model/project/issue.h"
#include "model/project/project.h"

#include <string>
#include <string_view>
#include <vector>

namespace halltwin::network {

/// A rack or tank whose servers a fabric joins.
struct HostRack {
    ItemId item;
    HallId hall;
    std::string name;  ///< its label; "item 17" where that is empty or another rack's too
    int nodes = 0;
    int gpus = 0;
    int portsPerNode = 0;
    DataRate portRate;  ///< of each port, each way
    LinkProtocol protocol = LinkProtocol::InfiniBand;
    std::string adapter;        ///< key of the catalogue
    DeviceIndex firstHost = 0;  ///< its lowest server in Graph::devices; the others follow
};

/// GPUs joined by NVLink or alike, beside the fabric.
struct ScaleUpDomain {
    int gpus = 0;     ///< of one domain
    DataRate perGpu;  ///< into the domain, each way
    int domains = 0;

    bool operator==(const ScaleUpDomain&) const = default;
};

struct HostList {
    std::vector<HostRack> racks;         ///< hall by hall, row by row, along each row
    std::vector<ScaleUpDomain> scaleUp;  ///< alike domains together; of compute fabrics
    std::vector<Issue> issues;           ///< adapters that the catalogue does not have

    [[nodiscard]] std::size_t hostCount() const;
    [[nodiscard]] int gpuCount() const;
};

/// The servers with ports of the fabric's purpose, in the halls that it covers. A row is what
/// stands side by side facing alike or opposite: racks whose centres differ by less than 0.4 m
/// across it.
[[nodiscard]] HostList collectHosts(const Project& project, const Catalog& catalog,
                                    const Fabric& fabric);

/// The items in that order: hall by hall, row by row, along each row.
[[nodiscard]] std::vector<ItemId> inRowOrder(const Project& project, const Catalog& catalog,
                                             std::vector<ItemId> items);

/// The item's label, or "item 17" where it has none.
[[nodiscard]] std::string rackName(const Item& item);

/// "compute", "storage"…, as in the project file.
[[nodiscard]] std::string_view purposeName(FabricPurpose purpose);

}  // namespace halltwin::network
