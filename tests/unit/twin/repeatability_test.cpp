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
