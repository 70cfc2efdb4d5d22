// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/heatmap/probe_chart.h"

#include "views/bridge/format.h"
#include "views/bridge/theme.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace halltwin::views::heatmap {
namespace {

constexpr double leftRoom = 42.0;
constexpr double rightRoom = 12.0;
constexpr double topRoom = 18.0;
constexpr double bottomRoom = 20.0;
constexpr double dotRadius = 2.5;

}  // namespace

ProbeChart::ProbeChart(const ProbeBook& book, const bridge::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_book(book),
      m_theme(theme) {
    setObjectName(QStringLiteral("probeChart"));
    setAccessibleName(tr("History of the probes"));
    connect(&book, &ProbeBook::changed, this, qOverload<>(&QWidget::update));
    connect(&theme, &bridge::Theme::changed, this, qOverload<>(&QWidget::update));
}

void ProbeChart::setQuantity(bridge::AirQuantity quantity) {
    m_quantity = quantity;
    update();
}

void ProbeChart::setSelected(int number) {
    m_selected = number;
    update();
}

ProbeChart::Extent ProbeChart::extent() const {
    Extent all;
    for (const Probe& probe : m_book.probes()) {
        for (const ProbeReading& reading : probe.history) {
            const double value = valueOf(m_quantity, reading.air);
            if (all.isEmpty) all = {reading.answer, reading.answer, value, value, false};
            all.firstAnswer = std::min(all.firstAnswer, reading.answer);
            all.lastAnswer = std::max(all.lastAnswer, reading.answer);
            all.low = std::min(all.low, value);
            all.high = std::max(all.high, value);
        }
    }
    const double step = 2.0 * lookOf(m_quantity).rangeStep;
    all.low = std::floor(all.low / step - 0.05) * step;
    all.high = std::max(all.low + step, std::ceil(all.high / step + 0.05) * step);
    all.lastAnswer = std::max(all.lastAnswer, all.firstAnswer + 1);
    return all;
}

void ProbeChart::drawAxes(QPainter& painter, const QRectF& area, const Extent& extent) const {
    const bridge::ThemeColors& colors = m_theme.colors();
    const bridge::QuantityLook& look = lookOf(m_quantity);
    constexpr int lines = 2;
    for (int i = 0; i <= lines; ++i) {
        const double share = static_cast<double>(i) / lines;
        const double y = area.bottom() - share * area.height();
        painter.setPen(QPen(colors.border, 1.0));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(colors.textMuted);
        painter.drawText(
            QRectF(0.0, y - 8.0, leftRoom - 6.0, 16.0), Qt::AlignRight | Qt::AlignVCenter,
            bridge::formatNumber(std::lerp(extent.low, extent.high, share), look.decimals));
    }
    painter.drawText(QRectF(0.0, 0.0, leftRoom - 6.0, topRoom - 7.0), Qt::AlignRight | Qt::AlignTop,
                     QString::fromUtf8(look.unit));
    const QRectF below(area.left(), area.bottom() + 4.0, area.width(), 15.0);
    painter.drawText(below, Qt::AlignLeft, QString::number(extent.firstAnswer));
    painter.drawText(below, Qt::AlignHCenter, tr("answer"));
    painter.drawText(below, Qt::AlignRight, QString::number(extent.lastAnswer));
}

void ProbeChart::drawLine(QPainter& painter, const QRectF& area, const Extent& extent,
                          const Probe& probe) const {
    const QColor color = m_theme.seriesColor(probe.number - 1);
    QPolygonF line;
    for (const ProbeReading& reading : probe.history) {
        const double along = static_cast<double>(reading.answer - extent.firstAnswer) /
                             (extent.lastAnswer - extent.firstAnswer);
        const double up =
            (valueOf(m_quantity, reading.air) - extent.low) / (extent.high - extent.low);
        line.append({area.left() + along * area.width(), area.bottom() - up * area.height()});
    }
    painter.setPen(QPen(color, probe.number == m_selected ? 2.4 : 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (const QPointF& place : line)
        painter.drawEllipse(place, dotRadius, dotRadius);
}

void ProbeChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    const Extent all = extent();
    if (all.isEmpty) {
        painter.setPen(m_theme.colors().textMuted);
        painter.drawText(rect().adjusted(16, 0, -16, 0), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Each edit adds a point here."));
        return;
    }
    const QRectF area = QRectF(rect()).adjusted(leftRoom, topRoom, -rightRoom, -bottomRoom);
    drawAxes(painter, area, all);
    for (const Probe& probe : m_book.probes())
        drawLine(painter, area, all, probe);
}

}  // namespace halltwin::views::heatmap
