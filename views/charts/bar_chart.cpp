// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/bar_chart.h"

#include <algorithm>
#include <cmath>

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QHBoxLayout>
#include <QHorizontalStackedBarSeries>
#include <QLabel>
#include <QVBoxLayout>
#include <QValueAxis>

namespace halltwin::views::charts {

namespace {

constexpr int axisSteps = 4;

}  // namespace

double niceEnd(double largest, int steps) {
    if (!(largest > 0.0) || !std::isfinite(largest)) return 1.0;
    const double step = largest / steps;
    const double decade = std::pow(10.0, std::floor(std::log10(step)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (step <= factor * decade * (1.0 + 1e-9)) return steps * factor * decade;
    }
    return steps * 10.0 * decade;
}

BarChart::BarChart(const QString& heading, bridge::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_total(new QLabel(this)),
      m_chart(new QChart),
      m_view(new QChartView(m_chart, this)),
      m_names(new QBarCategoryAxis(this)),
      m_values(new QValueAxis(this)) {
    setAccessibleName(heading);
    auto* title = new QLabel(heading, this);
    title->setFont(bridge::Theme::font(bridge::TextStyle::BodyStrong));
    m_total->setProperty("muted", true);
    auto* top = new QHBoxLayout;
    top->addWidget(title);
    top->addStretch();
    top->addWidget(m_total);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(bridge::space::m, bridge::space::s, bridge::space::s, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);

    m_chart->legend()->hide();
    m_chart->setMargins({0, 0, bridge::space::s, 0});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setBackgroundVisible(false);
    m_chart->addAxis(m_names, Qt::AlignLeft);
    m_chart->addAxis(m_values, Qt::AlignBottom);
    m_names->setReverse(true);
    m_names->setGridLineVisible(false);
    m_names->setLineVisible(false);
    m_values->setTickCount(axisSteps + 1);
    m_values->setLineVisible(false);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setMinimumSize(200, 96);
    connect(&theme, &bridge::Theme::changed, this, &BarChart::restyle);
    restyle();
}

void BarChart::setBars(const std::vector<Bar>& bars, const QString& unit, const QString& total) {
    const bool sameBars =
        m_series != nullptr &&
        std::equal(bars.begin(), bars.end(), m_bars.begin(), m_bars.end(),
                   [](const Bar& a, const Bar& b) { return a.color == b.color; });
    m_bars = bars;
    m_total->setText(total);
    m_values->setTitleText(unit);
    double largest = 0.0;
    for (const Bar& bar : bars) largest = std::max(largest, bar.value);
    const double end = niceEnd(largest, axisSteps);
    m_values->setRange(0.0, end);
    const double step = end / axisSteps;
    const int decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)) +
                                        (std::fmod(step, std::pow(10.0, std::floor(std::log10(step)))) >
                                                 1e-9 * step
                                             ? 1
                                             : 0),
                                    0, 6);
    m_values->setLabelFormat(QStringLiteral("%.%1f").arg(decimals));
    if (!sameBars) {
        rebuild();
        return;
    }
    QStringList names;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        m_series->barSets()[static_cast<int>(i)]->replace(static_cast<int>(i), bars[i].value);
        names << bars[i].name;
    }
    m_names->setCategories(names);
}

void BarChart::rebuild() {
    if (m_series != nullptr) {
        m_chart->removeSeries(m_series);
        delete m_series;
    }
    m_series = new QHorizontalStackedBarSeries;
    m_series->setBarWidth(0.62);
    QStringList names;
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        // One set for each bar gives each its colour; it is empty in all other rows.
        auto* set = new QBarSet(m_bars[i].name);
        for (std::size_t row = 0; row < m_bars.size(); ++row) {
            *set << (row == i ? m_bars[i].value : 0.0);
        }
        set->setColor(m_bars[i].color);
        set->setBorderColor(Qt::transparent);
        m_series->append(set);
        names << m_bars[i].name;
    }
    m_chart->addSeries(m_series);
    m_names->setCategories(names);
    m_series->attachAxis(m_names);
    m_series->attachAxis(m_values);
}

void BarChart::restyle() {
    const bridge::ThemeColors& colors = m_theme.colors();
    const QFont caption = bridge::Theme::font(bridge::TextStyle::Caption);
    for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(m_names),
                                static_cast<QAbstractAxis*>(m_values)}) {
        axis->setLabelsFont(caption);
        axis->setTitleFont(caption);
        axis->setTitleBrush(colors.textMuted);
        axis->setGridLineColor(colors.border);
    }
    m_names->setLabelsColor(colors.text);
    m_values->setLabelsColor(colors.textMuted);
    m_chart->setPlotAreaBackgroundVisible(false);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setStyleSheet(QStringLiteral("background: transparent"));
}

}  // namespace halltwin::views::charts
