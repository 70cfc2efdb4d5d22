// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/main_window.h"

#include "views/bridge/air_quantity.h"
#include "views/bridge/messages.h"
#include "views/charts/charts_panel.h"
#include "views/diagram/cooling_pane.h"
#include "views/diagram/diagram_pane.h"
#include "views/floorplan/plan_view.h"
#include "views/heatmap/probe_panel.h"
#include "views/inspector/catalog_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/inspector/issues_panel.h"
#include "views/network/network_pane.h"
#include "views/shell/command_registry.h"
#include "views/shell/commands.h"
#include "views/shell/derivation_popup.h"
#include "views/shell/diagram_export.h"
#include "views/shell/dock.h"
#include "views/shell/field_export.h"
#include "views/shell/file_controller.h"
#include "views/shell/kpi_row.h"
#include "views/shell/plan_pane.h"
#include "views/shell/report_controller.h"
#include "views/shell/scenario_box.h"
#include "views/shell/schedule_export.h"
#include "views/shell/settings.h"
#include "views/shell/start_page.h"
#include "views/shell/status_info.h"
#include "views/transient/transient_panel.h"
#include "views/year/year_page.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLabel>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QTabWidget>
#include <QToolBar>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace halltwin::views::shell {

namespace {

constexpr int dockWidth = 280;
constexpr int figuresHeight = 304;
constexpr int probesHeight = 330;  ///< of a few rows and the history
constexpr int messageMilliseconds = 8000;

/// Commands that need a project on screen.
constexpr const char* projectCommands[] = {
    "saveAction",       "saveAsAction",     "exportPdfAction", "printAction",
    "pasteAction",      "selectAllAction",  "findAction",      "scenariosAction",
    "tool.select",      "tool.pan",         "tool.place",      "tool.wall",
    "tool.containment", "tool.power-a",     "tool.power-b",    "tool.cooling",
    "tool.measure",     "zoomFitAction",    "zoomInAction",    "zoomOutAction",
    "tab.plan",         "tab.3d",           "dock.catalog",    "dock.inspector",
    "dock.issues",      "dock.figures",     "dock.probes",     "dock.transient",
    "tool.section",     "tool.probe",       "exportVtiAction", "tab.power",
    "power.trip",       "power.restore",    "power.follow",    "exportDiagramAction",
    "power.event",      "power.resilience", "dock.event",      "tab.cooling",
    "tab.year",         "tool.tray",        "tab.network",     "exportSchedulesAction"};

}  // namespace

MainWindow::MainWindow(std::shared_ptr<const Catalog> catalog, bridge::Theme& theme,
                       ShellParts parts, QWidget* parent)
    : QMainWindow(parent),
      m_theme(theme),
      m_parts(std::move(parts)),
      m_session(std::move(catalog)),
      m_twin(m_session, m_runner),
      m_context{m_session, m_selection, m_twin, m_theme},
      m_study(m_context),
      m_commands(new CommandRegistry(theme, this)),
      m_files(new FileController(m_session, *this)),
      m_reports(new ReportController(m_context, m_parts, *this)),
      m_fields(new FieldExport(m_context, *this)),
      m_schedules(new ScheduleExport(m_context, *this)) {
    setObjectName(QStringLiteral("mainWindow"));
    resize(1440, 900);
    m_twin.setFinest(Settings::finestStage());
    addCommands(*m_commands);
    buildCentre();
    buildDocks();
    buildBars();
    connectFileCommands();
    connectEditCommands();
    connectToolCommands();
    connectViewCommands();
    connectPowerCommands();
    connectTrial();
    connectSession();
    restoreGeometry(Settings::geometry());
    restoreState(Settings::dockState());
    m_docksWanted.clear();
    for (const Dock* dock : m_docks)
        m_docksWanted.push_back(!dock->isHidden());
    showStartPage();
}

MainWindow::~MainWindow() {
    // Views hear from the session until they are gone, so they go first.
    m_runner.cancel();
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
}

void MainWindow::buildCentre() {
    m_centre = new QStackedWidget(this);
    m_start = new StartPage(m_theme, m_centre);
    m_tabs = new QTabWidget(m_centre);
    m_tabs->setObjectName(QStringLiteral("centreTabs"));
    m_tabs->setDocumentMode(true);
    m_plan = new PlanPane(m_context, m_study, m_tabs);
    m_tabs->addTab(m_plan, tr("Plan"));
    connect(m_plan, &PlanPane::rangePinned, this, &MainWindow::pin3dRanges);
    if (m_parts.make3dView) {
        m_holder3d = new QWidget(m_tabs);
        m_holder3d->setObjectName(QStringLiteral("view3dHolder"));
        (new QVBoxLayout(m_holder3d))->setContentsMargins(0, 0, 0, 0);
        m_tabs->addTab(m_holder3d, tr("3-D"));
    }
    m_power = new diagram::DiagramPane(m_context, m_tabs);
    m_tabs->addTab(m_power, tr("Power"));
    m_network = new network::NetworkPane(m_context, m_study, m_tabs);
    m_tabs->addTab(m_network, tr("Network"));
    m_cooling = new diagram::CoolingPane(m_context, m_tabs);
    m_tabs->addTab(m_cooling, tr("Cooling"));
    m_year = new year::YearPage(m_context, m_tabs);
    m_tabs->addTab(m_year, tr("Year"));
    m_diagrams = new DiagramExport(m_session, *this);
    m_centre->addWidget(m_start);
    m_centre->addWidget(m_tabs);
    setCentralWidget(m_centre);
}

