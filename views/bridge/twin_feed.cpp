// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/twin_feed.h"

#include "views/bridge/project_session.h"

namespace halltwin::views::bridge {

TwinFeed::TwinFeed(ProjectSession& session, TwinRunner& runner, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_runner(runner) {
    connect(&session, &ProjectSession::changed, this, [this] {
        dropMissingScenario();
        submit();
    });
    connect(&session, &ProjectSession::previewChanged, this, &TwinFeed::submit);
    connect(&session, &ProjectSession::replaced, this, &TwinFeed::restart);
    connect(&runner, &TwinRunner::started, this, &TwinFeed::started);
    connect(&runner, &TwinRunner::stageStarted, this, &TwinFeed::stageStarted);
    connect(&runner, &TwinRunner::failed, this, &TwinFeed::failed);
    connect(&runner, &TwinRunner::settled, this, &TwinFeed::settled);
    connect(&runner, &TwinRunner::resultReady, this, [this](const TwinResultPtr& result) {
        m_latest = result;
        m_latestProject = m_runner.latestInput().project;
        m_stage = m_runner.latestInput().settings.stage;
        emit resultReady(result);
    });
}

bool TwinFeed::isCurrent() const {
    return m_latest != nullptr && !isRunning() && m_latestProject == m_session.shown();
}

void TwinFeed::setScenario(std::optional<ScenarioId> scenario) {
    if (scenario == m_scenario) return;
    m_scenario = scenario;
    emit scenarioChanged();
    submit();
}

void TwinFeed::setFinest(thermal::Stage stage) {
    if (stage == m_runner.finest()) return;
    m_runner.setFinest(stage);
    if (m_latest != nullptr || isRunning()) submit();
}

void TwinFeed::submit() {
    twin::TwinInput input;
    input.project = m_session.shown();
    input.catalog = m_session.sharedCatalog();
    input.scenario = m_scenario;
    // While something is dragged or a slider moves, pictures on the way matter more than the last
    // one coming first.
    m_runner.submit(std::move(input), m_session.isInGesture() ? Running::Finish : Running::Cancel,
                    m_session.hasPreview() ? Refine::No : Refine::WhenAtRest);
}

void TwinFeed::restart() {
    m_runner.cancel();
    m_runner.forget();
    m_latest.reset();
    m_latestProject.reset();
    m_stage = thermal::Stage::Preview;
    if (m_scenario) {
        m_scenario.reset();
        emit scenarioChanged();
    }
    submit();
}

void TwinFeed::dropMissingScenario() {
    if (!m_scenario || m_session.project().scenarios.contains(*m_scenario)) return;
    m_scenario.reset();
    emit scenarioChanged();
}

}  // namespace halltwin::views::bridge
