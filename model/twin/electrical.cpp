// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/electrical.h"

#include "model/project/cables.h"

#include <utility>

namespace halltwin::twin {
namespace {

power::LossCurve lossesOf(const ElectricalSpec& spec) {
    return {spec.rating, spec.fixedLoss, spec.linearLoss, spec.squareLoss};
}

power::Element elementOf(power::Element element, const ElectricalSpec& spec) {
    element.inputVoltage = spec.inputVoltage;
    element.outputVoltage = spec.outputVoltage;
    element.system = spec.system;
    element.powerFactor = spec.powerFactor;
    element.battery = spec.battery;
    element.generator = spec.generator;
    element.transfer = spec.transfer;
    element.reliability = spec.reliability;
    element.modules = spec.modules;
    element.redundantModules = spec.redundantModules;
    return element;
}

power::Link linkOf(const PowerLink& link) {
    return {link.from,
            link.to,
            link.feed,
            link.phase,
            cableResistance(link),
            cableReactance(link),
            link.breaker.value_or(Current{}),
            link.id};
}

void addLoads(const PowerByItem& demands, const Loads& loads, const OperatingPoint& point,
              power::ChainInput& input) {
    for (const auto& [id, demand] : demands) {
        if (!loads.corded.contains(id)) continue;
        const Item& item = *point.project().items.find(id);
        power::Load load{id, item.label, demand};
        load.critical = false;  // plant starts again by itself, what computes does not
        if (const auto* rack = point.spec<RackSpec>(item)) {
            load.critical = true;
            load.voltage = rack->voltage;
            load.system = rack->system;
            load.powerFactor = rack->powerFactor;
        }
        input.loads.push_back(std::move(load));
    }
}

Power uncordedIn(const PowerByItem& demands, const std::set<ItemId>& corded) {
    Power sum;
    for (const auto& [id, demand] : demands) {
        if (!corded.contains(id)) sum += demand;
    }
    return sum;
}

}  // namespace

Power Loads::uncordedDemand() const {
    return uncordedIn(it, corded) + uncordedIn(mechanical, corded) + lights;
}

Loads itLoads(const OperatingPoint& point) {
    Loads loads;
    for (const PowerLink& link : point.project().powerLinks)
        loads.corded.insert(link.to);
    for (const Item& item : point.project().items) {
        if (const auto* rack = point.spec<RackSpec>(item)) {
            loads.it.emplace(item.id, point.rackPower(item, *rack));
        }
    }
    for (const Hall& hall : point.project().halls)
        loads.lights += lightsOf(hall);
    return loads;
}

Power lightsOf(const Hall& hall) {
    return hall.lights * (hall.width * hall.depth);
}

power::ChainInput chainInput(const OperatingPoint& point, const Loads& loads) {
    power::ChainInput input;
    for (const Item& item : point.project().items) {
        const auto* spec = point.spec<ElectricalSpec>(item);
        if (spec == nullptr) continue;
        const ItemKind kind = point.catalog().find(item.catalogKey)->kind;
        input.elements.push_back(
            elementOf({item.id, kind, item.label, spec->rating, lossesOf(*spec)}, *spec));
    }
    addLoads(loads.it, loads, point, input);
    addLoads(loads.mechanical, loads, point, input);
    std::set<ItemId> nodes;
    for (const auto& element : input.elements)
        nodes.insert(element.id);
    for (const auto& load : input.loads)
        nodes.insert(load.id);
    for (const PowerLink& link : point.project().powerLinks) {
        // A cord to something whose catalogue entry is gone, or that takes no power, is a rule
        // issue.
        if (!nodes.contains(link.from) || !nodes.contains(link.to)) continue;
        input.links.push_back(linkOf(link));
    }
    return input;
}

Power suppliedTo(ItemId item, Power demand, const Loads& loads, const power::ChainResult& chain) {
    if (!loads.corded.contains(item)) return demand;
    const power::LoadResult* load = chain.load(item);
    return load == nullptr ? Power{} : load->supplied;
}

}  // namespace halltwin::twin
