// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/scenario_box.h"

#include "views/bridge/project_session.h"
#include "views/bridge/twin_feed.h"

#include <QSignalBlocker>

namespace halltwin::views::shell {

ScenarioBox::ScenarioBox(const bridge::ViewContext& context, QWidget* parent)
    : QComboBox(parent),
      m_context(context) {
    setObjectName(QStringLiteral("scenarioBox"));
    setAccessibleName(tr("Scenario"));
    setToolTip(tr("Operating point that all figures are for"));
    setMinimumContentsLength(18);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    const auto& session = context.session;
    connect(&session, &bridge::ProjectSession::replaced, this, &ScenarioBox::refresh);
    connect(&session, &bridge::ProjectSession::changed, this, [this](const ChangeSet& changes) {
        if (!changes.scenarios.isEmpty()) refresh();
    });
    connect(&context.twin, &bridge::TwinFeed::scenarioChanged, this, &ScenarioBox::refresh);
    connect(this, &QComboBox::activated, this, &ScenarioBox::choose);
    refresh();
}

void ScenarioBox::refresh() {
    const QSignalBlocker quiet(this);
    clear();
    addItem(tr("Project as drawn"), static_cast<qlonglong>(0));
    for (const Scenario& scenario : m_context.session.project().scenarios) {
        addItem(QString::fromStdString(scenario.name), static_cast<qlonglong>(scenario.id.value));
        if (m_context.twin.scenario() == scenario.id) setCurrentIndex(count() - 1);
    }
}

void ScenarioBox::choose(int index) {
    const ScenarioId id{itemData(index).toLongLong()};
    m_context.twin.setScenario(id.isValid() ? std::optional(id) : std::nullopt);
}

}  // namespace halltwin::views::shell
