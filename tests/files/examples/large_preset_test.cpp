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

// The founding documents' "large" factory: 10,000 GPUs, 5,000–10,000 m², 10–20 MW of IT, 15–30 MW
// in all, 4 Tb/s and more, 100–300 people, $425–675 M.

namespace {

std::shared_ptr<const Catalog> catalog() {
    static const auto loaded = std::make_shared<const Catalog>(
        exchange::loadCatalog(resourceDirectory() / "catalog").catalog);
    return loaded;
}

Project largeFactory() {
    const auto text = readFile(examplesDirectory() / "large-10000-gpu.json");
    REQUIRE(text);
    auto project = exchange::projectFromJson(*text, "large-10000-gpu.json");
    REQUIRE(project);
    return *project;
}

}  // namespace

TEST_CASE("The large example has 10,000 GPUs, on air and on liquid, and a network for them") {
    int onAir = 0;
    int onLiquid = 0;
    int networkRacks = 0;
    for (const Item& item : largeFactory().items) {
        const CatalogEntry* entry = catalog()->find(item.catalogKey);
        REQUIRE(entry != nullptr);
        const auto* rack = entry->as<RackSpec>();
        if (rack == nullptr) continue;
        (rack->liquidFraction > 0.0 ? onLiquid : onAir) += rack->gpus;
        networkRacks += rack->role == RackRole::Network ? 1 : 0;
    }
    CHECK(onAir + onLiquid == 10000);
    CHECK(onLiquid > 4000);
    CHECK(networkRacks >= 40);
}

TEST_CASE("The large example has the halls and the staff of its preset") {
    const Project project = largeFactory();
    double indoorsM2 = 0.0;
    int raised = 0;
    int onSlab = 0;
    for (const Hall& hall : project.halls) {
        if (hall.kind != HallKind::Yard) indoorsM2 += (hall.width * hall.depth).in(squareMetres);
        if (hall.kind != HallKind::DataHall) continue;
        (hall.floorVoid > Length{} ? raised : onSlab) += 1;
    }
    CHECK(indoorsM2 >= 5000.0);
    CHECK(indoorsM2 <= 10000.0);
    CHECK(raised >= 1);
    CHECK(onSlab >= 1);
    CHECK(project.economics.staff >= 100);
    CHECK(project.economics.staff <= 300);
}

TEST_CASE("The large example costs and draws what its preset says, on either power basis") {
    Project project = largeFactory();
    const auto basis = GENERATE(PowerBasis::MeasuredMaximum, PowerBasis::Nameplate);
    project.economics.powerBasis = basis;
    const auto answer =
        twin::evaluate({std::make_shared<const Project>(project), catalog(), {}, {}});
    REQUIRE(answer);
    CHECK(answer->kpis.itPower.in(megawatts) >= 10.0);
    CHECK(answer->kpis.itPower.in(megawatts) <= 20.0);
    CHECK(answer->kpis.facilityPower.in(megawatts) >= 15.0);
    CHECK(answer->kpis.facilityPower.in(megawatts) <= 30.0);
    CHECK(answer->capital.total.in(dollars) >= 425e6);
    CHECK(answer->capital.total.in(dollars) <= 675e6);
    CHECK(answer->power.unsupplied.si() == 0.0);
}
