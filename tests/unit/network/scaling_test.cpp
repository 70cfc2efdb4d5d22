// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/collectives.h"
#include "model/network/scaling.h"
#include "tests/support/catch.h"

#include <limits>

using namespace halltwin;
using namespace halltwin::network;

namespace {

ScalingInput constant(double computeS, double communicationS, double overlap) {
    ScalingInput input;
    input.computePerStep = seconds(computeS);
    input.overlap = overlap;
    input.communication = [communicationS](std::size_t) -> Result<Duration> {
        return seconds(communicationS);
    };
    return input;
}

}  // namespace

TEST_CASE("Efficiency is computation over computation and what it does not hide") {
    CHECK(scalingAt(constant(1.0, 0.25, 0.0), 8)->efficiency == Approx(0.8));
    CHECK(scalingAt(constant(1.0, 0.25, 0.6), 8)->efficiency == Approx(1.0 / 1.1));
    CHECK(scalingAt(constant(1.0, 0.25, 1.0), 8)->efficiency == 1.0);
    CHECK(scalingAt(constant(1.0, 0.0, 0.0), 8)->efficiency == 1.0);
}

TEST_CASE("Computation hides no more than its own time") {
    const auto point = scalingAt(constant(1.0, 4.0, 1.0), 8);
    REQUIRE(point);
    CHECK(point->exposed.in(seconds) == Approx(3.0));
    CHECK(point->efficiency == Approx(0.25));
}

TEST_CASE("The curve of a ring falls with the GPUs and has a point at each founding mark") {
    ScalingInput input;
    input.computePerStep = seconds(0.5);
    input.most = 20'000;
    input.communication = [](std::size_t gpus) -> Result<Duration> {
        CollectiveInput ring;
        ring.ranks = static_cast<double>(gpus);
        ring.bytes = 1e9;
        ring.bandwidth = gigabitsPerSecond(400.0);
        ring.latency = microseconds(5.0);
        const auto result = collectiveTime(ring);
        if (!result) return tl::unexpected(result.error());
        return result->time;
    };
    const auto curve = scalingCurve(input);
    REQUIRE(curve);
    CHECK(curve->front().gpus == 8);
    CHECK(curve->back().gpus == 20'000);
    for (std::size_t n = 1; n < curve->size(); ++n) {
        CHECK((*curve)[n].gpus > (*curve)[n - 1].gpus);
        CHECK((*curve)[n].efficiency < (*curve)[n - 1].efficiency);
    }
    std::size_t marks = 0;
    for (const ScalingPoint& point : *curve) {
        for (const ScalingMark& mark : foundingMarks)
            marks += point.gpus == mark.gpus ? 1 : 0;
        if (point.gpus == 1000)  // 2 × 999 × 5 µs + 2 × 0.999 × 20 ms = 49.95 ms
            CHECK(point.efficiency == Approx(0.5 / 0.54995));
    }
    CHECK(marks == 2);
    CHECK(foundingMarks[0].efficiency == 0.9);
    CHECK(foundingMarks[1].efficiency == 0.7);
}

TEST_CASE("Scaling that cannot be is refused, and failures of the collective come through") {
    const auto codeOf = [](const ScalingInput& input) {
        const auto result = scalingCurve(input);
        return result ? ErrorCode::IoFailure : result.error().code;
    };
    CHECK(codeOf(constant(0.0, 1.0, 0.0)) == ErrorCode::InvalidArgument);
    CHECK(codeOf(constant(1.0, 1.0, 1.5)) == ErrorCode::InvalidArgument);
    CHECK(codeOf(constant(1.0, 1.0, std::numeric_limits<double>::quiet_NaN())) ==
          ErrorCode::InvalidArgument);
    CHECK(codeOf(constant(1.0, -1.0, 0.0)) == ErrorCode::InvalidArgument);
    ScalingInput input = constant(1.0, 1.0, 0.0);
    input.most = 4;
    CHECK(codeOf(input) == ErrorCode::InvalidArgument);
    input = constant(1.0, 1.0, 0.0);
    input.communication = {};
    CHECK(codeOf(input) == ErrorCode::InvalidArgument);
    input.communication = [](std::size_t) -> Result<Duration> {
        return fail(ErrorCode::NotFound, "no way");
    };
    CHECK(codeOf(input) == ErrorCode::NotFound);
}
