// SPDX-License-Identifier: GPL-3.0-or-later
// How the runner goes from the preview to the finest answer, on a twin that only counts.
#include "tests/support/catch.h"
#include "views/bridge/twin_runner.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <chrono>
#include <mutex>
#include <vector>

using namespace halltwin;
using namespace halltwin::views::bridge;
using thermal::Stage;

namespace {

/// Input number and stage of a run or of an answer.
struct Step {
    int input = 0;
    Stage stage = Stage::Preview;
    bool operator==(const Step&) const = default;
};

/// A twin whose answers carry the number of their input as IT power and the milliseconds of a stage
/// as its effort. Notes what was begun.
class CountingTwin {
public:
    int coarseMs = 20;
    int fineMs = 20;
    std::optional<Stage> fails;      ///< this stage has no answer
    std::optional<Stage> losesRoom;  ///< at this stage a hall has no air

    TwinRunner::Evaluate evaluate() {
        return [this](const twin::TwinInput& input, std::stop_token stop) {
            return answer(input, stop);
        };
    }
    std::vector<Step> begun() {
        const std::lock_guard lock(m_mutex);
        return m_begun;
    }
    int begunAt(Stage stage) {
        const auto steps = begun();
        return static_cast<int>(
            std::count_if(steps.begin(), steps.end(), [&](auto& s) { return s.stage == stage; }));
    }

private:
    Result<twin::TwinResult> answer(const twin::TwinInput& input, const std::stop_token& stop) {
        const Stage stage = input.settings.stage;
        const int number = static_cast<int>(input.scenario->value);
        {
            const std::lock_guard lock(m_mutex);
            m_begun.push_back({number, stage});
        }
        const int effort = stage == Stage::Preview ? 2 : stage == Stage::Coarse ? coarseMs : fineMs;
        for (int i = 0; i < effort; ++i) {
            if (stop.stop_requested()) return fail(ErrorCode::Cancelled, "stopped");
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        if (stage == fails) return fail(ErrorCode::NotConverged, "no answer");
        twin::TwinResult result;
        result.kpis.itPower = watts(number);
        if (stage != losesRoom) result.rooms.resize(1);
        return result;
    }

    std::mutex m_mutex;
    std::vector<Step> m_begun;
};

/// A runner on a counting twin; notes what it shows.
struct Bench {
    explicit Bench(Stage finest = Stage::Fine) {
        runner.setFinest(finest);
        QObject::connect(&runner, &TwinRunner::resultReady, &runner, [this](const auto& result) {
            shown.push_back({static_cast<int>(result->kpis.itPower.in(watts)),
                             runner.latestInput().settings.stage});
        });
    }
    void submit(int number, Refine refine = Refine::WhenAtRest) {
        twin::TwinInput input;
        input.scenario = ScenarioId{number};
        runner.submit(std::move(input), Running::Cancel, refine);
    }
    bool settle() {
        return QTest::qWaitFor([&] { return runner.isSettled(); }, 10000);
    }

