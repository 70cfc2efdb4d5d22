// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/field_style.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>
#include <string>

namespace halltwin::views::inspector {

namespace {

struct Entry {
    std::string_view entity;  ///< empty: any
    std::string_view name;
    const char* label;
    const char* unit;
    double scale;
    int decimals;
    double step;
    const char* help;
};

#define HT(text) QT_TRANSLATE_NOOP("Fields", text)

constexpr Entry entries[] = {
    {"item", "label", HT("Label"), "", 1, 0, 1, HT("Name on the plan and in reports")},
    {"item", "catalog", HT("Catalogue item"), "", 1, 0, 1, ""},
    {"item", "x_m", HT("X"), "mm", 1000, 1, 100, HT("Left edge from the hall's lower left corner")},
    {"item", "y_m", HT("Y"), "mm", 1000, 1, 100,
     HT("Lower edge from the hall's lower left corner")},
    {"item", "rotation_deg", HT("Rotation"), "", 1, 0, 90,
     HT("Counter-clockwise; at 0° the front faces down the page")},
    {"item", "width_m", HT("Width"), "mm", 1000, 1, 100, HT("Empty: the catalogue's")},
    {"item", "depth_m", HT("Depth"), "mm", 1000, 1, 100, HT("Empty: the catalogue's")},
    {"item", "height_m", HT("Height"), "mm", 1000, 1, 100, HT("Empty: the catalogue's")},
    {"item", "utilisation", HT("Utilisation"), "%", 100, 1, 5,
     HT("IT load of a rack between idle and maximum. Empty: the project's")},
    {"item", "supply_temperature", HT("Supply set-point"), "°C", 1, 1, 0.5,
     HT("Of a cooler's air, a plant unit's water or a tank's bath. Empty: the catalogue's")},
    {"item", "fan_speed", HT("Fan speed"), "%", 100, 1, 5,
     HT("Of the rated flow; 0 is off. Empty: full speed")},
    {"item", "blanking_gap", HT("Blanking gap"), "%", 100, 1, 1,
     HT("Open share of the face that leaks from rear to front. Empty: the catalogue's")},

    {"power_link", "feed", HT("Feed"), "", 1, 0, 1,
     HT("A is the preferred side of a transfer switch")},
    {"power_link", "phase", HT("Phase"), "", 1, 0, 1,
     HT("Conductors of a three-phase source that it uses")},
    {"power_link", "length_m", HT("Length"), "m", 1, 1, 1,
     HT("One way. Empty: the cable loses nothing")},
    {"power_link", "area_mm2", HT("Conductor"), "mm²", 1, 1, 1,
     HT("Area of each phase, parallel conductors together")},
    {"power_link", "conductor", HT("Metal"), "", 1, 0, 1, ""},
    {"power_link", "breaker_a", HT("Breaker"), "A", 1, 1, 1,
     HT("Rated current of its protective device. Empty: none")},

    {"cooling_link", "length_m", HT("Length"), "m", 1, 1, 1,
     HT("One way. Empty: the way between both ends along the axes")},
    {"cooling_link", "bore_mm", HT("Bore"), "mm", 1, 1, 5,
     HT("Inner diameter. Empty: the smallest standard size for its part of the rated flow")},
    {"cooling_link", "insulation_mm", HT("Insulation"), "mm", 1, 1, 5,
     HT("Thickness around the pipe; 0 is bare. Empty: 13 mm up to DN 32, 25 mm above")},

    {"tray", "name", HT("Name"), "", 1, 0, 1, ""},
    {"tray", "from_x_m", HT("From X"), "m", 1, 2, 0.1, HT("From the hall's lower left corner")},
    {"tray", "from_y_m", HT("From Y"), "m", 1, 2, 0.1, HT("From the hall's lower left corner")},
    {"tray", "to_x_m", HT("To X"), "m", 1, 2, 0.1,
     HT("May lie outside the hall: a way to another")},
    {"tray", "to_y_m", HT("To Y"), "m", 1, 2, 0.1,
     HT("May lie outside the hall: a way to another")},
    {"tray", "height_m", HT("Height"), "m", 1, 2, 0.1,
     HT("Of its bottom above the walking surface; below 0 under the raised floor")},
    {"tray", "width_m", HT("Width"), "mm", 1000, 0, 50, ""},
    {"tray", "depth_m", HT("Depth"), "mm", 1000, 0, 10, ""},
    {"tray", "fill_limit", HT("Fill limit"), "%", 100, 0, 5,
     HT("Share of its section that cables may take")},

    {"fabric", "name", HT("Name"), "", 1, 0, 1, ""},
    {"fabric", "purpose", HT("Purpose"), "", 1, 0, 1, HT("Which ports of the servers it joins")},
    {"fabric", "topology", HT("Topology"), "", 1, 0, 1, ""},
    {"fabric", "placement", HT("Leaves stand"), "", 1, 0, 1,
     HT("Switches of higher tiers stand in network racks")},
    {"fabric", "routing", HT("Routing"), "", 1, 0, 1,
     HT("ECMP: each flow on one of the shortest ways, by a hash. Adaptive: an equal part on each")},
    {"fabric", "oversubscription", HT("Oversubscription"), ": 1", 1, 2, 0.5,
     HT("Rate of a leaf towards servers / towards spines")},
    {"fabric", "unit_nodes", HT("Servers of a unit"), "", 1, 0, 1,
     HT("GPU i of every server of a scalable unit goes to its leaf i")},
    {"fabric", "tiers", HT("Tiers"), "", 1, 0, 1, HT("Of switches. 0: as few as hold all servers")},
    {"fabric", "group_switches", HT("Switches of a group"), "", 1, 0, 1, HT("0: balanced, a = 2h")},
    {"fabric", "hosts_per_switch", HT("Ports to servers"), "", 1, 0, 1,
     HT("Of each switch. 0: balanced, p = h")},
    {"fabric", "global_links", HT("Links to groups"), "", 1, 0, 1,
     HT("Of each switch to other groups. 0: balanced")},
    {"fabric", "torus_x", HT("Servers along x"), "", 1, 0, 1,
     HT("All three 0: the most even torus that holds all")},
    {"fabric", "torus_y", HT("Servers along y"), "", 1, 0, 1, ""},
    {"fabric", "torus_z", HT("Servers along z"), "", 1, 0, 1, ""},
    {"fabric", "slack_share", HT("Slack"), "%", 100, 0, 5, HT("Of the way, added to each cable")},
    {"fabric", "slack_m", HT("Slack, fixed"), "m", 1, 1, 0.5, HT("Added to each cable")},

    {"hall", "name", HT("Name"), "", 1, 0, 1, ""},
    {"hall", "kind", HT("Kind"), "", 1, 0, 1, HT("Only the air of data halls is solved")},
    {"hall", "origin_x_m", HT("X on site"), "m", 1, 3, 0.6, ""},
    {"hall", "origin_y_m", HT("Y on site"), "m", 1, 3, 0.6, ""},
    {"hall", "width_m", HT("Width"), "m", 1, 3, 0.6, HT("Inside, along x")},
    {"hall", "depth_m", HT("Depth"), "m", 1, 3, 0.6, HT("Inside, along y")},
    {"hall", "height_m", HT("Height"), "m", 1, 3, 0.1, HT("Walking surface to ceiling")},
    {"hall", "floor_void_m", HT("Floor void"), "m", 1, 3, 0.1,
     HT("Depth under the raised floor; 0 is a slab")},
    {"hall", "tile_m", HT("Tile pitch"), "mm", 1000, 1, 10, HT("Grid that items snap to")},
    {"hall", "floor_leakage", HT("Floor leakage"), "%", 100, 3, 0.05,
     HT("Open area of floor seams; 0.17–0.35 % is typical")},
    {"hall", "outside_air", HT("Outside air"), "", 1, 0, 1,
     HT("Whether its coolers may take in outside air where that is cool and dry enough")},
    {"hall", "plant_room_temperature", HT("Room temperature"), "°C", 1, 1, 0.5,
     HT("Held by its own ventilation; plant rooms only")},
    {"hall", "ceiling_void_m", HT("Ceiling void"), "m", 1, 3, 0.1,
     HT("Height above the suspended ceiling; 0 is none")},
    {"hall", "ceiling_leakage", HT("Ceiling leakage"), "%", 100, 3, 0.05,
     HT("Open area of ceiling seams; counts with a ceiling void only")},
    {"hall", "lights_w_per_m2", HT("Lights"), "W/m²", 1, 1, 1,
     HT("Heat and electric power of the lighting, of the floor area")},
    {"hall", "people", HT("People"), "", 1, 0, 1, HT("Each gives 75 W to the air")},
    {"hall", "wall_w_per_m2_k", HT("Wall U-value"), "W/m²K", 1, 2, 0.1,
     HT("Of all four walls, to the outdoor air; 0 is adiabatic")},
    {"hall", "roof_w_per_m2_k", HT("Roof U-value"), "W/m²K", 1, 2, 0.1,
     HT("To the outdoor air, sun not counted; 0 is adiabatic")},

    {"info", "name", HT("Project"), "", 1, 0, 1, ""},
    {"info", "author", HT("Author"), "", 1, 0, 1, ""},
    {"info", "client", HT("Client"), "", 1, 0, 1, ""},
    {"info", "notes", HT("Notes"), "", 1, 0, 1, ""},

    {"site", "name", HT("Place"), "", 1, 0, 1, ""},
    {"site", "altitude_m", HT("Altitude"), "m", 1, 0, 10,
     HT("Above sea level: thinner air carries less heat")},
    {"site", "outdoor_dry_bulb", HT("Outdoor air"), "°C", 1, 1, 0.5,
     HT("Dry bulb, entering air-cooled condensers")},
    {"site", "condenser_water_supply", HT("Condenser water"), "°C", 1, 1, 0.5,
     HT("Entering water-cooled condensers that no pump set serves")},
    {"site", "outdoor_wet_bulb", HT("Outdoor wet bulb"), "°C", 1, 1, 0.5,
     HT("Of cooling towers and wet pads. Empty: 50 % relative humidity")},
    {"site", "climate", HT("Climate"), "", 1, 0, 1,
     HT("Key of the climate catalogue, for the year: ie-dublin, sg-singapore and others")},
    {"site", "weather_file", HT("Weather file"), "", 1, 0, 1,
     HT("EPW file, from the project's folder; used before the climate")},

    {"scenario", "name", HT("Name"), "", 1, 0, 1, ""},
    {"scenario", "utilisation", HT("Utilisation"), "%", 100, 1, 5,
     HT("Of every rack. Empty: as in the project")},
    {"scenario", "outdoor_dry_bulb", HT("Outdoor air"), "°C", 1, 1, 0.5,
     HT("Empty: as in the project")},
    {"scenario", "tariff_usd_per_kwh", HT("Tariff"), "$/kWh", 1, 4, 0.01,
     HT("Empty: as in the project")},

    {"plant", "staging", HT("Staging"), "", 1, 0, 1, HT("Which of equal units run")},
    {"plant", "supply_reset", HT("Set-point reset"), "", 1, 0, 1,
     HT("What the water set-points of chillers follow")},
    {"plant", "reset_rise_k", HT("Reset by"), "K", 1, 1, 0.5,
     HT("Warmer water at the far end of the reset")},
    {"plant", "mlc_limit", HT("MLC limit"), "", 1, 3, 0.01,
     HT("Mechanical load component of ASHRAE 90.4 for this climate. Empty: not checked")},
    {"plant", "elc_limit", HT("ELC limit"), "", 1, 3, 0.01,
     HT("Electrical loss component of ASHRAE 90.4. Empty: not checked")},

    {"economics", "tariff_usd_per_kwh", HT("Tariff"), "$/kWh", 1, 4, 0.01,
     HT("Price of electricity")},
    {"economics", "power_basis", HT("Power basis"), "", 1, 0, 1,
     HT("Rated maximum of the IT equipment, or what was measured under load")},
    {"economics", "default_utilisation", HT("Utilisation"), "%", 100, 1, 5,
     HT("Of racks without their own")},
    {"economics", "load_profile", HT("Load profile"), "", 1, 0, 1,
     HT("How the utilisation goes through day and week, for the year")},
    {"economics", "staff", HT("Staff"), "", 1, 0, 1, HT("Full-time equivalents")},
    {"economics", "staff_cost_usd_per_year", HT("Staff cost"), "$/year", 1, 0, 1000,
     HT("Per person, all in")},
    {"economics", "it_maintenance_per_year", HT("IT maintenance"), "%/year", 100, 2, 0.5,
     HT("Of IT capital")},
    {"economics", "plant_maintenance_per_year", HT("Plant maintenance"), "%/year", 100, 2, 0.5,
     HT("Of power and cooling capital")},
    {"economics", "building_usd_per_m2", HT("Building"), "$/m²", 1, 0, 100, ""},
    {"economics", "soft_cost", HT("Soft cost"), "%", 100, 1, 1,
     HT("Design, permits and commissioning, of hardware")},
    {"economics", "contingency", HT("Contingency"), "%", 100, 1, 1,
     HT("Of hardware and soft cost")},
    {"economics", "gpu_life_years", HT("GPU life"), "years", 1, 1, 1,
     HT("Straight-line depreciation")},
    {"economics", "server_life_years", HT("Server life"), "years", 1, 1, 1,
     HT("Straight-line depreciation")},
    {"economics", "network_life_years", HT("Network life"), "years", 1, 1, 1,
     HT("Straight-line depreciation")},
    {"economics", "building_life_years", HT("Building life"), "years", 1, 1, 1,
     HT("Straight-line depreciation")},
    {"economics", "plant_life_years", HT("Plant life"), "years", 1, 1, 1,
     HT("Straight-line depreciation")},
};

struct Choice {
    std::string_view name;
    const char* text;
};

constexpr Choice choices[] = {
    {"data-hall", HT("Data hall")},
    {"plant-room", HT("Plant room")},
    {"yard", HT("Yard")},
    {"0", "0°"},
    {"90", "90°"},
    {"180", "180°"},
    {"270", "270°"},
    {"nameplate", HT("Nameplate")},
    {"measured-maximum", HT("Measured maximum")},
    {"a", HT("Feed A")},
    {"all", HT("All three")},
    {"l1", "L1"},
    {"l2", "L2"},
    {"l3", "L3"},
    {"copper", HT("Copper")},
    {"aluminium", HT("Aluminium")},
    {"b", HT("Feed B")},
    {"none", HT("None")},
    {"economizer", HT("Outside-air economizer")},
    {"all-units", HT("All units")},
    {"fewest", HT("As few as carry the load")},
    {"least-power", HT("Least power")},
    {"load", HT("With the load")},
    {"wet-bulb", HT("With the wet bulb")},
    {"constant", HT("Constant")},
    {"compute", HT("Compute")},
    {"storage", HT("Storage")},
    {"management", HT("Management")},
    {"outside", HT("Outside")},
    {"fat-tree", HT("Fat-tree")},
    {"leaf-spine", HT("Leaf–spine")},
    {"rail-optimised", HT("Rail-optimised")},
    {"dragonfly", HT("Dragonfly")},
    {"torus", HT("3-D torus")},
    {"top-of-rack", HT("Top of rack")},
    {"middle-of-row", HT("Middle of row")},
    {"network-row", HT("Network racks")},
    {"ecmp", HT("ECMP")},
    {"adaptive", HT("Adaptive")},
    {"add-switch", HT("Add switch")},
    {"remove-switch", HT("Remove switch")},
    {"move-switch", HT("Move switch")},
    {"add-link", HT("Add cable")},
    {"remove-link", HT("Remove cable")},
    {"diurnal", HT("Day and week")},
};

#undef HT

QString shown(const char* text) {
    return *text == '\0' ? QString() : QCoreApplication::translate("Fields", text);
}

}  // namespace

FieldStyle fieldStyle(std::string_view entity, std::string_view name) {
    const auto* at = std::find_if(std::begin(entries), std::end(entries), [&](const Entry& entry) {
        return entry.entity == entity && entry.name == name;
    });
    if (at == std::end(entries)) {
        FieldStyle plain;
        plain.label = QString::fromStdString(std::string(name));
        return plain;
    }
    return {shown(at->label), QString::fromUtf8(at->unit), at->scale, at->decimals, at->step,
            shown(at->help)};
}

QString choiceText(std::string_view name) {
    const auto* at = std::find_if(std::begin(choices), std::end(choices),
                                  [&](const Choice& choice) { return choice.name == name; });
    return at == std::end(choices) ? QString::fromStdString(std::string(name)) : shown(at->text);
}

}  // namespace halltwin::views::inspector
