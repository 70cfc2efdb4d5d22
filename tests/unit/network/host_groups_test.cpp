// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/fabric_defaults.h"
#include "model/network/fabric_matrix.h"
#include "model/network/hand_edits.h"
#include "model/network/host_groups.h"
#include "model/network/network_plan.h"
#include "tests/support/catch.h"
#include "tests/unit/network/network_project.h"

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::tests;

namespace {

/// Four racks of four servers; units of eight servers with four rails.
struct Rails {
    explicit Rails(int racks = 4) {
        source.nodeRacks(racks);
        source.fabric(Topology::RailOptimised);
        project = source.build();
        plan = planNetwork(project, catalog);
    }
    [[nodiscard]] PlannedFabric fabric() const { return {&plan, 0}; }

    NetworkProject source;
    Catalog catalog = aNetworkCatalog();
    Project project;
    NetworkPlan plan;
};

std::size_t hostsIn(const HostGroups& groups) {
    std::size_t hosts = 0;
    for (const HostGroup& group : groups.groups)
        hosts += group.hosts.size();
    return hosts;
}

}  // namespace

TEST_CASE("Hosts are grouped by server, rack, unit and hall") {
    const Rails rails;
    const auto by = [&](HostGrouping grouping) {
        const auto groups = groupHosts(rails.plan.fabrics[0], rails.project, grouping);
        REQUIRE(groups);
        CHECK(hostsIn(*groups) == 16);
        CHECK(groups->inAll == groups->groups.size());
        return *groups;
    };
    CHECK(by(HostGrouping::Server).groups.size() == 16);
    CHECK(by(HostGrouping::Server).groups[5].name == "N2 node 2");
    CHECK(by(HostGrouping::Rack).groups[3].name == "N4");
    const HostGroups units = by(HostGrouping::Unit);
    REQUIRE(units.groups.size() == 2);
    CHECK(units.groups[1].name == "unit 2");
    CHECK(units.groups[1].hosts.front() == 8);
    CHECK(by(HostGrouping::Pod).groups.size() == 2);
    CHECK(by(HostGrouping::Hall).groups[0].name == "Hall");
}

TEST_CASE("Automatic grouping is the finest that keeps to the limit") {
    const Rails rails;
    const auto by = [&](std::size_t most) {
        return groupHosts(rails.plan.fabrics[0], rails.project, HostGrouping::Automatic, most)->by;
    };
    CHECK(by(40) == HostGrouping::Rack);
    CHECK(by(3) == HostGrouping::Unit);
    const Rails one(1);
    const auto servers = groupHosts(one.plan.fabrics[0], one.project, HostGrouping::Automatic, 40);
    REQUIRE(servers);
    CHECK(servers->by == HostGrouping::Server);
    CHECK(servers->groups.size() == 4);
}

TEST_CASE("Groups above the limit are left out evenly and counted") {
    const Rails rails;
    const auto groups = groupHosts(rails.plan.fabrics[0], rails.project, HostGrouping::Server, 4);
    REQUIRE(groups);
    CHECK(groups->inAll == 16);
    REQUIRE(groups->groups.size() == 4);
    for (std::size_t n = 0; n < 4; ++n)
        CHECK(groups->groups[n].hosts == std::vector<DeviceIndex>{static_cast<DeviceIndex>(4 * n)});
}

TEST_CASE("A fabric without units or servers says so") {
    NetworkProject source;
    source.nodeRacks(4);
    source.fabric(Topology::LeafSpine);
    source.fabric(Topology::LeafSpine, "test.switch", FabricPurpose::Outside);
    const Project project = source.build();
    const NetworkPlan plan = planNetwork(project, aNetworkCatalog());
    const auto units = groupHosts(plan.fabrics[0], project, HostGrouping::Unit);
    REQUIRE_FALSE(units);
    CHECK(units.error().code == ErrorCode::NotFound);
    const auto none = groupHosts(plan.fabrics[1], project, HostGrouping::Automatic);
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::NotFound);
}

TEST_CASE("Hops between racks: two below one leaf, four over a spine") {
    const Rails rails;
    const auto matrix = hopsBetweenGroups(rails.fabric(), rails.project, {});
    REQUIRE(matrix);
    CHECK_FALSE(matrix->isSampled);
    REQUIRE(matrix->hops.size() == 4);
    CHECK(matrix->hops[0][1].mean == Approx(2.0));  // one unit: the leaf of the rail
    CHECK(matrix->hops[0][2].mean == Approx(4.0));  // leaf, spine, leaf
    CHECK(matrix->hops[2][0].most == 4);
    MatrixInput input;
    input.hostsPerGroup = 1;
    CHECK(hopsBetweenGroups(rails.fabric(), rails.project, input)->isSampled);
}

