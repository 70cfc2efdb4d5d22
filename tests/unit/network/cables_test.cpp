// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/names.h"
#include "model/network/network_plan.h"
#include "model/network/tray_meetings.h"
#include "tests/support/catch.h"
#include "tests/unit/network/one_switch.h"

#include <cmath>
#include <numbers>
#include <vector>

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::tests;

namespace {

/// The middle of server 0 (units 1–8) and of a switch in unit 42.
constexpr double serverM = 4.0 * 0.04445;
constexpr double switchM = 41.5 * 0.04445;

}  // namespace

TEST_CASE("a cable is as long as the way measured by hand: up, along, across, down, plus slack") {
    OneSwitch one;                                  // rack centres (0.3, 0.6) and (12.3, 8.6)
    one.builder.tray(at(0.0, 1.0), at(15.0, 1.0));  // passes the servers 0.4 m aside
    one.builder.tray(at(11.0, 1.0), at(11.0, 9.0), metres(2.9));  // 1.3 m beside the network rack
    const NetworkPlan plan = one.plan();
    CHECK(route(plan, 0).kind == RouteKind::Trays);
    const double along = 0.4 + (11.0 - 0.3) + (2.9 - 2.6) + (8.6 - 1.0) + 1.3;
    const double rises = (2.6 - serverM) + (2.9 - switchM);
    CHECK(cable(plan, 0).length.in(metres) == Approx((along + rises) * 1.1 + 2.0).epsilon(1e-5));
    const double thirdServer = 20.0 * 0.04445;
    CHECK((cable(plan, 0).length - cable(plan, 2).length).in(metres) ==
          Approx((thirdServer - serverM) * 1.1));
    CHECK(plan.cables.layout.media[static_cast<std::size_t>(cable(plan, 0).medium)].key ==
          "test.multimode");
    CHECK(plan.issues().empty());
    const auto stretches = plan.cables.layout.stretchesOf(route(plan, 0));
    REQUIRE(stretches.size() == 2);
    CHECK(stretches[0].to.in(metres) == Approx(11.0));
    CHECK(stretches[1].to.in(metres) == Approx(7.6));
}

TEST_CASE("a tray below the floor is reached downwards") {
    OneSwitch one(6.0, 0.0);
    one.builder.tray(at(0.0, 0.6), at(9.0, 0.6), metres(-0.5));
    const double rises = (serverM + 0.5) + (switchM + 0.5);
    CHECK(cable(one.plan(), 0).length.in(metres) == Approx((6.0 + rises) * 1.1 + 2.0));
}

TEST_CASE("of two ways over the trays the shorter is taken") {
    OneSwitch one(12.0, 0.0);
    one.builder.tray(at(0.0, 1.6), at(0.0, 9.0));
    one.builder.tray(at(12.3, 1.6), at(12.3, 9.0));
    one.builder.tray(at(0.0, 9.0), at(12.3, 9.0));
    const double round = cable(one.plan(), 0).length.in(metres);
    one.builder.tray(at(0.0, 4.0), at(12.3, 4.0));
    CHECK(round - cable(one.plan(), 0).length.in(metres) == Approx(10.0 * 1.1).epsilon(1e-5));
}

TEST_CASE("a cable within one rack goes to the side and back and needs no loop") {
    NetworkProject builder;
    builder.rack("test.nodes", 0.0, 0.0, "N");
    builder.fabric(Topology::LeafSpine, "test.switch", FabricPurpose::Management);
    Fabric fabric = *builder.project().fabrics.begin();
    fabric.placement = SwitchPlacement::TopOfRack;
    builder.project().fabrics.set(fabric);
    const NetworkPlan plan = planNetwork(builder.build(), aNetworkCatalog());
    CHECK(route(plan, 0).kind == RouteKind::InRack);
    CHECK(cable(plan, 0).length.in(metres) == Approx((switchM - serverM + 0.6) * 1.1));
    CHECK(plan.cables.layout.media[static_cast<std::size_t>(cable(plan, 0).medium)].key ==
          "test.copper");
    CHECK(plan.issues().empty());
}

TEST_CASE("without trays lengths are estimates along x and y, and the hall says so") {
    OneSwitch one;
    const NetworkPlan plan = one.plan();
    CHECK(route(plan, 0).kind == RouteKind::Estimate);
    const double rises = (2.6 - serverM) + (2.6 - switchM);
    CHECK(cable(plan, 0).length.in(metres) == Approx((12.0 + 8.0 + rises) * 1.1 + 2.0));
    REQUIRE(plan.issues().size() == 1);
    CHECK(plan.issues()[0].rule == "network.lengths-estimated");
    CHECK(plan.issues()[0].arguments == std::vector<std::string>{"Hall", "4"});
}

