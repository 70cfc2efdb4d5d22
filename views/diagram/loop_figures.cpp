// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/loop_figures.h"

#include "model/project/connections.h"
#include "views/bridge/format.h"

#include <QCoreApplication>
#include <algorithm>
#include <set>

namespace halltwin::views::diagram {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("LoopDiagram", text);
}

QString joined(const QString& one, const QString& other) {
    return QStringLiteral("%1 · %2").arg(one, other);
}

QString percent(double share) {
    return bridge::formatWithUnit(100.0 * share, 0, QStringLiteral("%"));
}

template <class Results>
const typename Results::value_type* findById(const Results& results, ItemId id) {
    const auto at = std::find_if(results.begin(), results.end(),
                                 [id](const auto& each) { return each.id == id; });
    return at == results.end() ? nullptr : &*at;
}

QString toFrom(Temperature from, Temperature to) {
    return QStringLiteral("%1 → %2").arg(bridge::formatTemperature(from),
                                         bridge::formatTemperature(to));
}

void rest(Symbol& symbol) {
    symbol.state = SymbolState::StandsBy;
    symbol.figures = tr("stands by");
    symbol.tip << symbol.figures;
}

}  // namespace

LoopFigures::LoopFigures(const LoopSource& source)
    : m_source(source),
      m_heat(twin::waterHeat(source.project, source.catalog, source.result)) {
    for (const auto& coil : source.result.cooling.coils)
        m_coils.emplace(coil.id, &coil);
    for (const auto& loop : source.result.cooling.loops) {
        for (const ItemId pump : loop.pumps)
            m_loopOfPump.emplace(pump, &loop);
    }
    const bool areHallsServed = hallsHold(source.result.cooling);
    for (const auto& loop : source.result.cooling.loops) {
        const bool isHeld = loop.holdsWanted && loop.unmet.si() <= 0.0;
        if (!(loop.rejects ? areHallsServed : isHeld)) continue;
        m_calm.insert(loop.sources.begin(), loop.sources.end());
        m_calm.insert(loop.pumps.begin(), loop.pumps.end());
    }
}

void LoopFigures::fill(Symbol& symbol) const {
    const bool isUnit = coolsWater(symbol.kind) || symbol.kind == ItemKind::PumpSet;
    if (!isUnit) return fillConsumers(symbol);
    if (!symbol.isFolded()) return fillUnit(symbol);
    // A group of equal units: its members one by one, then their sum.
    Symbol sum = symbol;
    std::size_t running = 0;
    for (const ItemId item : symbol.items) {
        Symbol one = symbol;
        one.items = {item};
        one.tip.clear();
        fillUnit(one);
        sum.power += one.power;
        sum.isWarned = sum.isWarned || one.isWarned;
        sum.loading = std::max(sum.loading, one.loading);
        running += one.state == SymbolState::Live ? 1 : 0;
    }
    symbol = sum;
    if (running == 0) return rest(symbol);
    const QString count = tr("%1 run").arg(running);
    symbol.figures =
        symbol.kind == ItemKind::PumpSet ? count : joined(bridge::formatPower(symbol.power), count);
    symbol.tip << symbol.figures;
}

void LoopFigures::fillUnit(Symbol& symbol) const {
    const cooling::PlantResult& plant = m_source.result.cooling;
    const ItemId id = symbol.key();
    if (const auto* unit = findById(plant.chillers, id)) return fillChiller(symbol, *unit);
    if (const auto* unit = rejector(id)) return fillRejector(symbol, *unit);
    if (const auto* unit = findById(plant.exchangers, id)) return fillExchanger(symbol, *unit);
    if (const auto* unit = findById(plant.reuse, id)) return fillReuse(symbol, *unit);
    if (const auto* unit = findById(plant.tanks, id)) return fillTank(symbol, *unit);
    if (const auto* unit = findById(plant.pumps, id)) return fillPump(symbol, *unit);
    symbol.state = SymbolState::Dark;
    symbol.figures = tr("out of service");
    symbol.tip << tr("without power, or in no loop");
}

