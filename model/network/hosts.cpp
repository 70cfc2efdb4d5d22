// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/hosts.h"

#include "model/project/footprint.h"
#include "model/project/names.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace halltwin::network {
namespace {

/// Where a rack stands: `across` tells rows apart, `along` orders a row.
struct Place {
    ItemId item;
    std::int64_t hall = 0;
    bool rowsAlongY = false;
    double acrossM = 0.0;
    double alongM = 0.0;
    int row = 0;
};

Place placeOf(const Item& item, const Catalog& catalog) {
    const Point centre = footprintOf(item, catalog).centre();
    const Direction front = frontDirection(item.rotation);
    const bool facesX = front == Direction::PlusX || front == Direction::MinusX;
    const double x = centre.x.in(metres);
    const double y = centre.y.in(metres);
    return {item.id, item.hall.value, facesX, facesX ? x : y, facesX ? y : x, 0};
}

/// Racks whose centres differ by less across the row than from their neighbour are one row.
void numberRows(std::vector<Place>& places) {
    constexpr double sameRowM = 0.4;
    std::ranges::sort(places, {}, [](const Place& p) {
        return std::tuple(p.hall, p.rowsAlongY, p.acrossM, p.alongM, p.item.value);
    });
    for (std::size_t i = 1; i < places.size(); ++i) {
        const Place& before = places[i - 1];
        const bool isSame = before.hall == places[i].hall &&
                            before.rowsAlongY == places[i].rowsAlongY &&
                            places[i].acrossM - before.acrossM < sameRowM;
        places[i].row = before.row + (isSame ? 0 : 1);
    }
}

const HostPorts& portsFor(const RackNetwork& network, FabricPurpose purpose) {
    switch (purpose) {
        case FabricPurpose::Compute: return network.compute;
        case FabricPurpose::Storage: return network.storage;
        case FabricPurpose::Management: return network.management;
        case FabricPurpose::Outside: break;
    }
    return network.outside;
}

const RackSpec* hostSpec(const Item& item, const Catalog& catalog, const Fabric& fabric) {
    if (fabric.hall && item.hall != *fabric.hall) return nullptr;
    const CatalogEntry* entry = catalog.find(item.catalogKey);
    const RackSpec* spec = entry == nullptr ? nullptr : entry->as<RackSpec>();
    if (spec == nullptr || spec->nodes <= 0) return nullptr;
    return portsFor(spec->network, fabric.purpose).perNode > 0 ? spec : nullptr;
}

Issue unknownAdapter(const Fabric& fabric, const Item& item, const std::string& key) {
    const std::string rack = rackName(item);
    return {.rule = "network.unknown-adapter",
            .severity = Severity::Error,
            .hall = item.hall,
            .items = {item.id},
            .message = fmt::format("{}: the servers of {} have \"{}\", which the catalogue has not",
                                   fabric.name, rack, key),
            .fix = "Add the adapter to the catalogue, or choose another rack",
            .arguments = {fabric.name, rack, key}};
}

void addScaleUp(HostList& list, const RackSpec& spec) {
    const RackNetwork& network = spec.network;
    if (network.scaleUpGpus <= 0 || spec.gpus <= 0) return;
    const int domains = std::max(1, spec.gpus / network.scaleUpGpus);
    for (ScaleUpDomain& known : list.scaleUp) {
        if (known.gpus != network.scaleUpGpus || known.perGpu != network.scaleUpPerGpu) continue;
        known.domains += domains;
        return;
    }
    list.scaleUp.push_back({network.scaleUpGpus, network.scaleUpPerGpu, domains});
}

HostRack hostRack(const Item& item, const RackSpec& spec, const HostPorts& ports) {
    HostRack rack;
    rack.item = item.id;
    rack.hall = item.hall;
    rack.name = rackName(item);
    rack.nodes = spec.nodes;
    rack.gpus = spec.gpus;
    rack.portsPerNode = ports.perNode;
    rack.adapter = ports.nic;
    return rack;
}

/// Names must tell racks apart: a label that two racks have gives way to the item's number.
void tellApart(std::vector<HostRack>& racks) {
    std::unordered_map<std::string, int> uses;
    for (const HostRack& rack : racks)
        ++uses[rack.name];
    for (HostRack& rack : racks) {
        if (uses[rack.name] > 1) rack.name = fmt::format("item {}", rack.item.value);
    }
}

}  // namespace

std::size_t HostList::hostCount() const {
    std::size_t count = 0;
    for (const HostRack& rack : racks)
        count += static_cast<std::size_t>(rack.nodes);
    return count;
}

int HostList::gpuCount() const {
    int count = 0;
    for (const HostRack& rack : racks)
        count += rack.gpus;
    return count;
}

std::string rackName(const Item& item) {
    return item.label.empty() ? fmt::format("item {}", item.id.value) : item.label;
}

std::string_view purposeName(FabricPurpose purpose) {
    return nameOf(purpose);
}

std::vector<ItemId> inRowOrder(const Project& project, const Catalog& catalog,
                               std::vector<ItemId> items) {
    std::vector<Place> places;
    places.reserve(items.size());
    for (const ItemId id : items) {
        if (const Item* item = project.items.find(id)) places.push_back(placeOf(*item, catalog));
    }
    numberRows(places);
    std::ranges::sort(places, {},
                      [](const Place& p) { return std::tuple(p.row, p.alongM, p.item.value); });
    items.clear();
    for (const Place& place : places)
        items.push_back(place.item);
    return items;
}

HostList collectHosts(const Project& project, const Catalog& catalog, const Fabric& fabric) {
    std::vector<ItemId> ids;
    for (const Item& item : project.items) {
        if (hostSpec(item, catalog, fabric) != nullptr) ids.push_back(item.id);
    }
    HostList list;
    for (const ItemId id : inRowOrder(project, catalog, std::move(ids))) {
        const Item& item = *project.items.find(id);
        const RackSpec& spec = *hostSpec(item, catalog, fabric);
        const HostPorts& ports = portsFor(spec.network, fabric.purpose);
        const EquipmentEntry* entry = catalog.findEquipment(ports.nic);
        const NicSpec* nic = entry == nullptr ? nullptr : entry->as<NicSpec>();
        if (nic == nullptr) {
            list.issues.push_back(unknownAdapter(fabric, item, ports.nic));
            continue;
        }
        HostRack rack = hostRack(item, spec, ports);
        rack.portRate = nic->speed;
        rack.protocol = nic->protocol;
        list.racks.push_back(std::move(rack));
        if (fabric.purpose == FabricPurpose::Compute) addScaleUp(list, spec);
    }
    DeviceIndex first = 0;
    for (HostRack& rack : list.racks) {
        rack.firstHost = first;
        first += static_cast<DeviceIndex>(rack.nodes);
    }
    tellApart(list.racks);
    return list;
}

}  // namespace halltwin::network
