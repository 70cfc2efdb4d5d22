// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/generate.h"

#include "model/network/dragonfly.h"
#include "model/network/fabric_rules.h"
#include "model/network/fat_tree.h"
#include "model/network/hand_edits.h"
#include "model/network/leaf_spine.h"
#include "model/network/paths.h"
#include "model/network/rail_optimised.h"
#include "model/network/torus.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace halltwin::network {
namespace {

const SwitchSpec* switchOf(const Catalog& catalog, const std::string& key) {
    const EquipmentEntry* entry = catalog.findEquipment(key);
    return entry == nullptr ? nullptr : entry->as<SwitchSpec>();
}

/// Both kinds of switch, or an issue for the one that the catalogue does not have.
bool readSwitches(const Catalog& catalog, const Fabric& fabric, FabricInput& input,
                  std::vector<Issue>& issues) {
    const std::string& spineKey =
        fabric.spineSwitch.empty() ? fabric.leafSwitch : fabric.spineSwitch;
    for (const auto& [key, kind] :
         {std::pair(&fabric.leafSwitch, &input.leaf), std::pair(&spineKey, &input.spine)}) {
        const SwitchSpec* spec = switchOf(catalog, *key);
        if (spec == nullptr) {
            issues.push_back(unknownSwitch(fabric.name, *key));
            return false;
        }
        *kind = {*key, spec->ports, spec->speed};
    }
    return true;
}

Generated generate(const FabricInput& input, const Fabric& fabric) {
    switch (fabric.topology) {
        case Topology::FatTree: return generateFatTree(input, fabric.tiers);
        case Topology::LeafSpine:
            return generateLeafSpine(input, fabric.oversubscription, fabric.tiers);
        case Topology::RailOptimised:
            return generateRailOptimised(input,
                                         {fabric.unitNodes, fabric.oversubscription, fabric.tiers});
        case Topology::Dragonfly:
            return generateDragonfly(
                input, {fabric.hostsPerSwitch, fabric.groupSwitches, fabric.globalLinks});
        case Topology::Torus: break;
    }
    return generateTorus(input, {fabric.torusX, fabric.torusY, fabric.torusZ});
}

/// One issue for each adapter whose speed or protocol is not that of the leaf.
void checkAdapters(const FabricPlan& plan, const Catalog& catalog, std::vector<Issue>& issues) {
    const SwitchSpec* leaf = switchOf(catalog, plan.fabric.leafSwitch);
    std::set<std::string> seen;
    for (const HostRack& rack : plan.hosts.racks) {
        if (!seen.insert(rack.adapter).second) continue;
        if (rack.portRate != leaf->speed) {
            issues.push_back(speedMismatch(
                plan.fabric.name, {rack.adapter, rack.portRate.in(gigabitsPerSecond),
                                   plan.fabric.leafSwitch, leaf->speed.in(gigabitsPerSecond)}));
        }
        if (rack.protocol != leaf->protocol)
            issues.push_back(
                protocolMismatch(plan.fabric.name, rack.adapter, plan.fabric.leafSwitch));
    }
}

void checkSwitches(const Fabric& fabric, const FabricInput& input, const Graph& graph,
                   std::vector<Issue>& issues) {
    const bool hasSpines =
        std::ranges::any_of(graph.devices, [](const Device& device) { return device.tier > 1; });
    if (!hasSpines || input.leaf.speed == input.spine.speed) return;
    issues.push_back(
        speedMismatch(fabric.name, {input.leaf.key, input.leaf.speed.in(gigabitsPerSecond),
                                    input.spine.key, input.spine.speed.in(gigabitsPerSecond)}));
}

/// Tells each host which rack it stands in and which of its servers it is.
void seatHosts(FabricPlan& plan) {
    for (const HostRack& rack : plan.hosts.racks) {
        for (int node = 0; node < rack.nodes; ++node) {
            Device& host = plan.graph.devices[rack.firstHost + static_cast<DeviceIndex>(node)];
            host.rack = rack.item;
            host.node = node;
        }
    }
}

/// Generated fabrics are whole; changes by hand may cut servers off.
void checkConnected(FabricPlan& plan) {
    const std::size_t hosts = plan.hostCount();
    if (hosts == 0 || plan.graph.links.empty()) return;
    const ShortestWays ways(Wiring(plan.graph), 0);
    std::size_t reached = 0;
    for (DeviceIndex host = 0; host < hosts; ++host) {
        if (ways.distance(host) != unreachable) ++reached;
    }
    if (reached < hosts)
        plan.issues.push_back(
            notConnected(plan.fabric.name, std::min(reached, hosts - reached), hosts));
}

}  // namespace

const HostRack& FabricPlan::rackOf(DeviceIndex host) const {
    const auto after = std::ranges::upper_bound(hosts.racks, host, {}, &HostRack::firstHost);
    return *(after - 1);
}

FabricPlan generateUnedited(const Project& project, const Catalog& catalog, const Fabric& fabric) {
    FabricPlan plan;
    plan.fabric = fabric;
    plan.hosts = collectHosts(project, catalog, fabric);
    plan.issues = std::move(plan.hosts.issues);
    plan.hosts.issues.clear();
    FabricInput input;
    input.name = fabric.name;
    for (const HostRack& rack : plan.hosts.racks) {
        const HostEnd end{static_cast<std::uint16_t>(rack.portsPerNode), rack.portRate};
        input.hosts.insert(input.hosts.end(), static_cast<std::size_t>(rack.nodes), end);
    }
    const bool hasSwitches = fabric.topology != Topology::Torus;
    const bool known = !hasSwitches || readSwitches(catalog, fabric, input, plan.issues);
    if (input.hosts.empty())
        plan.issues.push_back(noHosts(fabric.name, purposeName(fabric.purpose)));
    plan.graph = hostsOf(input);
    if (known && !input.hosts.empty()) {
        if (auto generated = generate(input, fabric)) {
            plan.graph = std::move(*generated);
            if (hasSwitches) checkAdapters(plan, catalog, plan.issues);
            checkSwitches(fabric, input, plan.graph, plan.issues);
        } else {
            plan.issues.push_back(std::move(generated.error()));
        }
    }
    seatHosts(plan);
    return plan;
}

std::vector<FabricEdit> editsOf(const Project& project, const Fabric& fabric) {
    std::vector<FabricEdit> edits;
    for (const FabricEdit& edit : project.fabricEdits) {
        if (edit.fabric == fabric.id) edits.push_back(edit);
    }
    return edits;
}

FabricPlan generateFabric(const Project& project, const Catalog& catalog, const Fabric& fabric) {
    FabricPlan plan = generateUnedited(project, catalog, fabric);
    const std::vector<FabricEdit> edits = editsOf(project, fabric);
    if (edits.empty()) return plan;
    applyFabricEdits(plan, catalog, edits);
    checkConnected(plan);
    return plan;
}

std::vector<FabricPlan> generateFabrics(const Project& project, const Catalog& catalog) {
    std::vector<FabricPlan> plans;
    for (const Fabric& fabric : project.fabrics)
        plans.push_back(generateFabric(project, catalog, fabric));
    return plans;
}

}  // namespace halltwin::network
