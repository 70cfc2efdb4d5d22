// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/bar_chart.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QHBoxLayout>
#include <QHorizontalStackedBarSeries>
#include <QLabel>
#include <QVBoxLayout>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace halltwin::views::charts {

namespace {

constexpr int axisSteps = 4;
constexpr double shortLabelsBelow = 10'000.0;  ///< above, labels of the axis would touch

/// Rows of the chart count from the bottom up, bars from the top down.
int rowOf(std::size_t bar, std::size_t bars) {
    return static_cast<int>(bars - 1 - bar);
}

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
    m_names->setVisible(false);
    m_values->setTickCount(axisSteps + 1);
    m_values->setLineVisible(false);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setMinimumSize(200, 96);
    m_view->viewport()->installEventFilter(this);
    connect(&theme, &bridge::Theme::changed, this, &BarChart::restyle);
    restyle();
}

void BarChart::setBars(const std::vector<Bar>& bars, const QString& unit, const QString& total) {
    const bool sameBars = m_series != nullptr &&
                          std::equal(bars.begin(), bars.end(), m_bars.begin(), m_bars.end(),
                                     [](const Bar& a, const Bar& b) { return a.color == b.color; });
    m_bars = bars;
    const bool isMany = std::any_of(bars.begin(), bars.end(),
                                    [](const Bar& bar) { return bar.value >= shortLabelsBelow; });
    for (Bar& bar : m_bars)
        bar.value *= isMany ? 1e-3 : 1.0;
    m_total->setText(total);
    m_values->setTitleText(isMany ? tr("thousand %1").arg(unit) : unit);
    setAxis();
    if (!sameBars) {
        rebuild();
    } else {
        for (std::size_t i = 0; i < bars.size(); ++i) {
            m_series->barSets()[static_cast<int>(i)]->replace(rowOf(i, bars.size()),
                                                              m_bars[i].value);
        }
    }
    placeTexts();
}

void BarChart::setAxis() {
    double largest = 0.0;
    for (const Bar& bar : m_bars)
        largest = std::max(largest, bar.value);
    const double end = niceEnd(largest, axisSteps);
    const double step = end / axisSteps;
    int decimals = 0;
    for (double scaled = step; decimals < 6 && std::abs(scaled - std::round(scaled)) > 1e-6;
         ++decimals) {
        scaled *= 10.0;
    }
    m_values->setRange(0.0, end);
    m_values->setLabelFormat(QStringLiteral("%.%1f").arg(decimals));
}

void BarChart::rebuild() {
    if (m_series != nullptr) {
        m_chart->removeSeries(m_series);
        delete m_series;
    }
    for (const Texts& texts : m_texts) {
        delete texts.name;
        delete texts.value;
    }
    m_texts.clear();
    m_series = new QHorizontalStackedBarSeries;
    m_series->setBarWidth(0.62);
    QStringList categories;
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        // One set for each bar gives each its colour; it is empty in all other rows.
        auto* set = new QBarSet(m_bars[i].name);
        for (std::size_t row = 0; row < m_bars.size(); ++row)
            *set << 0.0;
        set->replace(rowOf(i, m_bars.size()), m_bars[i].value);
        set->setColor(m_bars[i].color);
        set->setBorderColor(Qt::transparent);
        m_series->append(set);
        categories << QString::number(i);
        m_texts.push_back(
            {new QGraphicsSimpleTextItem(m_chart), new QGraphicsSimpleTextItem(m_chart)});
    }
    m_chart->addSeries(m_series);
    m_names->setCategories(categories);
    m_series->attachAxis(m_names);
    m_series->attachAxis(m_values);
    restyle();
}

/// The chart's own category labels are cut to dots where room is short; these get the room that
/// they need.
void BarChart::placeTexts() {
    const QFontMetricsF metrics(bridge::Theme::font(bridge::TextStyle::Small));
    double nameWidth = 0.0;
    double valueWidth = 0.0;
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        m_texts[i].name->setText(m_bars[i].name);
        m_texts[i].value->setText(m_bars[i].text);
        nameWidth = std::max(nameWidth, metrics.horizontalAdvance(m_bars[i].name));
        valueWidth = std::max(valueWidth, metrics.horizontalAdvance(m_bars[i].text));
    }
    const QSizeF size = m_view->viewport()->size();
    const double left = nameWidth + bridge::space::m + valueWidth + bridge::space::s;
    const double bottom = 2.0 * metrics.height() + bridge::space::s;
    m_chart->setPlotArea({left, bridge::space::xs,
                          std::max(size.width() - left - bridge::space::l, 16.0),
                          std::max(size.height() - bottom - bridge::space::xs, 16.0)});
    if (m_series == nullptr) return;
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const QPointF bar =
            m_chart->mapToPosition({0.0, double(rowOf(i, m_bars.size()))}, m_series);
        const double y = bar.y() - metrics.height() / 2.0;
        m_texts[i].name->setPos(0.0, y);
        m_texts[i].value->setPos(
            left - bridge::space::s - metrics.horizontalAdvance(m_bars[i].text), y);
    }
}

bool BarChart::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view->viewport() && event->type() == QEvent::Resize) {
        // The chart takes its new size after this event.
        QMetaObject::invokeMethod(this, &BarChart::placeTexts, Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

void BarChart::restyle() {
    const bridge::ThemeColors& colors = m_theme.colors();
    const QFont caption = bridge::Theme::font(bridge::TextStyle::Caption);
    m_values->setLabelsFont(caption);
    m_values->setTitleFont(caption);
    m_values->setTitleBrush(colors.textMuted);
    m_values->setGridLineColor(colors.border);
    m_values->setLabelsColor(colors.textMuted);
    for (const Texts& texts : m_texts) {
        texts.name->setFont(bridge::Theme::font(bridge::TextStyle::Small));
        texts.name->setBrush(colors.textMuted);
        texts.value->setFont(bridge::Theme::font(bridge::TextStyle::Small));
        texts.value->setBrush(colors.text);
    }
    m_chart->setPlotAreaBackgroundVisible(false);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setStyleSheet(QStringLiteral("background: transparent"));
}

}  // namespace halltwin::views::charts