void MainWindow::buildDocks() {
    m_catalog = new inspector::CatalogPanel(m_context);
    m_inspector = new inspector::InspectorPanel(m_context);
    m_issues = new inspector::IssuesPanel(m_context);
    auto* figures = new QWidget;
    auto* layout = new QVBoxLayout(figures);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new KpiRow(m_context, figures));
    m_charts = new charts::ChartsPanel(m_context, figures);
    layout->addWidget(m_charts, 1);
    connect(m_charts, &charts::ChartsPanel::explained, this,
            [this](const twin::Derivation& derivation, const QWidget& anchor) {
                (new DerivationPopup(derivation, m_context.theme, this))->openAbove(anchor);
            });

    auto* catalog = new Dock(tr("Catalogue"), QStringLiteral("catalogDock"), m_catalog, this);
    auto* properties =
        new Dock(tr("Inspector"), QStringLiteral("inspectorDock"), m_inspector, this);
    auto* issues = new Dock(tr("Issues"), QStringLiteral("issuesDock"), m_issues, this);
    auto* bottom = new Dock(tr("Figures"), QStringLiteral("figuresDock"), figures, this);
    bottom->setTitleBarWidget(new QWidget(bottom));
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    addDockWidget(Qt::LeftDockWidgetArea, catalog);
    addDockWidget(Qt::RightDockWidgetArea, properties);
    addDockWidget(Qt::RightDockWidgetArea, issues);
    addDockWidget(Qt::BottomDockWidgetArea, bottom);
    resizeDocks({catalog, properties}, {dockWidth - 16, dockWidth + 24}, Qt::Horizontal);
    resizeDocks({properties, issues}, {270, 230}, Qt::Vertical);
    resizeDocks({bottom}, {figuresHeight}, Qt::Vertical);
    auto* probes = new Dock(tr("Probes"), QStringLiteral("probesDock"),
                            new heatmap::ProbePanel(m_context, m_plan->probes()), this);
    addDockWidget(Qt::RightDockWidgetArea, probes);
    tabifyDockWidget(issues, probes);
    issues->raise();
    Dock* transient = makeTransientDock(*bottom);
    m_docks = {catalog, properties, issues, bottom, probes, transient, makeEventDock(*transient)};
    connect(m_plan, &PlanPane::probeAdded, probes, [this, probes] {
        probes->show();
        probes->raise();
        if (probes->height() < probesHeight) resizeDocks({probes}, {probesHeight}, Qt::Vertical);
    });

    connect(m_issues, &inspector::IssuesPanel::showRequested, this, &MainWindow::showIssue);
    connect(m_catalog, &inspector::CatalogPanel::placeRequested, this,
            &MainWindow::placeFromCatalog);
}

Dock* MainWindow::makeTransientDock(Dock& beside) {
    auto* panel = new transient::TransientPanel(m_context);
    auto* dock = new Dock(tr("Transient"), QStringLiteral("transientDock"), panel, this);
    addDockWidget(Qt::BottomDockWidgetArea, dock);
    tabifyDockWidget(&beside, dock);
    dock->hide();
    connect(panel, &transient::TransientPanel::momentChanged, this,
            [this](const transient::Moment& moment) {
                m_plan->showMoment(moment.result, moment.project, {moment.lowC, moment.highC});
                m_status->setMomentText(moment.text);
            });
    connect(panel, &transient::TransientPanel::message, statusBar(),
            [this](const QString& text) { statusBar()->showMessage(text, messageMilliseconds); });
    return dock;
}

