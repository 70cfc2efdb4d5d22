// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/fabric_fix.h"

#include "model/network/fabric_defaults.h"
#include "views/network/fabric_facts.h"

#include <QCoreApplication>

namespace halltwin::views::network {

namespace net = halltwin::network;

namespace {

QString text(const char* english) {
    return QCoreApplication::translate("FabricFix", english);
}

std::optional<FabricFix> changed(const QString& words, const Fabric& from, const Fabric& to) {
    if (from == to) return std::nullopt;
    return FabricFix{words, edit::SetFabric{to}};
}

std::optional<FabricFix> suitableSwitches(const net::FabricPlan& plan, const Catalog& catalog) {
    Fabric fabric = plan.fabric;
    fabric.leafSwitch = net::suitableSwitch(plan.hosts, catalog, fabric.purpose);
    fabric.spineSwitch.clear();
    const EquipmentEntry* entry = catalog.findEquipment(fabric.leafSwitch);
    if (entry == nullptr) return std::nullopt;
    const QString name = QString::fromStdString(entry->name).section(u',', 0, 0);
    return changed(text("Use %1").arg(name), plan.fabric, fabric);
}

/// What was given by hand goes back to what follows from the ports.
std::optional<FabricFix> automaticFigures(const net::FabricPlan& plan) {
    Fabric fabric = plan.fabric;
    fabric.tiers = 0;
    fabric.torusX = fabric.torusY = fabric.torusZ = 0;
    fabric.groupSwitches = fabric.hostsPerSwitch = fabric.globalLinks = 0;
    return changed(text("Let its size follow"), plan.fabric, fabric);
}

}  // namespace

std::optional<FabricFix> fabricFix(const Issue& issue, const net::FabricPlan& plan,
                                   const Catalog& catalog) {
    for (const net::RefusedEdit& refused : plan.refused)
        if (refused.reason == issue)
            return FabricFix{text("Take the change back"), edit::RemoveFabricEdits{{refused.edit}}};
    if (issue.rule == "network.unknown-switch" || issue.rule == "network.speed-mismatch" ||
        issue.rule == "network.protocol-mismatch")
        return suitableSwitches(plan, catalog);
    if (issue.rule == "network.odd-radix") {
        Fabric fabric = plan.fabric;
        fabric.topology = Topology::LeafSpine;
        return changed(text("Make it leaf–spine"), plan.fabric, fabric);
    }
    if (issue.rule == "network.too-many-hosts" || issue.rule == "network.radix-small")
        return automaticFigures(plan);
    if (issue.rule == "network.no-hosts")
        return FabricFix{text("Remove the fabric"), edit::RemoveFabric{plan.fabric.id}};
    return std::nullopt;
}

}  // namespace halltwin::views::network
