// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_json.h"

#include "app/cli/issues_json.h"
#include "app/cli/labels.h"
#include "app/cli/solve_json.h"
#include "model/core/version.h"
#include "model/project/names.h"
#include "model/thermal/air_class.h"
#include "model/twin/air_words.h"
#include "model/twin/room_figures.h"

#include <algorithm>
#include <map>
#include <string>

namespace halltwin::cli {
namespace {

/// The cables into an item: their loss is counted with it.
struct Cables {
    Power loss;
    double drop = 0.0;  ///< of the worst
};

std::map<ItemId, Cables> cablesByEnd(const power::ChainResult& chain) {
    std::map<ItemId, Cables> cables;
    for (const auto& link : chain.links) {
        Cables& end = cables[link.to];
        end.loss += link.loss;
        end.drop = std::max(end.drop, link.drop);
    }
    return cables;
}

/// By phase, where single-phase loads make them differ.
Json phasesJson(const power::ElementResult& element) {
    if (element.imbalance <= 0.0) return nullptr;
    Json phases = Json::array();
    for (const Power phase : element.phases)
        phases.push_back(phase.in(watts));
    return phases;
}

Json powerJson(const Answered& answered) {
    Json list = Json::array();
    auto cables = cablesByEnd(answered.result.power);
    for (const auto& element : answered.result.power.elements) {
        const Cables& cable = cables[element.id];
        list.push_back({{"id", element.id.value},
                        {"label", labelOf(*answered.project, element.id)},
                        {"input_w", element.input.in(watts)},
                        {"output_w", element.output.in(watts)},
                        {"loss_w", element.loss.in(watts)},
                        {"loading", element.loading},
                        {"headroom_w", element.headroom.in(watts)},
                        {"energised", element.energised},
                        {"apparent_va", element.apparent.in(watts)},
                        {"cable_loss_w", cable.loss.in(watts)},
                        {"voltage_drop", cable.drop},
                        {"phases_w", phasesJson(element)},
                        {"imbalance", element.imbalance}});
    }
    return list;
}

/// Supply of each load with a cord: what reaches it, and how far the voltage has dropped there.
Json suppliesJson(const Answered& answered) {
    Json list = Json::array();
    auto cables = cablesByEnd(answered.result.power);
    for (const auto& load : answered.result.power.loads) {
        const Cables& cable = cables[load.id];
        list.push_back({{"id", load.id.value},
                        {"label", labelOf(*answered.project, load.id)},
                        {"demand_w", load.demand.in(watts)},
                        {"supplied_w", load.supplied.in(watts)},
                        {"feed_a", load.feedA},
                        {"feed_b", load.feedB},
                        {"voltage_drop", load.voltageDrop},
                        {"cable_loss_w", cable.loss.in(watts)}});
    }
    return list;
}

Json coolingUnit(const Answered& answered, ItemId id, Power power, Power heat) {
    // Water is null: the plant of this version rejects heat dry, and no tower is modelled.
    return {{"id", id.value},
            {"label", labelOf(*answered.project, id)},
            {"power_w", power.in(watts)},
            {"heat_w", heat.in(watts)},
            {"water_l_per_h", nullptr}};
}

Json coolingJson(const Answered& answered) {
    Json list = Json::array();
    const auto& result = answered.result;
    for (const auto& room : result.rooms) {
        for (const auto& cooler : room.air.coolers) {
            const auto power = result.mechanicalPower.find(cooler.id);
            list.push_back(coolingUnit(
                answered, cooler.id,
                power == result.mechanicalPower.end() ? Power{} : power->second, cooler.coilHeat));
        }
    }
    for (const auto& pump : result.cooling.pumps) {
        list.push_back(coolingUnit(answered, pump.id, pump.state.power, pump.coilHeat));
    }
    for (const auto& chiller : result.cooling.chillers) {
        Json unit = coolingUnit(answered, chiller.id, chiller.state.power, chiller.state.heat);
        unit["cop"] = chiller.state.cop;
        unit["part_load"] = chiller.state.partLoad;
        list.push_back(std::move(unit));
    }
    return list;
}

Json energyJson(const carbon::CarbonLedger& ledger) {
    Json list = Json::array();
    for (const auto& line : ledger.lines) {
        list.push_back({{"source", nameOf(line.source)},
                        {"share", line.share},
                        {"kwh", line.power.in(kilowatts)},
                        {"g", line.rate.in(gramsPerHour)}});
    }
    return list;
}

Json costJson(const economics::OperationLedger& ledger) {
    Json list = Json::array();
    for (const auto& line : ledger.lines) {
        list.push_back({{"category", nameOf(line.category)},
                        {"usd", (line.perYear / years(1.0)).in(dollarsPerHour)}});
    }
    return list;
}

Json capitalJson(const economics::CapitalLedger& ledger) {
    Json list = Json::array();
    for (std::size_t i = 0; i < economics::capitalCategoryCount; ++i) {
        const auto category = static_cast<economics::CapitalCategory>(i);
        list.push_back({{"category", nameOf(category)}, {"usd", ledger.of(category).in(dollars)}});
    }
    return list;
}

Json booksJson(const twin::Books& books) {
    return {{"heat_residual", books.heat},        {"power_residual", books.power},
            {"cost_residual", books.cost},        {"carbon_residual", books.carbon},
            {"air_heat_residual", books.airHeat}, {"air_mass_residual", books.airMass}};
}

Json airJson(const Answered& answered) {
    Json list = Json::array();
    for (const auto& room : answered.result.rooms) {
        const thermal::RoomResult& air = room.air;
        list.push_back({{"hall", answered.project->halls.find(room.hall)->name},
                        {"stage", twin::nameOf(air.stage)},
                        {"grid_m", twin::cellSizeM(air)},
                        {"cells", air.grid.cellCount()},
                        {"settled", air.converged},
                        {"rest", nullptr},
                        {"mean_time_s", nullptr},
                        {"unsteady_k", nullptr},
                        {"drift_k", nullptr},
                        {"heat_residual", air.books.heatResidual},
                        {"mass_residual", air.books.massResidual},
                        {"metrics", metricsJson(air.metrics)}});
        if (air.stage == thermal::Stage::Preview) continue;  // it has no time
        Json& last = list.back();
        last["rest"] = twin::nameOf(air.settling.rest);
        last["mean_time_s"] = air.settling.meanTime.in(seconds);
        last["unsteady_k"] = air.settling.unsteady.in(kelvins);
        last["drift_k"] = air.settling.drift.in(kelvins);
    }
    return list;
}

/// Coolant distribution units with the class of the facility water that feeds them.
Json cdusJson(const Answered& answered) {
    Json list = Json::array();
    for (const twin::CduAnswer& cdu : answered.result.cdus) {
        const auto water = twin::facilityWater(answered.result, cdu.id);
        list.push_back(
            {{"id", cdu.id.value},
             {"label", labelOf(*answered.project, cdu.id)},
             {"heat_w", cdu.heat.in(watts)},
             {"loading", cdu.loading},
             {"coolant_supply_c", cdu.supply ? Json(cdu.supply->in(celsius)) : Json(nullptr)},
             {"facility_water_c", water ? Json(water->in(celsius)) : Json(nullptr)},
             {"water_class", water ? Json(thermal::waterClassOf(*water)) : Json(nullptr)}});
    }
    return list;
}

Json derivationsJson(const std::vector<twin::Derivation>& derivations) {
    Json list = Json::array();
    for (const auto& derivation : derivations) {
        Json inputs = Json::array();
        for (const auto& input : derivation.inputs) {
            inputs.push_back({{"name", input.name},
                              {"value", input.value},
                              {"unit", input.unit},
                              {"source", input.source}});
        }
        list.push_back({{"key", derivation.key},
                        {"name", derivation.name},
                        {"value", derivation.value},
                        {"unit", derivation.unit},
                        {"formula", derivation.formula},
                        {"inputs", std::move(inputs)}});
    }
    return list;
}

}  // namespace

Json runJson(const Answered& answered) {
    const twin::TwinResult& result = answered.result;
    const twin::Kpis& kpis = result.kpis;
    Json document;
    document["project"] = answered.project->info.name;
    document["project_hash"] = projectHash(*answered.project);
    document["version"] = std::string(version());
    document["it_power_w"] = kpis.itPower.in(watts);
    document["facility_power_w"] = kpis.facilityPower.in(watts);
    document["pue"] = optionalNumber(kpis.pue);
    document["wue_l_per_kwh"] = optionalNumber(kpis.waterPerItKwh);
    document["cue_g_per_kwh"] = optionalNumber(kpis.carbonPerItKwh);
    document["max_inlet_c"] = kpis.maxInlet ? Json(kpis.maxInlet->in(celsius)) : Json(nullptr);
    document["cost_usd_per_h"] = kpis.operatingCost.in(dollarsPerHour);
    document["carbon_g_per_h"] = kpis.carbon.in(gramsPerHour);
    document["carbon_g_per_year"] = result.carbon.carbonPerYear.in(grams);
    document["equivalents"] = {{"homes", result.carbon.homes}, {"cars", result.carbon.cars}};
    document["unsupplied_w"] = result.power.unsupplied.in(watts);
    document["air"] = airJson(answered);
    document["power"] = powerJson(answered);
    document["supplies"] = suppliesJson(answered);
    document["cable_loss_w"] = result.power.cableLosses.in(watts);
    document["cooling"] = coolingJson(answered);
    document["cdus"] = cdusJson(answered);
    document["energy_by_source"] = energyJson(result.carbon);
    document["cost"] = costJson(result.operation);
    document["capital_usd"] = result.capital.total.in(dollars);
    document["capital"] = capitalJson(result.capital);
    document["books"] = booksJson(result.books);
    document["issues"] = issuesJson(*answered.project, result.issues);
    document["derivations"] = derivationsJson(result.derivations);
    return document;
}

}  // namespace halltwin::cli
