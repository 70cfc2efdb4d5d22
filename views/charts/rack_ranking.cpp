// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/rack_ranking.h"

#include "views/bridge/color_map.h"
#include "views/bridge/format.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::views::charts {

namespace {

constexpr double widestBar = 26.0;
constexpr double limitTextWidth = 108.0;
constexpr double axisTextWidth = 34.0;
constexpr double gridStepK = 5.0;
constexpr double labelGap = 6.0;

}  // namespace

RackRanking::RackRanking(bridge::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setAccessibleName(tr("Racks by warmest intake"));
    setMouseTracking(true);
    connect(&theme, &bridge::Theme::changed, this, qOverload<>(&QWidget::update));
}

void RackRanking::setRacks(std::vector<RankedRack> racks, std::vector<LimitLine> limits) {
    m_racks = std::move(racks);
    m_limits = std::move(limits);
    std::stable_sort(m_racks.begin(), m_racks.end(), [](const RankedRack& a, const RankedRack& b) {
        return a.warmestC > b.warmestC;
    });
    setRange();
    update();
}

/// Whole steps around the racks and the first limit above them.
void RackRanking::setRange() {
    if (m_racks.empty()) return;
    double low = m_racks.front().meanC;
    for (const RankedRack& rack : m_racks)
        low = std::min(low, rack.meanC);
    double high = m_racks.front().warmestC;
    for (const LimitLine& limit : m_limits) {
        if (limit.valueC < high) continue;
        high = limit.valueC;
        break;
    }
    m_lowC = gridStepK * (std::ceil(low / gridStepK) - 1.0);
    m_highC = std::max(high + 1.0, m_lowC + gridStepK);
}

QRectF RackRanking::plotArea() const {
    return QRectF(rect()).adjusted(axisTextWidth + bridge::space::s, bridge::space::s,
                                   -limitTextWidth - bridge::space::s, -bridge::space::m - 2.0);
}

double RackRanking::yOf(double valueC) const {
    const QRectF area = plotArea();
    return area.bottom() - (valueC - m_lowC) / (m_highC - m_lowC) * area.height();
}

double RackRanking::barPitch() const {
    return m_racks.empty() ? widestBar
                           : std::min(widestBar + 4.0, plotArea().width() / double(m_racks.size()));
}

const RankedRack* RackRanking::rackAt(const QPoint& at) const {
    const QRectF area = plotArea();
    if (at.x() < area.left() || m_racks.empty()) return nullptr;
    const auto index = static_cast<std::size_t>((at.x() - area.left()) / barPitch());
    return index < m_racks.size() ? &m_racks[index] : nullptr;
}

void RackRanking::paintLimits(QPainter& painter) const {
    const bridge::ThemeColors& colors = m_theme.colors();
    const QRectF area = plotArea();
    painter.setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    const double line = painter.fontMetrics().height();
    for (double value = m_lowC; value <= m_highC; value += gridStepK) {
        const double y = yOf(value);
        painter.setPen(colors.border);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(colors.textMuted);
        painter.drawText(QRectF(0, y - line / 2, axisTextWidth, line),
                         Qt::AlignRight | Qt::AlignVCenter,
                         QStringLiteral("%1°").arg(bridge::formatNumber(value, 0)));
    }
    for (const LimitLine& limit : m_limits) {
        if (limit.valueC > m_highC || limit.valueC < m_lowC) continue;
        const double y = yOf(limit.valueC);
        painter.setPen(QPen(colors.danger, 1.0, Qt::DashLine));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(colors.text);
        painter.drawText(
            QRectF(area.right() + bridge::space::s, y - line / 2, limitTextWidth, line),
            Qt::AlignLeft | Qt::AlignVCenter, limit.name);
    }
}

void RackRanking::paintBars(QPainter& painter) const {
    const QRectF area = plotArea();
    const double pitch = barPitch();
    const double gap = pitch > 4.0 ? 2.0 : 0.0;
    painter.setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    const QFontMetricsF metrics(painter.font());
    double labelledTo =
        area.left() - labelGap;  // names that would run into the one before are left out
    for (std::size_t i = 0; i < m_racks.size(); ++i) {
        const RankedRack& rack = m_racks[i];
        const double x = area.left() + pitch * static_cast<double>(i);
        const QColor color(bridge::ashraeScale().colorOf(rack.warmestC));
        QColor pale = color;
        pale.setAlphaF(0.45F);
        const double mean = yOf(rack.meanC);
        painter.fillRect(QRectF(QPointF(x, mean), QPointF(x + pitch - gap, area.bottom())), pale);
        painter.fillRect(QRectF(QPointF(x, yOf(rack.warmestC)), QPointF(x + pitch - gap, mean)),
                         color);
        const double width = metrics.horizontalAdvance(rack.label);
        const double left = x + 0.5 * (pitch - gap - width);
        if (left < labelledTo) continue;
        painter.setPen(m_theme.colors().textMuted);
        painter.drawText(QPointF(left, area.bottom() + metrics.ascent() + 2.0), rack.label);
        labelledTo = left + width + labelGap;
    }
}

void RackRanking::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(bridge::Theme::font(bridge::TextStyle::Small));
    if (m_racks.empty()) {
        painter.setPen(m_theme.colors().textMuted);
        painter.drawText(rect(), Qt::AlignCenter, tr("No rack draws air in this hall"));
        return;
    }
    paintBars(painter);
    paintLimits(painter);
}

void RackRanking::mouseReleaseEvent(QMouseEvent* event) {
    const RankedRack* rack = rackAt(event->pos());
    if (event->button() == Qt::LeftButton && rack != nullptr) emit rackClicked(rack->id);
}

bool RackRanking::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const RankedRack* rack = rackAt(help->pos())) {
        QToolTip::showText(help->globalPos(),
                           tr("%1: warmest %2, mean %3")
                               .arg(rack->label, bridge::formatTemperature(celsius(rack->warmestC)),
                                    bridge::formatTemperature(celsius(rack->meanC))),
                           this);
    } else {
        QToolTip::hideText();
    }
    return true;
}

}  // namespace halltwin::views::charts
