// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/derive.h"

#include "model/cooling/air_cooler.h"
#include "model/cooling/dry_cooler.h"
#include "model/cooling/tower.h"
#include "model/project/cables.h"
#include "model/twin/air_words.h"
#include "model/twin/derive_air.h"
#include "model/twin/rack_response.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace halltwin::twin {
namespace {

constexpr const char* computed = "this result";
constexpr std::string_view supplyLaw =
    "input of each unit = (output + standing) / efficiency, stage by stage; units share evenly";

constexpr std::string_view networkPowerLaw =
    "switches: idle + (maximum − idle) · utilisation; modules at both ends of every cable";

std::string text(std::string_view view) {
    return std::string(view);
}

/// Racks of one catalogue entry, as one line of the derivation.
struct RackGroup {
    int count = 0;
    Power power;
    std::string source;
    bool hasStages = false;
    Power devices;  ///< of them, after the supply stages
    Power network;  ///< of switches and modules in them
};

std::string rackPowerSource(const CatalogEntry& entry, PowerBasis basis) {
    const bool measured = basis == PowerBasis::MeasuredMaximum;
    auto figure = entry.figures.find(measured ? "measured_maximum_w" : "nameplate_w");
    if (figure == entry.figures.end()) figure = entry.figures.find("nameplate_w");
    return figure == entry.figures.end() ? std::string{} : figure->second.source;
}

Derivation itPower(const TwinResult& result, const OperatingPoint& point) {
    std::map<std::string, RackGroup> groups;
    for (const auto& [id, power] : result.rackPower) {
        const Item& item = *point.project().items.find(id);
        const CatalogEntry& entry = *point.catalog().find(item.catalogKey);
        RackGroup& group = groups[entry.name];
        ++group.count;
        group.power += power;
        group.source = rackPowerSource(entry, point.project().economics.powerBasis);
        const auto* rack = entry.as<RackSpec>();
        group.hasStages = !rack->stages.empty();
        group.devices += point.devicePower(item, *rack);
        group.network += point.networkPower(item);
    }
    Derivation derivation{
        "it_power_w",
        "IT power",
        result.kpis.itPower.in(kilowatts),
        "kW",
        "Σ racks: (idle + (maximum − idle) · utilisation) · fan response to a warm "
        "intake (1 up to 27 °C)",
        {}};
    for (const auto& [name, group] : groups) {
        derivation.inputs.push_back({fmt::format("{} × {}", group.count, name),
                                     group.power.in(kilowatts), "kW", group.source});
        if (group.hasStages) {
            derivation.inputs.push_back({"of which their devices, after the supply stages",
                                         group.devices.in(kilowatts), "kW", text(supplyLaw)});
        }
        if (group.network > Power{}) {
            derivation.inputs.push_back({"of which switches, and modules of cables",
                                         group.network.in(kilowatts), "kW",
                                         text(networkPowerLaw)});
        }
    }
    derivation.inputs.push_back(
        {"Share of server fans", 100.0 * serverFanShare, "%", text(serverFanSource)});
    return derivation;
}

Power mechanicalOf(const TwinResult& result, const OperatingPoint& point, ItemKind kind) {
    Power sum;
    for (const auto& [id, power] : result.mechanicalPower) {
        const Item& item = *point.project().items.find(id);
        if (point.catalog().find(item.catalogKey)->kind == kind) sum += power;
    }
    return sum;
}

Power lossOf(const TwinResult& result, const OperatingPoint& point, ItemKind kind) {
    Power sum;
    for (const auto& element : result.power.elements) {
        const Item& item = *point.project().items.find(element.id);
        if (point.catalog().find(item.catalogKey)->kind == kind) sum += element.loss;
    }
    return sum;
}

struct LossName {
    ItemKind kind;
    const char* text;
};

constexpr std::array lossNames{LossName{ItemKind::UtilityFeed, "Utility feed losses"},
                               LossName{ItemKind::OnSiteSource, "On-site source losses"},
                               LossName{ItemKind::Transformer, "Transformer losses"},
                               LossName{ItemKind::Switchboard, "Switchboard losses"},
                               LossName{ItemKind::TransferSwitch, "Transfer switch losses"},
                               LossName{ItemKind::Ups, "UPS losses"},
                               LossName{ItemKind::Pdu, "PDU losses"},
                               LossName{ItemKind::DistributionPanel, "Distribution panel losses"},
                               LossName{ItemKind::Busway, "Busway losses"},
                               LossName{ItemKind::RackPdu, "Rack PDU losses"},
                               LossName{ItemKind::PowerShelf, "Power shelf losses"}};

struct PlantName {
    ItemKind kind;
    const char* text;
    std::string_view source;
};

constexpr std::array plantNames{
    PlantName{ItemKind::CoolingTower, "Cooling towers", cooling::towerSource},
    PlantName{ItemKind::DryCooler, "Dry coolers", cooling::dryCoolerSource},
    PlantName{ItemKind::WaterSource, "Source water pumps", cooling::pumpSource},
    PlantName{ItemKind::HeatReuse, "Heat pumps of re-use", cooling::heatReuseSource}};

void addLosses(const TwinResult& result, const OperatingPoint& point, Derivation& derivation) {
    for (const LossName& name : lossNames) {
        const Power loss = lossOf(result, point, name.kind);
        const bool usual = name.kind == ItemKind::UtilityFeed || name.kind == ItemKind::Ups ||
                           name.kind == ItemKind::Transformer || name.kind == ItemKind::Pdu;
        if (!usual && loss <= Power{}) continue;
        derivation.inputs.push_back({name.text, loss.in(kilowatts), "kW", text(power::lossSource)});
    }
    if (result.power.cableLosses > Power{}) {
        derivation.inputs.push_back({"Cable losses", result.power.cableLosses.in(kilowatts), "kW",
                                     "current² × resistance; " + text(cableSource)});
    }
}

Derivation facilityPower(const TwinResult& result, const OperatingPoint& point) {
    const auto mechanical = [&](const char* name, ItemKind kind, std::string_view source) {
        return DerivationInput{name, mechanicalOf(result, point, kind).in(kilowatts), "kW",
                               text(source)};
    };
    Derivation derivation{
        "facility_power_w",
        "Facility power",
        result.kpis.facilityPower.in(kilowatts),
        "kW",
        "IT power + fans, chillers and pumps + lights + losses of the power chain",
        {{"IT power", result.kpis.itPower.in(kilowatts), "kW", "sum of the racks"},
         mechanical("Coolers (fans, compressors)", ItemKind::Cooler, cooling::fanSource),
         mechanical("Chillers", ItemKind::Chiller, cooling::chillerSource),
         mechanical("Pumps", ItemKind::PumpSet, cooling::pumpSource),
         mechanical("Coolant distribution units", ItemKind::Cdu, "pump power of the catalogue"),
         {"Lights", result.lightsPower.in(kilowatts), "kW", "W/m² of each hall × its area"}}};
    for (const PlantName& name : plantNames) {
        const Power power = mechanicalOf(result, point, name.kind);
        if (power > Power{})
            derivation.inputs.push_back({name.text, power.in(kilowatts), "kW", text(name.source)});
    }
    addLosses(result, point, derivation);
    return derivation;
}

Derivation waterUse(const TwinResult& result) {
    Derivation derivation{"wue_l_per_kwh",
                          "WUE",
                          result.kpis.waterPerItKwh.value_or(0.0),
                          "L/kWh",
                          "WUE = water of the site / IT energy, at this operating point",
                          {{"IT power", result.kpis.itPower.in(kilowatts), "kW", computed}}};
    MassFlow evaporation;
    MassFlow bleed;
    MassFlow drift;
    for (const auto* units : {&result.cooling.towers, &result.cooling.dryCoolers})
        for (const auto& unit : *units) {
            evaporation += unit.evaporation;
            bleed += unit.bleed;
            drift += unit.drift;
        }
    constexpr double perHour = 3600.0;  // a kilogram of water is a litre
    const auto add = [&](const char* name, MassFlow flow, std::string_view source) {
        derivation.inputs.push_back({name, flow.si() * perHour, "L/h", text(source)});
    };
    add("Evaporation", evaporation, cooling::towerSource);
    add("Blow-down", bleed, "evaporation / (cycles of concentration − 1)");
    add("Drift", drift, "share of the water flow, of the catalogue");
    derivation.inputs.push_back({"WUE category", 1.0, "", "ISO/IEC 30134-9: water of the site"});
    return derivation;
}

Derivation pue(const TwinResult& result) {
    return {"pue",
            "PUE",
            result.kpis.pue.value_or(0.0),
            "",
            "PUE = facility power / IT power, at this operating point",
            {{"Facility power", result.kpis.facilityPower.in(kilowatts), "kW", computed},
             {"IT power", result.kpis.itPower.in(kilowatts), "kW", computed},
             {"PUE category", 3.0, "",
              "ISO/IEC 30134-2: IT energy measured at the input of the IT equipment"}}};
}

Derivation maxInlet(const TwinResult& result, const OperatingPoint& point) {
    Derivation derivation{
        "max_inlet_c",
        "Max inlet temperature",
        result.kpis.maxInlet.value_or(celsius(0.0)).in(celsius),
        "°C",
        fmt::format("warmest air cell at the intake face of any rack; {} stage of the room air",
                    nameOf(result.rooms.front().air.stage)),
        {}};
    std::vector<std::pair<Temperature, std::string>> racks;
    for (const RoomAnswer& room : result.rooms) {
        for (const auto& rack : room.air.racks) {
            racks.emplace_back(rack.intakeMax, point.project().items.find(rack.id)->label);
        }
    }
    std::sort(racks.rbegin(), racks.rend());
    constexpr std::size_t shown = 5;
    for (std::size_t i = 0; i < std::min(shown, racks.size()); ++i) {
        derivation.inputs.push_back({racks[i].second, racks[i].first.in(celsius), "°C", computed});
    }
    derivation.inputs.push_back(
        {"Recommended maximum", 27.0, "°C", "ASHRAE TC 9.9 (2021), classes A1–A4"});
    for (const RoomAnswer& room : result.rooms) {
        derivation.inputs.push_back(
            {"Heat residual, " + point.project().halls.find(room.hall)->name,
             room.air.books.heatResidual, "relative", computed});
    }
    return derivation;
}

Derivation cost(const TwinResult& result) {
    Derivation derivation{"cost_usd_per_h",
                          "Operating cost",
                          result.kpis.operatingCost.in(dollarsPerHour),
                          "$/h",
                          "(energy + staff + maintenance) of a year / 8,760 h; depreciation apart",
                          {}};
    for (const auto& line : result.operation.lines) {
        derivation.inputs.push_back({line.label, (line.perYear / years(1.0)).in(dollarsPerHour),
                                     "$/h", line.formula + "; " + line.source});
    }
    derivation.inputs.push_back(
        {"Depreciation (not in the figure)",
         (result.operation.depreciationPerYear / years(1.0)).in(dollarsPerHour), "$/h",
         "straight line by class; accounting cost, no cash"});
    return derivation;
}

Derivation carbonRate(const TwinResult& result) {
    Derivation derivation{"carbon_g_per_h",
                          "Carbon",
                          result.kpis.carbon.in(gramsPerHour) / 1e6,
                          "t CO₂e/h",
                          text(carbon::carbonFormula),
                          {}};
    derivation.inputs.push_back(
        {"Facility power", result.kpis.facilityPower.in(kilowatts), "kW", computed});
    for (const auto& line : result.carbon.lines) {
        derivation.inputs.push_back(
            {fmt::format("{}, share {:.1f} %", nameOf(line.source), 100.0 * line.share),
             carbon::factorOf(line.source).median.in(gramsPerKilowattHour), "g/kWh",
             text(carbon::factorSource)});
    }
    derivation.inputs.push_back({"A year of it: homes with the same electricity",
                                 result.carbon.homes, "homes", text(carbon::homeSource)});
    derivation.inputs.push_back({"A year of it: cars with the same emissions", result.carbon.cars,
                                 "cars", text(carbon::carSource)});
    return derivation;
}

Derivation cue(const TwinResult& result) {
    return {"cue_g_per_kwh",
            "CUE",
            result.kpis.carbonPerItKwh.value_or(0.0),
            "g/kWh",
            text(carbon::cueFormula),
            {{"Carbon", result.kpis.carbon.in(gramsPerHour) / 1e6, "t CO₂e/h", computed},
             {"IT power", result.kpis.itPower.in(kilowatts), "kW", text(carbon::cueSource)}}};
}

}  // namespace

std::vector<Derivation> deriveKpis(const TwinResult& result, const OperatingPoint& point) {
    std::vector<Derivation> derivations{itPower(result, point), facilityPower(result, point)};
    if (result.kpis.pue) derivations.push_back(pue(result));
    if (result.kpis.waterPerItKwh) derivations.push_back(waterUse(result));
    if (result.kpis.maxInlet) derivations.push_back(maxInlet(result, point));
    derivations.push_back(cost(result));
    derivations.push_back(carbonRate(result));
    if (result.kpis.carbonPerItKwh) derivations.push_back(cue(result));
    if (!result.rooms.empty()) derivations.push_back(deriveAir(result, point));
    return derivations;
}

}  // namespace halltwin::twin
