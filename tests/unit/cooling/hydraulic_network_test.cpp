// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/hydraulic_network.h"
#include "tests/support/catch.h"
#include "tests/unit/cooling/hydraulic_builder.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::cooling;
using halltwin::test::HydraulicBuilder;

namespace {

HydraulicCoil aCoil(double designLs, double dropKpa) {
    return {litresPerSecond(designLs), kilopascals(dropKpa)};
}

HydraulicPump aPump(double speed = 1.0) {
    return {pumpCurveOf(kilopascals(200.0), litresPerSecond(60.0)), speed, litresPerSecond(35.0),
            0.7};
}

double litresIn(const HydraulicResult& result, std::size_t link) {
    return result.links[link].flow.in(litresPerSecond);
}

/// Pump 0 → 1, coil A 1 → 0 of 10 L/s and coil B of 20 L/s, both at 50 kPa.
HydraulicBuilder aPlant(double speed = 1.0) {
    return HydraulicBuilder(2)
        .link("pump", 0, 1, aPump(speed))
        .link("coil A", 1, 0, aCoil(10.0, 50.0))
        .link("coil B", 1, 0, aCoil(20.0, 50.0));
}

Error errorOf(const HydraulicBuilder& builder) {
    const auto result = solveHydraulics(builder.network());
    REQUIRE_FALSE(result);
    CHECK_FALSE(result.error().remedy.empty());
    return result.error();
}

}  // namespace

TEST_CASE("Two branches share the flow as the hand calculation says") {
    const auto result = solveHydraulics(aPlant().network());
    REQUIRE(result);
    // Together 30 L/s at 50 kPa, against 200 kPa (1 − (q/60)²): q² (50/900 + 200/3600) = 200.
    const double total = std::sqrt(200.0 / (50.0 / 900.0 + 200.0 / 3600.0));
    CHECK(litresIn(*result, 0) == Approx(total).epsilon(1e-6));
    CHECK(litresIn(*result, 1) == Approx(total / 3.0).epsilon(1e-6));
    CHECK(litresIn(*result, 2) == Approx(total * 2.0 / 3.0).epsilon(1e-6));
    CHECK((result->pressures[1] - result->pressures[0]).in(kilopascals) ==
          Approx(50.0 * total * total / 900.0).epsilon(1e-6));
    CHECK(result->links[0].power == pumpPower(aPump(), result->links[0].flow));
    CHECK(result->continuityM3S < 1e-12);
}

TEST_CASE("Flow follows the speed of the pump, power its cube") {
    const auto full = solveHydraulics(aPlant().network());
    const auto half = solveHydraulics(aPlant(0.5).network());
    REQUIRE(half);
    CHECK(litresIn(*half, 1) == Approx(0.5 * litresIn(*full, 1)).epsilon(1e-6));
    CHECK(half->links[0].power.si() == Approx(full->links[0].power.si() / 8.0).epsilon(1e-5));
}

TEST_CASE("Two equal pumps in parallel give less than twice the flow of one") {
    const auto one = solveHydraulics(aPlant().network());
    const auto two = solveHydraulics(aPlant().link("pump 2", 0, 1, aPump()).network());
    REQUIRE(two);
    // q² (50/900 + 200/14400) = 200.
    const double total = std::sqrt(200.0 / (50.0 / 900.0 + 200.0 / 14400.0));
    CHECK(litresIn(*two, 0) == Approx(total / 2.0).epsilon(1e-6));
    CHECK(litresIn(*two, 0) == Approx(litresIn(*two, 3)).epsilon(1e-9));
    CHECK(total < 2.0 * litresIn(*one, 0));
}

TEST_CASE("A stopped or weak pump beside a strong one lets no water back") {
    for (const double speed : {0.0, 0.3}) {
        const auto alone = solveHydraulics(aPlant().network());
        const auto both = solveHydraulics(aPlant().link("weak", 0, 1, aPump(speed)).network());
        REQUIRE(both);
        CHECK(std::abs(litresIn(*both, 3)) < 1e-3);
        CHECK(litresIn(*both, 1) == Approx(litresIn(*alone, 1)).epsilon(1e-4));
    }
}

