// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/fabric_facts.h"

#include "model/network/dragonfly.h"
#include "model/network/torus.h"
#include "views/bridge/format.h"
#include "views/network/network_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace halltwin::views::network {

namespace net = halltwin::network;
using inspector::FigureTone;
using inspector::ItemFigure;

namespace {

QString text(const char* english) {
    return QCoreApplication::translate("FabricFacts", english);
}

QString metresText(Length length) {
    return bridge::formatWithUnit(length.in(metres), 1, QStringLiteral("m"));
}

QString laidText(Length length) {
    return length.in(metres) < 1000.0
               ? metresText(length)
               : bridge::formatWithUnit(length.in(metres) / 1000.0, 1, QStringLiteral("km"));
}

void addSwitches(std::vector<ItemFigure>& facts, const net::FabricFigures& figures) {
    QStringList counts;
    for (const net::TierFigures& tier : figures.tiers)
        counts << QStringLiteral("%1 %2").arg(formatCount(tier.switches), tierName(tier.tier));
    facts.push_back(
        {text("Switches"), counts.isEmpty() ? text("none") : counts.join(QStringLiteral(" · "))});
    for (const net::TierFigures& tier : figures.tiers) {
        const double over = tier.oversubscription();
        if (over <= 0.0) continue;
        facts.push_back({text("Down / up of %1").arg(tierName(tier.tier)),
                         QStringLiteral("%1 : 1").arg(bridge::formatNumber(over, 2)),
                         FigureTone::Plain});
    }
}

/// What is left at 0 in the fabric's figures.
void addChosen(std::vector<ItemFigure>& facts, const net::FabricPlan& plan,
               const net::FabricFigures& figures, const Catalog& catalog) {
    const Fabric& fabric = plan.fabric;
    if (fabric.topology == Topology::Torus) {
        const net::TorusSides sides =
            net::torusSides(figures.hosts, {fabric.torusX, fabric.torusY, fabric.torusZ});
        facts.push_back({text("Sides"),
                         QStringLiteral("%1 × %2 × %3").arg(sides[0]).arg(sides[1]).arg(sides[2])});
        return;
    }
    if (fabric.topology == Topology::Dragonfly) {
        const EquipmentEntry* entry = catalog.findEquipment(fabric.leafSwitch);
        const SwitchSpec* spec = entry == nullptr ? nullptr : entry->as<SwitchSpec>();
        if (spec == nullptr) return;
        const net::DragonflyFigures chosen = net::balancedDragonfly(
            {fabric.hostsPerSwitch, fabric.groupSwitches, fabric.globalLinks}, spec->ports);
        facts.push_back({text("Group"), text("%1 switches, %2 servers' ports, %3 links out each")
                                            .arg(chosen.groupSwitches)
                                            .arg(chosen.hostsPerSwitch)
                                            .arg(chosen.globalLinks)});
        return;
    }
    const QString tiers = QString::number(figures.tiers.size());
    facts.push_back(
        {text("Tiers"), fabric.tiers == 0 ? text("%1, as few as hold all").arg(tiers) : tiers});
}

}  // namespace

QString tierName(int tier) {
    switch (tier) {
        case 1: return text("leaf");
        case 2: return text("spine");
        default: return text("core");
    }
}

QString switchText(const EquipmentEntry& entry) {
    const auto* spec = entry.as<SwitchSpec>();
    const QString name = QString::fromStdString(entry.name).section(u',', 0, 0);
    if (spec == nullptr) return name;
    return QStringLiteral("%1 · %2 × %3 · %4")
        .arg(name)
        .arg(spec->ports)
        .arg(formatDataRate(spec->speed), bridge::formatMoney(entry.price));
}

std::vector<ItemFigure> fabricFacts(const net::FabricPlan& plan, const net::FabricFigures& figures,
                                    const Catalog& catalog) {
    std::vector<ItemFigure> facts;
    facts.push_back({text("Servers"),
                     figures.gpus > 0 ? text("%1 with %2 GPUs")
                                            .arg(formatCount(static_cast<double>(figures.hosts)),
                                                 formatCount(figures.gpus))
                                      : formatCount(static_cast<double>(figures.hosts)),
                     figures.hosts == 0 ? FigureTone::Warning : FigureTone::Plain});
    addSwitches(facts, figures);
    addChosen(facts, plan, figures, catalog);
    facts.push_back({text("Hops"), text(figures.hopsSampled ? "%1 mean (sampled), %2 at most"
                                                            : "%1 mean, %2 at most")
                                       .arg(bridge::formatNumber(figures.meanHops, 2))
                                       .arg(figures.mostHops)});
    facts.push_back({text("Cables"), text("%1, %2 laid")
                                         .arg(formatCount(static_cast<double>(figures.links)),
                                              laidText(figures.cableLength))});
    facts.push_back({text("Longest cable"),
                     text("%1, mean %2")
                         .arg(metresText(figures.longestCable), metresText(figures.meanCable()))});
    facts.push_back(
        {text("Power"), text("%1 to %2, modules %3")
                            .arg(bridge::formatPower(figures.switchIdle + figures.modules),
                                 bridge::formatPower(figures.switchMaximum + figures.modules),
                                 bridge::formatPower(figures.modules))});
    facts.push_back(
        {text("Price"), text("%1, cables %2")
                            .arg(bridge::formatMoney(figures.switchPrice + figures.cablePrice),
                                 bridge::formatMoney(figures.cablePrice))});
    return facts;
}

}  // namespace halltwin::views::network
