// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/cable_layout.h"

#include <unordered_map>

namespace halltwin::network {
namespace {

/// What the heights in one rack follow from.
struct RackHeights {
    const RackSpec* spec = nullptr;
    Length half;
};

Length middleOf(const Device& device, int units, const RackHeights& rack) {
    const RackNetwork& network = rack.spec->network;
    if (device.role == DeviceRole::Switch)
        return device.unit > 0 ? rackUnit * (device.unit - 1 + 0.5 * units) : rack.half;
    if (network.units <= 0 || network.nodeUnits <= 0) return rack.half;
    const double below = network.firstNodeUnit - 1 + device.node * network.nodeUnits;
    return rackUnit * (below + 0.5 * network.nodeUnits);
}

int unitsOf(const FabricPlan& plan, const Catalog& catalog, const Device& device) {
    if (device.role == DeviceRole::Host) return 0;
    const EquipmentEntry* entry = catalog.findEquipment(plan.graph.switchKeys[device.type]);
    const auto* spec = entry == nullptr ? nullptr : entry->as<SwitchSpec>();
    return spec == nullptr ? 1 : spec->rackUnits;
}

}  // namespace

std::vector<Length> deviceHeights(const Project& project, const Catalog& catalog,
                                  const FabricPlan& plan) {
    std::unordered_map<ItemId, RackHeights> racks;
    std::vector<Length> heights;
    heights.reserve(plan.graph.devices.size());
    for (const Device& device : plan.graph.devices) {
        auto [at, isNew] = racks.try_emplace(device.rack);
        if (isNew) {
            if (const Item* item = project.items.find(device.rack))
                at->second = {rackSpecOf(*item, catalog),
                              siteOf(project, catalog, *item).height * 0.5};
        }
        const bool known = at->second.spec != nullptr;
        heights.push_back(known ? middleOf(device, unitsOf(plan, catalog, device), at->second)
                                : Length{});
    }
    return heights;
}

}  // namespace halltwin::network
