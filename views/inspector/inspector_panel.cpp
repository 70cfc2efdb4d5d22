// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/inspector_panel.h"

#include "views/bridge/messages.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/inspector/cable_page.h"
#include "views/inspector/hall_page.h"
#include "views/inspector/item_page.h"
#include "views/inspector/pipe_page.h"
#include "views/inspector/project_page.h"
#include "views/inspector/tray_page.h"

#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace halltwin::views::inspector {

namespace {

QScrollArea* scrolled(QWidget* content, QWidget* parent) {
    auto* area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    return area;
}

}  // namespace

InspectorPanel::InspectorPanel(const bridge::ViewContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_tabs(new QTabWidget(this)),
      m_selection(new QStackedWidget(this)),
      m_items(new ItemPage(context)),
      m_cable(new CablePage(context)),
      m_pipe(new PipePage(context)),
      m_tray(new TrayPage(context)),
      m_halls(new HallPage(context)),
      m_project(new ProjectPage(context)) {
    setObjectName(QStringLiteral("panel"));
    auto* hint =
        new QLabel(tr("Nothing is selected.\n\nClick an item on the plan, or drag a rectangle "
                      "around several, to see and change its properties."));
    hint->setObjectName(QStringLiteral("inspector.hint"));
    hint->setProperty("muted", true);
    hint->setWordWrap(true);
    hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    hint->setMargin(bridge::space::m);
    m_nothing = hint;
    m_itemScroll = scrolled(m_items, this);
    m_selection->addWidget(m_nothing);
    m_selection->addWidget(m_itemScroll);
    m_cableScroll = scrolled(m_cable, this);
    m_selection->addWidget(m_cableScroll);
    m_pipeScroll = scrolled(m_pipe, this);
    m_selection->addWidget(m_pipeScroll);
    m_trayScroll = scrolled(m_tray, this);
    m_selection->addWidget(m_trayScroll);

    m_tabs->setObjectName(QStringLiteral("inspector.tabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_selection, tr("Selection"));
    m_tabs->addTab(scrolled(m_halls, this), tr("Halls"));
    m_tabs->addTab(scrolled(m_project, this), tr("Project"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);

    connect(&context.session, &bridge::ProjectSession::changed, this, &InspectorPanel::refresh);
    connect(&context.session, &bridge::ProjectSession::replaced, this, &InspectorPanel::refresh);
    connect(&context.session, &bridge::ProjectSession::previewChanged, this, [this] {
        if (!m_context.selection.items().empty()) m_items->refresh();
    });
    connect(&context.selection, &bridge::Selection::changed, this, &InspectorPanel::onSelection);
    connect(&context.twin, &bridge::TwinFeed::resultReady, this, &InspectorPanel::refreshFigures);
    connect(&context.theme, &bridge::Theme::changed, this, &InspectorPanel::refresh);
    connect(m_tabs, &QTabWidget::currentChanged, this, &InspectorPanel::refresh);
    refresh();
}

void InspectorPanel::showHall(HallId id) {
    m_halls->setHall(id);
    m_tabs->setCurrentIndex(1);
}

void InspectorPanel::refresh() {
    switch (m_tabs->currentIndex()) {
        case 0: onSelection(); break;
        case 1: m_halls->refresh(); break;
        default: m_project->refresh(); break;
    }
}

void InspectorPanel::refreshFigures() {
    if (m_tabs->currentIndex() == 0) {
        m_items->refreshFigures();
        m_cable->refreshFigures();
        m_pipe->refreshFigures();
        m_tray->refreshFigures();
    }
    if (m_tabs->currentIndex() == 1) m_halls->refreshFigures();
}

void InspectorPanel::onSelection() {
    const bool hasItems = !m_context.selection.items().empty();
    const bool hasCable = !hasItems && m_context.selection.powerLink().has_value();
    const bool hasPipe = !hasItems && m_context.selection.coolingLink().has_value();
    const bool hasTray = !hasItems && m_context.selection.tray().has_value();
    if (!m_context.selection.isEmpty() && m_tabs->currentIndex() != 0) m_tabs->setCurrentIndex(0);
    if (hasItems) m_items->refresh();
    if (hasCable) m_cable->refresh();
    if (hasPipe) m_pipe->refresh();
    if (hasTray) m_tray->refresh();
    QWidget* page = hasItems   ? m_itemScroll
                    : hasCable ? m_cableScroll
                    : hasPipe  ? m_pipeScroll
                    : hasTray  ? m_trayScroll
                               : m_nothing;
    m_selection->setCurrentWidget(page);
}

}  // namespace halltwin::views::inspector
