// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/transient/transient_chart.h"

#include "views/bridge/format.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace halltwin::views::transient {

namespace {

constexpr double nearPixels = 6.0;
constexpr double leastFlowShare = 0.02;  ///< of a cooler: with less it supplies nothing

/// A step of a round number that divides a range into at most so many.
double roundStep(double range, int most) {
    double step = 1.0;
    for (int n = 0; range / step > most; ++n)
        step *= n % 3 == 1 ? 2.5 : 2.0;  // 1, 2, 5, 10, 20, 50 …
    return step;
}

}  // namespace

TransientChart::TransientChart(bridge::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme) {
    setObjectName(QStringLiteral("transientChart"));
    setAccessibleName(tr("Temperatures over time"));
    setMinimumSize(320, 120);
    setCursor(Qt::CrossCursor);
    setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    connect(&theme, &bridge::Theme::changed, this, qOverload<>(&QWidget::update));
}

void TransientChart::setRecord(bridge::TransientPtr record, const QStringList& coolers,
                               const thermal::IntakeLimits& limits) {
    m_record = std::move(record);
    m_limits = limits;
    m_curves.clear();
    m_cursorS = 0.0;
    if (m_record != nullptr) {
        const auto& samples = m_record->samples;
        for (std::size_t n = 0; n < m_record->coolers.size(); ++n) {
            const QString name = coolers.value(static_cast<qsizetype>(n));
            Curve back{tr("%1 return").arg(name), {}, false, false};
            Curve supply{tr("%1 supply").arg(name), {}, false, true};
            for (const auto& sample : samples) {
                back.celsius.push_back(sample.coolers[n].returnT.in(celsius));
                const bool blows =
                    sample.coolers[n].flow > samples.front().coolers[n].flow * leastFlowShare;
                supply.celsius.push_back(blows ? sample.coolers[n].supplyT.in(celsius)
                                               : std::numeric_limits<double>::quiet_NaN());
            }
            m_curves.push_back(std::move(back));
            m_curves.push_back(std::move(supply));
        }
        Curve hottest{tr("Hottest intake"), {}, true, false};
        for (const auto& sample : samples)
            hottest.celsius.push_back(sample.maxIntake.in(celsius));
        m_curves.push_back(std::move(hottest));
        setRange();
    }
    update();
}

void TransientChart::setRange() {
    m_lowC = m_limits.recommendedHigh.in(celsius);
    m_highC = m_limits.allowableHigh.in(celsius);
    for (const Curve& curve : m_curves)
        for (const double value : curve.celsius) {
            if (std::isnan(value)) continue;
            m_lowC = std::min(m_lowC, value);
            m_highC = std::max(m_highC, value);
        }
    m_stepC = roundStep(m_highC - m_lowC, 6);
    m_lowC = m_stepC * std::floor(m_lowC / m_stepC);
    m_highC = m_stepC * std::ceil(m_highC / m_stepC);
}

void TransientChart::setCursorTime(Duration at) {
    m_cursorS = at.in(seconds);
    update();
}

double TransientChart::durationS() const {
    return m_record == nullptr ? 1.0 : m_record->samples.back().at.in(seconds);
}

QRectF TransientChart::plotArea() const {
    const QFontMetricsF metrics(font());
    const double left = metrics.horizontalAdvance(QStringLiteral("100 °C")) + bridge::space::s;
    const double top = metrics.height() + bridge::space::s;
    return QRectF(rect()).adjusted(left, top, -bridge::space::m,
                                   -metrics.height() - bridge::space::s);
}

double TransientChart::xOf(double seconds) const {
    const QRectF area = plotArea();
    return area.left() + area.width() * seconds / durationS();
}

double TransientChart::yOf(double celsius) const {
    const QRectF area = plotArea();
    return area.bottom() - area.height() * (celsius - m_lowC) / (m_highC - m_lowC);
}

QColor TransientChart::colorOf(const Curve& curve) const {
    if (curve.isMain) return m_theme.colors().text;
    QColor color = m_theme.seriesColor(curve.isSupply ? 0 : 1);
    if (m_theme.mode() == bridge::ThemeMode::Dark) color = color.lighter(140);
    color.setAlphaF(0.85F);
    return color;
}

void TransientChart::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_record == nullptr) {
        painter.setPen(m_theme.colors().textMuted);
        painter.setFont(bridge::Theme::font(bridge::TextStyle::Body));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Choose what happens and press Start: how the hall's air goes on from "
                            "its settled state appears here."));
        return;
    }
    drawGrid(painter);
    drawEvents(painter);
    drawLimits(painter);
    drawCurves(painter);
    drawKey(painter);
    const double x = xOf(m_cursorS);
    painter.setPen(QPen(m_theme.colors().accent, 1.5));
    painter.drawLine(QPointF(x, plotArea().top()), QPointF(x, plotArea().bottom()));
}

