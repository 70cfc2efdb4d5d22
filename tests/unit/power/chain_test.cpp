// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/chain.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

#include <random>

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;

TEST_CASE("Losses add up element by element from the load to the utility") {
    const auto result = solveChain(singlePath(100.0).build());
    REQUIRE(result);
    const double pduLossKw = 200.0 * (0.005 + 0.01 * 0.25);
    const double upsOutKw = 100.0 + pduLossKw;
    const double upsLossKw = 400.0 * (0.01 + 0.03 * (upsOutKw / 400.0) * (upsOutKw / 400.0));
    const double transformerOutKw = upsOutKw + upsLossKw;
    const double x = transformerOutKw / 500.0;
    const double utilityKw = transformerOutKw + 500.0 * (0.002 + 0.008 * x * x);

    CHECK(result->element({4})->loss.in(kilowatts) == Approx(pduLossKw));
    CHECK(result->element({4})->headroom.in(kilowatts) == Approx(100.0));
    CHECK(result->element({3})->output.in(kilowatts) == Approx(upsOutKw));
    CHECK(result->element({3})->loading == Approx(upsOutKw / 400.0));
    CHECK(result->element({2})->input.in(kilowatts) == Approx(utilityKw));
    CHECK(result->sourceInput.in(kilowatts) == Approx(utilityKw));
    CHECK(result->losses.in(kilowatts) == Approx(utilityKw - 100.0));
    CHECK(result->relativeResidual < 1e-12);
    CHECK(result->issues.empty());
}

TEST_CASE("An idle chain still loses its no-load losses") {
    const auto result = solveChain(singlePath(0.0).build());
    REQUIRE(result);
    CHECK(result->element({4})->loss.in(kilowatts) == Approx(1.0));
    CHECK(result->sourceInput.in(kilowatts) > 5.9);
    CHECK(result->sourceInput.in(kilowatts) < 6.1);
}

TEST_CASE("PDU loss above its no-load loss grows with the square of load") {
    const auto half = solveChain(singlePath(50.0).build());
    const auto full = solveChain(singlePath(100.0).build());
    REQUIRE(half);
    REQUIRE(full);
    const double noLoadKw = 1.0;
    CHECK(full->element({4})->loss.in(kilowatts)-noLoadKw ==
          Approx(4.0 * (half->element({4})->loss.in(kilowatts)-noLoadKw)));
}

TEST_CASE("A load with an A and a B cord draws half from each") {
    const auto result = solveChain(twoPaths(80.0).build());
    REQUIRE(result);
    CHECK(result->element({3})->output.in(kilowatts) == Approx(40.0));
    CHECK(result->element({13})->output.in(kilowatts) == Approx(40.0));
    CHECK(result->load({20})->feedA);
    CHECK(result->load({20})->feedB);
    CHECK(result->relativeResidual < 1e-12);
}

TEST_CASE("When one path fails its load shifts to the other") {
    const ItemId failed[] = {{12}};
    const auto result = solveChain(withoutElements(twoPaths(80.0).build(), failed));
    REQUIRE(result);
    CHECK(result->element({3})->output.in(kilowatts) == Approx(80.0));
    CHECK_FALSE(result->element({13})->energised);
    CHECK(result->element({13})->loss == Power{});
    CHECK(result->load({20})->supplied.in(kilowatts) == Approx(80.0));
    CHECK_FALSE(result->load({20})->feedB);
    CHECK(findIssue(*result, "power.continuous-load") != nullptr);  // the UPS carries 81 of 100 kW
}

TEST_CASE("Two cords of the same feed count as two") {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(2, ItemKind::Pdu, 100.0)
        .element(3, ItemKind::Pdu, 100.0)
        .load(10, 30.0)
        .link(1, 2)
        .link(1, 3)
        .link(2, 10)
        .link(2, 10)
        .link(3, 10);
    const auto result = solveChain(chain.build());
    REQUIRE(result);
    CHECK(result->element({2})->output.in(kilowatts) == Approx(20.0));
    CHECK(result->element({3})->output.in(kilowatts) == Approx(10.0));
}

TEST_CASE("The result does not depend on the order of the input") {
    ChainInput forwards = twoPaths(73.0).build();
    ChainInput backwards = forwards;
    std::reverse(backwards.elements.begin(), backwards.elements.end());
    std::reverse(backwards.links.begin(), backwards.links.end());
    const auto a = solveChain(forwards);
    const auto b = solveChain(backwards);
    REQUIRE(a);
    REQUIRE(b);
    for (const ElementResult& element : a->elements) {
        CHECK(b->element(element.id)->input.si() == Approx(element.input.si()).epsilon(1e-14));
    }
}

TEST_CASE("Books close on random layered chains with many parents") {
    std::mt19937 random(GENERATE(1U, 2U, 3U, 4U, 5U));
    const auto below = [&random](int limit) {
        return std::uniform_int_distribution<int>(0, limit - 1)(random);
    };
    ChainBuilder chain;
    constexpr int layers = 5;
    constexpr int width = 20;
    for (int layer = 0; layer < layers; ++layer) {
        for (int i = 0; i < width; ++i) {
            const int id = 1 + layer * width + i;
            const ItemKind kind = layer == 0 ? ItemKind::UtilityFeed : ItemKind::Pdu;
            chain.element(id, kind, 5000.0, 0.001 * below(10), 0.002 * below(10));
            const int parents = layer == 0 ? 0 : 1 + below(3);
            for (int p = 0; p < parents; ++p) {
                chain.link(1 + (layer - 1) * width + below(width), id, p % 2 ? Feed::B : Feed::A);
            }
        }
    }
    double demandKw = 0.0;
    for (int i = 0; i < 200; ++i) {
        chain.load(1000 + i, 10.0 + i).link(1 + (layers - 1) * width + below(width), 1000 + i);
        demandKw += 10.0 + i;
    }
    const auto result = solveChain(chain.build());
    REQUIRE(result);
    CHECK(result->supplied.in(kilowatts) == Approx(demandKw));
    CHECK(result->losses.si() > 0.0);
    CHECK(result->relativeResidual < 1e-12);
}
