// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/scaling_chart.h"

#include "views/bridge/format.h"
#include "views/network/network_words.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace halltwin::views::network {

namespace net = halltwin::network;

namespace {

constexpr double nearPixels = 14.0;
constexpr double dot = 3.5;
constexpr double diamond = 6.0;
constexpr double mostOfMarks = 20'000.0;  ///< so that the mark at 10,000 GPUs has room

QString share(double efficiency) {
    return bridge::formatWithUnit(100.0 * efficiency, 0, QStringLiteral("%"));
}

}  // namespace

ScalingChart::ScalingChart(bridge::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme) {
    setObjectName(QStringLiteral("scalingChart"));
    setAccessibleName(tr("Scaling efficiency against the number of GPUs"));
    setMinimumSize(280, 160);
    setMouseTracking(true);
    setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    connect(&theme, &bridge::Theme::changed, this, qOverload<>(&QWidget::update));
}

void ScalingChart::setCurve(std::vector<net::ScalingPoint> curve) {
    m_curve = std::move(curve);
    m_fewest = 8.0;
    m_most = mostOfMarks;
    double least = net::foundingMarks.back().efficiency;
    for (const net::ScalingPoint& point : m_curve) {
        m_fewest = std::min(m_fewest, static_cast<double>(point.gpus));
        m_most = std::max(m_most, 1.3 * static_cast<double>(point.gpus));
        least = std::min(least, point.efficiency);
    }
    m_lowest = std::max(0.0, std::floor(10.0 * least - 1.0) / 10.0);
    update();
}

QRectF ScalingChart::plot() const {
    const QFontMetricsF metrics(font());
    return QRectF(rect()).adjusted(metrics.horizontalAdvance(share(1.0)) + bridge::space::s,
                                   1.8 * metrics.height(), -bridge::space::m,
                                   -2.8 * metrics.height());
}

QPointF ScalingChart::positionOf(std::size_t gpus, double efficiency) const {
    const QRectF area = plot();
    const double along =
        std::log(std::max(1.0, static_cast<double>(gpus)) / m_fewest) / std::log(m_most / m_fewest);
    return {area.left() + area.width() * along,
            area.bottom() - area.height() * (efficiency - m_lowest) / (1.0 - m_lowest)};
}

void ScalingChart::paintAxes(QPainter& painter) const {
    const QRectF area = plot();
    const double line = QFontMetricsF(font()).height();
    const double step = m_lowest < 0.45 ? 0.2 : 0.1;
    for (double value = 1.0; value > m_lowest - 1e-9; value -= step) {
        const double y = positionOf(1, value).y();
        painter.setPen(QPen(m_theme.colors().border, 1.0));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(m_theme.colors().textMuted);
        painter.drawText(QRectF(0, y - line / 2, area.left() - bridge::space::xs, line),
                         Qt::AlignRight | Qt::AlignVCenter, share(value));
    }
    for (double gpus = 1.0; gpus <= m_most; gpus *= 10.0) {
        if (gpus < m_fewest) continue;
        const double x = positionOf(static_cast<std::size_t>(gpus), 1.0).x();
        painter.setPen(QPen(m_theme.colors().border, 1.0));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(m_theme.colors().textMuted);
        painter.drawText(QRectF(x - 60, area.bottom() + 0.2 * line, 120, line), Qt::AlignHCenter,
                         formatCount(gpus));
    }
    painter.drawText(QRectF(area.left(), area.bottom() + 1.3 * line, area.width(), line),
                     Qt::AlignHCenter, tr("GPUs"));
    painter.drawText(QRectF(0, 0.2 * line, area.right(), line), Qt::AlignLeft,
                     tr("Scaling efficiency: computation / (computation + communication that it "
                        "does not hide)"));
}

void ScalingChart::paintCurve(QPainter& painter) const {
    const QColor accent = m_theme.colors().accent;
    QPainterPath path;
    for (std::size_t n = 0; n < m_curve.size(); ++n) {
        const QPointF at = positionOf(m_curve[n].gpus, m_curve[n].efficiency);
        n == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    painter.strokePath(path, QPen(accent, 2.0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(accent);
    for (const net::ScalingPoint& point : m_curve)
        painter.drawEllipse(positionOf(point.gpus, point.efficiency), dot, dot);
}

void ScalingChart::paintMarks(QPainter& painter) const {
    const double line = QFontMetricsF(font()).height();
    for (const net::ScalingMark& mark : net::foundingMarks) {
        const QPointF at = positionOf(mark.gpus, mark.efficiency);
        const std::array corners{at + QPointF(0, -diamond), at + QPointF(diamond, 0),
                                 at + QPointF(0, diamond), at + QPointF(-diamond, 0)};
        painter.setPen(QPen(m_theme.colors().surface, 1.0));
        painter.setBrush(m_theme.colors().warning);
        painter.drawPolygon(corners.data(), static_cast<int>(corners.size()));
        painter.setPen(m_theme.colors().text);
        painter.drawText(
            QRectF(at.x() - 280, at.y() - line / 2, 280 - 1.6 * diamond, line),
            Qt::AlignRight | Qt::AlignVCenter,
            tr("founding document: %1 at %2")
                .arg(share(mark.efficiency), formatCount(static_cast<double>(mark.gpus))));
    }
}

void ScalingChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    if (!m_curve.empty()) paintCurve(painter);
    paintMarks(painter);
}

QString ScalingChart::textAt(const QPointF& position) const {
    double nearest = nearPixels;
    const net::ScalingPoint* found = nullptr;
    for (const net::ScalingPoint& point : m_curve) {
        const QPointF away = positionOf(point.gpus, point.efficiency) - position;
        const double distance = std::hypot(away.x(), away.y());
        if (distance >= nearest) continue;
        nearest = distance;
        found = &point;
    }
    if (found == nullptr) return {};
    return tr("%1 GPUs: %2\ncommunication %3, not hidden %4")
        .arg(formatCount(static_cast<double>(found->gpus)), bridge::formatShare(found->efficiency),
             formatShortTime(found->communication), formatShortTime(found->exposed));
}

void ScalingChart::mouseMoveEvent(QMouseEvent* event) {
    const QString text = textAt(event->position());
    if (text.isEmpty()) return QToolTip::hideText();
    QToolTip::showText(event->globalPosition().toPoint(), text, this);
}

}  // namespace halltwin::views::network