TEST_CASE("a rack off the trays and trays that do not meet are told") {
    OneSwitch off;
    off.builder.tray(at(0.0, 1.0), at(6.0, 1.0));
    const auto offIssues = off.plan().issues();
    REQUIRE(offIssues.size() == 1);
    CHECK(offIssues[0].rule == "network.rack-off-trays");
    CHECK(offIssues[0].items == std::vector{off.network});

    OneSwitch apart;
    apart.builder.tray(at(0.0, 1.0), at(6.0, 1.0));
    apart.builder.tray(at(8.0, 8.0), at(15.0, 8.0));
    const auto apartIssues = apart.plan().issues();
    REQUIRE(apartIssues.size() == 1);
    CHECK(apartIssues[0].rule == "network.no-tray-way");
    CHECK(apartIssues[0].arguments == std::vector<std::string>{"N", "NET", "4"});
    apart.builder.tray(at(2.0, 0.0), at(2.0, 3.0));  // meets one of them, leads nowhere
    apart.builder.tray(at(9.0, 7.0), at(9.0, 10.0));
    CHECK(countRule(apart.plan().issues(), "network.no-tray-way") == 1);
    apart.builder.tray(at(6.0, 0.9), at(9.0, 8.1));
    CHECK(apart.plan().issues().empty());
}

TEST_CASE("a tray reaches into another hall by its place on the site") {
    NetworkProject builder;
    builder.rack("test.nodes", 28.0, 0.0, "N");
    builder.tray(at(20.0, 1.0), at(40.0, 1.0));  // ten metres beyond the hall of 30 m
    builder.openHall(32.0);
    builder.rack("test.network", 4.0, 0.0, "NET");  // centre at 36.3 m on the site
    builder.fabric(Topology::LeafSpine, "test.switch", FabricPurpose::Management);
    const NetworkPlan plan = planNetwork(builder.build(), aNetworkCatalog());
    CHECK(plan.issues().empty());
    CHECK(route(plan, 0).kind == RouteKind::Trays);
    CHECK(route(plan, 0).run.in(metres) == Approx(0.4 + 8.0 + 0.4));
}

TEST_CASE("a cable that no medium reaches is an error that names its ends") {
    Catalog catalog = aNetworkCatalog();
    OneSwitch one;
    Catalog copperOnly = aCatalog();
    for (const auto& [key, entry] : catalog.entries())
        copperOnly.add(entry);
    for (const auto& [key, entry] : catalog.equipment()) {
        if (key != "test.multimode" && key != "test.single") copperOnly.addEquipment(entry);
    }
    const NetworkPlan plan = planNetwork(one.builder.build(), copperOnly);
    CHECK(cable(plan, 0).medium == noMedium);
    REQUIRE(countRule(plan.issues(), "network.no-medium") == 1);
    CHECK(countRule(one.plan().issues(), "network.no-medium") == 0);
    bool found = false;
    for (const Issue& each : plan.issues()) {
        if (each.rule != "network.no-medium") continue;
        found = true;
        CHECK(each.arguments[1] == "400");
        CHECK(each.arguments[3] == "N node 1:1");
        CHECK(each.arguments[4] == "leaf-1:1");
        CHECK(each.arguments[5] == "4");
    }
    CHECK(found);
}

TEST_CASE("a medium is the slowest that carries the rate, of equals the cheapest that reaches") {
    Catalog catalog = aNetworkCatalog();
    EquipmentEntry fast = aMedium("test.fast", MediumKind::PassiveCopper, 30.0, 0.1, 1.0);
    std::get<MediumSpec>(fast.spec).speed = gigabitsPerSecond(800.0);
    catalog.addEquipment(fast);
    const Media media(catalog);
    const auto key = [&](double gbps, double m) -> std::string {
        const auto chosen = media.choose(gigabitsPerSecond(gbps), metres(m));
        return chosen ? media.all()[*chosen].key : "none";
    };
    CHECK(key(400.0, 3.0) == "test.copper");
    CHECK(key(400.0, 3.01) == "test.multimode");
    CHECK(key(200.0, 50.1) == "test.single");
    CHECK(key(400.0, 501.0) == "none");
    CHECK(key(800.0, 30.0) == "test.fast");
    CHECK(key(800.0, 31.0) == "none");
}

TEST_CASE("cables are bought by length class, with both ends and its metres") {
    CHECK(Media::lengthClass(metres(2.51)) == metres(3.0));
    CHECK(Media::lengthClass(metres(3.0)) == metres(3.0));
    CHECK(Media::lengthClass(metres(12345.0)) == metres(12345.0));
    const MediumSpec spec = *aMedium("m", MediumKind::Multimode, 50.0, 8.0, 500.0).as<MediumSpec>();
    CHECK(Media::priceOf(spec, metres(12.2)) == dollars(2 * 500.0 + 15 * 10.0));
}

