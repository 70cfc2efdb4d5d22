// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/twin/twin.h"
#include "views/bridge/answer_cache.h"
#include "views/bridge/twin_worker.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <cstdint>
#include <optional>

namespace halltwin::views::bridge {

/// Whether an input is worth more than a preview.
enum class Refine {
    No,          ///< it is about to be replaced: something is being dragged
    WhenAtRest,  ///< when no newer one has come for a moment
};

/// Answers inputs in stages: the preview at once, then, once the input rests, the coarse and the
/// fine stage, each of which replaces the one before. A newer input stops them at once; previews
/// have a thread of their own and never wait for a longer run. A result is never followed by one of
/// an older input, nor by a lower stage of the same input. The finest answers of the last few
/// inputs are kept and shown again at once. No call waits for the workers. Signals arrive on the
/// thread that this object lives on, after the call that caused them. The destructor asks to stop
/// and joins.
class TwinRunner : public QObject {
    Q_OBJECT

public:
    using Evaluate = TwinWorker::Evaluate;

    static constexpr int restMilliseconds = 150;

    /// `evaluate` runs on both workers at the same time, the preview on one, the other stages on
    /// the other; empty means the twin itself.
    explicit TwinRunner(QObject* parent = nullptr, Evaluate evaluate = {});
    ~TwinRunner() override;

    /// The last stage that comes by itself; Preview at first. Holds for inputs submitted from now
    /// on.
    void setFinest(thermal::Stage stage) { m_finest = stage; }
    [[nodiscard]] thermal::Stage finest() const { return m_finest; }

    /// Replaces the input that waits, if any. `running` says what becomes of a preview in progress.
    /// The stage of the input's settings does not count. Returns the generation number of this one,
    /// which only rises.
    std::uint64_t submit(twin::TwinInput input, Running running = Running::Cancel,
                         Refine refine = Refine::WhenAtRest);

    /// Drops what waits and asks the runs in progress to stop.
    void cancel();
    /// Forgets the answers kept for undo.
    void forget() { m_known.clear(); }

    /// Something submitted has not been answered yet, at no stage.
    [[nodiscard]] bool isRunning() const { return m_answered < m_generation; }
    /// The last input submitted is answered, and no finer answer to it will come.
    [[nodiscard]] bool isSettled() const { return !isRunning() && m_tried >= m_finest; }
    /// The finer stage that is being calculated, or will be as soon as the input rests.
    [[nodiscard]] std::optional<thermal::Stage> nextStage() const;
    /// How long it has been at it; 0 while the input comes to rest.
    [[nodiscard]] double stageSeconds() const;
    /// Why a stage of the last input has no answer; the stage before it stays on screen.
    [[nodiscard]] const std::optional<Error>& stageError() const { return m_stageError; }

    /// Last delivered result and the input it belongs to, with the settings of its stage; null and
    /// empty before the first one.
    [[nodiscard]] const TwinResultPtr& latest() const { return m_latest; }
    [[nodiscard]] const twin::TwinInput& latestInput() const { return m_latestInput; }

signals:
    void started();
    /// A finer stage begins.
    void stageStarted();
    void resultReady(const halltwin::views::bridge::TwinResultPtr& result);
    void failed(const halltwin::Error& error);
    /// The last input has its finest answer.
    void settled();

private:
    TwinWorker::Answer answerBy(void (TwinRunner::*deliver)(const TwinJob&,
                                                            Result<twin::TwinResult>));
    void deliverPreview(const TwinJob& job, Result<twin::TwinResult> result);
    void deliverStage(const TwinJob& job, Result<twin::TwinResult> result);
    void deliverKnown(std::uint64_t generation, const AnswerCache::Known& known);
    void show(const twin::TwinInput& input, TwinResultPtr result);
    void refine();

    Evaluate m_evaluate;
    thermal::Stage m_finest = thermal::Stage::Preview;
    thermal::Stage m_tried = thermal::Stage::Preview;  ///< highest, of the last input
    bool m_refines = false;                            ///< the last input is worth more
    bool m_calculates = false;                         ///< the slow worker, for the last input
    std::uint64_t m_generation = 0;
    std::uint64_t m_answered = 0;  ///< highest generation answered or given up
    std::optional<Error> m_stageError;
    TwinResultPtr m_latest;
    twin::TwinInput m_latestInput;
    AnswerCache m_known;
    QTimer m_rest;
    QElapsedTimer m_stageClock;
    // Last: their threads end before what they use.
    TwinWorker m_quick;
    TwinWorker m_slow;
};

}  // namespace halltwin::views::bridge
