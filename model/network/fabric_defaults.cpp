// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/fabric_defaults.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace halltwin::network {
namespace {

/// What a switch should be like.
struct Wanted {
    DataRate speed;
    LinkProtocol protocol = LinkProtocol::Ethernet;
};

Wanted usualFor(FabricPurpose purpose) {
    switch (purpose) {
        case FabricPurpose::Compute: return {gigabitsPerSecond(400.0), LinkProtocol::InfiniBand};
        case FabricPurpose::Storage: return {gigabitsPerSecond(100.0), LinkProtocol::Ethernet};
        case FabricPurpose::Management: return {gigabitsPerSecond(1.0), LinkProtocol::Ethernet};
        case FabricPurpose::Outside: break;
    }
    return {gigabitsPerSecond(100.0), LinkProtocol::Ethernet};
}

Wanted wantedBy(const HostList& hosts, FabricPurpose purpose) {
    std::map<std::pair<double, LinkProtocol>, int> ports;
    for (const HostRack& rack : hosts.racks)
        ports[{rack.portRate.si(), rack.protocol}] += rack.nodes * rack.portsPerNode;
    const auto most =
        std::max_element(ports.begin(), ports.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == ports.end()) return usualFor(purpose);
    return {DataRate::fromSi(most->first.first), most->first.second};
}

/// The less, the better; those that are too slow come last, the fastest of them first.
std::tuple<bool, double, bool, int> misfit(const SwitchSpec& spec, const Wanted& wanted) {
    const bool isSlow = spec.speed < wanted.speed;
    const double off = isSlow ? -spec.speed.si() : spec.speed.si();
    return {isSlow, off, spec.protocol != wanted.protocol, -spec.ports};
}

bool hasNetworkRacks(const Project& project, const Catalog& catalog) {
    return std::any_of(project.items.begin(), project.items.end(), [&](const Item& item) {
        const CatalogEntry* entry = catalog.find(item.catalogKey);
        const RackSpec* spec = entry == nullptr ? nullptr : entry->as<RackSpec>();
        return spec != nullptr && spec->role == RackRole::Network && spec->network.freeUnits > 0;
    });
}

bool hasSeveralPorts(const HostList& hosts) {
    return std::any_of(hosts.racks.begin(), hosts.racks.end(),
                       [](const HostRack& rack) { return rack.portsPerNode > 1; });
}

const char* nameFor(FabricPurpose purpose) {
    switch (purpose) {
        case FabricPurpose::Compute: return "Compute fabric";
        case FabricPurpose::Storage: return "Storage network";
        case FabricPurpose::Management: return "Management network";
        case FabricPurpose::Outside: break;
    }
    return "Outside network";
}

double oversubscriptionFor(FabricPurpose purpose) {
    switch (purpose) {
        case FabricPurpose::Compute: return 1.0;
        case FabricPurpose::Storage: return 2.0;
        case FabricPurpose::Management: return 12.0;
        case FabricPurpose::Outside: break;
    }
    return 4.0;
}

}  // namespace

std::string suitableSwitch(const HostList& hosts, const Catalog& catalog, FabricPurpose purpose) {
    const Wanted wanted = wantedBy(hosts, purpose);
    const EquipmentEntry* best = nullptr;
    for (const auto& [key, entry] : catalog.equipment()) {
        const auto* spec = entry.as<SwitchSpec>();
        if (spec == nullptr) continue;
        if (best == nullptr || misfit(*spec, wanted) < misfit(*best->as<SwitchSpec>(), wanted))
            best = &entry;
    }
    return best == nullptr ? std::string{} : best->key;
}

Fabric defaultFabric(const Project& project, const Catalog& catalog, FabricPurpose purpose) {
    Fabric fabric;
    fabric.purpose = purpose;
    fabric.name = freeFabricName(project, nameFor(purpose));
    fabric.oversubscription = oversubscriptionFor(purpose);
    const HostList hosts = collectHosts(project, catalog, fabric);
    const bool isRails = purpose == FabricPurpose::Compute && hasSeveralPorts(hosts);
    fabric.topology = isRails ? Topology::RailOptimised : Topology::LeafSpine;
    fabric.leafSwitch = suitableSwitch(hosts, catalog, purpose);
    const bool isAtTops =
        purpose == FabricPurpose::Management || !hasNetworkRacks(project, catalog);
    fabric.placement = isAtTops ? SwitchPlacement::TopOfRack : SwitchPlacement::NetworkRow;
    return fabric;
}

std::string freeFabricName(const Project& project, const std::string& name) {
    const auto isTaken = [&](const std::string& text) {
        return std::any_of(project.fabrics.begin(), project.fabrics.end(),
                           [&](const Fabric& fabric) { return fabric.name == text; });
    };
    std::string free = name;
    for (int n = 2; isTaken(free); ++n)
        free = fmt::format("{} {}", name, n);
    return free;
}

}  // namespace halltwin::network
