// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's commands do; main_window.cpp builds it.
#include "model/core/version.h"
#include "views/diagram/cooling_pane.h"
#include "views/diagram/diagram_pane.h"
#include "views/floorplan/plan_view.h"
#include "views/inspector/catalog_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/network/network_pane.h"
#include "views/shell/command_registry.h"
#include "views/shell/diagram_export.h"
#include "views/shell/dock.h"
#include "views/shell/field_export.h"
#include "views/shell/file_controller.h"
#include "views/shell/main_window.h"
#include "views/shell/plan_pane.h"
#include "views/shell/report_controller.h"
#include "views/shell/scenario_dialog.h"
#include "views/shell/schedule_export.h"
#include "views/shell/settings.h"
#include "views/shell/start_page.h"
#include "views/validation/validation_page.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QStatusBar>
#include <QTabWidget>
#include <string>

namespace halltwin::views::shell {

namespace {

using floorplan::tools::ToolKind;

constexpr std::pair<const char*, ToolKind> toolCommands[] = {
    {"tool.select", ToolKind::Select},
    {"tool.pan", ToolKind::Pan},
    {"tool.place", ToolKind::Place},
    {"tool.wall", ToolKind::Wall},
    {"tool.containment", ToolKind::Containment},
    {"tool.power-a", ToolKind::PowerA},
    {"tool.power-b", ToolKind::PowerB},
    {"tool.cooling", ToolKind::Cooling},
    {"tool.tray", ToolKind::Tray},
    {"tool.measure", ToolKind::Measure},
    {"tool.section", ToolKind::Section},
    {"tool.probe", ToolKind::Probe},
};

constexpr std::pair<const char*, thermal::Stage> airCommands[] = {
    {"air.preview", thermal::Stage::Preview},
    {"air.coarse", thermal::Stage::Coarse},
    {"air.fine", thermal::Stage::Fine},
};

}  // namespace

void MainWindow::connectFileCommands() {
    const auto on = [this](const char* id, auto handler) {
        connect(m_commands->action(QLatin1String(id)), &QAction::triggered, this, handler);
    };
    on("newAction", [this] { m_files->newProject(); });
    on("openAction", [this] { m_files->openWithDialog(); });
    on("saveAction", [this] { m_files->save(); });
    on("saveAsAction", [this] { m_files->saveAs(); });
    on("exportPdfAction", [this] { m_reports->exportPdf(); });
    on("exportVtiAction", [this] { m_fields->exportVti(); });
    on("exportSchedulesAction", [this] { m_schedules->exportWorkbook(); });
    on("printAction", [this] { m_reports->print(); });
    on("startPageAction", [this] { m_files->whenSafe([this] { showStartPage(); }); });
    on("quitAction", [this] { close(); });
    on("validationAction", [this] { showValidation(); });
    on("aboutAction", [this] { showAbout(); });
    connect(m_reports, &ReportController::message, statusBar(),
            [this](const QString& text) { statusBar()->showMessage(text); });
    connect(m_fields, &FieldExport::message, statusBar(),
            [this](const QString& text) { statusBar()->showMessage(text); });
    connect(m_schedules, &ScheduleExport::message, statusBar(),
            [this](const QString& text) { statusBar()->showMessage(text); });
    connect(m_start, &StartPage::newRequested, this, [this] { m_files->newProject(); });
    connect(m_start, &StartPage::openRequested, this, [this] { m_files->openWithDialog(); });
    connect(m_start, &StartPage::fileRequested, this, &MainWindow::openFile);
    connect(m_start, &StartPage::recoverRequested, this,
            [this](const bridge::UnsavedWork& work) { m_files->recover(work); });
    auto* recent = menuBar()->findChild<QMenu*>(QStringLiteral("recentMenu"));
    connect(recent, &QMenu::aboutToShow, this, &MainWindow::refreshRecentMenu);
}

void MainWindow::connectEditCommands() {
    using floorplan::PlanView;
    PlanView* plan = &m_plan->plan();
    const auto on = [this](const char* id, auto handler) {
        connect(m_commands->action(QLatin1String(id)), &QAction::triggered, this, handler);
    };
    on("undoAction", [this] { m_session.undo(); });
    on("redoAction", [this] { m_session.redo(); });
    on("cutAction", [plan] { plan->cutSelection(); });
    on("copyAction", [plan] { plan->copySelection(); });
    on("pasteAction", [plan] { plan->paste(); });
    on("duplicateAction", [plan] { plan->duplicateSelection(); });
    on("arrayAction", [plan] { plan->arraySelection(); });
    on("deleteAction", [plan] { plan->deleteSelection(); });
    on("selectAllAction", [plan] { plan->selectAll(); });
    on("rotateAction", [plan] {
        if (plan->tool() != ToolKind::Place) {
            plan->rotateSelection();
            return;
        }
        // While placing, the key turns what is about to be placed, which only the tool knows.
        QKeyEvent press(QEvent::KeyPress, Qt::Key_R, Qt::NoModifier, QStringLiteral("r"));
        QApplication::sendEvent(plan, &press);
    });
    on("findAction", [this] {
        m_docks[0]->show();
        m_catalog->focusSearch();
    });
    on("scenariosAction", [this] { (new ScenarioDialog(m_context, this))->show(); });
}

void MainWindow::connectToolCommands() {
    floorplan::PlanView* plan = &m_plan->plan();
    for (const auto& [id, kind] : toolCommands) {
        connect(m_commands->action(QLatin1String(id)), &QAction::triggered, this,
                [this, plan, kind = kind] {
                    showTab(Tab::Plan);
                    if (kind != ToolKind::Place) {
                        plan->setTool(kind);
                    } else if (!m_lastPlaced.empty()) {
                        plan->placeFromCatalog(m_lastPlaced);
                    } else {
                        m_commands->action("tool.select")->setChecked(true);
                        m_commands->action("findAction")->trigger();
                        statusBar()->showMessage(
                            tr("Choose something in the catalogue and press Enter to place it"));
                        return;
                    }
                    plan->setFocus();
                });
    }
    connect(plan, &floorplan::PlanView::toolChanged, this, [this](ToolKind now) {
        refreshSelectionCommands();
        for (const auto& [id, kind] : toolCommands) {
            if (kind == now) m_commands->action(QLatin1String(id))->setChecked(true);
        }
    });
}

void MainWindow::connectViewCommands() {
    floorplan::PlanView* plan = &m_plan->plan();
    const auto on = [this](const char* id, auto handler) {
        connect(m_commands->action(QLatin1String(id)), &QAction::triggered, this, handler);
    };
    const auto zoom = [this, plan](void (floorplan::PlanView::*ofPlan)(),
                                   void (diagram::DiagramPane::*ofPower)(),
                                   void (diagram::CoolingPane::*ofCooling)(),
                                   void (network::NetworkPane::*ofNetwork)()) {
        return [this, plan, ofPlan, ofPower, ofCooling, ofNetwork] {
            if (m_tabs->currentWidget() == m_network) return (m_network->*ofNetwork)();
            if (m_tabs->currentWidget() == m_power) return (m_power->*ofPower)();
            if (m_tabs->currentWidget() == m_cooling) return (m_cooling->*ofCooling)();
            (plan->*ofPlan)();
        };
    };
    on("zoomFitAction", zoom(&floorplan::PlanView::zoomToFit, &diagram::DiagramPane::fit,
                             &diagram::CoolingPane::fit, &network::NetworkPane::fit));
    on("zoomInAction", zoom(&floorplan::PlanView::zoomIn, &diagram::DiagramPane::zoomIn,
                            &diagram::CoolingPane::zoomIn, &network::NetworkPane::zoomIn));
    on("zoomOutAction", zoom(&floorplan::PlanView::zoomOut, &diagram::DiagramPane::zoomOut,
                             &diagram::CoolingPane::zoomOut, &network::NetworkPane::zoomOut));
    on("tab.plan", [this] { showTab(Tab::Plan); });
    on("tab.3d", [this] { showTab(Tab::View3d); });
    on("tab.power", [this] { showTab(Tab::Power); });
    on("tab.network", [this] { showTab(Tab::Network); });
    on("tab.cooling", [this] { showTab(Tab::Cooling); });
    on("tab.year", [this] { showTab(Tab::Year); });
    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::ensure3dView);
    const char* ids[] = {"dock.catalog", "dock.inspector", "dock.issues", "dock.figures",
                         "dock.probes",  "dock.transient", "dock.event"};
    for (std::size_t i = 0; i < m_docks.size(); ++i) {
        QAction* action = m_commands->action(QLatin1String(ids[i]));
        action->setChecked(!m_docks[i]->isHidden());
        connect(action, &QAction::triggered, m_docks[i], &QWidget::setVisible);
        connect(action, &QAction::triggered, m_docks[i], &QWidget::raise);
        connect(m_docks[i]->toggleViewAction(), &QAction::toggled, action, &QAction::setChecked);
    }
    for (const auto& [id, stage] : airCommands) {
        QAction* action = m_commands->action(QLatin1String(id));
        action->setChecked(stage == m_twin.finest());
        connect(action, &QAction::triggered, this, [this, stage = stage] {
            Settings::setFinestStage(stage);
            m_twin.setFinest(stage);
        });
    }
    QAction* theme = m_commands->action("themeAction");
    theme->setChecked(m_theme.mode() == bridge::ThemeMode::Dark);
    connect(theme, &QAction::toggled, this, &MainWindow::toggleTheme);
}

