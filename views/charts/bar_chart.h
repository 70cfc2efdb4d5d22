// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"

#include <QColor>
#include <QString>
#include <QWidget>
#include <vector>

class QBarCategoryAxis;
class QChart;
class QChartView;
class QGraphicsSimpleTextItem;
class QHorizontalStackedBarSeries;
class QLabel;
class QValueAxis;

namespace halltwin::views::charts {

struct Bar {
    QString name;
    QString text;      ///< the value in words, between name and bar
    double value = 0;  ///< in the unit of the axis, not negative
    QColor color;

    bool operator==(const Bar&) const = default;
};

/// Horizontal bars from the top down with a heading, the value in words beside each bar and the
/// unit on the axis. New values of the same bars only move them: an update takes well under a
/// frame.
class BarChart : public QWidget {
    Q_OBJECT

public:
    BarChart(const QString& heading, bridge::Theme& theme, QWidget* parent = nullptr);

    /// Replaces all bars. `unit` titles the axis, which counts in thousands from 10,000 up; `total`
    /// stands at the right of the heading.
    void setBars(const std::vector<Bar>& bars, const QString& unit, const QString& total);

    /// As they are drawn, in what the axis counts.
    [[nodiscard]] const std::vector<Bar>& bars() const { return m_bars; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Texts {
        QGraphicsSimpleTextItem* name = nullptr;
        QGraphicsSimpleTextItem* value = nullptr;
    };

    void rebuild();
    void setAxis();
    void placeTexts();
    void restyle();

    bridge::Theme& m_theme;
    QLabel* m_total;
    QChart* m_chart;
    QChartView* m_view;
    QHorizontalStackedBarSeries* m_series = nullptr;
    QBarCategoryAxis* m_names;
    QValueAxis* m_values;
    std::vector<Bar> m_bars;
    std::vector<Texts> m_texts;  ///< owned by the chart
};

/// The end of an axis that starts at zero and has `steps` equal steps of 1, 2, 2.5 or 5 times a
/// power of ten.
[[nodiscard]] double niceEnd(double largest, int steps);

}  // namespace halltwin::views::charts
