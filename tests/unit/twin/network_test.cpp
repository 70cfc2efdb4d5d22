// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/twin.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "tests/unit/network/network_project.h"
#include "tests/unit/twin/twin_case.h"

#include <algorithm>

using namespace halltwin;
using namespace halltwin::tests;

namespace {

/// A cooled hall with power, its racks joined by a leaf–spine fabric in an open rack.
struct Wired {
    std::shared_ptr<const Catalog> catalog = std::make_shared<const Catalog>(aNetworkCatalog());
    Project project = aCompleteProject();

    Wired() {
        const HallId hall = project.items.begin()->hall;
        Item open;
        open.hall = hall;
        open.catalogKey = "test.network";
        open.label = "N1";
        open.position = {metres(10.0), metres(9.0)};
        project.items.add(open);
        Item nodes = open;
        nodes.catalogKey = "test.nodes";
        nodes.label = "G1";
        nodes.position = {metres(12.0), metres(9.0)};
        project.items.add(nodes);
        for (const char* label : {"N1", "G1"})
            cordLike("R1", label);
    }

    /// The same cords as another rack has.
    void cordLike(const char* other, const char* label) {
        const Table<PowerLink> links = project.powerLinks;
        for (PowerLink link : links) {
            if (link.to != id(other)) continue;
            link.to = id(label);
            project.powerLinks.add(link);
        }
    }

    void addFabric() {
        Fabric fabric;
        fabric.name = "Compute";
        fabric.topology = Topology::LeafSpine;
        fabric.leafSwitch = "test.switch";
        project.fabrics.add(fabric);
    }
    [[nodiscard]] twin::TwinResult solved() const {
        const auto result =
            twin::evaluate({std::make_shared<const Project>(project), catalog, std::nullopt, {}});
        REQUIRE(result);
        return *result;
    }
    [[nodiscard]] ItemId id(const char* label) const { return itemLabelled(project, label); }
};

}  // namespace

TEST_CASE("Switches and modules of a fabric draw power where they stand, and cost") {
    Wired wired;
    const twin::TwinResult bare = wired.solved();
    CHECK(bare.network == nullptr);
    wired.addFabric();
    const twin::TwinResult result = wired.solved();
    REQUIRE(result.network != nullptr);
    const auto& racks = result.network->racks;
    const auto with =
        twin::OperatingPoint::of(wired.project, *wired.catalog, std::nullopt, {}, result.network);
    const auto without = twin::OperatingPoint::of(wired.project, *wired.catalog, std::nullopt);
    REQUIRE((with && without));
    int switches = 0;
    for (const network::RackElevation& rack : racks) {
        const Item& item = *wired.project.items.find(rack.rack);
        const auto* spec = with->spec<RackSpec>(item);
        const Power added = with->rackPower(item, *spec) - without->rackPower(item, *spec);
        CHECK(added.in(watts) == Approx(rack.networkPower(1.0).in(watts)));
        switches += rack.switches;
    }
    CHECK(switches > 0);
    const ItemId open = wired.id("N1");
    CHECK(bare.rackPower.at(open) == Power{});
    CHECK(result.rackPower.at(open) > watts(300.0));
    CHECK(result.books.power < 1e-9);
    Money spent;
    for (const network::FabricFigures& figures : result.network->figures)
        spent += figures.switchPrice + figures.cablePrice;
    CHECK(result.capital.total > bare.capital.total + spent);
}

TEST_CASE("A network is planned once for projects that only differ elsewhere") {
    Wired wired;
    wired.addFabric();
    twin::NetworkMemory memory;
    const auto first = std::make_shared<const Project>(wired.project);
    const auto plan = memory.of(first, wired.catalog);
    REQUIRE(plan != nullptr);
    Project warmer = withSupplyAt(wired.project, celsius(25.0));
    CHECK(memory.of(std::make_shared<const Project>(warmer), wired.catalog) == plan);
    Item moved = *warmer.items.find(wired.id("G1"));
    moved.position.x += metres(1.0);
    warmer.items.set(moved);
    const auto after = memory.of(std::make_shared<const Project>(warmer), wired.catalog);
    CHECK(after != plan);
    CHECK(after->figures[0].cableLength != plan->figures[0].cableLength);
}
