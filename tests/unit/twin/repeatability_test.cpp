// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/twin/twin_case.h"

using namespace halltwin;
using namespace halltwin::tests;

namespace {

twin::TwinResult evaluatedBy(twin::Evaluator& evaluator, const Project& project) {
    auto result = evaluator.evaluate(asInput(project));
    if (!result) FAIL(describe(result.error()));
    return std::move(*result);
}

bool sameToTheBit(const twin::TwinResult& a, const twin::TwinResult& b) {
    if (!(a.kpis == b.kpis) || !(a.books == b.books) || a.rooms.size() != b.rooms.size())
        return false;
    for (std::size_t i = 0; i < a.rooms.size(); ++i) {
        if (a.rooms[i].air.temperatureC != b.rooms[i].air.temperatureC) return false;
        if (a.rooms[i].air.racks != b.rooms[i].air.racks) return false;
    }
    return a.issues == b.issues && a.derivations == b.derivations;
}

}  // namespace

TEST_CASE("Moving a rack and moving it back returns every figure to the bit") {
    const Project before = aCompleteProject();
    Project moved = before;
    Item rack = *moved.items.find(itemLabelled(moved, "R2"));
    rack.position.y += metres(6.0);
    moved.items.set(rack);

    twin::Evaluator evaluator;
    const auto first = evaluatedBy(evaluator, before);
    const auto second = evaluatedBy(evaluator, moved);
    const auto third = evaluatedBy(evaluator, before);
    CHECK_FALSE(sameToTheBit(first, second));
    CHECK(sameToTheBit(first, third));
}

TEST_CASE("An evaluator with a history answers as a fresh one does") {
    Project project = aCompleteProject();
    twin::Evaluator evaluator;
    for (const double utilisation : {1.0, 0.3, 0.6}) {
        project.economics.defaultUtilisation = utilisation;
        CHECK(sameToTheBit(evaluatedBy(evaluator, project), evaluated(project)));
    }
}

TEST_CASE("With momentum, too, an evaluator with a history answers as a fresh one does") {
    const auto at = [](const Project& project) {
        twin::TwinInput input = asInput(project);
        input.settings = {1.2, thermal::Stage::Coarse};  // few cells: this is about memory
        return input;
    };
    const Project base = aCompleteProject();
    Project onCoal = base;  // the same air
    onCoal.energy.share.fill(0.0);
    onCoal.energy.share[static_cast<std::size_t>(EnergySource::Coal)] = 1.0;
    Project halfLoad = base;  // other heat in the same places
    halfLoad.economics.defaultUtilisation = 0.5;
    twin::Evaluator evaluator;
    for (const Project* project :
         std::initializer_list<const Project*>{&base, &onCoal, &halfLoad, &base}) {
        auto kept = evaluator.evaluate(at(*project));
        const auto fresh = twin::evaluate(at(*project));
        REQUIRE(kept);
        REQUIRE(fresh);
        CHECK(sameToTheBit(*kept, *fresh));
        CHECK(kept->rooms.front().air.stage == thermal::Stage::Coarse);
    }
}

TEST_CASE("An edit that does not touch the air does not calculate it again") {
    twin::TwinInput input = asInput(aCompleteProject());
    input.settings = {1.2, thermal::Stage::Coarse};
    twin::Evaluator evaluator;
    const auto first = evaluator.evaluate(input);
    auto edited = std::make_shared<Project>(*input.project);
    edited->economics.tariff = dollarsPerKilowattHour(0.2);
    input.project = edited;
    const auto second = evaluator.evaluate(input);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(second->kpis.operatingCost > first->kpis.operatingCost);
    // The elapsed time is that of the one calculation.
    CHECK(second->rooms.front().air.wallS == first->rooms.front().air.wallS);
}
