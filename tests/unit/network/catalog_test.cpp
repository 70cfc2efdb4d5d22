// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/catalog_json.h"
#include "model/network/network_plan.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"
#include "tests/unit/network/fabric_cases.h"

#include <set>
#include <string>

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::tests;

namespace {

Catalog shipped() {
    return exchange::loadCatalog(sourcePath("resources/catalog")).catalog;
}

/// Racks of DGX H100 in two rows and network cabinets, trays over all.
Project superPod(int racks, int cabinets, const std::string& key) {
    Project project;
    Hall hall;
    hall.name = "Hall";
    hall.width = metres(30.0);
    hall.depth = metres(12.0);
    const HallId id = project.halls.add(hall);
    const auto place = [&](const std::string& type, double xM, double yM) {
        Item item;
        item.hall = id;
        item.catalogKey = type;
        item.label = "R" + std::to_string(project.items.size() + 1);
        item.position = {metres(xM), metres(yM)};
        project.items.add(item);
    };
    for (int r = 0; r < racks; ++r)
        place(key, 0.6 * (r % 20), r < 20 ? 1.0 : 4.6);
    for (int c = 0; c < cabinets; ++c)
        place("rack.network-open", 13.2 + 0.6 * c, 1.0);
    const auto tray = [&](double x1, double y1, double x2, double y2) {
        CableTray one;
        one.hall = id;
        one.name = "T" + std::to_string(project.trays.size() + 1);
        one.from = {metres(x1), metres(y1)};
        one.to = {metres(x2), metres(y2)};
        one.width = metres(0.9);
        project.trays.add(one);
    };
    tray(0.0, 1.6, 20.0, 1.6);
    tray(0.0, 5.2, 20.0, 5.2);
    tray(12.6, 1.0, 12.6, 6.0);
    return project;
}

Fabric compute(const std::string& leaf) {
    Fabric fabric;
    fabric.name = "Compute";
    fabric.leafSwitch = leaf;
    return fabric;
}

}  // namespace

TEST_CASE("every adapter of a rack is in the catalogue") {
    const Catalog catalog = shipped();
    int ports = 0;
    for (const auto& [key, entry] : catalog.entries()) {
        const auto* rack = entry.as<RackSpec>();
        if (rack == nullptr) continue;
        const RackNetwork& network = rack->network;
        for (const HostPorts* host :
             {&network.compute, &network.storage, &network.management, &network.outside}) {
            if (host->perNode == 0) continue;
            ++ports;
            INFO(key << " " << host->nic);
            const EquipmentEntry* nic = catalog.findEquipment(host->nic);
            REQUIRE(nic != nullptr);
            CHECK(nic->as<NicSpec>() != nullptr);
        }
    }
    CHECK(ports > 20);
}

TEST_CASE("every adapter finds a switch of its speed, and every speed a cable of 500 m") {
    const Catalog catalog = shipped();
    const Media media(catalog);
    std::set<std::pair<LinkProtocol, double>> switches;
    for (const auto& [key, entry] : catalog.equipment()) {
        if (const auto* spec = entry.as<SwitchSpec>())
            switches.insert({spec->protocol, spec->speed.si()});
    }
    for (const auto& [key, entry] : catalog.equipment()) {
        const auto* nic = entry.as<NicSpec>();
        if (nic == nullptr) continue;
        INFO(key);
        CHECK(switches.contains({nic->protocol, nic->speed.si()}));
        CHECK(media.choose(nic->speed, metres(1.2)).has_value());
        CHECK(media.choose(nic->speed, metres(500.0)).has_value());
        const auto chosen = media.choose(nic->speed, metres(30.0));
        REQUIRE(chosen.has_value());
        CHECK(media.all()[*chosen].spec.speed == nic->speed);
    }
}

TEST_CASE("the shipped catalogue makes a DGX SuperPOD of four units without a finding") {
    const Catalog catalog = shipped();
    Project project = superPod(32, 4, "rack.dgx-h100-x4");
    project.fabrics.add(compute("switch.qm9700"));
    const NetworkPlan plan = planNetwork(project, catalog);
    for (const Issue& issue : plan.issues())
        CHECK(issue.message == "");
    const FabricFigures& figures = plan.figures[0];
    CHECK(figures.hosts == 128);
    CHECK(figures.gpus == 1024);
    REQUIRE(figures.tiers.size() == 2);
    CHECK(figures.tiers[0].switches == 32);
    CHECK(figures.tiers[1].switches == 16);
    CHECK(figures.links == 2048);
    CHECK(figures.tiers[0].oversubscription() == 1.0);
    CHECK(figures.longestCable < metres(50.0));
    CHECK(figures.switchMaximum.in(kilowatts) > 30.0);
    REQUIRE(plan.fabrics[0].hosts.scaleUp.size() == 1);
    CHECK(plan.fabrics[0].hosts.scaleUp[0].domains == 128);
}

TEST_CASE("storage and management networks of the same racks build beside it") {
    const Catalog catalog = shipped();
    Project project = superPod(16, 3, "rack.dgx-h100-x4");
    project.fabrics.add(compute("switch.qm9700"));
    Fabric storage = compute("switch.sn5600-400g");
    storage.name = "Storage";
    storage.purpose = FabricPurpose::Storage;
    storage.topology = Topology::LeafSpine;
    project.fabrics.add(storage);
    Fabric management = storage;
    management.name = "Management";
    management.purpose = FabricPurpose::Management;
    management.leafSwitch = "switch.management-48x1";
    management.oversubscription = 4.0;
    project.fabrics.add(management);
    const NetworkPlan plan = planNetwork(project, catalog);
    for (const Issue& issue : plan.issues())
        CHECK(issue.message == "");
    CHECK(plan.figures[1].switches == 1);  // 128 ports for 64 servers of two
    CHECK(plan.figures[2].hosts == 64);
    for (const FabricPlan& fabric : plan.fabrics)
        CHECK(portsAreSound(fabric.graph));
}
