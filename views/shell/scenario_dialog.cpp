// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/scenario_dialog.h"

#include "model/edit/edits.h"
#include "views/bridge/project_session.h"
#include "views/bridge/theme.h"
#include "views/inspector/entity_form.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace halltwin::views::shell {

ScenarioDialog::ScenarioDialog(const bridge::ViewContext& context, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_list(new QListWidget(this)),
      m_remove(new QPushButton(tr("Remove"), this)),
      m_form(new inspector::EntityForm("scenario", this)) {
    setObjectName(QStringLiteral("scenarioDialog"));
    setWindowTitle(tr("Scenarios"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setAccessibleName(tr("Scenarios"));
    auto* add = new QPushButton(tr("Add"), this);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    auto* left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    left->addLayout(buttons);
    auto* right = new QVBoxLayout;
    right->addWidget(m_form);
    right->addStretch();
    auto* close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    right->addWidget(close);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::m, bridge::space::m,
                               bridge::space::m);
    layout->setSpacing(bridge::space::m);
    layout->addLayout(left, 2);
    layout->addLayout(right, 3);
    resize(600, 320);

    connect(add, &QPushButton::clicked, this, &ScenarioDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &ScenarioDialog::remove);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_list, &QListWidget::currentRowChanged, this, &ScenarioDialog::showCurrent);
    connect(&context.session, &bridge::ProjectSession::changed, this, &ScenarioDialog::refresh);
    connect(&context.session, &bridge::ProjectSession::replaced, this, &QDialog::close);
    connect(m_form, &inspector::EntityForm::edited, this,
            [this](const std::string& name, const inspector::FieldValue& value) {
                const Scenario* scenario = m_context.session.project().scenarios.find(current());
                if (scenario == nullptr) return;
                edit::SetScenario edit{*scenario};
                inspector::writeField(edit.scenario, name, value);
                if (!m_context.session.apply(edit)) showCurrent();
            });
    refresh();
}

ScenarioId ScenarioDialog::current() const {
    const QListWidgetItem* item = m_list->currentItem();
    return ScenarioId{item == nullptr ? 0 : item->data(Qt::UserRole).toLongLong()};
}

void ScenarioDialog::refresh() {
    const ScenarioId before = current();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const Scenario& scenario : m_context.session.project().scenarios) {
            auto* item = new QListWidgetItem(QString::fromStdString(scenario.name), m_list);
            item->setData(Qt::UserRole, static_cast<qlonglong>(scenario.id.value));
            if (scenario.id == before) m_list->setCurrentItem(item);
        }
        if (m_list->currentRow() < 0) m_list->setCurrentRow(0);
    }
    showCurrent();
}

void ScenarioDialog::showCurrent() {
    const Scenario* scenario = m_context.session.project().scenarios.find(current());
    m_form->setVisible(scenario != nullptr);
    m_remove->setEnabled(scenario != nullptr);
    if (scenario != nullptr) m_form->setFields(inspector::readFields(*scenario));
}

void ScenarioDialog::add() {
    Scenario scenario;
    scenario.name = tr("Scenario %1").arg(m_list->count() + 1).toStdString();
    m_context.session.apply(edit::SetScenario{scenario});
    m_list->setCurrentRow(m_list->count() - 1);
}

void ScenarioDialog::remove() {
    m_context.session.apply(edit::RemoveScenario{current()});
}

}  // namespace halltwin::views::shell
