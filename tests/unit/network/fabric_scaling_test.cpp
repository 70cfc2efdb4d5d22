// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/fabric_scaling.h"
#include "tests/support/catch.h"
#include "tests/unit/network/network_project.h"

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::tests;

namespace {

struct Case {
    Case() {
        NetworkProject source;
        source.nodeRacks(4);
        source.fabric(Topology::RailOptimised);
        plan = planNetwork(source.build(), catalog);
        input.computePerStep = seconds(0.1);
    }
    [[nodiscard]] Result<std::vector<ScalingPoint>> curve(std::stop_token stop = {}) const {
        return fabricScaling({&plan, 0}, catalog, input, stop);
    }

    Catalog catalog = aNetworkCatalog();
    NetworkPlan plan;
    FabricScalingInput input;
};

}  // namespace

TEST_CASE("The scaling of a fabric ends with the collective of all its GPUs") {
    const Case fabric;
    const auto curve = fabric.curve();
    REQUIRE(curve);
    CHECK(curve->front().gpus == 8);
    CHECK(curve->back().gpus == 64);  // 16 servers of four ports, each a GPU's
    const auto& graph = fabric.plan.fabrics[0].graph;
    const auto all =
        collectiveOnFabric(graph, ranksOf(graph), jobInput({&fabric.plan, 0}, fabric.catalog, {}));
    REQUIRE(all);
    CHECK(curve->back().communication.si() == Approx(all->result.time.si()));
    CHECK(curve->back().efficiency == Approx(0.1 / (0.1 + all->result.time.in(seconds))));
    for (std::size_t n = 1; n < curve->size(); ++n)
        CHECK((*curve)[n].efficiency <= (*curve)[n - 1].efficiency);
}

TEST_CASE("A lost rail lowers the efficiency, overlap raises it") {
    Case fabric;
    fabric.input.job.algorithm = CollectiveAlgorithm::Hierarchical;
    const double whole = fabric.curve()->back().efficiency;
    fabric.input.loss = railLoss(fabric.plan.fabrics[0].graph, 0);
    CHECK(fabric.curve()->back().efficiency < whole);
    fabric.input.loss = {};
    fabric.input.overlap = 0.5;
    CHECK(fabric.curve()->back().efficiency > whole);
}

TEST_CASE("Scaling of a fabric refuses what cannot be") {
    Case fabric;
    for (DeviceIndex host = 0; host < 16; ++host)
        fabric.input.loss.devices.push_back(host);
    const auto none = fabric.curve();
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::NotFound);
    fabric.input.loss = {};
    fabric.input.computePerStep = {};
    CHECK(fabric.curve().error().code == ErrorCode::InvalidArgument);
}
