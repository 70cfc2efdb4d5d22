// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/power_figures.h"

#include "model/project/rack_supply.h"
#include "views/bridge/format.h"

#include <QCoreApplication>

namespace halltwin::views::inspector {

namespace {

using Figures = std::vector<ItemFigure>;

QString text(const char* english) {
    return QCoreApplication::translate("ItemFigures", english);
}

QString number(double value, int decimals, const char* unit) {
    return bridge::formatWithUnit(value, decimals, QString::fromUtf8(unit));
}

QString volts0(Voltage voltage) {
    return number(voltage.in(volts), 0, "V");
}

QString amperes1(Current current) {
    return number(current.in(amperes), 1, "A");
}

QString systemText(PhaseSystem system) {
    switch (system) {
        case PhaseSystem::Three: return text("three-phase");
        case PhaseSystem::Single: return text("single-phase");
        case PhaseSystem::Direct: return text("direct current");
    }
    return {};
}

FigureTone toneOfLoading(double loading) {
    if (loading > 1.0) return FigureTone::Bad;
    return loading > power::continuousLoadLimit ? FigureTone::Warning : FigureTone::Plain;
}

void addStore(Figures& figures, const BatterySpec& store, Power rating) {
    figures.push_back({text("Battery"), number(store.energy.in(kilowattHours), 1, "kWh")});
    const Duration carried = store.energy * store.usableShare * store.dischargeEfficiency / rating;
    figures.push_back(
        {text("Runtime at its rating"), number(carried.in(seconds) / 60.0, 1, "min")});
    if (store.charge > Power())
        figures.push_back({text("Charger"), bridge::formatPower(store.charge)});
}

void addGenerator(Figures& figures, const GeneratorSpec& set, Power rating) {
    figures.push_back({text("Takes load after"), number(set.start.in(seconds), 0, "s")});
    figures.push_back({text("Largest load step"), bridge::formatShare(set.acceptedStep)});
    if (set.fuel > Energy()) {
        figures.push_back(
            {text("Fuel at its rating"), number((set.fuel / rating).in(hours), 1, "h")});
    }
}

}  // namespace

Figures electricalFigures(const ElectricalSpec& spec) {
    Figures figures;
    figures.push_back({text("Rating"), bridge::formatPower(spec.rating)});
    if (spec.powerFactor < 1.0)
        figures.push_back({text("At power factor"), bridge::formatNumber(spec.powerFactor, 2)});
    const auto loss = [&](double x) {
        return spec.fixedLoss + spec.linearLoss * x + spec.squareLoss * x * x;
    };
    if (loss(1.0) > 0.0) {
        figures.push_back(
            {text("Efficiency at half load"), bridge::formatShare(0.5 / (0.5 + loss(0.5)))});
        figures.push_back(
            {text("Efficiency at full load"), bridge::formatShare(1.0 / (1.0 + loss(1.0)))});
    }
    if (spec.inputVoltage > Voltage())
        figures.push_back({text("Input"), volts0(spec.inputVoltage)});
    if (spec.outputVoltage > Voltage()) {
        figures.push_back(
            {text("Output voltage"),
             QStringLiteral("%1, %2").arg(volts0(spec.outputVoltage), systemText(spec.system))});
    }
    if (spec.modules > 1) {
        const QString count =
            spec.redundantModules > 0
                ? text("%1, %2 of them redundant").arg(spec.modules).arg(spec.redundantModules)
                : bridge::formatNumber(spec.modules, 0);
        figures.push_back({text("Modules"), count});
    }
    if (spec.battery) addStore(figures, *spec.battery, spec.rating);
    if (spec.generator) addGenerator(figures, *spec.generator, spec.rating);
    if (spec.transfer)
        figures.push_back(
            {spec.transfer->isStatic ? text("Static transfer in") : text("Transfer in"),
             number(1e3 * spec.transfer->transfer.in(seconds), 0, "ms")});
    if (spec.reliability) {
        figures.push_back({text("Failures a year"),
                           bridge::formatSignificant(spec.reliability->failuresPerYear, 2)});
        figures.push_back({text("Repair"), number(spec.reliability->repair.in(hours), 0, "h")});
    }
    return figures;
}

Figures supplyFigures(const RackSpec& rack) {
    Figures figures;
    for (const SupplyStage& stage : rack.stages) {
        figures.push_back(
            {QString::fromStdString(stage.name),
             text("%1 units of %2, %3 each standing")
                 .arg(stage.units)
                 .arg(bridge::formatShare(stage.efficiency), bridge::formatPower(stage.standing))});
    }
    if (rack.unconverted > Power())
        figures.push_back({text("Beside the stages"), bridge::formatPower(rack.unconverted)});
    if (rack.voltage > Voltage()) {
        figures.push_back({text("Cords"), QStringLiteral("%1, %2").arg(volts0(rack.voltage),
                                                                       systemText(rack.system))});
    }
    return figures;
}

Figures stageFigures(const RackSpec& rack, Power cords) {
    Figures figures;
    if (rack.stages.empty()) return figures;
    const Power devices = devicePowerOf(rack, cords);
    figures.push_back({text("Devices"), bridge::formatPower(devices)});
    const auto flows = supplyFlows(rack, devices);
    for (std::size_t i = 0; i < flows.size(); ++i) {
        figures.push_back({text("Into %1").arg(QString::fromStdString(rack.stages[i].name)),
                           text("%1, %2 each")
                               .arg(bridge::formatPower(flows[i].input),
                                    bridge::formatPower(flows[i].inputOfUnit))});
    }
    return figures;
}

namespace {

void addLoad(Figures& figures, const power::LoadResult& load) {
    const bool fed = load.supplied > Power() || load.demand == Power();
    figures.push_back({text("Power"), bridge::formatPower(load.demand)});
    const QString feeds = load.feedA && load.feedB ? text("A and B")
                          : load.feedA             ? text("A only")
                          : load.feedB             ? text("B only")
                                                   : text("none");
    figures.push_back({text("Living feeds"), feeds, !fed ? FigureTone::Bad : FigureTone::Plain});
    if (load.voltageDrop > 0.0)
        figures.push_back({text("Voltage drop"), bridge::formatShare(load.voltageDrop)});
}

}  // namespace

Figures chainFigures(ItemId item, const power::ChainResult& chain) {
    Figures figures;
    if (const power::LoadResult* load = chain.load(item)) addLoad(figures, *load);
    const power::ElementResult* element = chain.element(item);
    if (element == nullptr) return figures;
    if (!element->energised) {
        figures.push_back({text("State"), text("dark: no path to a source"), FigureTone::Warning});
        return figures;
    }
    figures.push_back({text("Output"), bridge::formatPower(element->output)});
    figures.push_back({text("Loss"), bridge::formatPower(element->loss)});
    figures.push_back(
        {text("Loading"), bridge::formatShare(element->loading), toneOfLoading(element->loading)});
    figures.push_back({text("Headroom"), bridge::formatPower(element->headroom)});
    if (element->imbalance > 1e-6)
        figures.push_back({text("Phase imbalance"), bridge::formatShare(element->imbalance)});
    return figures;
}

Figures cableFigures(PowerLinkId id, const power::ChainResult& chain) {
    Figures figures;
    const power::LinkResult* link = chain.link(id);
    if (link == nullptr) return figures;
    if (!link->living) {
        figures.push_back({text("State"), text("dead: leads to no source"), FigureTone::Warning});
        return figures;
    }
    figures.push_back({text("Power"), bridge::formatPower(link->power)});
    if (link->current > Current()) {
        figures.push_back({text("Current"), amperes1(link->current)});
        figures.push_back({text("Loss"), bridge::formatPower(link->loss)});
        figures.push_back({text("Voltage drop"), bridge::formatShare(link->drop)});
    }
    if (link->loading > 0.0) {
        figures.push_back({text("Loading of its breaker"), bridge::formatShare(link->loading),
                           toneOfLoading(link->loading)});
    }
    return figures;
}

}  // namespace halltwin::views::inspector