void LoopFigures::fillChiller(Symbol& symbol, const cooling::ChillerUnitResult& unit) const {
    symbol.power = unit.state.heat;
    symbol.tip << tr("condenser takes in %1").arg(bridge::formatTemperature(unit.condenserIn));
    if (unit.state.heat.si() <= 0.0) return rest(symbol);
    symbol.loading = unit.state.partLoad;
    symbol.isWarned = unit.state.unmet.si() > 0.0;
    symbol.figures = joined(bridge::formatPower(unit.state.heat), percent(unit.state.partLoad));
    symbol.tip << tr("takes %1 at %2 of its capacity")
                      .arg(bridge::formatPower(unit.state.heat), percent(unit.state.partLoad))
               << tr("draws %1, COP %2")
                      .arg(bridge::formatPower(unit.state.power),
                           bridge::formatNumber(unit.state.cop, 2));
    if (symbol.isWarned)
        symbol.tip << tr("%1 beyond its capacity").arg(bridge::formatPower(unit.state.unmet));
}

void LoopFigures::fillRejector(Symbol& symbol, const cooling::RejectorResult& unit) const {
    symbol.power = unit.heat;
    symbol.isWarned = !unit.holdsWanted && !m_calm.contains(unit.id);
    if (unit.heat.si() <= 0.0) {
        if (unit.basinHeater.si() > 0.0)
            symbol.tip << tr("basin heater %1").arg(bridge::formatPower(unit.basinHeater));
        return rest(symbol);
    }
    symbol.loading = std::min(unit.share, 1.0);
    symbol.figures = joined(bridge::formatPower(unit.heat), percent(unit.share));
    symbol.tip << tr("takes %1, draws %2")
                      .arg(bridge::formatPower(unit.heat), bridge::formatPower(unit.power))
               << tr("water %1").arg(toFrom(unit.entering, unit.leaving))
               << (symbol.kind == ItemKind::WaterSource ? tr("source flow %1 of full")
                                                        : tr("fan's air %1 of full"))
                      .arg(percent(unit.share));
    const double litresPerHour = unit.makeUp().in(kilogramsPerSecond)*3600.0;
    if (litresPerHour > 0.0) {
        symbol.tip << tr("make-up water %1")
                          .arg(bridge::formatWithUnit(litresPerHour, 0, QStringLiteral("L/h")));
    }
    if (!unit.holdsWanted)
        symbol.tip << tr("misses its set-point of %1").arg(bridge::formatTemperature(unit.wanted));
    if (unit.icing) symbol.tip << tr("could ice");
    if (unit.tooWarm) symbol.tip << tr("gives back water warmer than its permit");
    symbol.isWarned = symbol.isWarned || unit.icing || unit.tooWarm;
}

void LoopFigures::fillExchanger(Symbol& symbol, const cooling::ExchangerUnitResult& unit) const {
    symbol.power = unit.heat;
    if (unit.heat.si() <= 0.0) return rest(symbol);
    symbol.figures = bridge::formatPower(unit.heat);
    symbol.tip << tr("passes on %1").arg(symbol.figures)
               << tr("warm side %1").arg(toFrom(unit.hotIn, unit.hotOut))
               << tr("cold side %1").arg(toFrom(unit.coldIn, unit.coldOut));
}

void LoopFigures::fillReuse(Symbol& symbol, const cooling::HeatReuseUnitResult& unit) const {
    symbol.power = unit.state.delivered;
    if (unit.state.delivered.si() <= 0.0) return rest(symbol);
    symbol.figures = tr("%1 delivered").arg(bridge::formatPower(unit.state.delivered));
    symbol.tip << tr("takes %1 from the loop").arg(bridge::formatPower(unit.state.taken))
               << tr("delivers %1 of %2 asked for")
                      .arg(bridge::formatPower(unit.state.delivered),
                           bridge::formatPower(unit.state.demand));
    if (unit.state.power.si() > 0.0) {
        symbol.tip << tr("heat pump draws %1, COP %2")
                          .arg(bridge::formatPower(unit.state.power),
                               bridge::formatNumber(unit.state.cop, 2));
    }
}

void LoopFigures::fillTank(Symbol& symbol, const cooling::TankUnitResult& unit) const {
    symbol.power = unit.gain;
    symbol.figures =
        unit.rideThrough.si() > 0.0 ? bridge::formatDuration(unit.rideThrough) : tr("no reserve");
    symbol.tip << tr("carries the loop for %1 with nothing cooling it")
                      .arg(bridge::formatDuration(unit.rideThrough))
               << tr("gains %1 from around it").arg(bridge::formatPower(unit.gain));
}

