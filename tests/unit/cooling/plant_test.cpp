// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/plant.h"
#include "tests/support/catch.h"
#include "tests/unit/cooling/chillers.h"

#include <algorithm>
#include <limits>

using namespace halltwin;
using namespace halltwin::cooling;
using namespace halltwin::cooling::test;

namespace {

PumpSpec aPump(double ratedLitresPerSecond = 60.0) {
    return {.ratedFlow = litresPerSecond(ratedLitresPerSecond), .ratedPower = kilowatts(20.0)};
}

/// Chillers 1 (1609 kW) and 2 (101 kW), both air-cooled at 35 °C → pump sets 3 and 4 (twice as
/// large) → coolers 5 and 6, everything connected; CRAC 7.
PlantInput aPlant() {
    PlantInput input;
    input.chillers = {{{1}, "large chiller", carrier30Xa500(), celsius(6.67)},
                      {{2}, "small chiller", yorkYcal(), celsius(8.0)}};
    input.pumps = {{{3}, "pump 3", aPump(20.0)}, {{4}, "pump 4", aPump(40.0)}};
    input.coils = {{{5}, "CRAH 5", kilowatts(500.0)}, {{6}, "CRAH 6", kilowatts(400.0)}};
    input.direct = {{{7}, "CRAC 7", kilowatts(60.0), 3.0, kilowatts(80.0)}};
    for (const std::int64_t pump : {3, 4}) {
        for (const std::int64_t chiller : {1, 2})
            input.links.push_back({{chiller}, {pump}});
        for (const std::int64_t coil : {5, 6})
            input.links.push_back({{pump}, {coil}});
    }
    input.outdoors.air.dryBulb = celsius(35.0);
    return input;
}

const Issue* findIssue(const PlantResult& result, const std::string& rule) {
    const auto found = std::find_if(result.issues.begin(), result.issues.end(),
                                    [&](const Issue& issue) { return issue.rule == rule; });
    return found == result.issues.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("The plant's heat and power books close") {
    const auto result = solvePlant(aPlant());
    REQUIRE(result);
    CHECK(result->issues.empty());
    CHECK(result->coilHeat.in(kilowatts) == Approx(900.0));
    CHECK(result->pumpPower.si() > 0.0);
    CHECK(result->rejected.si() == Approx((result->coilHeat + result->pumpPower +
                                           result->directHeat + result->compressorPower)
                                              .si()));
    Power chillerHeat;
    for (const ChillerUnitResult& unit : result->chillers)
        chillerHeat += unit.state.heat;
    CHECK(chillerHeat.si() == Approx((result->coilHeat + result->pumpPower).si()));
    CHECK(result->relativeResidual < 1e-12);
}

TEST_CASE("Chillers in parallel run at one part load, pump sets share by rated flow") {
    const auto result = solvePlant(aPlant());
    REQUIRE(result);
    CHECK(result->chillers[0].state.partLoad ==
          Approx(result->chillers[1].state.partLoad).epsilon(1e-12));
    CHECK(result->pumps[0].coilHeat.in(kilowatts) == Approx(300.0));
    CHECK(result->pumps[1].coilHeat.in(kilowatts) == Approx(600.0));
}

TEST_CASE("A cooler's water is the mean of its chillers' by capacity") {
    const PlantInput input = aPlant();
    const auto water = coilWater(input);
    REQUIRE(water);
    const double large =
        chillerCapacity(carrier30Xa500(), celsius(6.67), celsius(35.0)).in(kilowatts);
    const double small = chillerCapacity(yorkYcal(), celsius(8.0), celsius(35.0)).in(kilowatts);
    CHECK((*water)[0].connected);
    CHECK((*water)[0].waterIn.in(celsius) ==
          Approx((6.67 * large + 8.0 * small) / (large + small)));
}

TEST_CASE("A CRAC rejects its heat and its own power") {
    PlantInput input;
    input.direct = {{{7}, "CRAC 7", kilowatts(60.0), 3.0, Power{}}};
    input.outdoors.air.dryBulb = celsius(35.0);
    const auto result = solvePlant(input);
    REQUIRE(result);
    CHECK(result->compressorPower.in(kilowatts) == Approx(20.0));
    CHECK(result->rejected.in(kilowatts) == Approx(80.0));
}

TEST_CASE("Water-cooled chillers see the condenser water, air-cooled ones the outdoor air") {
    PlantInput input = aPlant();
    input.chillers[0].spec = carrier19Xr();
    input.chillers[0].leavingWater = celsius(7.0);
    input.condenserWaterSupply = celsius(20.0);
    const auto result = solvePlant(input);
    REQUIRE(result);
    CHECK(result->chillers[0].state.capacity ==
          chillerCapacity(carrier19Xr(), celsius(7.0), celsius(20.0)));
    CHECK(result->chillers[1].state.capacity ==
          chillerCapacity(yorkYcal(), celsius(8.0), celsius(35.0)));
}

TEST_CASE("A chilled-water cooler without pump or chiller is reported and kept out of the books") {
    PlantInput input = aPlant();
    SECTION("no link to a pump set") {
        std::erase_if(input.links, [](const PlantLink& link) { return link.to == ItemId{6}; });
    }
    SECTION("a pump set without a chiller") {
        std::erase_if(input.links, [](const PlantLink& link) { return link.to == ItemId{6}; });
        input.pumps.push_back({{8}, "dry pump", aPump()});
        input.links.push_back({{8}, {6}});
    }
    const auto result = solvePlant(input);
    REQUIRE(result);
    const Issue* issue = findIssue(*result, "cooling.no-source");
    REQUIRE(issue != nullptr);
    CHECK(issue->items == std::vector<ItemId>{{6}});
    CHECK_FALSE(result->coils[1].connected);
    CHECK(result->coilHeat.in(kilowatts) == Approx(500.0));
    CHECK(result->unserved.in(kilowatts) == Approx(400.0));
    CHECK(result->relativeResidual < 1e-12);
}

TEST_CASE("Heat beyond the chillers' capacity is unmet and reported for each chiller") {
    PlantInput input = aPlant();
    input.coils[0].heat = kilowatts(2000.0);
    const auto result = solvePlant(input);
    REQUIRE(result);
    CHECK(result->unmet.in(kilowatts) > 500.0);
    CHECK(result->relativeResidual < 1e-12);
    const auto count =
        std::count_if(result->issues.begin(), result->issues.end(), [](const Issue& issue) {
            return issue.rule == "cooling.over-capacity" && issue.severity == Severity::Error;
        });
    CHECK(count == 2);
}

TEST_CASE("A pump set at its flow limit and a CRAC above its rating are reported") {
    PlantInput input = aPlant();
    input.pumps[0].spec = aPump(5.0);
    input.pumps[1].spec = aPump(5.0);
    input.direct[0].heat = kilowatts(81.0);
    const auto result = solvePlant(input);
    REQUIRE(result);
    REQUIRE(result->issues.size() == 3);
    CHECK(result->issues[0].items == std::vector<ItemId>{{3}});
    CHECK(result->issues[0].severity == Severity::Warning);
    CHECK(result->issues[1].items == std::vector<ItemId>{{4}});
    CHECK(result->issues[2].items == std::vector<ItemId>{{7}});
    CHECK(result->issues[2].rule == "cooling.over-capacity");
}

TEST_CASE("A temperature outside a chiller's range names chiller, value and range") {
    PlantInput input = aPlant();
    input.chillers[0].leavingWater = celsius(18.0);
    const auto clamped = solvePlant(input);
    REQUIRE(clamped);
    const Issue* issue = findIssue(*clamped, "cooling.out-of-range");
    REQUIRE(issue != nullptr);
    CHECK(issue->items == std::vector<ItemId>{{1}});
    CHECK(issue->arguments ==
          std::vector<std::string>{"large chiller", "leaving water", "18.00 °C", "4.44–10.00 °C"});
    CHECK(issue->severity == Severity::Info);
    input.beyondRange = BeyondRange::CarnotFraction;
    const auto carnot = solvePlant(input);
    REQUIRE(carnot);
    CHECK(carnot->chillers[0].state.carnotUsed);
    CHECK(carnot->compressorPower < clamped->compressorPower);
    CHECK(findIssue(*carnot, "cooling.out-of-range")->message.find("Carnot") != std::string::npos);
}

TEST_CASE("An excess that makes the curves understate the power is a warning") {
    PlantInput input = aPlant();
    const auto [waterC, airC] = GENERATE(table<double, double>({{4.0, 35.0}, {6.67, 47.0}}));
    input.chillers[0].leavingWater = celsius(waterC);
    input.outdoors.air.dryBulb = celsius(airC);
    const auto result = solvePlant(input);
    REQUIRE(result);
    REQUIRE(findIssue(*result, "cooling.out-of-range") != nullptr);
    CHECK(findIssue(*result, "cooling.out-of-range")->severity == Severity::Warning);
}

TEST_CASE("A link given twice counts once, and other links lead nowhere") {
    PlantInput input = aPlant();
    const auto before = solvePlant(input);
    input.links.push_back({{1}, {3}});
    input.links.push_back({{1}, {5}});
    input.links.push_back({{5}, {3}});
    const auto after = solvePlant(input);
    REQUIRE(before);
    REQUIRE(after);
    CHECK(after->compressorPower == before->compressorPower);
}

TEST_CASE("Unusable plant input is refused with the place") {
    PlantInput input = aPlant();
    SECTION("negative heat") {
        input.coils[1].heat = kilowatts(-1.0);
        CHECK(solvePlant(input).error().context == "CRAH 6");
    }
    SECTION("heat that is no number") {
        input.direct[0].heat = kilowatts(std::numeric_limits<double>::quiet_NaN());
        CHECK(solvePlant(input).error().context == "CRAC 7");
    }
    SECTION("a chiller without a COP") {
        input.chillers[1].spec.referenceCop = 0.0;
        CHECK(solvePlant(input).error().context == "small chiller, chiller");
    }
    SECTION("an outdoor temperature that is no number") {
        input.outdoors.air.dryBulb = celsius(std::numeric_limits<double>::quiet_NaN());
        CHECK_FALSE(solvePlant(input));
    }
    SECTION("an id given twice") {
        input.coils[0].id = {1};
        CHECK(solvePlant(input).error().code == ErrorCode::DuplicateId);
    }
    SECTION("a link to nothing") {
        input.links.push_back({{1}, {99}});
        CHECK(solvePlant(input).error().code == ErrorCode::DanglingReference);
    }
}

TEST_CASE("An empty plant rejects nothing") {
    const auto result = solvePlant({});
    REQUIRE(result);
    CHECK(result->rejected == Power{});
    CHECK(result->issues.empty());
}