TEST_CASE("Bandwidth between racks is that of their ports, less what is cut") {
    const Rails rails;
    const auto whole = bandwidthBetweenGroups(rails.fabric(), rails.project, {});
    REQUIRE(whole);
    CHECK(whole->rates[0][0].si() == 0.0);
    // Four servers of four ports at 400 Gb/s.
    CHECK(whole->rates[0][1].in(gigabitsPerSecond) == Approx(6400.0));
    CHECK(whole->rates[0][3].in(gigabitsPerSecond) == Approx(6400.0));
    MatrixInput input;
    input.loss = railLoss(rails.plan.fabrics[0].graph, 0);
    const auto cut = bandwidthBetweenGroups(rails.fabric(), rails.project, input);
    REQUIRE(cut);
    CHECK(cut->rates[0][1].in(gigabitsPerSecond) == Approx(4800.0));
}

TEST_CASE("Both matrices can be cancelled") {
    const Rails rails;
    std::stop_source stop;
    stop.request_stop();
    const auto hops = hopsBetweenGroups(rails.fabric(), rails.project, {}, stop.get_token());
    REQUIRE_FALSE(hops);
    CHECK(hops.error().code == ErrorCode::Cancelled);
    const auto rates = bandwidthBetweenGroups(rails.fabric(), rails.project, {}, stop.get_token());
    REQUIRE_FALSE(rates);
    CHECK(rates.error().code == ErrorCode::Cancelled);
}

TEST_CASE("A fabric to begin with suits the ports of its purpose") {
    const Rails rails;
    const Fabric compute = defaultFabric(rails.project, rails.catalog, FabricPurpose::Compute);
    CHECK(compute.name == "Compute fabric");
    CHECK(compute.topology == Topology::RailOptimised);
    CHECK(compute.leafSwitch == "test.wide-switch");  // 400 Gb/s InfiniBand, most ports
    CHECK(compute.placement == SwitchPlacement::TopOfRack);
    const Fabric storage = defaultFabric(rails.project, rails.catalog, FabricPurpose::Storage);
    CHECK(storage.topology == Topology::LeafSpine);
    CHECK(storage.leafSwitch == "test.slow-switch");  // 200 Gb/s
    Project project = rails.project;
    project.fabrics.add(compute);
    CHECK(defaultFabric(project, rails.catalog, FabricPurpose::Compute).name == "Compute fabric 2");
    CHECK(defaultFabric(project, Catalog{}, FabricPurpose::Compute).leafSwitch.empty());
}

TEST_CASE("Suitable switches: protocol before ports, speed before protocol") {
    Catalog catalog;
    catalog.addEquipment(aSwitch("a.ethernet", 64, 400.0, LinkProtocol::Ethernet));
    catalog.addEquipment(aSwitch("a.fast", 64, 800.0));
    HostList hosts;
    HostRack rack;
    rack.nodes = 4;
    rack.portsPerNode = 1;
    rack.portRate = gigabitsPerSecond(400.0);
    hosts.racks.push_back(rack);
    CHECK(suitableSwitch(hosts, catalog, FabricPurpose::Compute) == "a.ethernet");
    catalog.addEquipment(aSwitch("a.infiniband", 16, 400.0));
    CHECK(suitableSwitch(hosts, catalog, FabricPurpose::Compute) == "a.infiniband");
    hosts.racks[0].portRate = gigabitsPerSecond(1600.0);
    CHECK(suitableSwitch(hosts, catalog, FabricPurpose::Compute) == "a.fast");
}

TEST_CASE("Each change by hand that cannot be made is named with its reason") {
    NetworkProject source;
    source.nodeRacks(4);
    source.fabric(Topology::RailOptimised);
    source.next(FabricEditKind::RemoveLink, "leaf-1.1:1");
    source.next(FabricEditKind::RemoveSwitch, "spine-99");
    const Project project = source.build();
    const Catalog catalog = aNetworkCatalog();
    const NetworkPlan plan = planNetwork(project, catalog);
    REQUIRE(plan.fabrics[0].refused.size() == 1);
    CHECK(plan.fabrics[0].refused[0].edit == FabricEditId{2});
    CHECK(plan.fabrics[0].refused[0].reason.rule == "network.edit-unknown");
    FabricEdit again;
    again.kind = FabricEditKind::RemoveLink;
    again.first = "leaf-1.1:1";
    CHECK(whyRefused(plan.fabrics[0], catalog, again));  // it is gone already
    again.first = "leaf-1.1:2";
    CHECK_FALSE(whyRefused(plan.fabrics[0], catalog, again));
}
