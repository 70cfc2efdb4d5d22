// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/network_plan.h"
#include "model/project/catalog.h"
#include "model/project/project.h"

#include <memory>

namespace halltwin::twin {

using NetworkPtr = std::shared_ptr<const network::NetworkPlan>;

/// The project's fabrics, planned; null where it has none.
[[nodiscard]] NetworkPtr networkOf(const Project& project, const Catalog& catalog);

/// networkOf for projects that follow each other: what a change leaves alone is not planned again.
/// The answer depends on the project and the catalogue alone. One thread at a time.
class NetworkMemory {
public:
    [[nodiscard]] NetworkPtr of(const std::shared_ptr<const Project>& project,
                                const std::shared_ptr<const Catalog>& catalog);

private:
    std::shared_ptr<const Project> m_project;
    std::shared_ptr<const Catalog> m_catalog;
    NetworkPtr m_network;
};

/// The network of an input: as it was given, or planned now.
template <class Input>
[[nodiscard]] NetworkPtr networkFor(const Input& input) {
    return input.network ? input.network : networkOf(*input.project, *input.catalog);
}

/// What switches and modules in a rack draw at a load of 0…1.
[[nodiscard]] Power networkPowerIn(const network::NetworkPlan* network, ItemId rack, double load);

}  // namespace halltwin::twin
