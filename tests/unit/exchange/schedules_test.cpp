// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/network_schedules.h"
#include "model/exchange/project_schedules.h"
#include "tests/support/catch.h"
#include "tests/unit/network/network_project.h"

#include <algorithm>
#include <set>
#include <string>
#include <variant>

using namespace halltwin;
using namespace halltwin::exchange;
using namespace halltwin::tests;

namespace {

/// Four node racks, a network cabinet and a tray above them under two fabrics.
struct Case {
    Case() {
        NetworkProject builder;
        builder.nodeRacks(4);
        builder.rack("test.network", 3.6, 0.0, "X1");
        builder.fabric(Topology::RailOptimised);
        const FabricId second =
            builder.fabric(Topology::LeafSpine, "test.switch", FabricPurpose::Management);
        Fabric management = *builder.project().fabrics.find(second);
        management.placement = SwitchPlacement::TopOfRack;
        builder.project().fabrics.set(management);
        builder.tray({metres(0.0), metres(0.6)}, {metres(6.0), metres(0.6)});
        project = builder.build();
        network = network::planNetwork(project, catalog);
    }

    [[nodiscard]] NetworkSource source() const { return {project, catalog, network}; }

    Catalog catalog = aNetworkCatalog();
    Project project;
    network::NetworkPlan network;
};

std::string textAt(const Schedule& schedule, std::size_t row, const char* column) {
    const auto* text = std::get_if<std::string>(&schedule.at(row, *schedule.find(column)));
    return text == nullptr ? std::string() : *text;
}

double numberAt(const Schedule& schedule, std::size_t row, const char* column) {
    return std::get<double>(schedule.at(row, *schedule.find(column)));
}

}  // namespace

TEST_CASE("Sums of the switch schedule are the fabrics' figures") {
    const Case one;
    const Schedule switches = switchSchedule(one.source());
    double count = 0.0;
    double idleW = 0.0;
    double mostW = 0.0;
    double priceUsd = 0.0;
    for (const network::FabricFigures& figures : one.network.figures) {
        count += figures.switches;
        idleW += figures.switchIdle.in(watts);
        mostW += figures.switchMaximum.in(watts);
        priceUsd += figures.switchPrice.in(dollars);
    }
    REQUIRE(count > 4.0);
    CHECK(static_cast<double>(switches.rowCount()) == count);
    CHECK(switches.sumOf("idle_w") == Approx(idleW));
    CHECK(switches.sumOf("max_w") == Approx(mostW));
    CHECK(switches.sumOf("price_usd") == Approx(priceUsd));
    for (std::size_t row = 0; row < switches.rowCount(); ++row) {
        CHECK(numberAt(switches, row, "ports_used") <= numberAt(switches, row, "ports"));
        CHECK_FALSE(textAt(switches, row, "rack").empty());
    }
}

TEST_CASE("The cable bill adds up to the fabrics' lengths, modules' power and prices") {
    const Case one;
    const Schedule bill = cableBillSchedule(one.source());
    double links = 0.0;
    double lengthM = 0.0;
    double modulesW = 0.0;
    double priceUsd = 0.0;
    for (const network::FabricFigures& figures : one.network.figures) {
        links += static_cast<double>(figures.cablesRouted);
        lengthM += figures.cableLength.in(metres);
        modulesW += figures.modules.in(watts);
        priceUsd += figures.cablePrice.in(dollars);
    }
    REQUIRE(links > 60.0);
    CHECK(bill.sumOf("count") == links);
    CHECK(bill.sumOf("length_m") == Approx(lengthM));
    CHECK(bill.sumOf("power_w") == Approx(modulesW));
    CHECK(bill.sumOf("price_usd") == Approx(priceUsd));
}

