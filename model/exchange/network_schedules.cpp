// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/network_schedules.h"

#include "model/network/names.h"
#include "model/network/rack_sites.h"
#include "model/project/names.h"

#include <algorithm>

namespace halltwin::exchange {
namespace {

using network::FabricFigures;
using network::FabricPlan;

Cell orNothing(const std::optional<double>& value) {
    return value ? Cell(*value) : Cell();
}

Cell whole(std::size_t count) {
    return static_cast<double>(count);
}

std::string text(std::string_view view) {
    return std::string(view);
}

/// The label as scripts see it; empty where there is none.
std::string labelOf(const Project& project, ItemId id) {
    const Item* item = project.items.find(id);
    return item == nullptr ? std::string() : item->label;
}

std::string hallOf(const Project& project, ItemId id) {
    const Item* item = project.items.find(id);
    const Hall* hall = item == nullptr ? nullptr : project.halls.find(item->hall);
    return hall == nullptr ? std::string() : hall->name;
}

std::string tierName(int tier) {
    return tier == 1 ? "leaf" : tier == 2 ? "spine" : tier == 3 ? "core" : std::to_string(tier);
}

std::string nameOfEquipment(const Catalog& catalog, const std::string& key) {
    const EquipmentEntry* entry = catalog.findEquipment(key);
    return entry == nullptr ? key : entry->name;
}

std::string wayName(network::RouteKind kind) {
    switch (kind) {
        case network::RouteKind::InRack: return "in-rack";
        case network::RouteKind::Trays: return "trays";
        case network::RouteKind::Estimate: return "estimate";
    }
    return {};
}

/// The lowest rack unit of a device; empty where its place is not known.
Cell placeOf(const NetworkSource& source, const network::Device& device) {
    if (device.unit > 0) return static_cast<double>(device.unit);
    const Item* item = source.project.items.find(device.rack);
    const RackSpec* spec = item == nullptr ? nullptr : network::rackSpecOf(*item, source.catalog);
    if (device.node < 0 || spec == nullptr || spec->network.nodeUnits <= 0) return {};
    return static_cast<double>(spec->network.firstNodeUnit + device.node * spec->network.nodeUnits);
}

void addSwitches(Schedule& schedule, const NetworkSource& source, const FabricPlan& plan) {
    const network::Adjacency links(plan.graph);
    const network::DeviceNames names(plan.graph, plan.hosts);
    for (network::DeviceIndex d = 0; d < plan.graph.devices.size(); ++d) {
        const network::Device& device = plan.graph.devices[d];
        if (device.role == network::DeviceRole::Host) continue;
        const std::string& key = plan.graph.switchKeys[device.type];
        const EquipmentEntry* entry = source.catalog.findEquipment(key);
        const auto* spec = entry == nullptr ? nullptr : entry->as<SwitchSpec>();
        const auto figure = [&](double value) { return spec == nullptr ? Cell() : Cell(value); };
        schedule.add({plan.fabric.name, names.name(d), tierName(device.tier),
                      entry == nullptr ? key : entry->name, key,
                      hallOf(source.project, device.rack), labelOf(source.project, device.rack),
                      placeOf(source, device), figure(spec ? spec->rackUnits : 0),
                      whole(links.of(d).size()), static_cast<double>(device.ports),
                      figure(spec ? spec->idle.in(watts) : 0.0),
                      figure(spec ? spec->maximum.in(watts) : 0.0),
                      figure(spec ? spec->mass.in(kilograms) : 0.0),
                      figure(entry ? entry->price.in(dollars) : 0.0)});
    }
}

void addCables(Schedule& schedule, const NetworkSource& source, std::size_t fabric) {
    const network::CableLayout& layout = source.network.cables.layout;
    const FabricPlan& plan = source.network.fabrics[fabric];
    const network::DeviceNames names(plan.graph, plan.hosts);
    const auto rackOf = [&](network::DeviceIndex device) {
        return labelOf(source.project, plan.graph.devices[device].rack);
    };
    for (std::size_t l = 0; l < plan.graph.links.size(); ++l) {
        const network::Link& link = plan.graph.links[l];
        const network::Cable& cable = layout.fabrics[fabric].cables[l];
        const bool isRouted = cable.route != network::noRoute;
        Cell medium;
        if (cable.medium != network::noMedium)
            medium = layout.media[static_cast<std::size_t>(cable.medium)].key;
        schedule.add({plan.fabric.name, names.end(link.a, link.portA), rackOf(link.a),
                      placeOf(source, plan.graph.devices[link.a]), names.end(link.b, link.portB),
                      rackOf(link.b), placeOf(source, plan.graph.devices[link.b]),
                      link.rate.in(gigabitsPerSecond), std::move(medium),
                      isRouted ? Cell(cable.length.in(metres)) : Cell(),
                      isRouted ? wayName(layout.routes[cable.route].kind) : text("none")});
    }
}

void addSlots(Schedule& schedule, const NetworkSource& source,
              const network::RackElevation& elevation) {
    const Item* item = source.project.items.find(elevation.rack);
    const CatalogEntry* entry = item == nullptr ? nullptr : source.catalog.find(item->catalogKey);
    for (const network::RackSlotUse& slot : elevation.taken) {
        std::string what = "server " + std::to_string(slot.node + 1);
        std::string model = entry == nullptr ? std::string() : entry->name;
        std::string fabric;
        if (slot.kind == network::SlotKind::Switch) {
            const FabricPlan& plan = source.network.fabrics[slot.fabric];
            const network::Device& device = plan.graph.devices[slot.device];
            what = network::nameOfSwitch({device.tier, device.pod, device.number});
            model = nameOfEquipment(source.catalog, plan.graph.switchKeys[device.type]);
            fabric = plan.fabric.name;
        }
        schedule.add({hallOf(source.project, elevation.rack),
                      labelOf(source.project, elevation.rack), static_cast<double>(slot.bottom),
                      static_cast<double>(slot.bottom + slot.units - 1),
                      slot.kind == network::SlotKind::Switch ? text("switch") : text("server"),
                      std::move(what), std::move(model), std::move(fabric),
                      slot.ports == network::RackFace::Front ? text("front") : text("rear")});
    }
}

}  // namespace

std::vector<std::optional<network::Bisection>> bisectionsOf(const network::NetworkPlan& network) {
    std::vector<std::optional<network::Bisection>> bisections;
    for (const FabricPlan& plan : network.fabrics) {
        auto found = network::bisection(plan.graph);
        bisections.push_back(found ? std::optional(*std::move(found)) : std::nullopt);
    }
    return bisections;
}

std::optional<double> greatestOversubscription(const FabricFigures& figures) {
    double greatest = 0.0;
    for (const network::TierFigures& tier : figures.tiers)
        greatest = std::max(greatest, tier.oversubscription());
    return greatest > 0.0 ? std::optional(greatest) : std::nullopt;
}

Schedule fabricSchedule(const NetworkSource& source,
                        const std::vector<std::optional<network::Bisection>>& bisections) {
    Schedule schedule("fabrics", "Fabrics",
                      {{"fabric", "Fabric"},
                       {"purpose", "Purpose"},
                       {"topology", "Topology"},
                       {"servers", "Servers"},
                       {"gpus", "GPUs"},
                       {"switches", "Switches"},
                       {"cables", "Cables"},
                       {"bisection_gbps", "Bisection", "Gb/s"},
                       {"bisection_share", "Bisection / full", {}, 3},
                       {"oversubscription", "Oversubscription", {}, 2},
                       {"max_hops", "Most hops"},
                       {"mean_hops", "Mean hops", {}, 2},
                       {"cable_m", "Cable", "m"},
                       {"longest_cable_m", "Longest cable", "m", 1},
                       {"switch_idle_w", "Switches idle", "W"},
                       {"switch_max_w", "Switches at most", "W"},
                       {"modules_w", "Modules", "W"},
                       {"switch_price_usd", "Price of switches", "$"},
                       {"cable_price_usd", "Price of cables", "$"}});
    for (std::size_t n = 0; n < source.network.fabrics.size(); ++n) {
        const Fabric& fabric = source.network.fabrics[n].fabric;
        const FabricFigures& one = source.network.figures[n];
        const bool isHalved = n < bisections.size() && bisections[n].has_value();
        schedule.add({fabric.name, text(nameOf(fabric.purpose)), text(nameOf(fabric.topology)),
                      whole(one.hosts), static_cast<double>(one.gpus),
                      static_cast<double>(one.switches), whole(one.links),
                      isHalved ? Cell(bisections[n]->rate.in(gigabitsPerSecond)) : Cell(),
                      isHalved ? Cell(bisections[n]->share()) : Cell(),
                      orNothing(greatestOversubscription(one)), static_cast<double>(one.mostHops),
                      one.meanHops, one.cableLength.in(metres), one.longestCable.in(metres),
                      one.switchIdle.in(watts), one.switchMaximum.in(watts), one.modules.in(watts),
                      one.switchPrice.in(dollars), one.cablePrice.in(dollars)});
    }
    return schedule;
}

Schedule switchSchedule(const NetworkSource& source) {
    Schedule schedule("switches", "Switches",
                      {{"fabric", "Fabric"},
                       {"switch", "Switch"},
                       {"tier", "Tier"},
                       {"model", "Model"},
                       {"catalog", "Catalogue key"},
                       {"hall", "Hall"},
                       {"rack", "Rack"},
                       {"unit", "Lowest unit"},
                       {"units", "Units"},
                       {"ports_used", "Ports used"},
                       {"ports", "Ports"},
                       {"idle_w", "Idle", "W"},
                       {"max_w", "At most", "W"},
                       {"mass_kg", "Mass", "kg", 1},
                       {"price_usd", "Price", "$"}});
    for (const FabricPlan& plan : source.network.fabrics)
        addSwitches(schedule, source, plan);
    return schedule;
}

Schedule cableBillSchedule(const NetworkSource& source) {
    Schedule schedule("cable-bill", "Cable bill",
                      {{"fabric", "Fabric"},
                       {"medium", "Medium"},
                       {"catalog", "Catalogue key"},
                       {"speed_gbps", "Speed", "Gb/s"},
                       {"length_class_m", "Length class", "m", 1},
                       {"count", "Count"},
                       {"length_m", "Laid", "m", 1},
                       {"power_w", "Power of both ends", "W", 1},
                       {"price_usd", "Price", "$"}});
    for (const network::BillLine& line : source.network.bill) {
        const auto plan = std::ranges::find(source.network.fabrics, line.fabric,
                                            [](const FabricPlan& one) { return one.fabric.id; });
        const bool reaches = !line.medium.empty();
        schedule.add({plan == source.network.fabrics.end() ? std::string() : plan->fabric.name,
                      reaches ? Cell(nameOfEquipment(source.catalog, line.medium)) : Cell(),
                      reaches ? Cell(line.medium) : Cell(), line.rate.in(gigabitsPerSecond),
                      line.lengthClass.in(metres), static_cast<double>(line.count),
                      line.length.in(metres), line.power.in(watts), line.price.in(dollars)});
    }
    return schedule;
}

Schedule portMap(const NetworkSource& source) {
    Schedule schedule("port-map", "Port map",
                      {{"fabric", "Fabric"},
                       {"from", "From"},
                       {"from_rack", "Rack"},
                       {"from_unit", "Unit"},
                       {"to", "To"},
                       {"to_rack", "Rack"},
                       {"to_unit", "Unit"},
                       {"speed_gbps", "Speed", "Gb/s"},
                       {"medium", "Medium"},
                       {"length_m", "Length", "m", 1},
                       {"way", "Way"}});
    for (std::size_t n = 0; n < source.network.fabrics.size(); ++n)
        addCables(schedule, source, n);
    return schedule;
}

Schedule traySchedule(const NetworkSource& source) {
    Schedule schedule("trays", "Trays",
                      {{"tray", "Tray"},
                       {"hall", "Hall"},
                       {"width_m", "Width", "m", 2},
                       {"depth_m", "Depth", "m", 2},
                       {"height_m", "Height", "m", 2},
                       {"fill", "Fill where fullest", {}, 3},
                       {"limit", "Limit", {}, 2},
                       {"at_m", "Fullest from its first end", "m", 1},
                       {"cables", "Cables there"}});
    for (const network::TrayLoad& load : source.network.cables.layout.trays) {
        const CableTray* tray = source.project.trays.find(load.tray);
        if (tray == nullptr) continue;
        const Hall* hall = source.project.halls.find(tray->hall);
        schedule.add({tray->name, hall == nullptr ? std::string() : hall->name,
                      tray->width.in(metres), tray->depth.in(metres), tray->height.in(metres),
                      load.fill, tray->fillLimit, load.at.in(metres),
                      static_cast<double>(load.count)});
    }
    return schedule;
}

Schedule elevationSchedule(const NetworkSource& source) {
    Schedule schedule("elevations", "Rack elevations",
                      {{"hall", "Hall"},
                       {"rack", "Rack"},
                       {"lowest_unit", "Lowest unit"},
                       {"highest_unit", "Highest unit"},
                       {"kind", "Kind"},
                       {"what", "What"},
                       {"model", "Model"},
                       {"fabric", "Fabric"},
                       {"ports_face", "Ports face"}});
    for (const network::RackElevation& elevation : source.network.racks)
        addSlots(schedule, source, elevation);
    return schedule;
}

std::vector<Schedule>
networkSchedules(const NetworkSource& source,
                 const std::vector<std::optional<network::Bisection>>& bisections) {
    return {fabricSchedule(source, bisections),
            switchSchedule(source),
            cableBillSchedule(source),
            portMap(source),
            traySchedule(source),
            elevationSchedule(source)};
}

}  // namespace halltwin::exchange