    CountingTwin twin;
    TwinRunner runner{nullptr, twin.evaluate()};
    std::vector<Step> shown;
};

}  // namespace

TEST_CASE("An input that rests is shown as preview, coarse and fine, in this order") {
    Bench bench;
    QSignalSpy settled(&bench.runner, &TwinRunner::settled);
    bench.submit(1);
    CHECK(!bench.runner.isSettled());
    REQUIRE(bench.settle());
    CHECK(bench.shown ==
          std::vector<Step>{{1, Stage::Preview}, {1, Stage::Coarse}, {1, Stage::Fine}});
    CHECK(settled.count() == 1);
    CHECK(bench.runner.latestInput().settings.gridM == 0.3);
}

TEST_CASE("The finest stage wanted is the last") {
    Bench coarse(Stage::Coarse);
    coarse.submit(1);
    REQUIRE(coarse.settle());
    CHECK(coarse.shown == std::vector<Step>{{1, Stage::Preview}, {1, Stage::Coarse}});
    Bench preview(Stage::Preview);
    preview.submit(1);
    REQUIRE(preview.settle());
    QTest::qWait(2 * TwinRunner::restMilliseconds);
    CHECK(preview.shown == std::vector<Step>{{1, Stage::Preview}});
}

TEST_CASE("Inputs that follow each other quickly, and those of a drag, are only previewed") {
    Bench bench;
    for (int number = 1; number <= 10; ++number) {
        bench.submit(number);
        QTest::qWait(20);
    }
    CHECK(bench.twin.begunAt(Stage::Coarse) == 0);
    bench.submit(11, Refine::No);
    QTest::qWait(2 * TwinRunner::restMilliseconds);
    CHECK(bench.twin.begunAt(Stage::Coarse) == 0);
    CHECK(bench.shown.back() == Step{11, Stage::Preview});
    CHECK(!bench.runner.isSettled());
    CHECK(!bench.runner.nextStage());
}

TEST_CASE("A newer input's preview does not wait for a long run, whose answer is dropped") {
    Bench bench;
    bench.twin.fineMs = 20000;
    bench.submit(1);
    REQUIRE(QTest::qWaitFor([&] { return bench.twin.begunAt(Stage::Fine) == 1; }, 10000));
    CHECK(bench.runner.nextStage() == Stage::Fine);
    QElapsedTimer timer;
    timer.start();
    bench.submit(2);
    REQUIRE(QTest::qWaitFor([&] { return bench.shown.back() == Step{2, Stage::Preview}; }, 10000));
    CHECK(timer.elapsed() < 100);
    bench.twin.fineMs = 20;
    REQUIRE(bench.settle());
    CHECK(bench.shown.back() == Step{2, Stage::Fine});
    for (std::size_t i = 1; i < bench.shown.size(); ++i) {
        CHECK(bench.shown[i].input >= bench.shown[i - 1].input);
        const bool same = bench.shown[i].input == bench.shown[i - 1].input;
        CHECK((!same || bench.shown[i].stage > bench.shown[i - 1].stage));
    }
}

TEST_CASE("Going back to an input shows its fine answer at once and calculates nothing") {
    Bench bench;
    bench.submit(1);
    REQUIRE(bench.settle());
    const TwinResultPtr first = bench.runner.latest();
    bench.submit(2);
    REQUIRE(bench.settle());
    const auto before = bench.twin.begun();
    bench.submit(1);
    CHECK(bench.runner.isRunning());  // signals come after the call that caused them
    REQUIRE(
        QTest::qWaitFor([&] { return bench.runner.isSettled(); }, TwinRunner::restMilliseconds));
    CHECK(bench.runner.latest() == first);
    CHECK(bench.shown.back() == Step{1, Stage::Fine});
    QTest::qWait(2 * TwinRunner::restMilliseconds);
    CHECK(bench.twin.begun() == before);
}

TEST_CASE("A known answer of a lower stage is shown at once and refined from there") {
    Bench bench(Stage::Coarse);
    bench.submit(1);
    REQUIRE(bench.settle());
    bench.runner.setFinest(Stage::Fine);
    bench.shown.clear();
    bench.submit(1);
    REQUIRE(bench.settle());
    CHECK(bench.shown == std::vector<Step>{{1, Stage::Coarse}, {1, Stage::Fine}});
    bench.runner.setFinest(Stage::Preview);
    bench.submit(1);
    REQUIRE(bench.settle());
    CHECK(bench.shown.back() == Step{1, Stage::Preview});
}

TEST_CASE("Only the last few answers are kept, and none after forgetting") {
    AnswerCache cache;
    const auto inputOf = [](std::int64_t n) {
        twin::TwinInput input;
        input.scenario = ScenarioId{n};
        input.settings.stage = Stage::Fine;
        return input;
    };
    for (std::int64_t n = 1; n <= static_cast<std::int64_t>(AnswerCache::most) + 1; ++n)
        cache.remember(inputOf(n), std::make_shared<const twin::TwinResult>());
    CHECK(cache.find(inputOf(1), Stage::Fine) == nullptr);
    CHECK(cache.find(inputOf(2), Stage::Fine) != nullptr);
    CHECK(cache.find(inputOf(2), Stage::Coarse) == nullptr);
    cache.clear();
    CHECK(cache.find(inputOf(2), Stage::Fine) == nullptr);
}

TEST_CASE("A stage without an answer, or with less air, leaves the one before it on screen") {
    Bench failing;
    failing.twin.fails = Stage::Fine;
    failing.submit(1);
    REQUIRE(failing.settle());
    CHECK(failing.shown.back() == Step{1, Stage::Coarse});
    CHECK(failing.runner.stageError()->code == ErrorCode::NotConverged);

    Bench losing;
    losing.twin.losesRoom = Stage::Coarse;
    losing.submit(1);
    REQUIRE(losing.settle());
    CHECK(losing.shown == std::vector<Step>{{1, Stage::Preview}, {1, Stage::Fine}});
    CHECK(!losing.runner.stageError());
}

TEST_CASE("After cancelling no stage follows") {
    Bench bench;
    bench.twin.coarseMs = 500;
    bench.submit(1);
    REQUIRE(QTest::qWaitFor([&] { return bench.twin.begunAt(Stage::Coarse) == 1; }, 10000));
    bench.runner.cancel();
    QTest::qWait(2 * TwinRunner::restMilliseconds);
    CHECK(bench.shown == std::vector<Step>{{1, Stage::Preview}});
    CHECK(bench.twin.begunAt(Stage::Fine) == 0);
    CHECK(!bench.runner.nextStage());
}
