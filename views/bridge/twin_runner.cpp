// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/twin_runner.h"

#include <QMetaObject>
#include <algorithm>
#include <array>
#include <utility>

namespace halltwin::views::bridge {

namespace {

using thermal::Stage;

constexpr int quickNiceness = 10;
constexpr int slowNiceness = 15;  // a preview comes before a finer answer

/// An evaluator for each stage: it keeps its last air, so that an edit that does not touch the air
/// costs no second calculation of it. Each is used by one worker only.
TwinRunner::Evaluate theTwin() {
    auto evaluators = std::make_shared<std::array<twin::Evaluator, 3>>();
    return [evaluators](const twin::TwinInput& input, std::stop_token stop) {
        const auto stage = static_cast<std::size_t>(input.settings.stage);
        return evaluators->at(stage).evaluate(input, std::move(stop));
    };
}

Stage after(Stage stage) {
    return stage == Stage::Preview ? Stage::Coarse : Stage::Fine;
}

/// Why a finer answer has less air than the one before it.
Error lostRoom(const twin::TwinResult& result) {
    const auto at =
        std::find_if(result.issues.begin(), result.issues.end(),
                     [](const Issue& issue) { return issue.rule == "thermal.unsolved"; });
    if (at == result.issues.end())
        return {ErrorCode::NotConverged, "the air of a hall has no answer", {}, {}};
    return {ErrorCode::NotConverged, at->message, {}, at->fix};
}

}  // namespace

TwinRunner::TwinRunner(QObject* parent, Evaluate evaluate)
    : QObject(parent),
      m_evaluate(evaluate ? std::move(evaluate) : theTwin()),
      m_quick(m_evaluate, answerBy(&TwinRunner::deliverPreview), quickNiceness),
      m_slow(m_evaluate, answerBy(&TwinRunner::deliverStage), slowNiceness) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &TwinRunner::refine);
}

TwinRunner::~TwinRunner() {
    cancel();  // both, before the destructor of the first waits for its thread
}

/// Sends an answer from a worker to the thread of this object.
TwinWorker::Answer TwinRunner::answerBy(void (TwinRunner::*deliver)(const TwinJob&,
                                                                    Result<twin::TwinResult>)) {
    return [this, deliver](const TwinJob& job, Result<twin::TwinResult> result) {
        auto carried = std::make_shared<Result<twin::TwinResult>>(std::move(result));
        QMetaObject::invokeMethod(
            this,
            [this, deliver, job, carried] {
                // A newer input may have asked this one to stop after it was sent off.
                if (!job.stop.stop_requested()) (this->*deliver)(job, std::move(*carried));
            },
            Qt::QueuedConnection);
    };
}

std::uint64_t TwinRunner::submit(twin::TwinInput input, Running running, Refine refine) {
    const bool wasIdle = !isRunning();
    ++m_generation;
    m_slow.cancel();
    m_calculates = false;
    m_tried = Stage::Preview;
    m_stageError.reset();
    m_refines = refine == Refine::WhenAtRest;
    m_rest.stop();
    if (m_refines && m_finest > Stage::Preview) m_rest.start();
    input.settings.stage = Stage::Preview;
    if (const AnswerCache::Known* known = m_known.find(input, m_finest)) {
        m_quick.cancel();
        QMetaObject::invokeMethod(
            this,
            [this, generation = m_generation, answer = *known] {
                deliverKnown(generation, answer);
            },
            Qt::QueuedConnection);
    } else {
        m_quick.submit(m_generation, std::move(input), running);
    }
    if (wasIdle) emit started();
    return m_generation;
}

void TwinRunner::cancel() {
    m_quick.cancel();
    m_slow.cancel();
    m_rest.stop();
    m_calculates = false;
    m_refines = false;
    m_answered = m_generation;
}

std::optional<Stage> TwinRunner::nextStage() const {
    if (isRunning() || !m_refines || m_tried >= m_finest) return std::nullopt;
    return after(m_tried);
}

double TwinRunner::stageSeconds() const {
    return m_calculates ? static_cast<double>(m_stageClock.elapsed()) / 1e3 : 0.0;
}

void TwinRunner::deliverPreview(const TwinJob& job, Result<twin::TwinResult> result) {
    if (job.generation <= m_answered) return;
    m_answered = job.generation;
    const bool isLast = job.generation == m_generation;
    if (!result) {
        if (isLast) m_refines = false;  // of what cannot be answered at all, no stage can
        emit failed(result.error());
        return;
    }
    if (isLast && result->rooms.empty()) m_tried = m_finest;  // there is no air to refine
    show(job.input, std::make_shared<const twin::TwinResult>(std::move(*result)));
    if (isLast) refine();
}

void TwinRunner::deliverKnown(std::uint64_t generation, const AnswerCache::Known& known) {
    if (generation != m_generation || generation <= m_answered) return;
    m_answered = generation;
    m_tried = known.input.settings.stage;
    show(known.input, known.result);
    refine();
}

void TwinRunner::deliverStage(const TwinJob& job, Result<twin::TwinResult> result) {
    if (job.generation != m_generation) return;
    m_calculates = false;
    m_tried = job.input.settings.stage;
    if (!result) {
        m_stageError = result.error();
    } else if (result->rooms.size() < m_latest->rooms.size()) {
        m_stageError = lostRoom(*result);
    } else {
        m_stageError.reset();
        auto shared = std::make_shared<const twin::TwinResult>(std::move(*result));
        m_known.remember(job.input, shared);
        show(job.input, std::move(shared));
    }
    refine();
}

void TwinRunner::show(const twin::TwinInput& input, TwinResultPtr result) {
    m_latest = std::move(result);
    m_latestInput = input;
    emit resultReady(m_latest);
}

/// Starts the next stage of the last input, if there is one and the input rests.
void TwinRunner::refine() {
    if (isRunning() || m_calculates || m_rest.isActive()) return;
    const std::optional<Stage> next = nextStage();
    if (!next) {
        if (isSettled()) emit settled();
        return;
    }
    twin::TwinInput input = m_latestInput;
    input.settings = twin::usualSettings(*next);
    m_calculates = true;
    m_stageClock.start();
    m_slow.submit(m_generation, std::move(input), Running::Cancel);
    emit stageStarted();
}

}  // namespace halltwin::views::bridge
