// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/month_chart.h"

#include "views/bridge/format.h"
#include "views/charts/bar_chart.h"
#include "views/charts/year_words.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLegend>
#include <QStackedBarSeries>
#include <QToolTip>
#include <QVBoxLayout>
#include <QValueAxis>
#include <algorithm>

namespace halltwin::views::charts {

namespace {

constexpr int axisSteps = 4;

}  // namespace

MonthChart::MonthChart(const QString& heading, bridge::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_total(new QLabel(this)),
      m_chart(new QChart),
      m_view(new QChartView(m_chart, this)),
      m_months(new QBarCategoryAxis(this)),
      m_values(new QValueAxis(this)) {
    setAccessibleName(heading);
    m_title = new QLabel(heading, this);
    m_heading = heading;
    m_title->setFont(bridge::Theme::font(bridge::TextStyle::BodyStrong));
    m_total->setProperty("muted", true);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title);
    top->addStretch();
    top->addWidget(m_total);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::s, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);

    QStringList names;
    for (int month = 0; month < 12; ++month)
        names << monthName(month);
    m_months->setCategories(names);
    m_months->setGridLineVisible(false);
    m_values->setLineVisible(false);
    m_chart->setMargins({0, 0, bridge::space::s, 0});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setBackgroundVisible(false);
    m_chart->addAxis(m_months, Qt::AlignBottom);
    m_chart->addAxis(m_values, Qt::AlignLeft);
    m_chart->legend()->setAlignment(Qt::AlignRight);
    m_chart->legend()->setMarkerShape(QLegend::MarkerShapeRectangle);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setMinimumSize(240, 110);
    connect(&theme, &bridge::Theme::changed, this, &MonthChart::restyle);
    restyle();
}

void MonthChart::setSeries(const std::vector<MonthSeries>& series, const QString& unit,
                           const QString& total) {
    m_total->setText(total);
    m_unit = unit;
    // Not along the axis: a rotated title leaves its labels no width.
    m_title->setText(m_heading + QStringLiteral(", ") + unit);
    std::array<double, 12> stacks{};
    for (const MonthSeries& one : series)
        for (std::size_t month = 0; month < stacks.size(); ++month)
            stacks[month] += one.values[month];
    const double largest = *std::max_element(stacks.begin(), stacks.end());
    m_values->setRange(0.0, niceEnd(largest, axisSteps));
    const double step = m_values->max() / axisSteps;
    m_values->setLabelFormat(step >= 1.0 ? QStringLiteral("%.0f") : QStringLiteral("%.2f"));
    const bool sameBars = m_series != nullptr &&
                          std::equal(series.begin(), series.end(), m_shown.begin(), m_shown.end(),
                                     [](const MonthSeries& a, const MonthSeries& b) {
                                         return a.color == b.color && a.name == b.name;
                                     });
    m_shown = series;
    if (!sameBars) return rebuild();
    const auto sets = m_series->barSets();
    for (std::size_t n = 0; n < series.size(); ++n)
        for (int month = 0; month < 12; ++month)
            sets[static_cast<qsizetype>(n)]->replace(
                month, series[n].values[static_cast<std::size_t>(month)]);
}

/// A label needs its own height between two grid lines, or it is left out.
void MonthChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    constexpr int shortView = 160;
    const int steps = m_view->height() < shortView ? axisSteps / 2 : axisSteps;
    m_values->setTickCount(steps + 1);
}

void MonthChart::rebuild() {
    if (m_series != nullptr) {
        m_chart->removeSeries(m_series);
        delete m_series;
    }
    m_series = new QStackedBarSeries;
    m_series->setBarWidth(0.7);
    for (const MonthSeries& one : m_shown) {
        auto* set = new QBarSet(one.name);
        for (const double value : one.values)
            *set << value;
        set->setColor(one.color);
        set->setBorderColor(Qt::transparent);
        m_series->append(set);
    }
    connect(m_series, &QAbstractBarSeries::hovered, this,
            [this](bool isOver, int month, QBarSet* set) {
                if (!isOver) return QToolTip::hideText();
                QToolTip::showText(
                    QCursor::pos(),
                    QStringLiteral("%1, %2: %3")
                        .arg(monthName(month), set->label(),
                             bridge::formatSignificant(set->at(month), 4) + u' ' + m_unit),
                    m_view);
            });
    m_chart->addSeries(m_series);
    m_series->attachAxis(m_months);
    m_series->attachAxis(m_values);
    m_chart->legend()->setVisible(m_shown.size() > 1);
    restyle();
}

void MonthChart::restyle() {
    const bridge::ThemeColors& colors = m_theme.colors();
    const QFont caption = bridge::Theme::font(bridge::TextStyle::Caption);
    for (QAbstractAxis* axis :
         {static_cast<QAbstractAxis*>(m_months), static_cast<QAbstractAxis*>(m_values)}) {
        axis->setLabelsFont(caption);
        axis->setTitleFont(caption);
        axis->setTitleBrush(colors.textMuted);
        axis->setGridLineColor(colors.border);
        axis->setLinePenColor(colors.border);
        axis->setLabelsColor(colors.textMuted);
    }
    m_chart->legend()->setFont(caption);
    m_chart->legend()->setLabelColor(colors.textMuted);
    m_chart->setPlotAreaBackgroundVisible(false);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setStyleSheet(QStringLiteral("background: transparent"));
}

}  // namespace halltwin::views::charts