TEST_CASE("A shut valve stops its branch, a check valve the wrong way") {
    const auto with = [](const HydraulicElement& element) {
        return solveHydraulics(HydraulicBuilder(3)
                                   .link("pump", 0, 1, aPump())
                                   .link("coil A", 1, 0, aCoil(10.0, 50.0))
                                   .link("coil B", 1, 2, aCoil(20.0, 50.0))
                                   .link("last", 0, 2, element)
                                   .network());
    };
    CHECK(std::abs(litresIn(*with(HydraulicValve{.kv = 50.0, .opening = 0.0}), 2)) < 1e-3);
    CHECK(std::abs(litresIn(*with(HydraulicCheckValve{50.0}), 2)) < 1e-3);
    CHECK(litresIn(*with(HydraulicValve{.kv = 500.0}), 2) > 10.0);
}

TEST_CASE("The middle of an even bridge stands still") {
    const auto result =
        solveHydraulics(HydraulicBuilder(4)
                            .link("pump", 0, 3, aPump())
                            .link("a", 3, 1, aCoil(10.0, 50.0))
                            .link("b", 3, 2, aCoil(20.0, 50.0))
                            .link("c", 1, 0, aCoil(10.0, 80.0))
                            .link("d", 2, 0, aCoil(20.0, 80.0))
                            .link("bridge", 1, 2, HydraulicPipe{metres(5.0), metres(0.1)})
                            .network());
    REQUIRE(result);
    CHECK(std::abs(litresIn(*result, 5)) < 1e-4);
}

TEST_CASE("A network says which coil is worst off and what limits it") {
    const auto enough = solveHydraulics(aPlant().network());
    CHECK(enough->limit == FlowLimit::None);
    const auto slow = solveHydraulics(aPlant(0.5).network());
    CHECK(slow->limit == FlowLimit::Pump);
    CHECK(*slow->limitingLink == 0);
    CHECK(slow->indexShare == Approx(litresIn(*slow, 1) / 10.0).epsilon(1e-6));
    const auto throttled =
        solveHydraulics(aPlant()
                            .node("between")
                            .link("coil C", 1, 2, aCoil(5.0, 50.0))
                            .link("valve C", 2, 0, HydraulicValve{.kv = 20.0, .opening = 0.4})
                            .network());
    REQUIRE(throttled);
    CHECK(*throttled->indexCoil == 3);
    CHECK(throttled->limit == FlowLimit::Valve);
    CHECK(*throttled->limitingLink == 4);
}

TEST_CASE("Pressures stand on the expansion vessel") {
    HydraulicBuilder builder = aPlant();
    builder.fix(0, 150e3);
    const auto result = solveHydraulics(builder.network());
    REQUIRE(result);
    CHECK(result->pressures[0].in(kilopascals) == 150.0);
    CHECK(litresIn(*result, 1) == Approx(litresIn(*solveHydraulics(aPlant().network()), 1)));
}

TEST_CASE("An element that cannot be is named") {
    CHECK(
        errorOf(aPlant().link("pipe 7", 0, 1, HydraulicPipe{metres(-3.0), metres(0.1)})).context ==
        "pipe 7");
    CHECK(errorOf(aPlant().link("far", 0, 9, HydraulicCheckValve{5.0})).code ==
          ErrorCode::DanglingReference);
    CHECK(errorOf(aPlant().link("round", 1, 1, HydraulicCheckValve{5.0})).context == "round");
    CHECK(errorOf(aPlant().link("flat", 1, 0, HydraulicPump{})).context == "flat");
    CHECK(errorOf(aPlant().link("v", 1, 0, HydraulicValve{.kv = 5.0, .opening = 1.5})).context ==
          "v");
    CHECK(errorOf(aPlant().link("c", 1, 0, aCoil(std::nan(""), 5.0))).context == "c");
}

TEST_CASE("A coil without a loop or a pump is named") {
    const Error open = errorOf(aPlant().node("end").link("lost", 1, 2, aCoil(5.0, 50.0)));
    CHECK(open.context == "lost");
    CHECK(open.message.find("loop") != std::string::npos);
    const Error still = errorOf(HydraulicBuilder(2)
                                    .link("a", 0, 1, aCoil(5.0, 50.0))
                                    .link("b", 1, 0, HydraulicPipe{metres(5.0), metres(0.1)}));
    CHECK(still.context == "a");
    CHECK(still.message.find("no pump") != std::string::npos);
    HydraulicBuilder thirsty = aPlant();
    thirsty.demand(1, 0.01);
    CHECK(errorOf(thirsty).message.find("comes in nowhere") != std::string::npos);
}

TEST_CASE("A network of nothing has nothing to say") {
    const auto result = solveHydraulics({});
    REQUIRE(result);
    CHECK(result->links.empty());
    CHECK(solveHydraulics(HydraulicBuilder(3).network())->pressures.size() == 3);
}
