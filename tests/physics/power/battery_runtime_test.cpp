// SPDX-License-Identifier: GPL-3.0-or-later
// Closed form: t = E u η / P · (Pr / P)^(k − 1), W. Peukert, Elektrotechnische Zeitschrift 20
// (1897), written for power. E energy at the rated power Pr, u usable share, η discharge
// efficiency.
#include "model/power/battery.h"
#include "model/power/sequence.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

#include <algorithm>
#include <cmath>

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;

namespace {

double closedFormS(double energyKwh, double loadKw, double exponent) {
    return 3600.0 * energyKwh * 0.9 * 0.95 / loadKw * std::pow(100.0 / loadKw, exponent - 1.0);
}

/// Seconds until the rack of a UPS of 100 kW without losses is dark; −1 where it never is.
double darkAfterS(double energyKwh, double loadKw, double exponent) {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(4, ItemKind::Ups, 100.0)
        .load(10, loadKw)
        .link(1, 4)
        .link(4, 10);
    chain.tune(4, [=](Element& ups) {
        ups.battery = BatterySpec{kilowattHours(energyKwh), 0.9, 0.95, exponent, {}};
    });
    const auto sequence = followFailure(chain.build(), std::vector<ItemId>{{1}});
    REQUIRE(sequence);
    return sequence->outages.empty() ? -1.0 : sequence->outages.front().from.in(seconds);
}

}  // namespace

TEST_CASE("A battery carries its load for the time of Peukert's law") {
    // 50 kWh at its rated 100 kW, 90 % usable, 95 % out: 0.4275 h at 100 kW.
    const BatterySpec plain{kilowattHours(50.0), 0.9, 0.95, 1.0, {}};
    CHECK(runtime(plain, kilowatts(100.0), kilowatts(100.0)).in(hours) == Approx(0.4275));
    CHECK(runtime(plain, kilowatts(100.0), kilowatts(50.0)).in(hours) == Approx(0.855));
    // With exponent 1.2 half the load lasts 2 · 2^0.2 times as long.
    const BatterySpec lead{kilowattHours(50.0), 0.9, 0.95, 1.2, {}};
    CHECK(runtime(lead, kilowatts(100.0), kilowatts(100.0)).in(hours) == Approx(0.4275));
    CHECK(runtime(lead, kilowatts(100.0), kilowatts(50.0)).in(hours) ==
          Approx(0.4275 * std::pow(2.0, 1.2)));
    CHECK(std::isinf(runtime(plain, kilowatts(100.0), Power{}).si()));
    CHECK(runtime({}, kilowatts(100.0), kilowatts(1.0)) == Duration{});
}

TEST_CASE("After the loss of the mains a rack goes dark at the closed form's time, to 1e-6") {
    const double exponent = GENERATE(1.0, 1.03, 1.2);
    const double loadKw = GENERATE(20.0, 50.0, 100.0);
    CHECK(darkAfterS(10.0, loadKw, exponent) ==
          Approx(closedFormS(10.0, loadKw, exponent)).epsilon(1e-6));
}