TEST_CASE("The port map has each port once, and the lengths of the bill") {
    const Case one;
    const Schedule map = portMap(one.source());
    std::set<std::string> ends;
    for (std::size_t row = 0; row < map.rowCount(); ++row) {
        const std::string fabric = textAt(map, row, "fabric") + "/";
        ends.insert(fabric + textAt(map, row, "from"));
        ends.insert(fabric + textAt(map, row, "to"));
    }
    CHECK(ends.size() == 2 * map.rowCount());
    CHECK(map.sumOf("length_m") == Approx(cableBillSchedule(one.source()).sumOf("length_m")));
    CHECK(textAt(map, 0, "way") == "trays");
    CHECK(textAt(map, 0, "from") == "N1 node 1:1");
    CHECK(numberAt(map, 0, "from_unit") == 1.0);
    for (std::size_t row = 0; row < map.rowCount(); ++row) {
        if (textAt(map, row, "from").starts_with("N1 node 2:"))
            CHECK(numberAt(map, row, "from_unit") == 9.0);  // above 8 units of the first
    }
}

TEST_CASE("Elevations list every server and switch in its units, none twice") {
    const Case one;
    const Schedule list = elevationSchedule(one.source());
    const Schedule switches = switchSchedule(one.source());
    CHECK(list.rowCount() == 4 * 4 + switches.rowCount());
    std::set<std::string> taken;
    double units = 0.0;
    for (std::size_t row = 0; row < list.rowCount(); ++row) {
        const auto top = static_cast<int>(numberAt(list, row, "highest_unit"));
        for (int u = static_cast<int>(numberAt(list, row, "lowest_unit")); u <= top; ++u) {
            taken.insert(textAt(list, row, "rack") + "/" + std::to_string(u));
            units += 1.0;
        }
    }
    CHECK(static_cast<double>(taken.size()) == units);
}

TEST_CASE("Racks' free units and mass follow the switches that stand in them") {
    const Case one;
    const Schedule racks = rackSchedule(one.project, one.catalog, one.network.racks);
    const Schedule bare = rackSchedule(one.project, one.catalog, {});
    const auto switches = static_cast<double>(switchSchedule(one.source()).rowCount());
    CHECK(racks.sumOf("switches") == switches);
    CHECK(bare.sumOf("switches") == 0.0);
    CHECK(bare.sumOf("free_units") == 4 * 6 + 40);
    CHECK(bare.sumOf("free_units") - racks.sumOf("free_units") == switches);  // one unit each
    CHECK(racks.sumOf("mass_kg") - bare.sumOf("mass_kg") == Approx(10.0 * switches));
    CHECK(racks.sumOf("gpus") == 128.0);
}

TEST_CASE("Trays and fabrics carry the plan's figures, and what is not known stays empty") {
    const Case one;
    const Schedule trays = traySchedule(one.source());
    REQUIRE(trays.rowCount() == 1);
    CHECK(numberAt(trays, 0, "fill") == one.network.cables.layout.trays.front().fill);
    CHECK(numberAt(trays, 0, "limit") == 0.4);
    const Schedule without = fabricSchedule(one.source(), {});
    CHECK(std::holds_alternative<std::monostate>(without.at(0, *without.find("bisection_gbps"))));
    const Schedule fabrics = fabricSchedule(one.source(), bisectionsOf(one.network));
    CHECK(numberAt(fabrics, 0, "servers") == 16.0);
    CHECK(numberAt(fabrics, 0, "bisection_gbps") == Approx(8 * 4 * 400.0));
    CHECK(textAt(fabrics, 1, "purpose") == "management");
}

TEST_CASE("A project's schedules have the network's where there is one, each of its own name") {
    const Case one;
    const auto all = projectSchedules(one.source(), {});
    std::set<std::string> keys;
    for (const Schedule& schedule : all)
        keys.insert(schedule.key());
    CHECK(keys.size() == all.size());
    CHECK(keys.contains("port-map"));
    CHECK(all.front().key() == "equipment");
    CHECK(all.front().rowCount() == 5);
    const network::NetworkPlan none;
    CHECK(projectSchedules({one.project, one.catalog, none}, {}).size() == 4);
}
