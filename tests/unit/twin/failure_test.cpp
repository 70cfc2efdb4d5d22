// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/failure.h"
#include "tests/unit/twin/twin_case.h"

#include <algorithm>

using namespace halltwin;
using namespace halltwin::tests;
using thermal::Action;

namespace {

twin::Failure failed(const Project& project, std::vector<ItemId> elements) {
    auto failure = twin::failureOf(asInput(project), elements);
    if (!failure) FAIL(describe(failure.error()));
    return *std::move(failure);
}

auto count(const twin::Failure& failure, Action action) {
    const auto& events = failure.halls.front().events;
    return std::count_if(events.begin(), events.end(),
                         [&](const auto& event) { return event.action == action; });
}

}  // namespace

TEST_CASE("The loss of the only source leaves all that hangs on it without power at once") {
    const Project project = aCompleteProject();
    const auto failure = failed(project, {itemLabelled(project, "Utility")});
    CHECK(failure.darkRacks.size() == 6);
    CHECK(count(failure, Action::Stop) == 6);  // coolers without a cord run on
    CHECK(failure.losses.front().kind == twin::Loss::Kind::Failed);
}

TEST_CASE("The loss of one of two feeds leaves nothing dark") {
    const Project project = aCompleteProject();
    const auto failure = failed(project, {itemLabelled(project, "UPS A")});
    CHECK(failure.darkRacks.empty());
    CHECK(count(failure, Action::Stop) == 0);
}

TEST_CASE("Without chillers the water goes round, without pumps it stands") {
    const Project project = aCompleteProject();
    const Catalog catalog = aCatalog();
    std::vector<ItemId> chillers;
    std::vector<ItemId> pumps;
    for (const Item& item : project.items) {
        const CatalogEntry* entry = catalog.find(item.catalogKey);
        if (entry->as<ChillerSpec>()) chillers.push_back(item.id);
        if (entry->as<PumpSpec>()) pumps.push_back(item.id);
    }
    REQUIRE_FALSE(chillers.empty());
    CHECK(count(failed(project, chillers), Action::StopChillers) == 1);
    CHECK(count(failed(project, chillers), Action::CutWater) == 0);
    CHECK(count(failed(project, pumps), Action::CutWater) == 3);
}

TEST_CASE("What comes back starts again at that time, chillers after their restart") {
    const Project project = aCompleteProject();
    const ItemId utility = itemLabelled(project, "Utility");
    twin::FailureSettings settings;
    settings.incidents.push_back({utility, seconds(60.0), power::Incident::Kind::Returns});
    const auto failure = twin::failureOf(asInput(project), std::vector{utility}, settings);
    REQUIRE(failure);
    CHECK(failure->darkRacks.empty());
    CHECK(failure->interruptedRacks.size() == 6);
    CHECK(count(*failure, Action::Stop) == 6);
    CHECK(count(*failure, Action::Start) == 6);
    for (const auto& event : failure->halls.front().events) {
        if (event.action == Action::Stop) CHECK(event.at.in(seconds) == 0.0);
        if (event.action == Action::Start) CHECK(event.at.in(seconds) == Approx(60.0));
    }
    // Beyond the time that is followed nothing comes back.
    settings.horizon = seconds(30.0);
    const auto shorter = twin::failureOf(asInput(project), std::vector{utility}, settings);
    CHECK(shorter->darkRacks.size() == 6);
    CHECK(count(*shorter, Action::Start) == 0);
}

TEST_CASE("Incidents alone are followed, and one that befalls no element of the chain is refused") {
    const Project project = aCompleteProject();
    twin::FailureSettings settings;
    settings.incidents = {{itemLabelled(project, "Utility"), seconds(10.0)}};
    const auto failure = twin::failureOf(asInput(project), {}, settings);
    REQUIRE(failure);
    CHECK(failure->darkRacks.size() == 6);
    CHECK(failure->losses.empty());  // the chain tells it
    for (const auto& event : failure->halls.front().events)
        CHECK(event.at.in(seconds) == Approx(10.0));
    settings.incidents = {{project.items.begin()->id, {}}};
    const auto refused = twin::failureOf(asInput(project), {}, settings);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::NotFound);
}

TEST_CASE("An element that does not exist is refused") {
    const auto refused = twin::failureOf(asInput(aCompleteProject()), std::vector{ItemId{9999}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::NotFound);
}
