// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/entities.h"
#include "model/project/names.h"

#include <concepts>
#include <limits>
#include <type_traits>

namespace halltwin {

/// The one list of what an entity consists of. The text form, the database and the inspector walk
/// it, so a field is added in one place. `visitFields(visit, entity)` calls, in file order:
///   visit(name, id)                          Id<…>
///   visit(name, text)                        std::string
///   visit(name, number, Range)               double, int and std::optional<double>
///   visit(name, quantity, unit, Range)       Quantity and std::optional<Quantity>; name ends in
///   the unit visit(name, temperature, Range in °C)    Temperature and std::optional<Temperature>;
///   the visitor adds _c or _k visit(name, enumValue)                   enumerations that have
///   EnumNames
/// A range is given in the named unit and is inclusive.
struct Range {
    double min = -std::numeric_limits<double>::max();
    double max = std::numeric_limits<double>::max();
};

inline constexpr Range unitRange{0.0, 1.0};
inline constexpr Range blankingGapRange{0.0, 0.5};
inline constexpr Range positionRange{-1e5, 1e5};
inline constexpr Range temperatureRangeC{-90.0, 150.0};

template <class Self, class Entity>
concept EntityOf = std::same_as<std::remove_const_t<Self>, Entity>;

template <class Visitor, EntityOf<ProjectInfo> Self>
void visitFields(Visitor&& visit, Self& info) {
    visit("name", info.name);
    visit("author", info.author);
    visit("client", info.client);
    visit("notes", info.notes);
}

template <class Visitor, EntityOf<Site> Self>
void visitFields(Visitor&& visit, Self& site) {
    visit("name", site.name);
    visit("altitude_m", site.altitude, metres, Range{-430.0, 6000.0});
    visit("outdoor_dry_bulb", site.outdoorDryBulb, Range{-70.0, 70.0});
    visit("condenser_water_supply", site.condenserWaterSupply, Range{1.0, 60.0});
    visit("climate", site.climate);
    visit("weather_file", site.weatherFile);
    visit("outdoor_wet_bulb", site.outdoorWetBulb, Range{-70.0, 50.0});
}

template <class Visitor, EntityOf<Hall> Self>
void visitFields(Visitor&& visit, Self& hall) {
    visit("id", hall.id);
    visit("name", hall.name);
    visit("kind", hall.kind);
    visit("origin_x_m", hall.origin.x, metres, positionRange);
    visit("origin_y_m", hall.origin.y, metres, positionRange);
    visit("width_m", hall.width, metres, Range{0.0, 2000.0});
    visit("depth_m", hall.depth, metres, Range{0.0, 2000.0});
    visit("height_m", hall.height, metres, Range{0.0, 100.0});
    visit("floor_void_m", hall.floorVoid, metres, Range{0.0, 5.0});
    visit("tile_m", hall.tile, metres, Range{0.1, 2.0});
    visit("floor_leakage", hall.floorLeakage, Range{0.0, 0.2});
    visit("plant_room_temperature", hall.plantRoomTemperature, Range{-40.0, 60.0});
    visit("ceiling_void_m", hall.ceilingVoid, metres, Range{0.0, 10.0});
    visit("ceiling_leakage", hall.ceilingLeakage, Range{0.0, 0.2});
    visit("lights_w_per_m2", hall.lights, wattsPerSquareMetre, Range{0.0, 200.0});
    visit("people", hall.people, Range{0.0, 10000.0});
    visit("wall_w_per_m2_k", hall.wallTransmittance, wattsPerSquareMetreKelvin, Range{0.0, 20.0});
    visit("roof_w_per_m2_k", hall.roofTransmittance, wattsPerSquareMetreKelvin, Range{0.0, 20.0});
    visit("outside_air", hall.outsideAir);
}

template <class Visitor, EntityOf<Item> Self>
void visitFields(Visitor&& visit, Self& item) {
    visit("id", item.id);
    visit("hall", item.hall);
    visit("catalog", item.catalogKey);
    visit("label", item.label);
    visit("x_m", item.position.x, metres, positionRange);
    visit("y_m", item.position.y, metres, positionRange);
    visit("rotation_deg", item.rotation);
    visit("width_m", item.width, metres, Range{0.001, 2000.0});
    visit("depth_m", item.depth, metres, Range{0.001, 2000.0});
    visit("height_m", item.height, metres, Range{0.001, 100.0});
    visit("utilisation", item.utilisation, unitRange);
    visit("supply_temperature", item.supplyTemperature, Range{-10.0, 60.0});
    visit("fan_speed", item.fanSpeed, unitRange);
    visit("blanking_gap", item.blankingGap, blankingGapRange);
}

template <class Visitor, EntityOf<PowerLink> Self>
void visitFields(Visitor&& visit, Self& link) {
    visit("id", link.id);
    visit("from", link.from);
    visit("to", link.to);
    visit("feed", link.feed);
    visit("phase", link.phase);
    visit("length_m", link.length, metres, Range{0.0, 1e5});
    visit("area_mm2", link.area, squareMillimetres, Range{0.1, 1e5});
    visit("conductor", link.conductor);
    visit("breaker_a", link.breaker, amperes, Range{0.1, 1e5});
}

template <class Visitor, EntityOf<CoolingLink> Self>
void visitFields(Visitor&& visit, Self& link) {
    visit("id", link.id);
    visit("from", link.from);
    visit("to", link.to);
    visit("length_m", link.length, metres, Range{0.0, 1e5});
    visit("bore_mm", link.bore, millimetres, Range{5.0, 5000.0});
    visit("insulation_mm", link.insulation, millimetres, Range{0.0, 500.0});
}

template <class Visitor, EntityOf<Fabric> Self>
void visitFields(Visitor&& visit, Self& fabric) {
    const Range count{0.0, 100000.0};
    visit("id", fabric.id);
    visit("name", fabric.name);
    visit("purpose", fabric.purpose);
    visit("topology", fabric.topology);
    visit("leaf_switch", fabric.leafSwitch);
    visit("spine_switch", fabric.spineSwitch);
    visit("hall", fabric.hall);
    visit("placement", fabric.placement);
    visit("routing", fabric.routing);
    visit("oversubscription", fabric.oversubscription, Range{0.1, 100.0});
    visit("unit_nodes", fabric.unitNodes, Range{1.0, 10000.0});
    visit("tiers", fabric.tiers, Range{0.0, 3.0});
    visit("group_switches", fabric.groupSwitches, count);
    visit("hosts_per_switch", fabric.hostsPerSwitch, count);
    visit("global_links", fabric.globalLinks, count);
    visit("torus_x", fabric.torusX, count);
    visit("torus_y", fabric.torusY, count);
    visit("torus_z", fabric.torusZ, count);
    visit("slack_share", fabric.slackShare, unitRange);
    visit("slack_m", fabric.slack, metres, Range{0.0, 100.0});
}

template <class Visitor, EntityOf<FabricEdit> Self>
void visitFields(Visitor&& visit, Self& edit) {
    visit("id", edit.id);
    visit("fabric", edit.fabric);
    visit("kind", edit.kind);
    visit("first", edit.first);
    visit("second", edit.second);
    visit("switch", edit.switchKey);
    visit("rack", edit.rack);
    visit("unit", edit.unit, Range{1.0, 100.0});
}

template <class Visitor, EntityOf<CableTray> Self>
void visitFields(Visitor&& visit, Self& tray) {
    visit("id", tray.id);
    visit("hall", tray.hall);
    visit("name", tray.name);
    visit("from_x_m", tray.from.x, metres, positionRange);
    visit("from_y_m", tray.from.y, metres, positionRange);
    visit("to_x_m", tray.to.x, metres, positionRange);
    visit("to_y_m", tray.to.y, metres, positionRange);
    visit("height_m", tray.height, metres, Range{-5.0, 100.0});
    visit("width_m", tray.width, metres, Range{0.01, 5.0});
    visit("depth_m", tray.depth, metres, Range{0.01, 2.0});
    visit("fill_limit", tray.fillLimit, Range{0.01, 1.0});
}

template <class Visitor, EntityOf<PlantControl> Self>
void visitFields(Visitor&& visit, Self& plant) {
    visit("staging", plant.staging);
    visit("supply_reset", plant.reset);
    visit("reset_rise_k", plant.resetRise, kelvins, Range{0.0, 30.0});
    visit("mlc_limit", plant.mlcLimit, Range{0.0, 10.0});
    visit("elc_limit", plant.elcLimit, unitRange);
}

template <class Visitor, EntityOf<Scenario> Self>
void visitFields(Visitor&& visit, Self& scenario) {
    visit("id", scenario.id);
    visit("name", scenario.name);
    visit("utilisation", scenario.utilisation, unitRange);
    visit("outdoor_dry_bulb", scenario.outdoorDryBulb, Range{-70.0, 70.0});
    visit("tariff_usd_per_kwh", scenario.tariff, dollarsPerKilowattHour, Range{0.0, 100.0});
}

template <class Visitor, EntityOf<Economics> Self>
void visitFields(Visitor&& visit, Self& economics) {
    const Range life{0.5, 100.0};
    visit("tariff_usd_per_kwh", economics.tariff, dollarsPerKilowattHour, Range{0.0, 100.0});
    visit("power_basis", economics.powerBasis);
    visit("default_utilisation", economics.defaultUtilisation, unitRange);
    visit("staff", economics.staff, Range{0.0, 100000.0});
    visit("staff_cost_usd_per_year", economics.staffCost, dollars, Range{0.0, 1e7});
    visit("it_maintenance_per_year", economics.itMaintenance, unitRange);
    visit("plant_maintenance_per_year", economics.plantMaintenance, unitRange);
    visit("building_usd_per_m2", economics.building, dollarsPerSquareMetre, Range{0.0, 1e6});
    visit("soft_cost", economics.softCost, unitRange);
    visit("contingency", economics.contingency, unitRange);
    visit("gpu_life_years", economics.gpuLife, years, life);
    visit("server_life_years", economics.serverLife, years, life);
    visit("network_life_years", economics.networkLife, years, life);
    visit("building_life_years", economics.buildingLife, years, life);
    visit("plant_life_years", economics.plantLife, years, life);
    visit("load_profile", economics.loadProfile);
}

/// Names are those of EnergySource; "csp" and so on, each a share of the whole.
template <class Visitor, EntityOf<EnergySupply> Self>
void visitFields(Visitor&& visit, Self& supply) {
    for (std::size_t i = 0; i < energySourceCount; ++i) {
        visit(nameOf(static_cast<EnergySource>(i)), supply.share[i], unitRange);
    }
}

}  // namespace halltwin
