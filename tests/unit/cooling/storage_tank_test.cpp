// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/storage_tank.h"
#include "tests/support/catch.h"

#include <cmath>
#include <random>

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

StorageTank aTank(TankModel model, double lossWK = 0.0) {
    return *StorageTank::from({cubicMetres(100.0), model, wattsPerKelvin(lossWK)}, celsius(20.0));
}

TankFlow flowOf(double cubicMetresPerHour, double inC) {
    return {cubicMetresPerSecond(cubicMetresPerHour / 3600.0), celsius(inC), celsius(25.0)};
}

constexpr double heatJM3K = 999.5 * 4190.0;

}  // namespace

TEST_CASE("A stratified tank gives its warm water back until the cold has come through") {
    StorageTank tank = aTank(TankModel::Stratified);
    for (int n = 0; n < 9; ++n) {
        const auto step = tank.advance(flowOf(10.0, 8.0), hours(1.0));
        REQUIRE(step);
        CHECK(step->out.in(celsius) == Approx(20.0));
    }
    CHECK(tank.coldCharge(celsius(8.0), celsius(20.0)) == Approx(0.9));
    CHECK(tank.top().in(celsius) == Approx(20.0));
    CHECK(tank.bottom().in(celsius) == Approx(8.0));
    CHECK(tank.advance(flowOf(20.0, 8.0), hours(1.0))->out.in(celsius) == Approx(14.0));
    // And back again: cold from the bottom, warm in at the top.
    CHECK(tank.advance(flowOf(-60.0, 18.0), hours(1.0))->out.in(celsius) == Approx(8.0));
    CHECK(tank.top().in(celsius) == Approx(18.0));
}

TEST_CASE("A mixed tank follows the closed solution of two stirred halves") {
    StorageTank tank = aTank(TankModel::Mixed);
    // One volume in ten steps: k = 2 changes of a half.
    for (int n = 0; n < 10; ++n)
        REQUIRE(tank.advance(flowOf(10.0, 8.0), hours(1.0)));
    CHECK(tank.bottom().in(celsius) == Approx(8.0 + 12.0 * std::exp(-2.0)));
    CHECK(tank.top().in(celsius) == Approx(8.0 + 12.0 * std::exp(-2.0) * 3.0));
    StorageTank atOnce = aTank(TankModel::Mixed);
    REQUIRE(atOnce.advance(flowOf(10.0, 8.0), hours(10.0)));
    CHECK(atOnce.top().in(celsius) == Approx(tank.top().in(celsius)));
}

TEST_CASE("The energy books of a tank close exactly over a year of random hours") {
    for (const TankModel model : {TankModel::Stratified, TankModel::Mixed}) {
        StorageTank tank = aTank(model, 300.0);
        std::mt19937 dice(7);
        std::uniform_real_distribution<double> any(0.0, 1.0);
        const double before = tank.energy().si();
        double stored = 0.0;
        double gross = 0.0;
        for (int h = 0; h < 8760; ++h) {
            const double flow = any(dice) < 0.2 ? 0.0 : 300.0 * (any(dice) - 0.5);
            const auto step = tank.advance(flowOf(flow, 5.0 + 20.0 * any(dice)), hours(any(dice)));
            REQUIRE(step);
            const double off = (step->in - step->outgoing - step->loss - step->stored).si();
            CHECK(std::abs(off) < 1e-12 * heatJM3K * 100.0 * 300.0);
            stored += step->stored.si();
            gross += std::abs(step->in.si());
            CHECK(tank.bottom() <= tank.top() + kelvins(1e-9));
            CHECK(step->out.in(celsius) > 4.9);
            CHECK(step->out.in(celsius) < 25.1);
        }
        CHECK(std::abs(tank.energy().si() - before - stored) < 1e-12 * gross);
    }
}

TEST_CASE("A tank left alone comes to its surroundings") {
    StorageTank tank = aTank(TankModel::Stratified, 1000.0);
    const auto step = tank.advance(flowOf(0.0, 0.0), hours(10.0));
    REQUIRE(step);
    const double wantedC = 25.0 - 5.0 * std::exp(-1000.0 * 36000.0 / (heatJM3K * 100.0));
    CHECK(tank.mean().in(celsius) == Approx(wantedC));
    CHECK(step->loss.si() == Approx(-heatJM3K * 100.0 * (wantedC - 20.0)));
    CHECK(step->stored == -step->loss);
}

TEST_CASE("Warm water let in below cold rises and mixes") {
    StorageTank tank = aTank(TankModel::Stratified);
    REQUIRE(tank.advance(flowOf(30.0, 30.0), hours(1.0)));
    CHECK(tank.bottom().in(celsius) == Approx(23.0));
    CHECK(tank.top().in(celsius) == Approx(23.0));
}

TEST_CASE("More than its volume goes through a tank in one step") {
    StorageTank tank = aTank(TankModel::Stratified);
    const auto step = tank.advance(flowOf(250.0, 10.0), hours(1.0));
    REQUIRE(step);
    CHECK(step->out.in(celsius) == Approx((100.0 * 20.0 + 150.0 * 10.0) / 250.0));
    CHECK(tank.mean().in(celsius) == Approx(10.0));
}

TEST_CASE("A tank that cannot be is refused and a bad step changes nothing") {
    CHECK_FALSE(StorageTank::from({}, celsius(20.0)));
    CHECK_FALSE(StorageTank::from({cubicMetres(1.0)}, celsius(std::nan(""))));
    StorageTank tank = aTank(TankModel::Mixed);
    CHECK_FALSE(tank.advance(flowOf(std::nan(""), 8.0), hours(1.0)));
    CHECK_FALSE(tank.advance(flowOf(1.0, 8.0), hours(-1.0)));
    CHECK(tank.mean().in(celsius) == Approx(20.0));
}
