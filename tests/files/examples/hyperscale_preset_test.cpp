// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/data_paths.h"
#include "model/core/file_io.h"
#include "model/exchange/catalog_json.h"
#include "model/exchange/project_json.h"
#include "model/twin/twin.h"
#include "tests/support/catch.h"

#include <memory>
#include <string>

using namespace halltwin;

// The founding documents' "hyperscale" campus: 100,000 GPUs, 50,000 m² and more, 100–200 MW of IT,
// 150–300 MW in all, 40 Tb/s and more, 500–1,000 people.

namespace {

std::shared_ptr<const Catalog> catalog() {
    static const auto loaded = std::make_shared<const Catalog>(
        exchange::loadCatalog(resourceDirectory() / "catalog").catalog);
    return loaded;
}

std::shared_ptr<const Project> campus() {
    static const auto opened = [] {
        const auto text = readFile(examplesDirectory() / "hyperscale-100k-gpu.json");
        REQUIRE(text);
        auto project = exchange::projectFromJson(*text, "hyperscale-100k-gpu.json");
        REQUIRE(project);
        return std::make_shared<const Project>(*std::move(project));
    }();
    return opened;
}

}  // namespace

TEST_CASE("The hyperscale example has the GPUs, the halls and the staff of its preset") {
    int gpus = 0;
    for (const Item& item : campus()->items) {
        const CatalogEntry* entry = catalog()->find(item.catalogKey);
        REQUIRE(entry != nullptr);
        if (const auto* rack = entry->as<RackSpec>()) gpus += rack->gpus;
    }
    double indoorsM2 = 0.0;
    int dataHalls = 0;
    for (const Hall& hall : campus()->halls) {
        if (hall.kind != HallKind::Yard) indoorsM2 += (hall.width * hall.depth).in(squareMetres);
        dataHalls += hall.kind == HallKind::DataHall ? 1 : 0;
    }
    CHECK(gpus >= 100'000);
    CHECK(dataHalls > 2);
    CHECK(indoorsM2 >= 50'000.0);
    CHECK(campus()->economics.staff >= 500);
    CHECK(campus()->economics.staff <= 1000);
}

TEST_CASE("The hyperscale example draws what its preset says, without a finding") {
    const auto answer = twin::evaluate({campus(), catalog(), {}, {}});
    REQUIRE(answer);
    CHECK(answer->kpis.itPower.in(megawatts) >= 100.0);
    CHECK(answer->kpis.itPower.in(megawatts) <= 200.0);
    CHECK(answer->kpis.facilityPower.in(megawatts) >= 150.0);
    CHECK(answer->kpis.facilityPower.in(megawatts) <= 300.0);
    CHECK(answer->power.unsupplied.si() == 0.0);
    for (const Issue& issue : answer->issues)
        CHECK(issue.message == "");
}

TEST_CASE("The hyperscale example joins every GPU over three tiers, and every cable has a way") {
    const network::NetworkPlan plan = network::planNetwork(*campus(), *catalog());
    for (const Issue& issue : plan.issues())
        CHECK(issue.message == "");
    REQUIRE(plan.figures.size() == 3);
    const network::FabricFigures& compute = plan.figures[0];
    CHECK(compute.gpus >= 100'000);
    CHECK(compute.tiers.size() == 3);
    CHECK(compute.cablesRouted == compute.links);
    CHECK(compute.tiers[0].down.in(gigabitsPerSecond) / 1000.0 >= 40.0);
    for (const network::TrayLoad& tray : plan.cables.layout.trays)
        CHECK(tray.fill <= campus()->trays.find(tray.tray)->fillLimit);
}
