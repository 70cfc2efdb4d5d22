// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/data_paths.h"
#include "model/core/file_io.h"
#include "model/exchange/catalog_json.h"
#include "model/exchange/project_json.h"
#include "model/project/rules.h"
#include "model/twin/twin.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>

using namespace halltwin;

// The power description of ORNL Frontier that W. Brewer et al. published with ExaDigiT (SC24):
// 74 cabinets, 25 distribution units, 7.282 MW idle and 28.203 MW at peak.

namespace {

std::shared_ptr<const Catalog> catalog() {
    static const auto loaded = std::make_shared<const Catalog>(
        exchange::loadCatalog(resourceDirectory() / "catalog").catalog);
    return loaded;
}

Project frontier() {
    const auto text = readFile(examplesDirectory() / "frontier.json");
    REQUIRE(text);
    auto project = exchange::projectFromJson(*text, "frontier.json");
    REQUIRE(project);
    return *project;
}

twin::TwinResult answerFor(const std::string& scenario) {
    const Project project = frontier();
    const auto found = std::find_if(project.scenarios.begin(), project.scenarios.end(),
                                    [&](const Scenario& each) { return each.name == scenario; });
    REQUIRE(found != project.scenarios.end());
    auto answer =
        twin::evaluate({std::make_shared<const Project>(project), catalog(), found->id, {}});
    REQUIRE(answer);
    return *std::move(answer);
}

}  // namespace

TEST_CASE("Frontier draws the published power, idle and at its peak") {
    const auto [scenario, megawattsPublished] =
        GENERATE(table<std::string, double>({{"idle", 7.282}, {"peak", 28.203}}));
    const auto answer = answerFor(scenario);
    CHECK(answer.kpis.facilityPower.in(megawatts) == Approx(megawattsPublished).epsilon(1e-4));
    CHECK(answer.books.worst() < 1e-9);
    CHECK(answer.power.unsupplied == Power{});
    CHECK(answer.power.losses == Power{});
    CHECK(answer.uncordedDemand == Power{});
}

TEST_CASE("A Frontier cabinet peaks at the published power, and its pumps count once") {
    const auto answer = answerFor("peak");
    REQUIRE(answer.rackPower.size() == 74);
    for (const auto& [id, power] : answer.rackPower)
        CHECK(power.in(kilowatts) == Approx(378.26).epsilon(1e-4));
    CHECK(answer.cdus.size() == 25);
    CHECK((answer.kpis.facilityPower - answer.kpis.itPower).in(watts) ==
          Approx(25.0 * 8473.47).epsilon(1e-9));
}

TEST_CASE("Frontier's rules leave only the water that the description does not have") {
    const Project project = frontier();
    std::set<std::string> rules;
    int cabinets = 0;
    for (const Issue& issue : checkRules(project, *catalog()))
        rules.insert(issue.rule);
    for (const Item& item : project.items)
        cabinets += item.catalogKey == "rack.frontier" ? 1 : 0;
    CHECK(rules == std::set<std::string>{"cooling.no-plant"});
    CHECK(cabinets == 74);
}
