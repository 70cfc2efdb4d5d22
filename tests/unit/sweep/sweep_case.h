// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sweep/sweep.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

#include <atomic>
#include <memory>

namespace halltwin::tests {

/// 20 × 10 points over tariff and staff.
inline sweep::SweepPlan aPlan() {
    sweep::SweepPlan plan;
    plan.base.project = std::make_shared<const Project>(aProject().withRacks(1).build());
    plan.base.catalog = std::make_shared<const Catalog>(aCatalog());
    plan.axes = {*sweep::axisFrom("economics.tariff_usd_per_kwh=0.01:0.2:0.01"),
                 *sweep::axisFrom("economics.staff=1:10:1")};
    plan.jobs = 2;
    return plan;
}

/// Answers tariff · staff and counts how often it was asked; beyond `most` it is stopped.
struct CountingEvaluator {
    std::atomic<int> asked = 0;
    int most = 1'000'000;
    std::stop_source stop;

    sweep::Evaluator evaluator() {
        sweep::Evaluator one;
        one.figures = {"product", "cost_usd"};
        one.identity = "counting";
        one.evaluate = [this](const twin::TwinInput& input,
                              const std::stop_token&) -> Result<std::vector<double>> {
            if (++asked > most) {
                stop.request_stop();
                return fail(ErrorCode::Cancelled, "stopped");
            }
            const Economics& economics = input.project->economics;
            const double tariff = economics.tariff.in(dollarsPerKilowattHour);
            return std::vector<double>{tariff * economics.staff, 100.0 * tariff};
        };
        return one;
    }
};

}  // namespace halltwin::tests
