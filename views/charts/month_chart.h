// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"

#include <QWidget>
#include <array>
#include <vector>

class QBarCategoryAxis;
class QChart;
class QChartView;
class QLabel;
class QStackedBarSeries;
class QValueAxis;

namespace halltwin::views::charts {

/// One layer of the stacks, January first, not negative.
struct MonthSeries {
    QString name;
    QColor color;
    std::array<double, 12> values{};

    bool operator==(const MonthSeries&) const = default;
};

/// Twelve stacked columns with a heading that names the unit, and a legend; the value of a part
/// shows in a tooltip.
class MonthChart : public QWidget {
    Q_OBJECT

public:
    MonthChart(const QString& heading, bridge::Theme& theme, QWidget* parent = nullptr);

    /// `total` stands at the right of the heading.
    void setSeries(const std::vector<MonthSeries>& series, const QString& unit,
                   const QString& total);
    [[nodiscard]] const std::vector<MonthSeries>& series() const { return m_shown; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild();
    void restyle();

    bridge::Theme& m_theme;
    QString m_heading;
    QLabel* m_title = nullptr;
    QLabel* m_total;
    QChart* m_chart;
    QChartView* m_view;
    QStackedBarSeries* m_series = nullptr;
    QBarCategoryAxis* m_months;
    QValueAxis* m_values;
    QString m_unit;
    std::vector<MonthSeries> m_shown;
};

}  // namespace halltwin::views::charts
