// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/catalog_plant.h"

namespace halltwin::exchange {
namespace {

constexpr Range curveRange{-1e6, 1e6};
constexpr Range flowRange{1e-6, 100.0};
constexpr Range powerRange{0.0, 1e8};
constexpr Range waterRangeC{-10.0, 90.0};
constexpr Range differenceRangeK{0.1, 50.0};

ChillerSpec readChiller(EntryReader& in) {
    ChillerSpec chiller;
    chiller.condenser = in.choice<CondenserMedium>("condenser");
    chiller.referenceCapacity = watts(in.need("reference_capacity_w", {1.0, 1e9}));
    chiller.referenceCop = in.need("reference_cop", {0.1, 30.0});
    chiller.capacityCurve = in.needArray<6>("capacity_curve", curveRange);
    chiller.eirCurve = in.needArray<6>("eir_curve", curveRange);
    chiller.partLoadCurve = in.needArray<3>("part_load_curve", curveRange);
    chiller.waterRangeC = in.needSpan("water_range_c", {-20.0, 60.0});
    chiller.condenserRangeC = in.needSpan("condenser_range_c", {-40.0, 80.0});
    chiller.partLoadRange = in.needSpan("part_load_range", {0.0, 2.0});
    chiller.defaultSupply = celsius(in.want("default_supply_c", {-10.0, 60.0}, 10.0));
    return chiller;
}

PumpSpec readPump(EntryReader& in) {
    PumpSpec pump;
    pump.ratedFlow = cubicMetresPerSecond(in.need("rated_flow_m3_per_s", flowRange));
    pump.ratedPower = watts(in.need("rated_power_w", powerRange));
    if (in.has("part_load_curve")) {
        pump.partLoadCurve = in.needArray<4>("part_load_curve", curveRange);
    }
    pump.ratedHead = pascals(in.want("rated_head_pa", {0.0, 1e7}, 0.0));
    pump.designRise = kelvins(in.want("design_rise_k", differenceRangeK, 6.0));
    return pump;
}

Temperature readSupply(EntryReader& in) {
    return celsius(in.need("default_supply_c", {-10.0, 60.0}));
}

BasinHeaterSpec readBasin(EntryReader& in) {
    BasinHeaterSpec basin;
    basin.conductance = wattsPerKelvin(in.want("basin_w_per_k", {0.0, 1e6}, 0.0));
    basin.setPoint = celsius(in.want("basin_c", {0.0, 20.0}, 4.0));
    return basin;
}

TowerSpec readTower(EntryReader& in) {
    TowerSpec tower;
    tower.law = in.choice<TowerLaw>("law");
    tower.water = cubicMetresPerSecond(in.need("water_m3_per_s", flowRange));
    const Range air{1e-3, 1e5};
    tower.air =
        cubicMetresPerSecond(tower.law == TowerLaw::Merkel ? in.need("air_m3_per_s", air)
                                                           : in.want("air_m3_per_s", air, 0.0));
    tower.fan = watts(in.need("fan_power_w", powerRange));
    tower.wetBulb = celsius(in.need("wet_bulb_c", {0.0, 40.0}));
    tower.range = kelvins(in.need("range_k", differenceRangeK));
    tower.approach = kelvins(in.need("approach_k", differenceRangeK));
    tower.cyclesOfConcentration = in.want("cycles_of_concentration", {1.5, 50.0}, 5.0);
    tower.driftShare = in.want("drift_share", {0.0, 0.01}, 2e-5);
    tower.basin = readBasin(in);
    tower.defaultSupply = readSupply(in);
    return tower;
}

DryCoolerSpec readDryCooler(EntryReader& in) {
    DryCoolerSpec cooler;
    cooler.heat = watts(in.need("heat_w", {1.0, 1e9}));
    cooler.airIn = celsius(in.need("air_in_c", {-40.0, 60.0}));
    cooler.fluidIn = celsius(in.need("fluid_in_c", waterRangeC));
    cooler.fluidOut = celsius(in.need("fluid_out_c", waterRangeC));
    cooler.fan = watts(in.need("fan_power_w", powerRange));
    cooler.airRise = kelvins(in.want("air_rise_k", differenceRangeK, 8.0));
    cooler.arrangement = in.choiceOr("arrangement", FlowArrangement::Cross);
    cooler.leastAirShare = in.want("least_air_share", {0.01, 1.0}, 0.1);
    cooler.pads.effectiveness = in.want("pad_effectiveness", {0.0, 0.99}, 0.0);
    cooler.pads.cyclesOfConcentration = in.want("cycles_of_concentration", {1.5, 50.0}, 4.0);
    cooler.defaultSupply = readSupply(in);
    if (cooler.fluidIn <= cooler.fluidOut)
        in.problemAt("fluid_out_c", "expected a fluid that leaves colder than fluid_in_c");
    else if (cooler.fluidIn <= cooler.airIn + cooler.airRise)
        in.problemAt("air_rise_k", "the air would leave warmer than the fluid enters");
    return cooler;
}

ExchangerSpec readExchanger(EntryReader& in) {
    ExchangerSpec exchanger;
    exchanger.hot = cubicMetresPerSecond(in.need("hot_m3_per_s", flowRange));
    exchanger.cold = cubicMetresPerSecond(in.need("cold_m3_per_s", flowRange));
    exchanger.range = kelvins(in.need("range_k", differenceRangeK));
    exchanger.approach = kelvins(in.need("approach_k", differenceRangeK));
    exchanger.piping = in.choiceOr("piping", EconomizerPiping::Integrated);
    exchanger.defaultSupply = readSupply(in);
    return exchanger;
}

WaterSourceSpec readWaterSource(EntryReader& in) {
    WaterSourceSpec source;
    source.monthlyC = in.needArray<12>("water_by_month_c", {-2.0, 40.0});
    source.source = cubicMetresPerSecond(in.need("source_m3_per_s", flowRange));
    source.loop = cubicMetresPerSecond(in.need("loop_m3_per_s", flowRange));
    source.range = kelvins(in.need("range_k", differenceRangeK));
    source.approach = kelvins(in.need("approach_k", differenceRangeK));
    source.pump = watts(in.need("pump_power_w", powerRange));
    source.leastFlowShare = in.want("least_flow_share", {0.01, 1.0}, 0.2);
    source.highestOut = celsius(in.want("highest_out_c", {0.0, 60.0}, 30.0));
    source.defaultSupply = readSupply(in);
    return source;
}

TankSpec readTank(EntryReader& in) {
    return {cubicMetres(in.need("volume_m3", {0.01, 1e6})), in.choice<TankModel>("model"),
            wattsPerKelvin(in.want("loss_w_per_k", {0.0, 1e6}, 0.0))};
}

HeatReuseSpec readHeatReuse(EntryReader& in) {
    HeatReuseSpec reuse;
    reuse.peakDemand = watts(in.need("peak_demand_w", {1.0, 1e10}));
    reuse.byMonth = in.needArray<12>("demand_by_month", unitRange);
    reuse.byHour = in.needArray<24>("demand_by_hour", {0.0, 3.0});
    reuse.supply = celsius(in.need("network_supply_c", {20.0, 130.0}));
    reuse.networkReturn = celsius(in.need("network_return_c", {10.0, 110.0}));
    reuse.approach = kelvins(in.want("approach_k", differenceRangeK, 3.0));
    reuse.heatPump = watts(in.want("heat_pump_w", {0.0, 1e10}, 0.0));
    reuse.carnotShare = in.want("carnot_share", {0.1, 0.9}, 0.5);
    if (reuse.supply <= reuse.networkReturn)
        in.problemAt("network_return_c", "expected water colder than network_supply_c");
    return reuse;
}

template <class Spec>
void take(CatalogEntry& entry, ItemKind kind, Spec&& spec) {
    entry.kind = kind;
    entry.spec = std::forward<Spec>(spec);
}

}  // namespace

void readPlantSpec(EntryReader& in, CatalogFileKind kind, CatalogEntry& entry) {
    switch (kind) {
        case CatalogFileKind::Chiller: return take(entry, ItemKind::Chiller, readChiller(in));
        case CatalogFileKind::Pump: return take(entry, ItemKind::PumpSet, readPump(in));
        case CatalogFileKind::CoolingTower:
            return take(entry, ItemKind::CoolingTower, readTower(in));
        case CatalogFileKind::DryCooler: return take(entry, ItemKind::DryCooler, readDryCooler(in));
        case CatalogFileKind::HeatExchanger:
            return take(entry, ItemKind::HeatExchanger, readExchanger(in));
        case CatalogFileKind::WaterSource:
            return take(entry, ItemKind::WaterSource, readWaterSource(in));
        case CatalogFileKind::WaterTank: return take(entry, ItemKind::WaterTank, readTank(in));
        case CatalogFileKind::HeatReuse: return take(entry, ItemKind::HeatReuse, readHeatReuse(in));
        default: return;
    }
}

}  // namespace halltwin::exchange
