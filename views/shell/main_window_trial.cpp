// SPDX-License-Identifier: GPL-3.0-or-later
// What is on trial in the power chain, as the whole window shows it.
#include "views/bridge/messages.h"
#include "views/charts/charts_panel.h"
#include "views/charts/event_panel.h"
#include "views/diagram/content.h"
#include "views/diagram/cooling_pane.h"
#include "views/diagram/diagram_pane.h"
#include "views/diagram/event_model.h"
#include "views/diagram/resilience_page.h"
#include "views/diagram/trial_text.h"
#include "views/floorplan/plan_view.h"
#include "views/network/network_pane.h"
#include "views/shell/dock.h"
#include "views/shell/main_window.h"
#include "views/shell/plan_pane.h"
#include "views/shell/trial_badge.h"
#include "views/year/year_page.h"

#include <QTabWidget>
#include <algorithm>

namespace halltwin::views::shell {

Dock* MainWindow::makeEventDock(Dock& beside) {
    auto* panel = new charts::EventPanel(m_context, m_power->whatIf());
    m_eventDock = new Dock(tr("Power event"), QStringLiteral("eventDock"), panel, this);
    m_eventDock->setTitleBarWidget(new QWidget(m_eventDock));
    addDockWidget(Qt::BottomDockWidgetArea, m_eventDock);
    tabifyDockWidget(&beside, m_eventDock);
    m_eventDock->hide();
    connect(panel, &charts::EventPanel::eventWanted, this, [this] {
        showTab(Tab::Power);
        m_power->chooseEvent();
    });
    return m_eventDock;
}

void MainWindow::connectTrial() {
    connect(&m_power->whatIf(), &bridge::WhatIf::changed, this, &MainWindow::showTrial);
    connect(&m_plan->trialBadge(), &TrialBadge::restoreWanted, &m_power->whatIf(),
            &bridge::WhatIf::restoreAll);
}

/// Marks on the plan, the card over it, and the dock with the curves, which opens with a trial and,
/// where it was closed before, closes with it.
void MainWindow::showTrial() {
    bridge::WhatIf& trial = m_power->whatIf();
    m_plan->plan().setOutages(trial.newlyDark(), trial.gone());
    const auto& project = m_twin.latestProject();
    if (project == nullptr || !trial.isActive()) {
        m_plan->trialBadge().setTrial({}, {});
        if (m_trialOpenedDock) m_eventDock->hide();
        m_trialOpenedDock = false;
        return;
    }
    const diagram::NameOf nameOf = [&](ItemId id) {
        const Item* item = project->items.find(id);
        return item == nullptr ? QString() : bridge::itemTitle(*item, m_session.catalog());
    };
    m_plan->trialBadge().setTrial(
        diagram::trialTitle(trial, nameOf),
        diagram::trialToll(trial, diagram::loadKinds(*project, m_session.catalog())));
    if (m_trialOpenedDock || !m_eventDock->isHidden()) return;
    m_trialOpenedDock = true;
    m_eventDock->show();
    m_eventDock->raise();
}

bool MainWindow::playEvent(const QString& key) {
    if (m_twin.latest() == nullptr) return false;
    const auto events =
        power::eventsOf(m_twin.latest()->chain, *m_twin.latestProject(), m_session.catalog());
    const auto found = std::find_if(events.begin(), events.end(), [&key](const auto& event) {
        return key == QString::fromStdString(event.key);
    });
    if (found == events.end()) return false;
    m_power->whatIf().play(diagram::trialEventOf(*found));
    return true;
}

void MainWindow::showTab(Tab tab) {
    using Page = diagram::DiagramPane::Page;
    using Sheet = diagram::ResiliencePage::Tab;
    const auto showPower = [this](Page page) {
        m_tabs->setCurrentWidget(m_power);
        m_power->showPage(page);
    };
    const auto showSheet = [&](Sheet sheet) {
        showPower(Page::Resilience);
        m_power->resilience().showTab(sheet);
    };
    const auto showYear = [this](year::YearPage::Sheet sheet) {
        m_tabs->setCurrentWidget(m_year);
        m_year->showSheet(sheet);
    };
    const auto showNetwork = [this](network::NetworkPane::Page page) {
        m_tabs->setCurrentWidget(m_network);
        m_network->showPage(page);
    };
    switch (tab) {
        case Tab::Plan: return m_tabs->setCurrentWidget(m_plan);
        case Tab::View3d:
            if (m_holder3d != nullptr) m_tabs->setCurrentWidget(m_holder3d);
            return;
        case Tab::Power: return showPower(Page::Lines);
        case Tab::PowerFlow: return showPower(Page::Flow);
        case Tab::Growth: return showSheet(Sheet::Growth);
        case Tab::Availability: return showSheet(Sheet::Availability);
        case Tab::Losses: return showSheet(Sheet::Losses);
        case Tab::Network: return m_tabs->setCurrentWidget(m_network);
        case Tab::NetworkRacks: return showNetwork(network::NetworkPane::Page::Racks);
        case Tab::NetworkTraffic: return showNetwork(network::NetworkPane::Page::Traffic);
        case Tab::NetworkFabrics: return showNetwork(network::NetworkPane::Page::Fabrics);
        case Tab::Cooling: return m_tabs->setCurrentWidget(m_cooling);
        case Tab::Year: return showYear(year::YearPage::Sheet::Hours);
        case Tab::YearMonths: return showYear(year::YearPage::Sheet::Months);
        case Tab::Sweep: return showYear(year::YearPage::Sheet::Sweep);
        case Tab::Air: return m_charts->showAir();
        case Tab::PowerCharts: return m_charts->showPower();
    }
}

}  // namespace halltwin::views::shell
