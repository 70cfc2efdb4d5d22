// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/year/duration_chart.h"

#include "views/bridge/format.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace halltwin::views::year {

namespace {

constexpr int steps = 4;
constexpr double tickHours = 2000.0;

}  // namespace

std::vector<double> durationCurve(const twin::YearResult& year, DurationMeasure measure) {
    std::vector<double> values;
    values.reserve(year.hours.size());
    for (const twin::YearHour& hour : year.hours) {
        if (measure == DurationMeasure::Power)
            values.push_back(hour.facility.in(kilowatts));
        else if (const auto pue = hour.pue())
            values.push_back(*pue);
    }
    std::sort(values.begin(), values.end(), std::greater<>());
    return values;
}

DurationChart::DurationChart(bridge::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme) {
    setObjectName(QStringLiteral("year.duration"));
    setAccessibleName(tr("Duration curve of the year"));
    setMinimumSize(240, 90);
    setMouseTracking(true);
    setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    connect(&theme, &bridge::Theme::changed, this, qOverload<>(&QWidget::update));
}

void DurationChart::setYears(const YearPtr& present, const YearPtr& trial) {
    m_present = present;
    m_trial = trial;
    refresh();
}

void DurationChart::setMeasure(DurationMeasure measure) {
    m_measure = measure;
    refresh();
}

void DurationChart::refresh() {
    const auto curveOf = [this](const YearPtr& answer) {
        return answer == nullptr ? std::vector<double>() : durationCurve(answer->year, m_measure);
    };
    m_presentCurve = curveOf(m_present);
    m_trialCurve = curveOf(m_trial);
    if (!m_presentCurve.empty()) {
        m_high = m_presentCurve.front();
        m_low = m_presentCurve.back();
    }
    if (!m_trialCurve.empty()) {
        m_high = std::max(m_high, m_trialCurve.front());
        m_low = std::min(m_low, m_trialCurve.back());
    }
    const double margin = std::max(0.05 * (m_high - m_low), 2e-3 * std::abs(m_high));
    m_high += margin;
    m_low -= margin;
    update();
}

QRectF DurationChart::plot() const {
    const QFontMetricsF metrics(font());
    const double left = std::max(metrics.horizontalAdvance(textOf(m_high)),
                                 metrics.horizontalAdvance(textOf(m_low))) +
                        1.5 * bridge::space::s;
    return QRectF(rect()).adjusted(left, bridge::space::s, -bridge::space::xl,
                                   -1.5 * metrics.height());
}

QString DurationChart::textOf(double value) const {
    return m_measure == DurationMeasure::Power ? bridge::formatPower(kilowatts(value))
                                               : bridge::formatNumber(value, 3);
}

void DurationChart::paintEvent(QPaintEvent*) {
    if (m_presentCurve.empty()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    const QColor color = m_theme.colors().accent;
    paintCurve(painter, m_presentCurve, QPen(color, 2.0));
    if (m_trialCurve.empty()) return;
    const QColor trial = m_theme.seriesColor(1);
    paintCurve(painter, m_trialCurve, QPen(trial, 2.0, Qt::DashLine));
    const QRectF area = plot();
    const double line = QFontMetricsF(font()).height();
    painter.setPen(trial);
    painter.drawText(area.adjusted(0, 0, 0, 0), Qt::AlignRight | Qt::AlignTop, tr("on trial"));
    painter.setPen(color);
    painter.drawText(area.adjusted(0, line, 0, 0), Qt::AlignRight | Qt::AlignTop,
                     tr("present design"));
}

void DurationChart::paintAxes(QPainter& painter) const {
    const QRectF area = plot();
    const double line = QFontMetricsF(font()).height();
    for (int n = 0; n <= steps; ++n) {
        const double y = area.bottom() - area.height() * n / steps;
        painter.setPen(QPen(m_theme.colors().border, 1.0));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(m_theme.colors().textMuted);
        painter.drawText(QRectF(0, y - line / 2, area.left() - bridge::space::xs, line),
                         Qt::AlignRight | Qt::AlignVCenter,
                         textOf(m_low + (m_high - m_low) * n / steps));
    }
    const auto hours = static_cast<double>(m_presentCurve.size());
    for (double at = 0.0; at <= hours; at += tickHours) {
        const double x = area.left() + area.width() * at / hours;
        painter.drawText(QRectF(x - 40, area.bottom() + 0.3 * line, 80, line),
                         Qt::AlignHCenter | Qt::AlignTop,
                         bridge::formatWithUnit(at, 0, QStringLiteral("h")));
    }
}

void DurationChart::paintCurve(QPainter& painter, const std::vector<double>& curve,
                               const QPen& pen) const {
    const QRectF area = plot();
    const auto last = static_cast<double>(curve.size() - 1);
    const auto points = static_cast<std::size_t>(std::max(2.0, std::ceil(area.width())));
    QPainterPath path;
    for (std::size_t n = 0; n <= points; ++n) {
        const double share = static_cast<double>(n) / static_cast<double>(points);
        const double value = curve[static_cast<std::size_t>(std::lround(share * last))];
        const QPointF at(area.left() + area.width() * share,
                         area.bottom() - area.height() * (value - m_low) / (m_high - m_low));
        n == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    painter.setPen(pen);
    painter.drawPath(path);
}

void DurationChart::mouseMoveEvent(QMouseEvent* event) {
    const QRectF area = plot();
    if (m_presentCurve.empty() || !area.contains(event->position())) return QToolTip::hideText();
    const double share = (event->position().x() - area.left()) / area.width();
    const auto at = static_cast<std::size_t>(
        std::lround(share * static_cast<double>(m_presentCurve.size() - 1)));
    QToolTip::showText(event->globalPosition().toPoint(),
                       tr("%1 or more in %2 hours").arg(textOf(m_presentCurve[at])).arg(at + 1),
                       this);
}

}  // namespace halltwin::views::year