void MainWindow::connectPowerCommands() {
    const auto on = [this](const char* id, auto handler) {
        connect(m_commands->action(QLatin1String(id)), &QAction::triggered, this, handler);
    };
    on("power.trip", [this] {
        showTab(Tab::Power);
        m_power->tripSelection();
    });
    on("power.restore", [this] { m_power->whatIf().restoreAll(); });
    on("power.follow", [this] {
        showTab(Tab::Power);
        m_power->followSelection();
    });
    on("power.event", [this] {
        showTab(Tab::Power);
        m_power->chooseEvent();
    });
    on("power.resilience", [this] { showTab(Tab::Growth); });
    on("exportDiagramAction", [this] {
        if (m_tabs->currentWidget() == m_cooling) return m_diagrams->exportLoops(*m_cooling);
        if (m_tabs->currentWidget() == m_network) return m_diagrams->exportNetwork(*m_network);
        showTab(Tab::Power);
        m_diagrams->exportPower(*m_power);
    });
    const auto say = [this](const QString& text) { statusBar()->showMessage(text); };
    connect(m_power, &diagram::DiagramPane::message, statusBar(), say);
    connect(m_diagrams, &DiagramExport::message, statusBar(), say);
    const auto find = [this](const std::vector<ItemId>& items) { showIssue(items, {}); };
    connect(m_power, &diagram::DiagramPane::planWanted, this, find);
    connect(m_cooling, &diagram::CoolingPane::planWanted, this, find);
    connect(m_network, &network::NetworkPane::planWanted, this, find);
    connect(m_network, &network::NetworkPane::message, statusBar(), say);
    connect(m_network, &network::NetworkPane::exportWanted, this,
            [this] { m_diagrams->exportNetwork(*m_network); });
}

