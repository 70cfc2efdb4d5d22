// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/breakdown.h"

#include "tests/support/builders.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::views::charts;

TEST_CASE("The parts of the power chart add up to what the utility delivers") {
    const auto project = std::make_shared<const Project>(
        tests::aProject().withRacks(4).withCoolers(2).withPower().withChilledWater().build());
    const auto catalog = std::make_shared<const Catalog>(tests::aCatalog());
    const auto result = twin::evaluate({project, catalog, {}, {}});
    REQUIRE(result);
    const std::vector<PowerPart> parts = powerParts(*result, *project, *catalog);
    REQUIRE(parts.size() >= 4);
    Power sum;
    for (const PowerPart& part : parts) sum += part.power;
    CHECK(parts.front().kind == ItemKind::Rack);
    CHECK(sum.in(watts) == Approx(result->power.sourceInput.in(watts)).epsilon(1e-9));
    CHECK(sum.in(watts) == Approx(result->kpis.facilityPower.in(watts)).epsilon(1e-9));
}
