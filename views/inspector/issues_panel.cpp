// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/issues_panel.h"

#include "views/bridge/messages.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/inspector/issues_model.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace halltwin::views::inspector {

IssuesPanel::IssuesPanel(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_model(new IssuesModel(context.theme, this)),
      m_summary(new QLabel(this)),
      m_list(new QListView(this)),
      m_fix(new QLabel(this)),
      m_show(new QPushButton(tr("Show"), this)) {
    setObjectName(QStringLiteral("panel"));
    m_summary->setObjectName(QStringLiteral("issues.summary"));
    m_summary->setProperty("muted", true);
    m_list->setObjectName(QStringLiteral("issues.list"));
    m_list->setAccessibleName(tr("Issues"));
    m_list->setModel(m_model);
    m_list->setModelColumn(IssuesModel::TextColumn);
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setIconSize({16, 16});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_fix->setObjectName(QStringLiteral("issues.fix"));
    m_fix->setWordWrap(true);
    m_show->setObjectName(QStringLiteral("issues.show"));
    m_show->setToolTip(tr("Select the items concerned and bring them into view"));

    auto* top = new QHBoxLayout;
    top->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::s, 0);
    top->addWidget(m_summary, 1);
    top->addWidget(m_show);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(bridge::space::xs);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_fix);
    m_fix->setContentsMargins(bridge::space::m, bridge::space::xs, bridge::space::m,
                              bridge::space::s);

    connect(&context.twin, &bridge::TwinFeed::resultReady, this, &IssuesPanel::refresh);
    connect(&context.theme, &bridge::Theme::changed, m_list->viewport(),
            qOverload<>(&QWidget::update));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &IssuesPanel::onCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &IssuesPanel::onCurrent);
    connect(m_show, &QPushButton::clicked, this, &IssuesPanel::showCurrent);
    connect(m_list, &QListView::activated, this, &IssuesPanel::showCurrent);
    connect(m_list, &QListView::doubleClicked, this, &IssuesPanel::showCurrent);
    refresh();
}

void IssuesPanel::refresh() {
    const bridge::TwinResultPtr& result = m_context.twin.latest();
    m_model->setIssues(result == nullptr ? std::vector<Issue>() : result->issues);
    const int errors = m_model->count(Severity::Error);
    const int warnings = m_model->count(Severity::Warning);
    QString summary = tr("No issues");
    if (m_model->rowCount() > 0) {
        summary = tr("Errors: %1 · Warnings: %2 · Notes: %3")
                      .arg(errors)
                      .arg(warnings)
                      .arg(m_model->rowCount() - errors - warnings);
    }
    m_summary->setText(summary);
    onCurrent();
}

void IssuesPanel::onCurrent() {
    const int row = m_list->currentIndex().row();
    const bool chosen = row >= 0 && row < m_model->rowCount();
    m_fix->setVisible(chosen);
    m_show->setEnabled(false);
    if (!chosen) return;
    const Issue& issue = m_model->issues()[static_cast<std::size_t>(row)];
    m_fix->setText(bridge::issueFix(issue));
    m_show->setEnabled(!issue.items.empty() || issue.hall.isValid());
}

void IssuesPanel::showCurrent() {
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_model->rowCount()) return;
    const Issue& issue = m_model->issues()[static_cast<std::size_t>(row)];
    emit showRequested(issue.items, issue.hall);
}

}  // namespace halltwin::views::inspector
