// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/stored_water.h"

#include "model/project/connections.h"

#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace halltwin::twin {

Volume storedWater(const Project& project, const Catalog& catalog, HallId hall) {
    std::unordered_map<ItemId, std::vector<ItemId>> suppliers;
    for (const CoolingLink& link : project.coolingLinks)
        suppliers[link.to].push_back(link.from);
    std::vector<ItemId> waiting;
    for (const Item& item : project.items)
        if (item.hall == hall && suppliers.contains(item.id)) waiting.push_back(item.id);
    std::unordered_set<ItemId> seen(waiting.begin(), waiting.end());
    Volume volume;
    while (!waiting.empty()) {
        const ItemId at = waiting.back();
        waiting.pop_back();
        const Item* item = project.items.find(at);
        const CatalogEntry* entry = item == nullptr ? nullptr : catalog.find(item->catalogKey);
        const TankSpec* tank = entry == nullptr ? nullptr : entry->as<TankSpec>();
        if (tank != nullptr) volume += tank->volume;
        // What feeds a chiller or an exchanger is another loop.
        const bool ends = entry != nullptr && coolsWater(entry->kind);
        const auto found = suppliers.find(at);
        if (ends || found == suppliers.end()) continue;
        for (const ItemId supplier : found->second)
            if (seen.insert(supplier).second) waiting.push_back(supplier);
    }
    return volume;
}

}  // namespace halltwin::twin
