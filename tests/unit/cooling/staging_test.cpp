// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/reset.h"
#include "model/cooling/staging.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::cooling;

namespace {

/// Five units of 1 MW, one of them spare.
Staging aPlant(StagingRule rule) {
    Staging staging;
    staging.installed = 5;
    staging.spare = 1;
    staging.capacity = megawatts(1.0);
    staging.leastPartLoad = 0.2;
    staging.rule = rule;
    return staging;
}

/// 20 kW idle and a cube: best near 37 % load.
Power cubeLaw(Power heat) {
    const double x = heat / megawatts(1.0);
    return kilowatts(20.0 + 200.0 * x * x * x);
}

Result<StagingResult> staged(StagingRule rule, double megawattsOfLoad) {
    return stageUnits(aPlant(rule), megawatts(megawattsOfLoad), cubeLaw);
}

}  // namespace

TEST_CASE("As few units run as carry the load, each an equal share") {
    const auto result = staged(StagingRule::Fewest, 2.1);
    REQUIRE(result);
    CHECK(result->running == 3);
    CHECK(result->each.in(kilowatts) == Approx(700.0));
    CHECK(result->partLoad == Approx(0.7));
    CHECK(result->hasSpare);
    CHECK(staged(StagingRule::Fewest, 2.0)->running == 2);
    CHECK(staged(StagingRule::Fewest, 0.0)->running == 0);
}

TEST_CASE("The least-power rule runs the number whose total is least") {
    for (double load = 0.1; load < 5.0; load += 0.1) {
        const auto best = staged(StagingRule::LeastPower, load);
        REQUIRE(best);
        const Power total = cubeLaw(best->each) * best->running;
        const RunningBounds bounds =
            runningBounds(aPlant(StagingRule::LeastPower), megawatts(load));
        for (int n = bounds.fewest; n <= bounds.most; ++n) {
            const auto other = stagedWith(aPlant(StagingRule::LeastPower), megawatts(load), n);
            CHECK_FALSE(cubeLaw(other.each) * n < total);
        }
    }
    CHECK(staged(StagingRule::LeastPower, 1.0)->running == 3);
}

TEST_CASE("No unit is added that would fall below its least part load") {
    CHECK(staged(StagingRule::All, 3.0)->running == 5);
    CHECK(staged(StagingRule::All, 0.5)->running == 2);
    const auto tiny = staged(StagingRule::All, 0.1);
    CHECK(tiny->running == 1);
    CHECK(tiny->cycles);
}

TEST_CASE("Without the spare the plant says so, and beyond all units what is unmet") {
    CHECK_FALSE(staged(StagingRule::Fewest, 4.2)->hasSpare);
    const auto over = staged(StagingRule::Fewest, 5.5);
    CHECK(over->running == 5);
    CHECK(over->unmet.in(megawatts) == Approx(0.5));
    CHECK(over->partLoad == 1.0);
    Staging broken = aPlant(StagingRule::Fewest);
    broken.outOfService = 2;
    CHECK_FALSE(stageUnits(broken, megawatts(2.5), cubeLaw)->hasSpare);
    CHECK(stageUnits(broken, megawatts(3.5), cubeLaw)->unmet.in(megawatts) == Approx(0.5));
    broken.outOfService = 5;
    CHECK(stageUnits(broken, megawatts(1.0), cubeLaw)->unmet == megawatts(1.0));
}

TEST_CASE("Staging that cannot be is refused") {
    Staging staging = aPlant(StagingRule::Fewest);
    staging.outOfService = 6;
    CHECK_FALSE(stageUnits(staging, megawatts(1.0), cubeLaw));
    CHECK_FALSE(staged(StagingRule::Fewest, -1.0));
    CHECK_FALSE(staged(StagingRule::Fewest, std::nan("")));
}

TEST_CASE("Set-points move on a straight line between their ends") {
    const WetBulbReset byAir;
    CHECK(setPointAt(byAir, celsius(0.0)) == celsius(18.0));
    CHECK(setPointAt(byAir, celsius(17.5)).in(celsius) == Approx(23.0));
    CHECK(setPointAt(byAir, celsius(30.0)) == celsius(28.0));
    const LoadReset byLoad;
    CHECK(setPointAt(byLoad, 0.1) == celsius(24.0));
    CHECK(setPointAt(byLoad, 0.65).in(celsius) == Approx(21.0));
    CHECK(setPointAt(byLoad, 1.2) == celsius(18.0));
    CHECK(placeBetween(2.0, 2.0, 2.0) == 1.0);
}
