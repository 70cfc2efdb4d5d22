// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/cable_bundles.h"
#include "model/network/network_plan.h"
#include "tests/support/catch.h"
#include "tests/unit/network/network_project.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::tests;

namespace {

double lengthOf(const CableBundle& bundle) {
    return std::hypot((bundle.to.x - bundle.from.x).in(metres),
                      (bundle.to.y - bundle.from.y).in(metres));
}

std::vector<CableBundle> bundlesOf(
    const NetworkPlan& plan, const LinkLoad& load = [](LinkIndex) { return 0.0; }) {
    return cableBundles(plan.cables.layout, plan.cables.trays.trays(), 0, load);
}

/// Two racks of four servers and a network rack, all along y = 0.6, with one management cable for
/// each server.
NetworkProject twoRacks() {
    NetworkProject builder;
    builder.rack("test.nodes", 0.0, 0.0, "A");
    builder.rack("test.nodes", 6.0, 0.0, "B");
    builder.rack("test.network", 12.0, 0.0, "NET");
    builder.fabric(Topology::LeafSpine, "test.switch", FabricPurpose::Management);
    return builder;
}

/// Metres of cable off the slack: cables x length, over all bundles.
double cableMetres(const std::vector<CableBundle>& bundles) {
    double sum = 0.0;
    for (const CableBundle& bundle : bundles)
        sum += bundle.cables * lengthOf(bundle);
    return sum;
}

}  // namespace

TEST_CASE("cables along a tray are bundles that grow where a rack joins") {
    NetworkProject builder = twoRacks();
    builder.tray(at(0.0, 1.0), at(15.0, 1.0));
    const NetworkPlan plan = planNetwork(builder.build(), aNetworkCatalog());
    const auto bundles = bundlesOf(plan);
    std::vector<int> onTray;
    for (const CableBundle& bundle : bundles)
        if (bundle.from.y == bundle.to.y && !bundle.isEstimated) onTray.push_back(bundle.cables);
    CHECK(onTray == std::vector<int>{4, 8});
    for (const CableBundle& bundle : bundles)
        CHECK_FALSE(bundle.isEstimated);
}

TEST_CASE("bundles hold every metre that the routes run") {
    NetworkProject builder = twoRacks();
    builder.tray(at(0.0, 1.0), at(15.0, 1.0));
    const NetworkPlan plan = planNetwork(builder.build(), aNetworkCatalog());
    const CableLayout& layout = plan.cables.layout;
    double routed = 0.0;
    for (const Cable& cable : layout.fabrics[0].cables)
        if (cable.route != noRoute && layout.routes[cable.route].kind != RouteKind::InRack)
            routed += layout.routes[cable.route].run.in(metres);
    CHECK(cableMetres(bundlesOf(plan)) == Approx(routed).epsilon(1e-9));
}

TEST_CASE("without trays the way is an estimate, along x and then along y") {
    NetworkProject builder = twoRacks();
    const NetworkPlan plan = planNetwork(builder.build(), aNetworkCatalog());
    const auto bundles = bundlesOf(plan);
    REQUIRE_FALSE(bundles.empty());
    for (const CableBundle& bundle : bundles) {
        CHECK(bundle.isEstimated);
        CHECK((bundle.from.x == bundle.to.x || bundle.from.y == bundle.to.y));
    }
}

TEST_CASE("racks on both sides of one place of a tray are joined straight") {
    NetworkProject builder;
    builder.rack("test.nodes", 3.0, 0.0, "A");
    builder.rack("test.network", 3.0, 2.0, "NET");
    builder.fabric(Topology::LeafSpine, "test.switch", FabricPurpose::Management);
    builder.tray(at(0.0, 1.6), at(15.0, 1.6));
    const auto bundles = bundlesOf(planNetwork(builder.build(), aNetworkCatalog()));
    REQUIRE(bundles.size() == 1);
    CHECK(bundles[0].cables == 4);
    CHECK_FALSE(bundles[0].isEstimated);
    CHECK(lengthOf(bundles[0]) == Approx(2.0));
}

TEST_CASE("a bundle is as loaded as its fullest cable") {
    NetworkProject builder = twoRacks();
    builder.tray(at(0.0, 1.0), at(15.0, 1.0));
    const NetworkPlan plan = planNetwork(builder.build(), aNetworkCatalog());
    const LinkIndex first = 0;  // of rack A
    const auto bundles = bundlesOf(plan, [](LinkIndex link) { return link == first ? 0.9 : 0.1; });
    for (const CableBundle& bundle : bundles) {
        const bool isOfRackB = std::abs(bundle.from.x.in(metres)-6.3) < 0.01 &&
                               std::abs(bundle.to.x.in(metres)-6.3) < 0.01;
        const bool isAtSwitch = bundle.cables == 8;
        if (isOfRackB) CHECK(bundle.load == 0.1);
        if (isAtSwitch) CHECK(bundle.load == 0.9);
    }
}

TEST_CASE("a fabric that is not there has no bundles") {
    const NetworkPlan plan = planNetwork(twoRacks().build(), aNetworkCatalog());
    CHECK(cableBundles(plan.cables.layout, {}, 7, [](LinkIndex) { return 0.0; }).empty());
}
