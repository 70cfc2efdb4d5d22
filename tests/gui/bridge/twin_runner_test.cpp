// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "views/bridge/twin_runner.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <chrono>
#include <vector>

using namespace halltwin;
using namespace halltwin::views::bridge;

namespace {

twin::TwinInput inputWithGrid(double gridM) {
    twin::TwinInput input;
    input.settings.gridM = gridM;
    return input;
}

/// Answers with the grid of its input as IT power, after `milliseconds` unless asked to stop.
TwinRunner::Evaluate slowEvaluate(int milliseconds, std::atomic<int>& started) {
    return [milliseconds, &started](const twin::TwinInput& input,
                                    std::stop_token stop) -> Result<twin::TwinResult> {
        ++started;
        for (int i = 0; i < milliseconds; ++i) {
            if (stop.stop_requested()) return fail(ErrorCode::Cancelled, "stopped");
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        twin::TwinResult result;
        result.kpis.itPower = watts(input.settings.gridM);
        return result;
    };
}

std::vector<double> collectWatts(TwinRunner& runner) {
    std::vector<double> delivered;
    QObject::connect(&runner, &TwinRunner::resultReady, &runner, [&](const TwinResultPtr& result) {
        delivered.push_back(result->kpis.itPower.in(watts));
    });
    CHECK(QTest::qWaitFor([&] { return !runner.isRunning(); }, 10000));
    QTest::qWait(50);
    return delivered;
}

}  // namespace

TEST_CASE("Of many inputs only the last is answered, and submitting never waits") {
    std::atomic<int> started = 0;
    TwinRunner runner(nullptr, slowEvaluate(40, started));
    QElapsedTimer timer;
    timer.start();
    for (int i = 1; i <= 200; ++i)
        runner.submit(inputWithGrid(i));
    CHECK(timer.elapsed() < 40);
    CHECK(runner.isRunning());
    CHECK(collectWatts(runner) == std::vector<double>{200.0});
    CHECK(started < 200);
}

TEST_CASE("During a gesture a run in progress may finish, then the newest input follows") {
    std::atomic<int> started = 0;
    TwinRunner runner(nullptr, slowEvaluate(60, started));
    runner.submit(inputWithGrid(1.0), Running::Finish);
    REQUIRE(QTest::qWaitFor([&] { return started == 1; }));
    for (int i = 2; i <= 9; ++i)
        runner.submit(inputWithGrid(i), Running::Finish);
    CHECK(collectWatts(runner) == std::vector<double>{1.0, 9.0});
    CHECK(runner.latestInput().settings.gridM == 9.0);
}

TEST_CASE("After cancelling nothing is delivered") {
    std::atomic<int> started = 0;
    TwinRunner runner(nullptr, slowEvaluate(30, started));
    runner.submit(inputWithGrid(1.0));
    runner.cancel();
    CHECK(!runner.isRunning());
    CHECK(collectWatts(runner).empty());
    CHECK(runner.latest() == nullptr);
}

TEST_CASE("A failure is told and the last good result stays") {
    TwinRunner runner(
        nullptr, [](const twin::TwinInput& input, std::stop_token) -> Result<twin::TwinResult> {
            if (input.settings.gridM < 0.0) return fail(ErrorCode::OutOfRange, "negative grid");
            return twin::TwinResult{};
        });
    QSignalSpy failures(&runner, &TwinRunner::failed);
    runner.submit(inputWithGrid(1.0));
    REQUIRE(QTest::qWaitFor([&] { return runner.latest() != nullptr; }));
    const TwinResultPtr good = runner.latest();
    runner.submit(inputWithGrid(-1.0));
    REQUIRE(QTest::qWaitFor([&] { return failures.count() == 1; }));
    CHECK(runner.latest() == good);
}

TEST_CASE("A runner that is destroyed while it works stops the work and returns soon") {
    std::atomic<int> started = 0;
    QElapsedTimer timer;
    {
        TwinRunner runner(nullptr, slowEvaluate(20000, started));
        runner.submit(inputWithGrid(1.0));
        REQUIRE(QTest::qWaitFor([&] { return started == 1; }));
        timer.start();
    }
    CHECK(timer.elapsed() < 1000);
}
