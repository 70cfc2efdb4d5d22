// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/view_context.h"
#include "views/year/hour_list.h"
#include "views/year/year_feed.h"

#include <QWidget>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace halltwin::views::charts {
class MonthChart;
}

namespace halltwin::views::year {

class CarpetView;
class ClimateBar;
class DurationChart;
class HourListPage;
class SetPointPanel;
class SweepPage;
class TileRow;

/// The year of the present design: its figures, its hours, its months, set-points on trial, and
/// sweeps. Follows every edit while it is in sight. Without a climate it says how to get one.
class YearPage : public QWidget {
    Q_OBJECT

public:
    enum class Sheet { Hours, Months, Findings, Sweep };

    explicit YearPage(const bridge::ViewContext& context, QWidget* parent = nullptr);

    void showSheet(Sheet sheet);
    /// The list of the hours with it.
    void showFinding(Finding finding);
    [[nodiscard]] YearFeed& feed() { return m_feed; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTop();
    [[nodiscard]] QWidget* makeEmpty();
    [[nodiscard]] QWidget* makeFilled();
    [[nodiscard]] QWidget* makeHours();
    [[nodiscard]] QWidget* makeHourLine();
    [[nodiscard]] QWidget* makeMonths();
    [[nodiscard]] QWidget* makeFindings();
    [[nodiscard]] QWidget* makeSide();
    void refresh();
    void refreshState();
    void showHour(std::size_t hour);
    void useHour();
    void showMonths();

    bridge::ViewContext m_context;
    YearFeed m_feed;
    YearPtr m_shown;  ///< in the carpet: of the trial, or the present design's
    std::optional<std::size_t> m_hour;
    QLabel* m_state = nullptr;
    QLabel* m_problem = nullptr;
    ClimateBar* m_climate = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_empty = nullptr;
    QWidget* m_filled = nullptr;
    QTabWidget* m_sheets = nullptr;
    TileRow* m_tiles = nullptr;
    CarpetView* m_carpet = nullptr;
    QLabel* m_hourText = nullptr;
    QPushButton* m_useHour = nullptr;
    DurationChart* m_duration = nullptr;
    charts::MonthChart* m_energy = nullptr;
    charts::MonthChart* m_water = nullptr;
    QCheckBox* m_withIt = nullptr;
    HourListPage* m_findings = nullptr;
    SweepPage* m_sweep = nullptr;
    SetPointPanel* m_setPoints = nullptr;
};

}  // namespace halltwin::views::year
