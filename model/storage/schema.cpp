// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/schema.h"

namespace halltwin::storage {
namespace {

constexpr std::string_view schema6 = R"sql(
CREATE TABLE info (
    name TEXT NOT NULL,
    author TEXT NOT NULL,
    client TEXT NOT NULL,
    notes TEXT NOT NULL
) STRICT;
CREATE TABLE site (
    name TEXT NOT NULL,
    altitude_m REAL NOT NULL,
    outdoor_dry_bulb_k REAL NOT NULL,
    condenser_water_supply_k REAL NOT NULL,
    climate TEXT NOT NULL,
    weather_file TEXT NOT NULL,
    outdoor_wet_bulb_k REAL
) STRICT;
CREATE TABLE halls (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    origin_x_m REAL NOT NULL,
    origin_y_m REAL NOT NULL,
    width_m REAL NOT NULL,
    depth_m REAL NOT NULL,
    height_m REAL NOT NULL,
    floor_void_m REAL NOT NULL,
    tile_m REAL NOT NULL,
    floor_leakage REAL NOT NULL,
    plant_room_temperature_k REAL NOT NULL,
    ceiling_void_m REAL NOT NULL,
    ceiling_leakage REAL NOT NULL,
    lights_w_per_m2 REAL NOT NULL,
    people INTEGER NOT NULL,
    wall_w_per_m2_k REAL NOT NULL,
    roof_w_per_m2_k REAL NOT NULL,
    outside_air TEXT NOT NULL
) STRICT;
CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    hall INTEGER NOT NULL,
    catalog TEXT NOT NULL,
    label TEXT NOT NULL,
    x_m REAL NOT NULL,
    y_m REAL NOT NULL,
    rotation_deg INTEGER NOT NULL,
    width_m REAL,
    depth_m REAL,
    height_m REAL,
    utilisation REAL,
    supply_temperature_k REAL,
    fan_speed REAL,
    blanking_gap REAL
) STRICT;
CREATE TABLE power_links (
    id INTEGER PRIMARY KEY,
    "from" INTEGER NOT NULL,
    "to" INTEGER NOT NULL,
    feed TEXT NOT NULL,
    phase TEXT NOT NULL,
    length_m REAL,
    area_mm2 REAL,
    conductor TEXT NOT NULL,
    breaker_a REAL
) STRICT;
CREATE TABLE cooling_links (
    id INTEGER PRIMARY KEY,
    "from" INTEGER NOT NULL,
    "to" INTEGER NOT NULL,
    length_m REAL,
    bore_mm REAL,
    insulation_mm REAL
) STRICT;
CREATE TABLE fabrics (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    topology TEXT NOT NULL,
    leaf_switch TEXT NOT NULL,
    spine_switch TEXT NOT NULL,
    hall INTEGER,
    placement TEXT NOT NULL,
    routing TEXT NOT NULL,
    oversubscription REAL NOT NULL,
    unit_nodes INTEGER NOT NULL,
    tiers INTEGER NOT NULL,
    group_switches INTEGER NOT NULL,
    hosts_per_switch INTEGER NOT NULL,
    global_links INTEGER NOT NULL,
    torus_x INTEGER NOT NULL,
    torus_y INTEGER NOT NULL,
    torus_z INTEGER NOT NULL,
    slack_share REAL NOT NULL,
    slack_m REAL NOT NULL
) STRICT;
CREATE TABLE fabric_edits (
    id INTEGER PRIMARY KEY,
    fabric INTEGER NOT NULL,
    kind TEXT NOT NULL,
    first TEXT NOT NULL,
    second TEXT NOT NULL,
    switch TEXT NOT NULL,
    rack INTEGER,
    unit INTEGER
) STRICT;
CREATE TABLE trays (
    id INTEGER PRIMARY KEY,
    hall INTEGER NOT NULL,
    name TEXT NOT NULL,
    from_x_m REAL NOT NULL,
    from_y_m REAL NOT NULL,
    to_x_m REAL NOT NULL,
    to_y_m REAL NOT NULL,
    height_m REAL NOT NULL,
    width_m REAL NOT NULL,
    depth_m REAL NOT NULL,
    fill_limit REAL NOT NULL
) STRICT;
CREATE TABLE plant (
    staging TEXT NOT NULL,
    supply_reset TEXT NOT NULL,
    reset_rise_k REAL NOT NULL,
    mlc_limit REAL,
    elc_limit REAL
) STRICT;
CREATE TABLE economics (
    tariff_usd_per_kwh REAL NOT NULL,
    power_basis TEXT NOT NULL,
    default_utilisation REAL NOT NULL,
    staff INTEGER NOT NULL,
    staff_cost_usd_per_year REAL NOT NULL,
    it_maintenance_per_year REAL NOT NULL,
    plant_maintenance_per_year REAL NOT NULL,
    building_usd_per_m2 REAL NOT NULL,
    soft_cost REAL NOT NULL,
    contingency REAL NOT NULL,
    gpu_life_years REAL NOT NULL,
    server_life_years REAL NOT NULL,
    network_life_years REAL NOT NULL,
    building_life_years REAL NOT NULL,
    plant_life_years REAL NOT NULL,
    load_profile TEXT NOT NULL
) STRICT;
CREATE TABLE energy (
    coal REAL NOT NULL,
    gas REAL NOT NULL,
    biomass REAL NOT NULL,
    solar_utility REAL NOT NULL,
    solar_roof REAL NOT NULL,
    geothermal REAL NOT NULL,
    csp REAL NOT NULL,
    hydro REAL NOT NULL,
    nuclear REAL NOT NULL,
    wind_offshore REAL NOT NULL,
    wind_onshore REAL NOT NULL
) STRICT;
CREATE TABLE scenarios (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    utilisation REAL,
    outdoor_dry_bulb_k REAL,
    tariff_usd_per_kwh REAL
) STRICT;
)sql";

constexpr std::string_view recoveryTable = R"sql(
CREATE TABLE recovery (
    project_file TEXT NOT NULL,
    process_id INTEGER NOT NULL,
    unsaved_edits INTEGER NOT NULL,
    last_edit_unix_ms INTEGER NOT NULL
) STRICT;
)sql";

}  // namespace

std::string_view schemaSql() {
    return schema6;
}

std::string_view recoverySchemaSql() {
    return recoveryTable;
}

}  // namespace halltwin::storage
