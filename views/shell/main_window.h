// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "views/bridge/network_study.h"
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/bridge/theme.h"
#include "views/bridge/twin_feed.h"
#include "views/bridge/twin_runner.h"
#include "views/bridge/view_context.h"
#include "views/shell/shell_parts.h"

#include <QMainWindow>
#include <memory>
#include <vector>

class QStackedWidget;
class QTabWidget;
class QToolBar;

namespace halltwin::views::charts {
class ChartsPanel;
}
namespace halltwin::views::diagram {
class CoolingPane;
class DiagramPane;
}  // namespace halltwin::views::diagram
namespace halltwin::views::inspector {
class CatalogPanel;
class InspectorPanel;
class IssuesPanel;
}  // namespace halltwin::views::inspector

namespace halltwin::views::network {
class NetworkPane;
}

namespace halltwin::views::year {
class YearPage;
}

namespace halltwin::views::shell {

class CommandRegistry;
class DiagramExport;
class Dock;
class FieldExport;
class FileController;
class PlanPane;
class ReportController;
class ScheduleExport;
class StartPage;
class StatusInfo;

/// PowerFlow, Growth, Availability and Losses are pages of the power tab, NetworkRacks,
/// NetworkTraffic and NetworkFabrics of the network, YearMonths and Sweep of the year; Air and
/// PowerCharts are tabs of the charts below.
enum class Tab {
    Plan,
    View3d,
    Power,
    PowerFlow,
    Growth,
    Availability,
    Losses,
    Network,
    NetworkRacks,
    NetworkTraffic,
    NetworkFabrics,
    Cooling,
    Year,
    YearMonths,
    Sweep,
    Air,
    PowerCharts
};

/// The window: start page or plan, 3-D view and diagrams, with catalogue, inspector, issues
/// and figures around it. Owns the session and the twin; everything else sees them through a
/// ViewContext.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(std::shared_ptr<const Catalog> catalog, bridge::Theme& theme, ShellParts parts,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] bridge::ProjectSession& session() { return m_session; }
    [[nodiscard]] bridge::Selection& selection() { return m_selection; }
    [[nodiscard]] bridge::TwinFeed& twin() { return m_twin; }
    [[nodiscard]] CommandRegistry& commands() { return *m_commands; }

    void openFile(const QString& path);
    void showTab(Tab tab);
    /// Plays an event of the power chain by its key; false: there is none, or no answer yet.
    bool playEvent(const QString& key);
    void showStartPage();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void buildDocks();
    [[nodiscard]] Dock* makeTransientDock(Dock& beside);
    [[nodiscard]] Dock* makeEventDock(Dock& beside);
    void buildCentre();
    void buildBars();
    void connectFileCommands();
    void connectEditCommands();
    void connectToolCommands();
    void connectViewCommands();
    void connectPowerCommands();
    void connectTrial();
    void showTrial();
    void connectSession();
    void showWorkspace();
    void setDocksVisible(bool visible);
    void refreshTitle();
    void refreshHistory();
    void refreshSelectionCommands();
    void refreshRecentMenu();
    void ensure3dView();
    void pin3dRanges();
    void toggleTheme(bool dark);
    void showIssue(const std::vector<ItemId>& items, HallId hall);
    void showValidation();
    void showAbout();
    void placeFromCatalog(const std::string& key);

    bridge::Theme& m_theme;
    ShellParts m_parts;
    bridge::ProjectSession m_session;
    bridge::Selection m_selection;
    bridge::TwinRunner m_runner;
    bridge::TwinFeed m_twin;
    bridge::ViewContext m_context;
    bridge::NetworkStudy m_study;
    CommandRegistry* m_commands;
    FileController* m_files;
    ReportController* m_reports;
    FieldExport* m_fields;
    ScheduleExport* m_schedules;
    DiagramExport* m_diagrams = nullptr;
    QStackedWidget* m_centre = nullptr;
    StartPage* m_start = nullptr;
    QToolBar* m_tools = nullptr;
    QTabWidget* m_tabs = nullptr;
    PlanPane* m_plan = nullptr;
    QWidget* m_holder3d = nullptr;
    QWidget* m_view3d = nullptr;
    diagram::DiagramPane* m_power = nullptr;
    network::NetworkPane* m_network = nullptr;
    diagram::CoolingPane* m_cooling = nullptr;
    year::YearPage* m_year = nullptr;
    charts::ChartsPanel* m_charts = nullptr;
    inspector::CatalogPanel* m_catalog = nullptr;
    inspector::InspectorPanel* m_inspector = nullptr;
    inspector::IssuesPanel* m_issues = nullptr;
    std::vector<Dock*> m_docks;
    Dock* m_eventDock = nullptr;
    bool m_trialOpenedDock = false;  ///< and its end closes it again
    std::vector<bool> m_docksWanted;
    StatusInfo* m_status = nullptr;
    std::string m_lastPlaced;
    bool m_closing = false;
};

}  // namespace halltwin::views::shell