const PumpSpec* LoopFigures::pumpSpec(ItemId item) const {
    const Item* found = m_source.project.items.find(item);
    const CatalogEntry* entry =
        found == nullptr ? nullptr : m_source.catalog.find(found->catalogKey);
    return entry == nullptr ? nullptr : entry->as<PumpSpec>();
}

void LoopFigures::fillPump(Symbol& symbol, const cooling::PumpUnitResult& unit) const {
    symbol.power = unit.state.power;
    if (unit.state.flow.si() <= 0.0) return rest(symbol);
    if (const PumpSpec* spec = pumpSpec(unit.id); spec != nullptr && spec->ratedFlow.si() > 0.0)
        symbol.loading = unit.state.flow / spec->ratedFlow;
    const QString flow = formatWaterFlow(unit.state.flow);
    symbol.figures = joined(flow, percent(symbol.loading));
    symbol.tip << tr("%1, rise %2, draws %3")
                      .arg(flow, bridge::formatDifference(unit.state.rise),
                           bridge::formatPower(unit.state.power));
    if (unit.state.flowLimited) symbol.tip << tr("at its rated flow: the water warms up more");
    if (const auto* head = m_source.piping.head(unit.id)) {
        const auto kPa = [](Pressure value) {
            return bridge::formatWithUnit(value.in(kilopascals), 0, QStringLiteral("kPa"));
        };
        symbol.tip
            << tr("needs %1 of the %2 it can give").arg(kPa(head->needed), kPa(head->available));
        if (head->limit != cooling::FlowLimit::None) {
            symbol.isWarned = true;
            symbol.tip << tr("too little head: the worst served gets %1 of its flow")
                              .arg(percent(head->share));
        }
    }
    const auto loop = m_loopOfPump.find(unit.id);
    if (loop != m_loopOfPump.end()) fillLoop(symbol, *loop->second);
}

void LoopFigures::fillLoop(Symbol& symbol, const cooling::LoopResult& loop) const {
    if (loop.mode != cooling::LoopMode::Idle && !loop.rejects) {
        const QString flow = symbol.figures.section(QStringLiteral(" · "), 0, 0);
        symbol.figures = joined(flow, loopModeName(loop.mode));
    }
    symbol.tip << tr("loop of %1: %2").arg(formatWaterFlow(loop.flow), loopModeName(loop.mode))
               << tr("supply %1, set-point %2, return %3")
                      .arg(bridge::formatTemperature(loop.supply),
                           bridge::formatTemperature(loop.wanted),
                           bridge::formatTemperature(loop.returning));
    if (!loop.holdsWanted) {
        symbol.isWarned = symbol.isWarned || !m_calm.contains(symbol.key());
        symbol.tip << tr("the set-point is not held");
    }
}

void LoopFigures::fillConsumers(Symbol& symbol) const {
    std::size_t uncooled = 0;
    std::set<double> water;
    for (const ItemId item : symbol.items) {
        const auto heat = m_heat.find(item);
        if (heat != m_heat.end()) symbol.power += heat->second;
        const auto coil = m_coils.find(item);
        if (coil == m_coils.end()) continue;
        if (!coil->second->connected) {
            ++uncooled;
        } else {
            water.insert(coil->second->waterIn.in(celsius));
        }
    }
    symbol.figures = bridge::formatPower(symbol.power);
    symbol.tip << tr("gives %1 to the water").arg(symbol.figures);
    if (!water.empty()) {
        const QString low = bridge::formatTemperature(celsius(*water.begin()));
        const QString high = bridge::formatTemperature(celsius(*water.rbegin()));
        symbol.tip << (low == high ? tr("water in %1").arg(low)
                                   : tr("water in %1 to %2").arg(low, high));
    }
    if (uncooled == 0) return;
    symbol.isWarned = true;
    symbol.figures =
        symbol.isFolded() ? tr("%1 without water").arg(uncooled) : tr("nothing cools its water");
    symbol.tip << symbol.figures;
}

const cooling::RejectorResult* LoopFigures::rejector(ItemId item) const {
    const cooling::PlantResult& plant = m_source.result.cooling;
    for (const auto* list : {&plant.towers, &plant.dryCoolers, &plant.waterSources}) {
        if (const auto* unit = findById(*list, item)) return unit;
    }
    return nullptr;
}

}  // namespace halltwin::views::diagram
