// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/fabric_figures.h"

#include "model/network/paths.h"

#include <algorithm>

namespace halltwin::network {
namespace {

void addSwitches(FabricFigures& figures, const FabricPlan& plan, const Catalog& catalog) {
    for (const Device& device : plan.graph.devices) {
        if (device.role == DeviceRole::Host) continue;
        while (figures.tiers.size() < device.tier) {
            figures.tiers.emplace_back();
            figures.tiers.back().tier = static_cast<int>(figures.tiers.size());
        }
        ++figures.tiers[device.tier - 1U].switches;
        ++figures.switches;
        const EquipmentEntry* entry = catalog.findEquipment(plan.graph.switchKeys[device.type]);
        const auto* spec = entry == nullptr ? nullptr : entry->as<SwitchSpec>();
        if (spec == nullptr) continue;
        figures.switchIdle += spec->idle;
        figures.switchMaximum += spec->maximum;
        figures.switchPrice += entry->price;
    }
}

void addLinks(FabricFigures& figures, const Graph& graph) {
    figures.links = graph.links.size();
    for (const Link& link : graph.links) {
        const int low = graph.devices[link.a].tier;
        const int high = graph.devices[link.b].tier;
        if (high > 0 && low == high)
            figures.tiers[static_cast<std::size_t>(high - 1)].across += link.rate;
        if (low == high) continue;
        if (low > 0) figures.tiers[static_cast<std::size_t>(low - 1)].up += link.rate;
        figures.tiers[static_cast<std::size_t>(high - 1)].down += link.rate;
    }
}

void addHops(FabricFigures& figures, const FabricPlan& plan) {
    constexpr std::size_t allUpTo = 512;
    constexpr std::size_t sample = 64;
    const std::size_t hosts = plan.hostCount();
    if (hosts < 2 || plan.graph.links.empty()) return;
    figures.hopsSampled = hosts > allUpTo;
    const std::size_t sources = figures.hopsSampled ? sample : hosts;
    const Wiring wiring(plan.graph);
    ShortestWays ways;
    double sum = 0.0;
    double pairs = 0.0;
    for (std::size_t s = 0; s < sources; ++s) {
        const auto source = static_cast<DeviceIndex>(s * hosts / sources);
        ways.search(wiring, source);
        for (DeviceIndex host = 0; host < hosts; ++host) {
            const std::uint32_t hops = ways.distance(host);
            if (host == source || hops == unreachable) continue;
            figures.mostHops = std::max(figures.mostHops, static_cast<int>(hops));
            sum += hops;
            pairs += 1.0;
        }
    }
    if (pairs > 0.0) figures.meanHops = sum / pairs;
}

}  // namespace

void setCableFigures(FabricFigures& figures, const CableLayout& layout,
                     const FabricCables& cables) {
    figures.cablesRouted = 0;
    figures.cableLength = figures.longestCable = {};
    figures.modules = {};
    figures.cablePrice = {};
    for (const Cable& cable : cables.cables) {
        if (cable.route == noRoute) continue;
        ++figures.cablesRouted;
        figures.cableLength += cable.length;
        figures.longestCable = std::max(figures.longestCable, cable.length);
        if (cable.medium == noMedium) continue;
        const MediumSpec& spec = layout.media[static_cast<std::size_t>(cable.medium)].spec;
        figures.modules += spec.powerPerEnd * 2.0;
        figures.cablePrice += Media::priceOf(spec, cable.length);
    }
}

FabricFigures fabricFigures(const FabricPlan& plan, const Catalog& catalog,
                            const CableLayout& layout, const FabricCables& cables) {
    FabricFigures figures;
    figures.fabric = plan.fabric.id;
    figures.hosts = plan.hostCount();
    figures.gpus = plan.hosts.gpuCount();
    addSwitches(figures, plan, catalog);
    addLinks(figures, plan.graph);
    addHops(figures, plan);
    setCableFigures(figures, layout, cables);
    return figures;
}

}  // namespace halltwin::network
