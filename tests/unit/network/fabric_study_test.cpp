// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/fabric_study.h"
#include "model/network/names.h"
#include "tests/support/catch.h"
#include "tests/unit/network/network_project.h"

#include <algorithm>

using namespace halltwin;
using namespace halltwin::network;
using namespace halltwin::tests;

namespace {

Catalog aCatalogWithStorage() {
    Catalog catalog = aNetworkCatalog();
    CatalogEntry entry = aNodeRack();
    entry.key = "test.store";
    auto& spec = std::get<RackSpec>(entry.spec);
    spec.role = RackRole::Storage;
    spec.gpus = 0;
    catalog.add(entry);
    return catalog;
}

/// Two racks of four servers, one of four storage servers, and a network rack; each server has two
/// storage ports of 200 Gb/s on a non-blocking leaf-spine.
struct Storage {
    Catalog catalog = aCatalogWithStorage();
    Project project;
    NetworkPlan plan;

    explicit Storage(bool hasStores = true) {
        NetworkProject builder;
        builder.nodeRacks(2);
        if (hasStores) builder.rack("test.store", 3.0, 0.0, "S1");
        builder.rack("test.network", 6.0, 0.0, "NET");
        builder.fabric(Topology::LeafSpine, "test.slow-switch", FabricPurpose::Storage);
        project = builder.build();
        plan = planNetwork(project, catalog);
    }

    [[nodiscard]] Result<FabricStudy> ask(const StudyQuestion& question) const {
        return studyFabric({&plan, 0}, project, catalog, question);
    }
    [[nodiscard]] double totalGbps(TrafficKind kind) const {
        const auto study = ask({.traffic = kind, .job = {}});
        REQUIRE(study);
        return study->flows.total.in(gigabitsPerSecond);
    }
};

}  // namespace

TEST_CASE("storage servers are the narrow end: their ports together, read or written") {
    const Storage storage;
    const double ports = 4.0 * 2.0 * 200.0;
    CHECK(storage.totalGbps(TrafficKind::StorageRead) == Approx(ports));
    CHECK(storage.totalGbps(TrafficKind::StorageWrite) == Approx(ports));
}

TEST_CASE("reading loads the storage servers' cables away from them, writing towards them") {
    const Storage storage;
    const auto read = storage.ask({.traffic = TrafficKind::StorageRead, .job = {}});
    const auto write = storage.ask({.traffic = TrafficKind::StorageWrite, .job = {}});
    REQUIRE(read);
    REQUIRE(write);
    const Graph& graph = storage.plan.fabrics[0].graph;
    const std::string lastRack = storage.plan.fabrics[0].rackOf(8).name;
    CHECK(lastRack == "S1");
    for (LinkIndex l = 0; l < graph.links.size(); ++l) {
        if (graph.links[l].a < 8 || graph.links[l].a >= 12) continue;
        CHECK(read->flows.load[2 * l] == Approx(1.0));
        CHECK(read->flows.load[2 * l + 1] == Approx(0.0));
        CHECK(write->flows.load[2 * l] == Approx(0.0));
        CHECK(write->load(l) == Approx(1.0));
    }
}

TEST_CASE("an incast comes down to the one port that all send to") {
    const Storage storage;
    const auto study = storage.ask({.traffic = TrafficKind::Incast, .job = {}});
    REQUIRE(study);
    CHECK(study->flows.total.in(gigabitsPerSecond) == Approx(200.0));
    REQUIRE(study->flows.bottleneck != noArc);
    const Graph& graph = storage.plan.fabrics[0].graph;
    CHECK(headOf(graph, study->flows.bottleneck) == 11);  // the last server
    CHECK(tailOf(graph, study->flows.bottleneck) >= 12);  // from its leaf
}

TEST_CASE("uniform traffic stays within the links and is the same each time") {
    const Storage storage;
    const auto one = storage.ask({.traffic = TrafficKind::Uniform, .job = {}});
    const auto two = storage.ask({.traffic = TrafficKind::Uniform, .job = {}});
    REQUIRE(one);
    REQUIRE(two);
    CHECK(one->flows.load == two->flows.load);
    CHECK(one->flows.excess <= 1e-9);
    CHECK(one->flows.total.si() > 0.0);
}

TEST_CASE("a fabric without storage servers has no storage traffic") {
    const Storage none(false);
    const auto study = none.ask({.traffic = TrafficKind::StorageRead, .job = {}});
    REQUIRE_FALSE(study);
    CHECK(study.error().code == ErrorCode::NotFound);
}

TEST_CASE("what is lost carries nothing, and the study says what that does") {
    const Storage storage;
    const auto whole = storage.ask({});
    const auto cut =
        storage.ask({.traffic = TrafficKind::Collective, .job = {}, .losses = {"spine-1"}});
    REQUIRE(whole);
    REQUIRE(cut);
    CHECK_FALSE(whole->effect);
    REQUIRE(cut->effect);
    CHECK(cut->effect->reach.cutOff.empty());
    CHECK(cut->effect->bisectionAfter < cut->effect->bisectionBefore);
    const FabricPlan& plan = storage.plan.fabrics[0];
    const auto spine = DeviceNames(plan.graph, plan.hosts).find("spine-1");
    REQUIRE(spine);
    for (LinkIndex l = 0; l < plan.graph.links.size(); ++l)
        if (plan.graph.links[l].b == spine->device) CHECK(cut->load(l) == 0.0);
}

TEST_CASE("losses that name nothing of the fabric are told and passed over") {
    const Storage storage;
    const auto study = storage.ask(
        {.traffic = TrafficKind::Collective, .job = {}, .losses = {"spine-99", "tray nowhere"}});
    REQUIRE(study);
    CHECK(study->unknown == std::vector<std::string>{"spine-99", "tray nowhere"});
    CHECK_FALSE(study->effect);
}

TEST_CASE("a study that is stopped says so") {
    const Storage storage;
    std::stop_source source;
    source.request_stop();
    const auto study =
        studyFabric({&storage.plan, 0}, storage.project, storage.catalog, {}, source.get_token());
    REQUIRE_FALSE(study);
    CHECK(study.error().code == ErrorCode::Cancelled);
}
