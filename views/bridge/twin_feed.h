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
/// submitted at once. Views listen to `resultReady` and read `latest()`.
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

    /// Whether `latest()` belongs to what the session shows now.
    [[nodiscard]] bool isCurrent() const;

    [[nodiscard]] const std::optional<ScenarioId>& scenario() const { return m_scenario; }
    void setScenario(std::optional<ScenarioId> scenario);

signals:
    void started();
    void resultReady(const halltwin::views::bridge::TwinResultPtr& result);
    void failed(const halltwin::Error& error);
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
};

}  // namespace halltwin::views::bridge
