// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/catalog_entry.h"

#include "model/exchange/catalog_electrical.h"
#include "model/exchange/catalog_network.h"
#include "model/exchange/catalog_plant.h"
#include "model/exchange/entry_reader.h"

#include <algorithm>
#include <array>

namespace halltwin::exchange {
namespace {

constexpr std::array<std::string_view, 24> fileKindNames{
    "rack",          "cooler",     "tile",           "barrier",      "containment",
    "electrical",    "chiller",    "pump",           "grille",       "rear-door",
    "immersion",     "cdu",        "generator",      "battery",      "transfer-switch",
    "cooling-tower", "dry-cooler", "heat-exchanger", "water-source", "water-tank",
    "heat-reuse",    "switch",     "nic",            "cable"};

constexpr std::string_view keyCharacters = "abcdefghijklmnopqrstuvwxyz0123456789._-";
constexpr std::size_t maximumKeyLength = 100;
constexpr Unit<FlowPerPowerDim> cubicMetresPerSecondPerKilowatt{1e-3};

/// What racks and tanks share: the IT equipment.
RackSpec readItLoad(EntryReader& in) {
    const Range power{0.0, 1e6};
    RackSpec rack;
    rack.role = in.choice<RackRole>("role");
    rack.nameplate = watts(in.need("nameplate_w", power));
    rack.idle = watts(in.need("idle_w", power));
    if (in.has("measured_maximum_w")) {
        rack.measuredMaximum = watts(in.need("measured_maximum_w", power));
    }
    rack.gpus = static_cast<int>(in.want("gpus", {0.0, 10000.0}, 0.0));
    rack.nodes = static_cast<int>(in.want("nodes", {0.0, 10000.0}, 0.0));
    rack.gpuPriceShare = in.want("gpu_price_share", unitRange, 0.0);
    rack.mass = kilograms(in.need("mass_kg", {0.0, 1e5}));
    const Power maximum = rack.measuredMaximum.value_or(rack.nameplate);
    if (maximum > rack.nameplate) in.problemAt("measured_maximum_w", "is above nameplate_w");
    if (rack.idle > maximum) in.problemAt("idle_w", "is above the rack's maximum power");
    readSupply(in, rack);
    return rack;
}

void readSlots(EntryReader& in, RackSpec& rack) {
    constexpr double rackUnitM = 0.04445;  // EIA-310
    const double height = in.want("slot_height_m", {0.01, 10.0}, rackUnitM);
    for (const double bottom : in.wantRising("slot_bottoms_m", {0.0, 10.0}, height))
        rack.filled.push_back({metres(bottom), metres(bottom + height)});
    rack.slotGap = in.want("slot_gap", unitRange, 0.0);
    rack.equipmentWidth = metres(in.want("equipment_width_m", {0.0, 10.0}, 0.0));
}

RackSpec readRack(EntryReader& in) {
    RackSpec rack = readItLoad(in);
    rack.airflow = cubicMetresPerSecondPerKilowatt(in.need("airflow_m3_per_s_per_kw", unitRange));
    rack.minimumFlowFraction = in.want("minimum_flow_fraction", unitRange, 0.3);
    rack.liquidFraction = in.want("liquid_fraction", unitRange, 0.0);
    rack.blankingGap = in.want("blanking_gap", blankingGapRange, 0.0);
    rack.chimney = in.flag("chimney", false);
    readSlots(in, rack);
    rack.network = readRackNetwork(in, rack.nodes);
    return rack;
}

RackSpec readTank(EntryReader& in) {
    RackSpec tank = readItLoad(in);
    BathSpec bath;
    bath.phase = in.choice<BathPhase>("phase");
    bath.temperature = celsius(in.need("bath_c", {20.0, 80.0}));
    bath.surfaceConductance = wattsPerKelvin(in.need("surface_w_per_k", {0.0, 1000.0}));
    tank.bath = bath;
    tank.network = readRackNetwork(in, tank.nodes);
    return tank;
}

std::optional<FrontOpening> readSupplyOpening(EntryReader& in) {
    const Range extent{0.0, 100.0};
    FrontOpening opening;
    opening.width = metres(in.want("supply_width_m", extent, 0.0));
    opening.bottom = metres(in.want("supply_bottom_m", extent, 0.0));
    opening.top = metres(in.want("supply_top_m", extent, 0.0));
    opening.openShare = in.want("supply_open_share", {0.01, 1.0}, 1.0);
    if (opening.top > Length{} && opening.top <= opening.bottom)
        in.problemAt("supply_top_m", "is not above supply_bottom_m");
    const bool isGiven = in.has("supply_width_m") || in.has("supply_bottom_m") ||
                         in.has("supply_top_m") || in.has("supply_open_share");
    return isGiven ? std::optional(opening) : std::nullopt;
}

CoolerSpec readCooler(EntryReader& in) {
    const Range reading{0.0, 60.0};
    CoolerSpec cooler;
    cooler.medium = in.choice<CoolerMedium>("medium");
    cooler.underfloorSupply = in.flag("underfloor_supply", true);
    cooler.returnFace = in.choiceOr("return_face", ReturnFace::Top);
    cooler.supplyOpening = readSupplyOpening(in);
    cooler.ratedFlow = cubicMetresPerSecond(in.need("rated_flow_m3_per_s", {0.001, 1000.0}));
    cooler.ratedCapacity = watts(in.need("rated_capacity_w", {1.0, 1e7}));
    cooler.ratedReturn = celsius(in.need("rated_return_c", reading));
    cooler.fanPower = watts(in.need("fan_power_w", {0.0, 1e6}));
    cooler.defaultSupply = celsius(in.want("default_supply_c", {-10.0, 60.0}, 22.0));
    const bool hasCompressor = cooler.medium == CoolerMedium::DirectExpansion;
    const Range cop{0.1, 30.0};
    cooler.compressorCop =
        hasCompressor ? in.need("compressor_cop", cop) : in.want("compressor_cop", cop, 0.0);
    cooler.ratedWaterIn = celsius(hasCompressor ? in.want("rated_water_in_c", reading, 15.0)
                                                : in.need("rated_water_in_c", reading));
    if (!hasCompressor && cooler.ratedReturn <= cooler.ratedWaterIn) {
        in.problemAt("rated_water_in_c", "expected water colder than rated_return_c");
    }
    return cooler;
}

RearDoorSpec readRearDoor(EntryReader& in) {
    const Range reading{0.0, 60.0};
    const Power capacity = watts(in.need("rated_capacity_w", {1.0, 1e6}));
    const Temperature air = celsius(in.need("rated_return_c", reading));
    const Temperature water = celsius(in.need("rated_water_in_c", reading));
    if (air <= water) {
        in.problemAt("rated_water_in_c", "expected water colder than rated_return_c");
        return {};
    }
    return {capacity / (air - water)};
}

CduSpec readCdu(EntryReader& in) {
    return {watts(in.need("rating_w", {1.0, 1e8})), kelvins(in.need("approach_k", {0.0, 30.0})),
            watts(in.need("pump_power_w", {0.0, 1e6})), in.need("room_share", unitRange)};
}

void readPowerSpec(EntryReader& in, CatalogFileKind kind, CatalogEntry& entry) {
    using enum ItemKind;
    switch (kind) {
        case CatalogFileKind::Generator:
            entry.kind = Generator;
            entry.spec = readGenerator(in);
            break;
        case CatalogFileKind::Battery:
            entry.kind = Battery;
            entry.spec = readBattery(in);
            break;
        case CatalogFileKind::TransferSwitch:
            entry.kind = TransferSwitch;
            entry.spec = readTransferSwitch(in);
            break;
        default:
            entry.kind = in.choice<ItemKind>("kind", {UtilityFeed, Transformer, Ups, Pdu,
                                                      OnSiteSource, Switchboard, DistributionPanel,
                                                      Busway, RackPdu, PowerShelf});
            entry.spec = readElectrical(in, entry.kind);
    }
}

void readKindAndSpec(EntryReader& in, CatalogFileKind kind, CatalogEntry& entry) {
    using enum ItemKind;
    switch (kind) {
        case CatalogFileKind::Rack:
            entry.kind = Rack;
            entry.spec = readRack(in);
            break;
        case CatalogFileKind::Cooler:
            entry.kind = Cooler;
            entry.spec = readCooler(in);
            break;
        case CatalogFileKind::Tile:
            entry.kind = Tile;
            entry.spec = TileSpec{in.need("open_area", unitRange)};
            break;
        case CatalogFileKind::Barrier:
            entry.kind = in.choice<ItemKind>("kind", {Wall, Column, Door});
            entry.spec = BarrierSpec{in.want("leakage", unitRange, 0.0),
                                     metres(in.want("bottom_m", {0.0, 100.0}, 0.0))};
            break;
        case CatalogFileKind::Containment:
            entry.kind = Containment;
            entry.spec = ContainmentSpec{in.need("leakage", unitRange),
                                         in.choiceOr("aisle", AisleKind::Cold)};
            break;
        case CatalogFileKind::Electrical:
        case CatalogFileKind::Generator:
        case CatalogFileKind::Battery:
        case CatalogFileKind::TransferSwitch: return readPowerSpec(in, kind, entry);
        case CatalogFileKind::Chiller:
        case CatalogFileKind::Pump:
        case CatalogFileKind::CoolingTower:
        case CatalogFileKind::DryCooler:
        case CatalogFileKind::HeatExchanger:
        case CatalogFileKind::WaterSource:
        case CatalogFileKind::WaterTank:
        case CatalogFileKind::HeatReuse: return readPlantSpec(in, kind, entry);
        case CatalogFileKind::Grille:
            entry.kind = Grille;
            entry.spec = GrilleSpec{in.need("open_area", unitRange)};
            break;
        case CatalogFileKind::RearDoor:
            entry.kind = RearDoor;
            entry.spec = readRearDoor(in);
            break;
        case CatalogFileKind::Immersion:
            entry.kind = ImmersionTank;
            entry.spec = readTank(in);
            break;
        case CatalogFileKind::Cdu:
            entry.kind = Cdu;
            entry.spec = readCdu(in);
            break;
        case CatalogFileKind::Switch:
        case CatalogFileKind::Nic:
        case CatalogFileKind::Cable: break;  // readEquipmentEntry
    }
}

}  // namespace

std::optional<CatalogFileKind> catalogFileKindFromName(std::string_view name) {
    const auto* found = std::find(fileKindNames.begin(), fileKindNames.end(), name);
    if (found == fileKindNames.end()) return std::nullopt;
    return static_cast<CatalogFileKind>(found - fileKindNames.begin());
}

std::string readKey(const JsonNode& node, EntryReader& in, const EntryProblem& report) {
    std::string key = in.text("key", true);
    const bool isPlain = key.find_first_not_of(keyCharacters) == std::string::npos;
    if (isPlain && key.size() <= maximumKeyLength) return key;
    report(node.line, "key", "expected at most 100 of a-z, 0-9, point, hyphen and underscore");
    return {};
}

std::optional<CatalogEntry> readCatalogEntry(const JsonNode& node, CatalogFileKind kind,
                                             const EntryProblem& report) {
    if (!node.isObject()) {
        report(node.line, "", "expected an object in braces");
        return std::nullopt;
    }
    EntryReader in(node, report);
    CatalogEntry entry;
    entry.key = readKey(node, in, report);
    entry.name = in.text("name", true);
    entry.description = in.text("description", false);
    const Range extent{0.01, 2000.0};
    const Range clearance{0.0, 20.0};
    entry.size = {metres(in.need("width_m", extent)), metres(in.need("depth_m", extent)),
                  metres(in.need("height_m", {0.0, 100.0}))};
    entry.clearanceFront = metres(in.want("clearance_front_m", clearance, 0.0));
    entry.clearanceRear = metres(in.want("clearance_rear_m", clearance, 0.0));
    entry.price = dollars(in.need("price_usd", {0.0, 1e9}));
    readKindAndSpec(in, kind, entry);
    in.rejectOthers();
    if (in.failed() || entry.key.empty()) return std::nullopt;
    entry.figures = in.figures();
    return entry;
}

}  // namespace halltwin::exchange