void TransientChart::drawGrid(QPainter& painter) const {
    const QRectF area = plotArea();
    const double height = QFontMetricsF(font()).height();
    const auto& colors = m_theme.colors();
    for (double value = m_lowC; value <= m_highC + 1e-6; value += m_stepC) {
        const double y = yOf(value);
        painter.setPen(QPen(colors.border, 1.0));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(colors.textMuted);
        painter.drawText(QRectF(0, y - height / 2, area.left() - bridge::space::xs, height),
                         Qt::AlignRight | Qt::AlignVCenter,
                         bridge::formatWithUnit(value, 0, QStringLiteral("°C")));
    }
    const double step = roundStep(durationS(), static_cast<int>(area.width() / 70.0));
    for (double time = 0.0; time <= durationS() + 1e-6; time += step) {
        painter.setPen(colors.textMuted);
        painter.drawText(QRectF(xOf(time) - 40, area.bottom() + bridge::space::xs, 80, height),
                         Qt::AlignHCenter | Qt::AlignTop,
                         bridge::formatWithUnit(time, 0, QStringLiteral("s")));
    }
}

void TransientChart::drawLimits(QPainter& painter) const {
    const QRectF area = plotArea();
    const auto draw = [&](Temperature limit, const QString& text, const QColor& color) {
        const double y = yOf(limit.in(celsius));
        painter.setPen(QPen(color, 1.2, Qt::DashLine));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.drawText(QRectF(area.left() + bridge::space::xs, y - 16, area.width(), 16),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    draw(m_limits.recommendedHigh, tr("recommended"), m_theme.colors().warning);
    draw(m_limits.allowableHigh, tr("allowable"), m_theme.colors().danger);
}

void TransientChart::drawEvents(QPainter& painter) const {
    const QRectF area = plotArea();
    painter.setPen(QPen(m_theme.colors().textMuted, 1.0, Qt::DotLine));
    for (const auto& event : m_record->events) {
        const double x = xOf(event.at.in(seconds));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
}

void TransientChart::drawCurves(QPainter& painter) const {
    painter.save();
    painter.setClipRect(plotArea().adjusted(-1, -1, 1, 1));
    for (const Curve& curve : m_curves) {
        QPainterPath path;
        bool isDown = false;
        for (std::size_t n = 0; n < curve.celsius.size(); ++n) {
            const QPointF at(xOf(m_record->samples[n].at.in(seconds)), yOf(curve.celsius[n]));
            const bool isKnown = !std::isnan(curve.celsius[n]);
            if (isKnown) isDown ? path.lineTo(at) : path.moveTo(at);
            isDown = isKnown;
        }
        painter.setPen(QPen(colorOf(curve), curve.isMain ? 2.2 : 1.1));
        painter.drawPath(path);
    }
    painter.restore();
}

void TransientChart::drawKey(QPainter& painter) const {
    const QFontMetricsF metrics(font());
    const std::array<Curve, 3> shown{{{tr("Hottest intake"), {}, true, false},
                                      {tr("Coolers' return"), {}, false, false},
                                      {tr("Coolers' supply"), {}, false, true}}};
    double x = plotArea().left();
    const double y = metrics.height() / 2.0 + bridge::space::xs / 2.0;
    for (const Curve& curve : shown) {
        painter.setPen(QPen(colorOf(curve), curve.isMain ? 2.2 : 1.6));
        painter.drawLine(QPointF(x, y), QPointF(x + 18, y));
        painter.setPen(m_theme.colors().textMuted);
        const double width = metrics.horizontalAdvance(curve.name);
        painter.drawText(QRectF(x + 24, y - metrics.height() / 2.0, width + 2, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, curve.name);
        x += 24 + width + bridge::space::m;
    }
}

QString TransientChart::nameAt(const QPointF& position) const {
    if (m_record == nullptr || !plotArea().contains(position)) return {};
    const double time = (position.x() - plotArea().left()) / plotArea().width() * durationS();
    const auto& samples = m_record->samples;
    const auto after = std::find_if(samples.begin(), samples.end(), [&](const auto& sample) {
        return sample.at.in(seconds) >= time;
    });
    if (after == samples.end()) return {};
    const auto index = static_cast<std::size_t>(after - samples.begin());
    QString found;
    double nearest = nearPixels;
    for (const Curve& curve : m_curves) {
        const double distance = std::abs(yOf(curve.celsius[index]) - position.y());
        if (!(distance < nearest)) continue;
        nearest = distance;
        found = tr("%1: %2 at %3")
                    .arg(curve.name, bridge::formatTemperature(celsius(curve.celsius[index])),
                         bridge::formatWithUnit(after->at.in(seconds), 0, QStringLiteral("s")));
    }
    return found;
}

void TransientChart::mousePressEvent(QMouseEvent* event) {
    if (m_record == nullptr || event->button() != Qt::LeftButton) return;
    const QRectF area = plotArea();
    const double share = (event->position().x() - area.left()) / area.width();
    emit timePicked(std::clamp(share, 0.0, 1.0) * durationS());
}

void TransientChart::mouseMoveEvent(QMouseEvent* event) {
    if (m_record == nullptr || !(event->buttons() & Qt::LeftButton)) return;
    const QRectF area = plotArea();
    const double share = (event->position().x() - area.left()) / area.width();
    emit timePicked(std::clamp(share, 0.0, 1.0) * durationS());
}

bool TransientChart::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), nameAt(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

}  // namespace halltwin::views::transient