TEST_CASE("the bill of cables sums to the figures, and both to the cables") {
    NetworkProject builder;
    builder.nodeRacks(8).fabric(Topology::RailOptimised);
    builder.fabric(Topology::LeafSpine, "test.slow-switch", FabricPurpose::Storage);
    builder.rack("test.network", 3.0, 6.0, "NET");
    builder.tray(at(0.0, 0.6), at(9.0, 0.6));
    builder.tray(at(3.3, 0.0), at(3.3, 9.0));
    const NetworkPlan plan = planNetwork(builder.build(), aNetworkCatalog());
    REQUIRE(plan.figures.size() == 2);
    std::size_t cables = 0;
    Length length;
    Money price;
    Power power;
    for (const BillLine& line : plan.bill) {
        cables += static_cast<std::size_t>(line.count);
        length += line.length;
        price += line.price;
        power += line.power;
        CHECK(line.length / static_cast<double>(line.count) <= line.lengthClass);
    }
    CHECK(cables == plan.fabrics[0].graph.links.size() + plan.fabrics[1].graph.links.size());
    const auto sum = [&](auto member) { return plan.figures[0].*member + plan.figures[1].*member; };
    CHECK(sum(&FabricFigures::cablesRouted) == cables);
    CHECK(sum(&FabricFigures::cableLength).in(metres) == Approx(length.in(metres)));
    CHECK(sum(&FabricFigures::cablePrice).in(dollars) == Approx(price.in(dollars)));
    CHECK(sum(&FabricFigures::modules).in(watts) == Approx(power.in(watts)));
}

TEST_CASE("a tray's fill is the sum of its cables' sections where it is fullest") {
    OneSwitch one(6.0, 0.0);
    one.builder.rack("test.nodes", 3.0, 0.0, "M");  // joins half way
    const TrayId id = one.builder.tray(at(0.0, 0.6), at(9.0, 0.6));
    const NetworkPlan plan = one.plan();
    REQUIRE(plan.cables.layout.trays.size() == 1);
    const TrayLoad& load = plan.cables.layout.trays[0];
    const double section = std::numbers::pi / 4.0 * 0.01 * 0.01;
    CHECK(load.tray == id);
    CHECK(load.count == 8);
    CHECK(load.fill == Approx(8.0 * section / (0.3 * 0.1)));
    CHECK(load.at.in(metres) == Approx(3.3));
    CHECK(countRule(plan.issues(), "network.tray-full") == 0);

    CableTray tray = *one.builder.project().trays.find(id);
    tray.width = metres(0.03);
    tray.depth = metres(0.03);
    one.builder.project().trays.set(tray);
    const auto issues = one.plan().issues();
    REQUIRE(countRule(issues, "network.tray-full") == 1);
    CHECK(issues[0].arguments == std::vector<std::string>{"T1", "70", "8", "40"});
}

TEST_CASE("cables that leave a tray make room for those that join it") {
    OneSwitch one(4.5, 0.0);
    one.builder.rack("test.nodes", 9.0, 0.0, "M");  // from the other side
    one.builder.tray(at(0.0, 0.6), at(12.0, 0.6));
    const TrayLoad load = one.plan().cables.layout.trays.at(0);
    CHECK(load.count == 4);
    CHECK(load.at.in(metres) == Approx(0.3));
}

TEST_CASE("trays meet where they cross or touch and nowhere else") {
    const auto meetings = [](Point a, Point b, Point c, Point d) {
        std::vector<TrayRun> trays(2);
        trays[0].from = a;
        trays[0].to = b;
        trays[1].from = c;
        trays[1].to = d;
        for (TrayRun& tray : trays) {
            tray.length = metres(std::hypot((tray.to.x - tray.from.x).in(metres),
                                            (tray.to.y - tray.from.y).in(metres)));
            tray.width = metres(0.3);
        }
        return trayMeetings(trays).size();
    };
    CHECK(meetings(at(0, 0), at(10, 0), at(5, -5), at(5, 5)) == 1);
    CHECK(meetings(at(0, 0), at(10, 0), at(5, 0.2), at(5, 5)) == 1);
    CHECK(meetings(at(0, 0), at(10, 0), at(5, 0.4), at(5, 5)) == 0);
    CHECK(meetings(at(0, 0), at(10, 0), at(10, 0), at(20, 0)) == 1);
    CHECK(meetings(at(0, 0), at(10, 0), at(10.2, 0), at(20, 0)) == 0);
    CHECK(meetings(at(0, 0), at(10, 0), at(0, 0.3), at(10, 0.3)) == 0);
    CHECK(meetings(at(0, 0), at(10, 0), at(4, 0), at(14, 0)) == 2);
    CHECK(meetings(at(0, 0), at(0, 10), at(-0.1, 10.1), at(8, 10.1)) == 1);
}
