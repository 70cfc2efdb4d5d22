// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/networks.h"

#include <algorithm>
#include <vector>

namespace halltwin::twin {
namespace {

/// What of an item a network is planned from: where a rack stands, and which it is.
bool sameRack(const Item& a, const Item& b) {
    return a.id == b.id && a.hall == b.hall && a.catalogKey == b.catalogKey && a.label == b.label &&
           a.position == b.position && a.rotation == b.rotation && a.width == b.width &&
           a.depth == b.depth && a.height == b.height;
}

/// The rows of racks, by their shared address.
std::vector<Table<Item>::Row> racksOf(const Project& project, const Catalog& catalog) {
    std::vector<Table<Item>::Row> racks;
    for (const Table<Item>::Row& row : project.items.rows()) {
        const CatalogEntry* entry = catalog.find(row->catalogKey);
        if (entry != nullptr && entry->as<RackSpec>() != nullptr) racks.push_back(row);
    }
    return racks;
}

bool sameNetwork(const Project& a, const Project& b, const Catalog& catalog) {
    if (!(a.fabrics == b.fabrics && a.fabricEdits == b.fabricEdits && a.trays == b.trays &&
          a.halls == b.halls))
        return false;
    if (&a.items.rows() == &b.items.rows()) return true;
    const auto before = racksOf(a, catalog);
    const auto after = racksOf(b, catalog);
    return std::equal(before.begin(), before.end(), after.begin(), after.end(),
                      [](const auto& x, const auto& y) { return x == y || sameRack(*x, *y); });
}

}  // namespace

NetworkPtr networkOf(const Project& project, const Catalog& catalog) {
    if (project.fabrics.empty()) return nullptr;
    return std::make_shared<const network::NetworkPlan>(network::planNetwork(project, catalog));
}

NetworkPtr NetworkMemory::of(const std::shared_ptr<const Project>& project,
                             const std::shared_ptr<const Catalog>& catalog) {
    const bool isKnown =
        m_project != nullptr && m_catalog == catalog && sameNetwork(*m_project, *project, *catalog);
    if (!isKnown) m_network = networkOf(*project, *catalog);
    m_project = project;
    m_catalog = catalog;
    return m_network;
}

Power networkPowerIn(const network::NetworkPlan* network, ItemId rack, double load) {
    if (network == nullptr) return {};
    const auto at = std::lower_bound(
        network->racks.begin(), network->racks.end(), rack,
        [](const network::RackElevation& each, ItemId wanted) { return each.rack < wanted; });
    if (at == network->racks.end() || at->rack != rack) return {};
    return at->networkPower(load);
}

}  // namespace halltwin::twin
