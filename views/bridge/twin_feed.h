// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "views/bridge/twin_runner.h"

#include <QObject>
#include <memory>
#include <optional>

namespace halltwin::views::bridge {

class ProjectSession;

/// Keeps the twin in step with the session: every commit, preview, undo and choice of scenario is
/// submitted at once, and refined to the finest stage wanted unless it is a preview of the session.
/// Views listen to `resultReady` and read `latest()`; it comes once for every stage.
class TwinFeed : public QObject {
    Q_OBJECT

public:
    /// Both must outlive the feed.
    TwinFeed(ProjectSession& session, TwinRunner& runner, QObject* parent = nullptr);

    /// Null until the first result, and again after another project was opened.
    [[nodiscard]] const TwinResultPtr& latest() const { return m_latest; }

    /// The project that `latest()` was computed from.
    [[nodiscard]] const std::shared_ptr<const Project>& latestProject() const {
        return m_latestProject;
    }
    [[nodiscard]] bool isRunning() const { return m_runner.isRunning(); }

    /// Whether `latest()` belongs to what the session shows now, at whatever stage.
    [[nodiscard]] bool isCurrent() const;
    /// Whether it does and is the finest answer that will come.
    [[nodiscard]] bool isSettled() const { return isCurrent() && m_runner.isSettled(); }

    /// The stage of `latest()`; Preview when there is none.
    [[nodiscard]] thermal::Stage stage() const { return m_stage; }
    /// What is being calculated beyond it, for how long, and why it could not be.
    [[nodiscard]] std::optional<thermal::Stage> nextStage() const { return m_runner.nextStage(); }
    [[nodiscard]] double stageSeconds() const { return m_runner.stageSeconds(); }
    [[nodiscard]] const std::optional<Error>& stageError() const { return m_runner.stageError(); }

    /// The last stage that comes by itself.
    [[nodiscard]] thermal::Stage finest() const { return m_runner.finest(); }
    void setFinest(thermal::Stage stage);

    [[nodiscard]] const std::optional<ScenarioId>& scenario() const { return m_scenario; }
    void setScenario(std::optional<ScenarioId> scenario);

signals:
    void started();
    /// A finer stage begins.
    void stageStarted();
    void resultReady(const halltwin::views::bridge::TwinResultPtr& result);
    void failed(const halltwin::Error& error);
    /// The last answer to come is there, or its stage failed.
    void settled();
    void scenarioChanged();

private:
    void submit();
    void restart();
    void dropMissingScenario();

    ProjectSession& m_session;
    TwinRunner& m_runner;
    std::optional<ScenarioId> m_scenario;
    TwinResultPtr m_latest;
    std::shared_ptr<const Project> m_latestProject;
    thermal::Stage m_stage = thermal::Stage::Preview;
};

}  // namespace halltwin::views::bridge
