// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sweep/sweep_case.h"

#include <set>

using namespace halltwin;
using namespace halltwin::tests;

TEST_CASE("Every point of the grid is evaluated once, on its own project") {
    CountingEvaluator counting;
    std::set<sweep::Point> seen;
    const auto progress = sweep::runSweep(
        aPlan(), counting.evaluator(),
        [&](const sweep::SweepRow& row, const sweep::SweepProgress& now) {
            seen.insert(row.point);
            CHECK(now.done == seen.size());
            CHECK(*row.figures[0] == Approx(std::stod(row.point[0]) * std::stod(row.point[1])));
        },
        {});
    REQUIRE(progress);
    CHECK(progress->done == 200);
    CHECK(progress->failed == 0);
    CHECK(seen.size() == 200);
    CHECK(counting.asked == 200);
}

TEST_CASE("A bad value is found before anything is calculated") {
    CountingEvaluator counting;
    sweep::SweepPlan plan = aPlan();
    plan.axes.push_back({"economics.default_utilisation", {"0.5", "1.5"}});
    const auto progress =
        sweep::runSweep(plan, counting.evaluator(), sweep::OnPoint(), std::stop_token());
    REQUIRE_FALSE(progress);
    CHECK(progress.error().code == ErrorCode::OutOfRange);
    CHECK(progress.error().context.find("default_utilisation = 1.5") != std::string::npos);
    CHECK(counting.asked == 0);
}

TEST_CASE("A point that cannot be evaluated is a row with its reason, and the others follow") {
    sweep::Evaluator evaluator;
    evaluator.figures = {"one"};
    evaluator.evaluate = [](const twin::TwinInput& input,
                            const std::stop_token&) -> Result<std::vector<double>> {
        if (input.project->economics.staff == 3) return fail(ErrorCode::NotConverged, "no answer");
        return std::vector<double>{sweep::noFigure};
    };
    std::size_t errors = 0;
    const auto progress =
        sweep::runSweep(aPlan(), evaluator,
                        [&](const sweep::SweepRow& row, const sweep::SweepProgress&) {
                            if (row.error == "no answer") ++errors;
                            CHECK_FALSE(row.figures[0]);
                        },
                        {});
    REQUIRE(progress);
    CHECK(progress->failed == 20);
    CHECK(errors == 20);
}
