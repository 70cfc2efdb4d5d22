// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/chain.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

#include <limits>

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;

namespace {

/// A sound path 1–2 to load 10, and a loop 5 → 6 → 7 → 5 fed from 1 with load 11 and PDU 8 below
/// it.
ChainBuilder withLoop() {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(2, ItemKind::Pdu, 100.0)
        .element(5, ItemKind::Pdu, 100.0)
        .element(6, ItemKind::Pdu, 100.0)
        .element(7, ItemKind::Pdu, 100.0)
        .element(8, ItemKind::Pdu, 100.0)
        .load(10, 40.0)
        .load(11, 30.0)
        .link(1, 2)
        .link(2, 10)
        .link(1, 5)
        .link(5, 6)
        .link(6, 7)
        .link(7, 5)
        .link(7, 8)
        .link(8, 11);
    return chain;
}

}  // namespace

TEST_CASE("An element above its rating is an error and above 80 % a warning") {
    const auto [demandKw, rule] =
        GENERATE(table<double, std::string>({{160.0, ""},
                                             {161.0, "power.continuous-load"},
                                             {200.0, "power.continuous-load"},
                                             {201.0, "power.overload"}}));
    const auto result = solveChain(singlePath(demandKw).build());
    REQUIRE(result);
    if (rule.empty()) {
        CHECK(result->issues.empty());
        return;
    }
    REQUIRE(result->issues.size() == 1);
    const Issue& issue = result->issues.front();
    CHECK(issue.rule == rule);
    CHECK(issue.items == std::vector<ItemId>{{4}});
    CHECK(issue.severity == (rule == "power.overload" ? Severity::Error : Severity::Warning));
    CHECK(issue.message.find("element 4") != std::string::npos);
}

TEST_CASE("Beyond 1.5 × rated the loss is the one at 1.5 and an issue says so") {
    const auto result = solveChain(singlePath(320.0).build());
    REQUIRE(result);
    const ElementResult& pdu = *result->element({4});
    CHECK(pdu.lossClamped);
    CHECK(pdu.loss.in(kilowatts) == Approx(200.0 * (0.005 + 0.01 * 2.25)));
    CHECK(pdu.headroom.in(kilowatts) == Approx(-120.0));
    REQUIRE(findIssue(*result, "power.over-range") != nullptr);
    CHECK(findIssue(*result, "power.over-range")->items == std::vector<ItemId>{{4}});
    CHECK(result->relativeResidual < 1e-12);
}

TEST_CASE("A load without a path to a source is reported and not supplied") {
    ChainInput input = singlePath(100.0).build();
    input.loads.push_back({{11}, "lonely rack", kilowatts(7.0)});
    input.elements.push_back({{5}, ItemKind::Pdu, "dead PDU", kilowatts(50.0), {}});
    input.loads.push_back({{12}, "rack on a dead PDU", kilowatts(3.0)});
    input.links.push_back({{5}, {12}, Feed::A});
    const auto result = solveChain(input);
    REQUIRE(result);
    REQUIRE(result->issues.size() == 2);
    CHECK(result->issues[0].rule == "power.uncorded");
    CHECK(result->issues[0].items == std::vector<ItemId>{{11}});
    CHECK(result->issues[1].items == std::vector<ItemId>{{12}});
    CHECK(result->unsupplied.in(kilowatts) == Approx(10.0));
    CHECK(result->supplied.in(kilowatts) == Approx(100.0));
    CHECK_FALSE(result->element({5})->energised);
}

TEST_CASE("A loop is named with its members, and the rest still solves") {
    const auto result = solveChain(withLoop().build());
    REQUIRE(result);
    const Issue* loop = findIssue(*result, "power.loop");
    REQUIRE(loop != nullptr);
    CHECK(loop->items == std::vector<ItemId>{{5}, {6}, {7}});
    CHECK(loop->message.find("element 5, element 6, element 7") != std::string::npos);
    CHECK(result->element({2})->output.in(kilowatts) == Approx(40.0));
    CHECK(result->sourceInput.in(kilowatts) == Approx(40.0));
    CHECK_FALSE(result->element({8})->energised);
    REQUIRE(findIssue(*result, "power.uncorded") != nullptr);
    CHECK(findIssue(*result, "power.uncorded")->items == std::vector<ItemId>{{11}});
}

TEST_CASE("A load below a loop is carried by its other cord") {
    const auto result = solveChain(withLoop().link(2, 11, Feed::B).build());
    REQUIRE(result);
    CHECK(result->element({2})->output.in(kilowatts) == Approx(70.0));
    CHECK(findIssue(*result, "power.uncorded") == nullptr);
}

TEST_CASE("Two loops are two issues, and an element fed by itself is a loop") {
    ChainBuilder chain = withLoop();
    chain.element(9, ItemKind::Ups, 10.0).link(8, 9).link(9, 9);
    const auto result = solveChain(chain.build());
    REQUIRE(result);
    std::vector<std::vector<ItemId>> loops;
    for (const Issue& issue : result->issues) {
        if (issue.rule == "power.loop") loops.push_back(issue.items);
    }
    REQUIRE(loops.size() == 2);
    CHECK(loops[0] == std::vector<ItemId>{{5}, {6}, {7}});
    CHECK(loops[1] == std::vector<ItemId>{{9}});
}

TEST_CASE("An element without a rating is reported and passes power on") {
    ChainInput input = singlePath(100.0).build();
    input.elements[3].rating = Power{};
    const auto result = solveChain(input);
    REQUIRE(result);
    REQUIRE(result->issues.size() == 1);
    CHECK(result->issues[0].rule == "power.rating-missing");
    CHECK(result->element({4})->loading == 0.0);
    CHECK(result->supplied.in(kilowatts) == Approx(100.0));
}

TEST_CASE("Links into a source or out of a load are reported and ignored") {
    const auto result = solveChain(singlePath(100.0).link(10, 4).link(4, 1).build());
    REQUIRE(result);
    REQUIRE(result->issues.size() == 2);
    CHECK(result->issues[0].rule == "power.link-ignored");
    CHECK(result->issues[1].rule == "power.link-ignored");
    CHECK(result->supplied.in(kilowatts) == Approx(100.0));
}

TEST_CASE("Unusable input is refused with the place") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    ChainInput input = singlePath(100.0).build();
    SECTION("a demand that is no number") {
        input.loads[0].demand = kilowatts(nan);
        const auto result = solveChain(input);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == ErrorCode::InvalidArgument);
        CHECK(result.error().context == "load 10");
    }
    SECTION("a negative demand") {
        input.loads[0].demand = kilowatts(-1.0);
        CHECK(solveChain(input).error().code == ErrorCode::InvalidArgument);
    }
    SECTION("a loss that is no number") {
        input.elements[2].losses.square = nan;
        CHECK(solveChain(input).error().context == "element 3");
    }
    SECTION("an id given twice") {
        input.loads.push_back({{4}, "same id", kilowatts(1.0)});
        CHECK(solveChain(input).error().code == ErrorCode::DuplicateId);
    }
}

TEST_CASE("An empty chain solves to nothing") {
    const auto result = solveChain({});
    REQUIRE(result);
    CHECK(result->sourceInput == Power{});
    CHECK(result->relativeResidual == 0.0);
    CHECK(result->issues.empty());
}
