// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/rack_elevation.h"

#include <algorithm>
#include <map>

namespace halltwin::network {
namespace {

using Elevations = std::map<ItemId, RackElevation>;

void addServers(RackElevation& elevation, const RackSpec& spec) {
    const RackNetwork& network = spec.network;
    elevation.units = network.units;
    elevation.freeUnits = network.freeUnits;
    if (network.units <= 0 || network.nodeUnits <= 0) return;
    for (int node = 0; node < spec.nodes; ++node) {
        RackSlotUse slot;
        slot.bottom = network.firstNodeUnit + node * network.nodeUnits;
        slot.units = network.nodeUnits;
        slot.node = node;
        elevation.taken.push_back(slot);
    }
}

/// Racks with stated units, and any other that something of a plan stands in.
Elevations emptyElevations(const Project& project, const Catalog& catalog,
                           const std::vector<FabricPlan>& plans) {
    Elevations elevations;
    const auto add = [&](const Item& item, const RackSpec& spec) {
        RackElevation& elevation = elevations[item.id];
        elevation.rack = item.id;
        elevation.mass = spec.mass;
        addServers(elevation, spec);
    };
    for (const Item& item : project.items) {
        const RackSpec* spec = rackSpecOf(item, catalog);
        if (spec != nullptr && spec->network.units > 0) add(item, *spec);
    }
    for (const FabricPlan& plan : plans) {
        for (const HostRack& rack : plan.hosts.racks) {
            if (elevations.contains(rack.item)) continue;
            const Item* item = project.items.find(rack.item);
            const RackSpec* spec = item == nullptr ? nullptr : rackSpecOf(*item, catalog);
            if (spec != nullptr) add(*item, *spec);
        }
    }
    return elevations;
}

void addSwitch(RackElevation& elevation, const RackSlotUse& slot, const SwitchSpec& spec) {
    elevation.taken.push_back(slot);
    elevation.freeUnits -= spec.rackUnits;
    ++elevation.switches;
    elevation.mass += spec.mass;
    elevation.switchIdle += spec.idle;
    elevation.switchMaximum += spec.maximum;
}

void addSwitches(Elevations& elevations, const Catalog& catalog, const FabricPlan& plan,
                 std::uint32_t fabric) {
    for (DeviceIndex d = 0; d < plan.graph.devices.size(); ++d) {
        const Device& device = plan.graph.devices[d];
        if (device.role == DeviceRole::Host || !device.rack.isValid()) continue;
        const EquipmentEntry* entry = catalog.findEquipment(plan.graph.switchKeys[device.type]);
        const auto* spec = entry == nullptr ? nullptr : entry->as<SwitchSpec>();
        const auto at = elevations.find(device.rack);
        if (spec == nullptr || at == elevations.end()) continue;
        const bool hasServers = std::ranges::any_of(
            at->second.taken, [](const RackSlotUse& s) { return s.kind == SlotKind::Server; });
        const RackFace face = hasServers ? RackFace::Rear : RackFace::Front;
        addSwitch(at->second, {SlotKind::Switch, face, device.unit, spec->rackUnits, 0, fabric, d},
                  *spec);
    }
}

/// The modules of a plan's cables, at both ends. Devices of a rack follow each other, so that the
/// last rack found is mostly the next one too.
void addModules(Elevations& elevations, const FabricPlan& plan, const CableLayout& layout,
                const FabricCables& cables) {
    std::vector<RackElevation*> rackOf;
    for (const Device& device : plan.graph.devices) {
        const auto at = elevations.find(device.rack);
        rackOf.push_back(at == elevations.end() ? nullptr : &at->second);
    }
    for (LinkIndex l = 0; l < cables.cables.size(); ++l) {
        if (cables.cables[l].medium == noMedium) continue;
        const auto medium = static_cast<std::size_t>(cables.cables[l].medium);
        const Power power = layout.media[medium].spec.powerPerEnd;
        for (const DeviceIndex end : {plan.graph.links[l].a, plan.graph.links[l].b}) {
            if (rackOf[end] == nullptr) continue;
            rackOf[end]->modules += power;
            if (plan.graph.devices[end].role == DeviceRole::Host)
                rackOf[end]->serverModules += power;
            ++rackOf[end]->cableEnds;
        }
    }
}

}  // namespace

std::vector<RackElevation> rackElevations(const Project& project, const Catalog& catalog,
                                          const std::vector<FabricPlan>& plans,
                                          const CableLayout& cables) {
    Elevations elevations = emptyElevations(project, catalog, plans);
    for (std::size_t p = 0; p < plans.size(); ++p) {
        addSwitches(elevations, catalog, plans[p], static_cast<std::uint32_t>(p));
        if (p < cables.fabrics.size()) addModules(elevations, plans[p], cables, cables.fabrics[p]);
    }
    std::vector<RackElevation> sorted;
    sorted.reserve(elevations.size());
    for (auto& [id, elevation] : elevations) {
        std::ranges::sort(elevation.taken, {}, &RackSlotUse::bottom);
        sorted.push_back(std::move(elevation));
    }
    return sorted;
}

}  // namespace halltwin::network
