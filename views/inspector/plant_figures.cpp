// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/plant_figures.h"

#include "views/bridge/format.h"

#include <QCoreApplication>
#include <algorithm>

namespace halltwin::views::inspector {

namespace {

using Figures = std::vector<ItemFigure>;

QString text(const char* english) {
    return QCoreApplication::translate("PlantFigures", english);
}

template <class Results>
const typename Results::value_type* findById(const Results& results, ItemId id) {
    const auto at = std::find_if(results.begin(), results.end(),
                                 [id](const auto& result) { return result.id == id; });
    return at == results.end() ? nullptr : &*at;
}

QString flowText(VolumeFlow flow) {
    return bridge::formatWithUnit(flow.in(litresPerSecond), 1, QStringLiteral("L/s"));
}

QString massText(MassFlow flow) {
    return bridge::formatWithUnit(flow.in(kilogramsPerSecond)*3600.0, 0, QStringLiteral("L/h"));
}

QString toFrom(Temperature from, Temperature to) {
    return QStringLiteral("%1 → %2").arg(bridge::formatTemperature(from),
                                         bridge::formatTemperature(to));
}

void addRejector(Figures& figures, const cooling::RejectorResult& unit) {
    figures.push_back({text("Heat taken"), bridge::formatPower(unit.heat)});
    figures.push_back({text("Electric power"), bridge::formatPower(unit.power)});
    if (unit.heat.si() > 0.0) {
        figures.push_back({text("Water, in → out"), toFrom(unit.entering, unit.leaving),
                           unit.holdsWanted ? FigureTone::Plain : FigureTone::Bad});
        figures.push_back({text("Set-point"),
                           unit.holdsWanted
                               ? bridge::formatTemperature(unit.wanted)
                               : text("%1, missed").arg(bridge::formatTemperature(unit.wanted)),
                           unit.holdsWanted ? FigureTone::Plain : FigureTone::Bad});
        figures.push_back({text("Flow of air or source"), bridge::formatShare(unit.share)});
    }
    if (unit.makeUp().si() > 0.0) {
        figures.push_back({text("Make-up water"), massText(unit.makeUp())});
        figures.push_back({text("Evaporation"), massText(unit.evaporation)});
        figures.push_back({text("Blow-down"), massText(unit.bleed)});
    }
    if (unit.basinHeater.si() > 0.0)
        figures.push_back({text("Basin heater"), bridge::formatPower(unit.basinHeater)});
    if (unit.icing) figures.push_back({text("Frost"), text("could ice"), FigureTone::Bad});
    if (unit.tooWarm)
        figures.push_back({text("Permit"), text("gives back too warm water"), FigureTone::Bad});
}

QString modeText(cooling::EconomizerMode mode) {
    switch (mode) {
        case cooling::EconomizerMode::Off: return text("closed");
        case cooling::EconomizerMode::Partial: return text("takes a part");
        case cooling::EconomizerMode::Full: return text("takes all");
    }
    return {};
}

QString loopText(cooling::LoopMode mode) {
    switch (mode) {
        case cooling::LoopMode::Idle: return text("idle");
        case cooling::LoopMode::Free: return text("free cooling");
        case cooling::LoopMode::Mixed: return text("mixed");
        case cooling::LoopMode::Mechanical: return text("by chillers");
    }
    return {};
}

void addExchanger(Figures& figures, const cooling::ExchangerUnitResult& unit) {
    figures.push_back({text("Economizer"), modeText(unit.mode)});
    figures.push_back({text("Heat passed on"), bridge::formatPower(unit.heat)});
    if (unit.heat.si() <= 0.0) return;
    figures.push_back({text("Warm side, in → out"), toFrom(unit.hotIn, unit.hotOut)});
    figures.push_back({text("Cold side, in → out"), toFrom(unit.coldIn, unit.coldOut)});
}

void addReuse(Figures& figures, const cooling::HeatReuseResult& state) {
    figures.push_back({text("Heat delivered"), bridge::formatPower(state.delivered)});
    figures.push_back({text("Heat asked for"), bridge::formatPower(state.demand)});
    figures.push_back({text("Taken from the loop"), bridge::formatPower(state.taken)});
    if (state.power.si() <= 0.0) return;
    figures.push_back({text("Heat pump"), bridge::formatPower(state.power)});
    figures.push_back({text("COP"), bridge::formatNumber(state.cop, 2)});
}

void addLoop(Figures& figures, const cooling::LoopResult& loop) {
    figures.push_back({text("Loop"), loopText(loop.mode)});
    if (loop.mode == cooling::LoopMode::Idle) return;
    figures.push_back({text("Supply"), bridge::formatTemperature(loop.supply),
                       loop.holdsWanted ? FigureTone::Plain : FigureTone::Bad});
    figures.push_back({text("Set-point"), bridge::formatTemperature(loop.wanted)});
    figures.push_back({text("Return"), bridge::formatTemperature(loop.returning)});
}

Figures towerSpec(const TowerSpec& tower) {
    return {{text("Water flow"), flowText(tower.water)},
            {text("Fan power"), bridge::formatPower(tower.fan)},
            {text("Range / approach"),
             QStringLiteral("%1 / %2").arg(bridge::formatDifference(tower.range),
                                           bridge::formatDifference(tower.approach))},
            {text("Wet bulb"), bridge::formatTemperature(tower.wetBulb)},
            {text("Cycles of concentration"), bridge::formatNumber(tower.cyclesOfConcentration, 1)},
            {text("Supply"), bridge::formatTemperature(tower.defaultSupply)}};
}

Figures dryCoolerSpec(const DryCoolerSpec& cooler) {
    Figures figures{{text("Heat"), bridge::formatPower(cooler.heat)},
                    {text("Fluid, in → out"), toFrom(cooler.fluidIn, cooler.fluidOut)},
                    {text("at air of"), bridge::formatTemperature(cooler.airIn)},
                    {text("Fan power"), bridge::formatPower(cooler.fan)}};
    if (cooler.pads.effectiveness > 0.0)
        figures.push_back({text("Wet pads"), bridge::formatShare(cooler.pads.effectiveness)});
    figures.push_back({text("Supply"), bridge::formatTemperature(cooler.defaultSupply)});
    return figures;
}

Figures exchangerSpec(const ExchangerSpec& exchanger) {
    return {{text("Flow, warm / cold"),
             QStringLiteral("%1 / %2").arg(flowText(exchanger.hot), flowText(exchanger.cold))},
            {text("Range / approach"),
             QStringLiteral("%1 / %2").arg(bridge::formatDifference(exchanger.range),
                                           bridge::formatDifference(exchanger.approach))},
            {text("Piping"), exchanger.piping == EconomizerPiping::Integrated
                                 ? text("before the chiller")
                                 : text("beside the chiller")}};
}

Figures sourceSpec(const WaterSourceSpec& source) {
    const auto [low, high] = std::minmax_element(source.monthlyC.begin(), source.monthlyC.end());
    return {{text("Water, coldest to warmest month"), toFrom(celsius(*low), celsius(*high))},
            {text("Flow, source / loop"),
             QStringLiteral("%1 / %2").arg(flowText(source.source), flowText(source.loop))},
            {text("Pump power"), bridge::formatPower(source.pump)},
            {text("Permit, back at most"), bridge::formatTemperature(source.highestOut)}};
}

Figures reuseSpec(const HeatReuseSpec& reuse) {
    Figures figures{{text("Peak demand"), bridge::formatPower(reuse.peakDemand)},
                    {text("Network, return → supply"), toFrom(reuse.networkReturn, reuse.supply)}};
    if (reuse.heatPump.si() > 0.0)
        figures.push_back({text("Heat pump"), bridge::formatPower(reuse.heatPump)});
    return figures;
}

}  // namespace

Figures plantFigures(ItemId item, const cooling::PlantResult& plant) {
    Figures figures;
    for (const auto* list : {&plant.towers, &plant.dryCoolers, &plant.waterSources}) {
        if (const auto* unit = findById(*list, item)) addRejector(figures, *unit);
    }
    if (const auto* unit = findById(plant.exchangers, item)) addExchanger(figures, *unit);
    if (const auto* unit = findById(plant.reuse, item)) addReuse(figures, unit->state);
    if (const auto* unit = findById(plant.tanks, item)) {
        figures.push_back(
            {text("Carries its loop for"), bridge::formatDuration(unit->rideThrough)});
        figures.push_back({text("Heat gained"), bridge::formatPower(unit->gain)});
    }
    for (const cooling::LoopResult& loop : plant.loops) {
        const bool isHere =
            std::find(loop.pumps.begin(), loop.pumps.end(), item) != loop.pumps.end();
        if (isHere) addLoop(figures, loop);
    }
    return figures;
}

Figures plantSpecFigures(const CatalogEntry& entry) {
    if (const auto* tower = entry.as<TowerSpec>()) return towerSpec(*tower);
    if (const auto* cooler = entry.as<DryCoolerSpec>()) return dryCoolerSpec(*cooler);
    if (const auto* exchanger = entry.as<ExchangerSpec>()) return exchangerSpec(*exchanger);
    if (const auto* source = entry.as<WaterSourceSpec>()) return sourceSpec(*source);
    if (const auto* reuse = entry.as<HeatReuseSpec>()) return reuseSpec(*reuse);
    if (const auto* tank = entry.as<TankSpec>()) {
        return {{text("Volume"),
                 bridge::formatWithUnit(tank->volume.in(cubicMetres), 0, QStringLiteral("m³"))}};
    }
    return {};
}

}  // namespace halltwin::views::inspector
