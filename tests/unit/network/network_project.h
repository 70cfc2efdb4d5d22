// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"
#include "model/project/issue.h"
#include "model/project/project.h"
#include "tests/support/catalog_builder.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace halltwin::tests {

inline Point at(double xM, double yM) {
    return {metres(xM), metres(yM)};
}

inline EquipmentEntry equipment(std::string key, EquipmentSpec spec) {
    EquipmentEntry entry;
    entry.key = std::move(key);
    entry.name = "Test " + entry.key;
    entry.price = dollars(1000.0);
    entry.spec = std::move(spec);
    return entry;
}

/// One rack unit, 100 W idle and 300 W at most, 10 kg.
inline EquipmentEntry aSwitch(std::string key, int ports, double gbps,
                              LinkProtocol protocol = LinkProtocol::InfiniBand) {
    SwitchSpec spec;
    spec.protocol = protocol;
    spec.ports = ports;
    spec.speed = gigabitsPerSecond(gbps);
    spec.idle = watts(100.0);
    spec.maximum = watts(300.0);
    spec.mass = kilograms(10.0);
    return equipment(std::move(key), spec);
}

inline EquipmentEntry aMedium(std::string key, MediumKind kind, double reachM, double watt,
                              double perEndDollars) {
    MediumSpec spec;
    spec.kind = kind;
    spec.reach = metres(reachM);
    spec.powerPerEnd = watts(watt);
    spec.pricePerEnd = dollars(perEndDollars);
    spec.pricePerMetre = dollars(10.0);
    spec.diameter = millimetres(10.0);
    return equipment(std::move(key), spec);
}

/// A 42U rack of four 8U servers at the foot with four compute ports, two storage ports and one
/// management port each and 6U for switches; 8 GPUs a server in one NVLink domain.
inline CatalogEntry aNodeRack() {
    CatalogEntry entry = aRackEntry();
    entry.key = "test.nodes";
    auto& spec = std::get<RackSpec>(entry.spec);
    spec.nodes = 4;
    spec.gpus = 32;
    spec.network.compute = {"test.nic", 4};
    spec.network.storage = {"test.slow-nic", 2};
    spec.network.management = {"test.nic", 1};
    spec.network.scaleUpGpus = 8;
    spec.network.scaleUpPerGpu = gigabitsPerSecond(3600.0);
    spec.network.units = 42;
    spec.network.nodeUnits = 8;
    spec.network.freeUnits = 6;
    return entry;
}

/// An empty 42U cabinet with 40U for switches.
inline CatalogEntry aNetworkRack() {
    CatalogEntry entry = aRackEntry();
    entry.key = "test.network";
    RackSpec spec;
    spec.role = RackRole::Network;
    spec.mass = kilograms(150.0);
    spec.network.units = 42;
    spec.network.freeUnits = 40;
    entry.spec = spec;
    return entry;
}

/// aCatalog() with racks, switches, adapters and cables: copper to 3 m, multimode to 50 m, single
/// mode to 500 m, all at 400 Gb/s.
inline Catalog aNetworkCatalog() {
    Catalog catalog = aCatalog();
    catalog.add(aNodeRack());
    catalog.add(aNetworkRack());
    catalog.addEquipment(aSwitch("test.switch", 16, 400.0));
    catalog.addEquipment(aSwitch("test.slow-switch", 16, 200.0));
    catalog.addEquipment(aSwitch("test.wide-switch", 64, 400.0));
    catalog.addEquipment(aSwitch("test.ethernet", 16, 400.0, LinkProtocol::Ethernet));
    catalog.addEquipment(equipment(
        "test.nic", NicSpec{LinkProtocol::InfiniBand, 1, gigabitsPerSecond(400.0), watts(20.0)}));
    catalog.addEquipment(
        equipment("test.slow-nic",
                  NicSpec{LinkProtocol::InfiniBand, 1, gigabitsPerSecond(200.0), watts(20.0)}));
    catalog.addEquipment(aMedium("test.copper", MediumKind::PassiveCopper, 3.0, 0.1, 50.0));
    catalog.addEquipment(aMedium("test.multimode", MediumKind::Multimode, 50.0, 8.0, 500.0));
    catalog.addEquipment(aMedium("test.single", MediumKind::SingleMode, 500.0, 9.0, 900.0));
    return catalog;
}

/// Racks in one hall and fabrics over them, step by step.
class NetworkProject {
public:
    NetworkProject() {
        Hall hall;
        hall.name = "Hall";
        hall.width = metres(30.0);
        hall.depth = metres(30.0);
        m_hall = m_project.halls.add(hall);
    }

    /// `position` is the rack's lower left corner; racks are 0.6 m wide and 1.2 m deep.
    ItemId rack(const std::string& key, double xM, double yM, const std::string& label = {}) {
        Item item;
        item.hall = m_hall;
        item.catalogKey = key;
        item.label = label;
        item.position = {metres(xM), metres(yM)};
        return m_project.items.add(item);
    }

    /// Node racks "N1", "N2"… side by side from x = 0.
    NetworkProject& nodeRacks(int count, double yM = 0.0) {
        for (int i = 0; i < count; ++i)
            rack("test.nodes", 0.6 * i, yM, "N" + std::to_string(++m_nodeRacks));
        return *this;
    }

    HallId openHall(double originXM) {
        Hall hall;
        hall.name = "Hall " + std::to_string(m_project.halls.size() + 1);
        hall.origin = {metres(originXM), metres(0.0)};
        hall.width = metres(30.0);
        hall.depth = metres(30.0);
        return m_hall = m_project.halls.add(hall);
    }

    FabricId fabric(Topology topology, const std::string& leaf = "test.switch",
                    FabricPurpose purpose = FabricPurpose::Compute) {
        Fabric fabric;
        fabric.name = "Fabric " + std::to_string(m_project.fabrics.size() + 1);
        fabric.topology = topology;
        fabric.purpose = purpose;
        fabric.leafSwitch = leaf;
        fabric.unitNodes = 8;
        return m_project.fabrics.add(fabric);
    }

    FabricEdit& next(FabricEditKind kind, std::string first, std::string second = {}) {
        m_edits.push_back({{},
                           m_project.fabrics.begin()->id,
                           kind,
                           std::move(first),
                           std::move(second),
                           {},
                           {},
                           {}});
        return m_edits.back();
    }

    TrayId tray(Point from, Point to, Length height = metres(2.6)) {
        CableTray tray;
        tray.hall = m_hall;
        tray.name = "T" + std::to_string(m_project.trays.size() + 1);
        tray.from = from;
        tray.to = to;
        tray.height = height;
        return m_project.trays.add(tray);
    }

    [[nodiscard]] Project build() const {
        Project project = m_project;
        for (const FabricEdit& edit : m_edits)
            project.fabricEdits.add(edit);
        return project;
    }

    Project& project() { return m_project; }

private:
    Project m_project;
    HallId m_hall;
    int m_nodeRacks = 0;
    std::vector<FabricEdit> m_edits;
};

inline std::size_t countRule(const std::vector<Issue>& issues, const std::string& rule) {
    return static_cast<std::size_t>(std::ranges::count(issues, rule, &Issue::rule));
}

}  // namespace halltwin::tests