void MainWindow::buildBars() {
    fillMenus(*menuBar(), *m_commands);
    QToolBar* tools = addToolBar(tr("Tools"));
    m_tools = tools;
    tools->setObjectName(QStringLiteral("toolBar"));
    tools->setMovable(false);
    tools->setIconSize({20, 20});
    fillToolBar(*tools, *m_commands);
    auto* gap = new QWidget(tools);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    tools->addWidget(gap);
    auto* caption = new QLabel(tr("Scenario"), tools);
    caption->setProperty("muted", true);
    caption->setContentsMargins(0, 0, bridge::space::s, 0);
    tools->addWidget(caption);
    tools->addWidget(new ScenarioBox(m_context, tools));
    statusBar()->setSizeGripEnabled(false);
    m_status = new StatusInfo(m_context, *statusBar());
    connect(m_plan, &PlanPane::cursorText, m_status, &StatusInfo::setCursorText);
    connect(&m_plan->plan(), &floorplan::PlanView::statusText, statusBar(),
            [this](const QString& text) { statusBar()->showMessage(text); });
}

void MainWindow::connectSession() {
    connect(&m_session, &bridge::ProjectSession::changed, this, [this] {
        m_selection.keepOnly(m_session.project());
        refreshHistory();
        refreshTitle();
    });
    connect(&m_session, &bridge::ProjectSession::replaced, this, [this] {
        m_selection.clear();
        refreshHistory();
        refreshTitle();
    });
    connect(m_files, &FileController::opened, this, &MainWindow::showWorkspace);
    connect(&m_session, &bridge::ProjectSession::modifiedChanged, this, &MainWindow::refreshTitle);
    connect(&m_session, &bridge::ProjectSession::pathChanged, this, &MainWindow::refreshTitle);
    connect(&m_session, &bridge::ProjectSession::saved, this,
            [this] { statusBar()->showMessage(tr("Saved"), messageMilliseconds); });
    connect(&m_session, &bridge::ProjectSession::editRefused, this, [this](const Error& error) {
        statusBar()->showMessage(bridge::errorText(error), messageMilliseconds);
    });
    connect(&m_selection, &bridge::Selection::changed, this, &MainWindow::refreshSelectionCommands);
    refreshHistory();
    refreshSelectionCommands();
}

void MainWindow::openFile(const QString& path) {
    m_files->open(path);
}

void MainWindow::showStartPage() {
    m_start->refresh();
    setDocksVisible(false);
    m_centre->setCurrentWidget(m_start);
    m_tools->hide();
    for (const char* id : projectCommands)
        m_commands->action(QLatin1String(id))->setEnabled(false);
    refreshTitle();
}

void MainWindow::showWorkspace() {
    if (m_centre->currentWidget() == m_tabs) return;
    for (const char* id : projectCommands)
        m_commands->action(QLatin1String(id))->setEnabled(true);
    m_commands->action("exportPdfAction")->setEnabled(static_cast<bool>(m_parts.writeReport));
    m_commands->action("printAction")->setEnabled(static_cast<bool>(m_parts.printReport));
    m_commands->action("tab.3d")->setEnabled(m_holder3d != nullptr);
    m_centre->setCurrentWidget(m_tabs);
    m_tools->show();
    setDocksVisible(true);
    m_plan->plan().setFocus();
    refreshTitle();
}

void MainWindow::setDocksVisible(bool visible) {
    const bool wasStart = m_centre->currentWidget() == m_start;
    for (std::size_t i = 0; i < m_docks.size(); ++i) {
        if (!visible && !wasStart) m_docksWanted[i] = !m_docks[i]->isHidden();
        m_docks[i]->setVisible(visible && m_docksWanted[i]);
    }
}

void MainWindow::refreshTitle() {
    if (m_centre->currentWidget() == m_start) {
        setWindowTitle(tr("HallTwin"));
        setWindowModified(false);
        return;
    }
    setWindowTitle(tr("%1[*] – HallTwin").arg(m_session.displayName()));
    setWindowModified(m_session.isModified());
    setWindowFilePath(m_session.filePath());
}

void MainWindow::ensure3dView() {
    if (m_view3d != nullptr || m_holder3d == nullptr || m_tabs->currentWidget() != m_holder3d)
        return;
    m_view3d = m_parts.make3dView(m_context, m_holder3d);
    m_view3d->setObjectName(QStringLiteral("view3d"));
    m_holder3d->layout()->addWidget(m_view3d);
    pin3dRanges();
}

/// The 3-D view shows each quantity in the colours of the plan's pinned range.
void MainWindow::pin3dRanges() {
    if (m_view3d == nullptr || !m_parts.pin3dRange) return;
    for (const bridge::AirQuantity quantity : bridge::airQuantities) {
        const QLatin1String key(bridge::lookOf(quantity).key);
        m_parts.pin3dRange(*m_view3d, quantity, Settings::pinnedRange(key));
    }
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_closing && m_session.isModified()) {
        event->ignore();
        m_files->whenSafe([this] {
            m_closing = true;
            close();
        });
        return;
    }
    if (m_centre->currentWidget() == m_tabs) Settings::setWindow(saveGeometry(), saveState());
    event->accept();
}

}  // namespace halltwin::views::shell