void MainWindow::refreshHistory() {
    const auto show = [this](const char* id, bool possible, const QString& name,
                             const QString& edit) {
        QAction* action = m_commands->action(QLatin1String(id));
        action->setEnabled(possible);
        action->setText(possible ? name + QStringLiteral(" ") + edit : name);
        action->setToolTip(commandToolTip(*action, action->statusTip()));
    };
    show("undoAction", m_session.canUndo(), tr("&Undo"), m_session.undoText());
    show("redoAction", m_session.canRedo(), tr("&Redo"), m_session.redoText());
}

void MainWindow::refreshSelectionCommands() {
    const bool hasItems = !m_selection.items().empty();
    for (const char* id :
         {"cutAction", "copyAction", "duplicateAction", "arrayAction", "rotateAction"}) {
        m_commands->action(QLatin1String(id))->setEnabled(hasItems);
    }
    m_commands->action("deleteAction")->setEnabled(!m_selection.isEmpty());
    if (m_plan->plan().tool() == ToolKind::Place)
        m_commands->action("rotateAction")->setEnabled(true);
}

void MainWindow::refreshRecentMenu() {
    auto* recent = menuBar()->findChild<QMenu*>(QStringLiteral("recentMenu"));
    recent->clear();
    for (const QString& path : Settings::recentFiles()) {
        recent->addAction(QFileInfo(path).fileName(), this, [this, path] { openFile(path); })
            ->setStatusTip(path);
    }
    if (recent->isEmpty()) recent->addAction(tr("No recent files"))->setEnabled(false);
}

void MainWindow::toggleTheme(bool dark) {
    const auto mode = dark ? bridge::ThemeMode::Dark : bridge::ThemeMode::Light;
    if (mode == m_theme.mode()) return;
    Settings::setTheme(mode);
    m_theme.apply(*qApp, mode);
}

void MainWindow::showIssue(const std::vector<ItemId>& items, HallId hall) {
    if (!items.empty()) {
        showTab(Tab::Plan);
        m_plan->plan().showItems(items);
    } else {
        m_docks[1]->show();
        m_inspector->showHall(hall);
    }
}

void MainWindow::placeFromCatalog(const std::string& key) {
    m_lastPlaced = key;
    showTab(Tab::Plan);
    m_plan->plan().placeFromCatalog(key);
    m_plan->plan().setFocus();
}

void MainWindow::showValidation() {
    auto* page = findChild<validation::ValidationPage*>();
    if (page == nullptr) page = new validation::ValidationPage(m_theme, this);
    page->show();
    page->raise();
    page->activateWindow();
}

void MainWindow::showAbout() {
    const QString version = QString::fromUtf8(halltwin::version().data(),
                                              static_cast<qsizetype>(halltwin::version().size()));
    QMessageBox::about(this, tr("About HallTwin"),
                       tr("<b>HallTwin %1</b><br/>A digital twin of AI data centres.<br/><br/>"
                          "Free software under the GNU General Public License, version 3 or later.")
                           .arg(version));
}

}  // namespace halltwin::views::shell
