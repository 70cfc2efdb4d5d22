// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/heat_exchanger.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

constexpr ExchangerDesign aDesign{wattsPerKelvin(4e5), wattsPerKelvin(5e5), kelvins(6.0),
                                  kelvins(2.0)};

ExchangerPoint aPoint(double share = 1.0) {
    return {wattsPerKelvin(4e5 * share), wattsPerKelvin(5e5 * share), celsius(20.0), celsius(12.0)};
}

}  // namespace

TEST_CASE("Effectiveness is that of the textbooks") {
    // F. Incropera, D. DeWitt, Fundamentals of Heat and Mass Transfer, table 11.3.
    CHECK(effectiveness(FlowArrangement::Counter, 2.0, 0.5) ==
          Approx((1.0 - std::exp(-1.0)) / (1.0 - 0.5 * std::exp(-1.0))));
    CHECK(effectiveness(FlowArrangement::Counter, 3.0, 1.0) == Approx(0.75));
    // Cross flow lies between counterflow and the 1 − exp(−NTU) of one constant stream's end.
    CHECK(effectiveness(FlowArrangement::Cross, 2.0, 1.0) == Approx(0.614).margin(0.005));
    CHECK(effectiveness(FlowArrangement::Cross, 2.0, 0.0) == Approx(1.0 - std::exp(-2.0)));
    CHECK(effectiveness(FlowArrangement::Cross, 2.0, 0.7) <
          effectiveness(FlowArrangement::Counter, 2.0, 0.7));
}

TEST_CASE("Units and effectiveness are each other's inverse") {
    for (const FlowArrangement arrangement : {FlowArrangement::Counter, FlowArrangement::Cross}) {
        for (const double ratio : {0.1, 0.5, 0.9, 1.0}) {
            for (const double units : {0.2, 1.0, 2.5}) {
                const double share = effectiveness(arrangement, units, ratio);
                CHECK(unitsFor(arrangement, share, ratio) == Approx(units).epsilon(1e-6));
            }
        }
    }
    CHECK(std::isinf(unitsFor(FlowArrangement::Counter, 1.0, 0.5)));
    CHECK(unitsFor(FlowArrangement::Cross, -0.1, 0.5) == 0.0);
}

TEST_CASE("An exchanger at its design point has its range and approach") {
    const auto exchanger = exchangerFrom(aDesign);
    REQUIRE(exchanger);
    const ExchangerResult result = exchangerAt(*exchanger, aPoint());
    CHECK((celsius(20.0) - result.hotOut).in(kelvins) == Approx(6.0).epsilon(1e-9));
    CHECK((result.hotOut - celsius(12.0)).in(kelvins) == Approx(2.0).epsilon(1e-9));
    CHECK(result.heat.in(kilowatts) == Approx(2400.0).epsilon(1e-9));
}

TEST_CASE("What the hot stream gives the cold one takes") {
    const auto exchanger = exchangerFrom(aDesign);
    for (const double share : {0.1, 0.4, 1.3}) {
        const ExchangerPoint point = aPoint(share);
        const ExchangerResult result = exchangerAt(*exchanger, point);
        const double gives = point.hot.si() * (point.hotIn - result.hotOut).si();
        const double takes = point.cold.si() * (result.coldOut - point.coldIn).si();
        CHECK(gives == Approx(takes).epsilon(1e-12));
        CHECK(result.hotOut > point.coldIn);
        CHECK(result.coldOut < point.hotIn);
    }
}

TEST_CASE("Slower streams come closer to each other") {
    const auto exchanger = exchangerFrom(aDesign);
    CHECK(exchangerAt(*exchanger, aPoint(0.5)).hotOut < exchangerAt(*exchanger, aPoint()).hotOut);
}

TEST_CASE("A valve keeps the heat to what is asked for") {
    const auto exchanger = exchangerFrom(aDesign);
    const ExchangerResult result = exchangerAt(*exchanger, aPoint(), kilowatts(400.0));
    CHECK(result.heat.in(kilowatts) == 400.0);
    CHECK(result.hotOut.in(celsius) == Approx(19.0));
}

TEST_CASE("No heat flows from cold to hot, nor without flow") {
    const auto exchanger = exchangerFrom(aDesign);
    ExchangerPoint point = aPoint();
    point.coldIn = celsius(25.0);
    CHECK(exchangerAt(*exchanger, point).heat.si() == 0.0);
    CHECK(exchangerAt(*exchanger, point).hotOut == point.hotIn);
    point = aPoint(0.0);
    CHECK(exchangerAt(*exchanger, point).heat.si() == 0.0);
}

TEST_CASE("An exchanger that cannot be is refused") {
    ExchangerDesign design = aDesign;
    SECTION("no approach") {
        design.approach = {};
    }
    SECTION("not a number") {
        design.range = kelvins(std::nan(""));
    }
    SECTION("temperatures would cross") {
        design.cold = wattsPerKelvin(2e5);
    }
    CHECK_FALSE(exchangerFrom(design));
}
