// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/project_schedules.h"

#include "model/network/rack_sites.h"
#include "model/project/footprint.h"
#include "model/project/names.h"

#include <algorithm>
#include <iterator>

namespace halltwin::exchange {
namespace {

std::string hallName(const Project& project, HallId id) {
    const Hall* hall = project.halls.find(id);
    return hall == nullptr ? std::string() : hall->name;
}

std::string labelOf(const Project& project, ItemId id) {
    const Item* item = project.items.find(id);
    return item == nullptr ? std::string() : item->label;
}

std::string name(std::string_view text) {
    return std::string(text);
}

template <class Quantity, class Unit>
Cell figure(const std::optional<Quantity>& value, Unit unit) {
    return value ? Cell(value->in(unit)) : Cell();
}

Cell count(int value) {
    return static_cast<double>(value);
}

double degreesOf(Rotation rotation) {
    return 90.0 * static_cast<double>(rotation);
}

const network::RackElevation* elevationOf(const std::vector<network::RackElevation>& elevations,
                                          ItemId rack) {
    const auto at = std::ranges::lower_bound(elevations, rack, {}, &network::RackElevation::rack);
    return at == elevations.end() || at->rack != rack ? nullptr : &*at;
}

}  // namespace

Schedule equipmentSchedule(const Project& project, const Catalog& catalog) {
    Schedule schedule("equipment", "Equipment",
                      {{"id", "Number"},
                       {"label", "Label"},
                       {"hall", "Hall"},
                       {"catalog", "Catalogue key"},
                       {"kind", "Kind"},
                       {"x_m", "x", "m", 3},
                       {"y_m", "y", "m", 3},
                       {"width_m", "Width", "m", 3},
                       {"depth_m", "Depth", "m", 3},
                       {"rotation_deg", "Rotation", "°"},
                       {"price_usd", "Price", "$"},
                       {"model", "Model"}});
    for (const Item& item : project.items) {
        const CatalogEntry* entry = catalog.find(item.catalogKey);
        const Rect box = footprintOf(item, catalog);
        schedule.add({static_cast<double>(item.id.value), item.label, hallName(project, item.hall),
                      item.catalogKey, entry == nullptr ? std::string() : name(nameOf(entry->kind)),
                      item.position.x.in(metres), item.position.y.in(metres),
                      box.width().in(metres), box.depth().in(metres), degreesOf(item.rotation),
                      entry == nullptr ? Cell() : Cell(entry->price.in(dollars)),
                      entry == nullptr ? std::string() : entry->name});
    }
    return schedule;
}

Schedule rackSchedule(const Project& project, const Catalog& catalog,
                      const std::vector<network::RackElevation>& elevations) {
    Schedule schedule("racks", "Racks",
                      {{"hall", "Hall"},
                       {"rack", "Rack"},
                       {"model", "Model"},
                       {"role", "Role"},
                       {"servers", "Servers"},
                       {"gpus", "GPUs"},
                       {"rated_power_w", "Rated power of servers", "W"},
                       {"units", "Units"},
                       {"free_units", "Free units"},
                       {"switches", "Switches"},
                       {"cable_ends", "Cable ends"},
                       {"mass_kg", "Mass with switches", "kg", 1},
                       {"switch_max_w", "Switches at most", "W"},
                       {"modules_w", "Modules", "W"},
                       {"price_usd", "Price without switches", "$"}});
    for (const Item& item : project.items) {
        const RackSpec* spec = network::rackSpecOf(item, catalog);
        if (spec == nullptr) continue;
        const CatalogEntry& entry = *catalog.find(item.catalogKey);
        network::RackElevation bare;
        bare.mass = spec->mass;
        bare.units = spec->network.units;
        bare.freeUnits = spec->network.freeUnits;
        const network::RackElevation* found = elevationOf(elevations, item.id);
        const network::RackElevation& rack = found == nullptr ? bare : *found;
        const bool hasUnits = rack.units > 0;
        schedule.add({hallName(project, item.hall), item.label, entry.name,
                      name(nameOf(spec->role)), count(spec->nodes), count(spec->gpus),
                      spec->nameplate.in(watts), hasUnits ? count(rack.units) : Cell(),
                      hasUnits ? count(rack.freeUnits) : Cell(), count(rack.switches),
                      count(rack.cableEnds), rack.mass.in(kilograms), rack.switchMaximum.in(watts),
                      rack.modules.in(watts), entry.price.in(dollars)});
    }
    return schedule;
}

Schedule cordSchedule(const Project& project) {
    Schedule schedule("power-cords", "Power cords",
                      {{"id", "Number"},
                       {"from", "From"},
                       {"to", "To"},
                       {"feed", "Feed"},
                       {"phase", "Phase"},
                       {"length_m", "Length", "m", 1},
                       {"area_mm2", "Conductor", "mm²", 1},
                       {"conductor", "Metal"},
                       {"breaker_a", "Breaker", "A"}});
    for (const PowerLink& link : project.powerLinks) {
        schedule.add({static_cast<double>(link.id.value), labelOf(project, link.from),
                      labelOf(project, link.to), name(nameOf(link.feed)), name(nameOf(link.phase)),
                      figure(link.length, metres), figure(link.area, squareMillimetres),
                      link.area ? Cell(name(nameOf(link.conductor))) : Cell(),
                      figure(link.breaker, amperes)});
    }
    return schedule;
}

Schedule pipeSchedule(const Project& project) {
    Schedule schedule("pipes", "Pipes",
                      {{"id", "Number"},
                       {"from", "From"},
                       {"to", "To"},
                       {"length_m", "Length", "m", 1},
                       {"bore_mm", "Bore", "mm", 1},
                       {"insulation_mm", "Insulation", "mm"}});
    for (const CoolingLink& link : project.coolingLinks) {
        schedule.add({static_cast<double>(link.id.value), labelOf(project, link.from),
                      labelOf(project, link.to), figure(link.length, metres),
                      figure(link.bore, millimetres), figure(link.insulation, millimetres)});
    }
    return schedule;
}

std::vector<Schedule>
projectSchedules(const NetworkSource& source,
                 const std::vector<std::optional<network::Bisection>>& bisections) {
    std::vector<Schedule> schedules{
        equipmentSchedule(source.project, source.catalog),
        rackSchedule(source.project, source.catalog, source.network.racks),
        cordSchedule(source.project), pipeSchedule(source.project)};
    if (source.network.fabrics.empty()) return schedules;
    std::vector<Schedule> network = networkSchedules(source, bisections);
    std::move(network.begin(), network.end(), std::back_inserter(schedules));
    return schedules;
}

}  // namespace halltwin::exchange
