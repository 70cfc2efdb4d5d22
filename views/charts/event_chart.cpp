// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/event_chart.h"

#include "views/bridge/format.h"
#include "views/charts/bar_chart.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QHelpEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QToolTip>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace halltwin::views::charts {

namespace {

constexpr int powerSteps = 5;
constexpr double nearPixels = 5.0;
constexpr double leastTickShare = 0.06;
constexpr int stepsOfCharge = 16;  ///< points from one sample to the next: the axis bends lines
constexpr double keyMark = 16.0;
constexpr int mostLinesOfTip = 8;

}  // namespace

EventChart::EventChart(bridge::Theme& theme, QWidget* parent)
    : QChartView(parent),
      m_theme(theme),
      m_time(new QValueAxis(this)),
      m_power(new QValueAxis(this)),
      m_share(new QValueAxis(this)) {
    setObjectName(QStringLiteral("eventChart"));
    setAccessibleName(tr("Power and battery charge over the event"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setRenderHint(QPainter::Antialiasing);
    setCursor(Qt::CrossCursor);
    setMinimumSize(320, 110);
    setMouseTracking(true);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({0, 0, 0, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    const auto add = [this](QValueAxis* axis, Qt::Alignment side, double end) {
        chart()->addAxis(axis, side);
        axis->setRange(0.0, end);
        axis->setVisible(false);  // the grid and its labels are painted here, to be whole
    };
    add(m_time, Qt::AlignBottom, 1.0);
    add(m_power, Qt::AlignLeft, 1.0);
    add(m_share, Qt::AlignRight, 100.0);
    connect(&theme, &bridge::Theme::changed, this, &EventChart::restyle);
    restyle();
}

void EventChart::setCurves(EventCurves curves, std::vector<EventMark> marks) {
    m_curves = std::move(curves);
    m_marks = std::move(marks);
    // Not every sample is something that happens: a gap too short to be noticed is one too.
    std::vector<double> times;
    if (!m_curves.isEmpty()) times.push_back(m_curves.timesS.back());
    for (const EventMark& mark : m_marks)
        times.push_back(mark.atS);
    m_scale = TimeScale::forTimes(times);
    m_cursorS = std::min(m_cursorS, m_scale.endS());
    rebuild();
}

void EventChart::rebuild() {
    chart()->removeAllSeries();
    double largest = 0.0;
    for (const EventCurve& curve : m_curves.curves) {
        if (curve.isShare()) continue;
        for (const double value : curve.values)
            largest = std::max(largest, value);
    }
    m_unitW = largest >= 1e6 ? 1e6 : 1e3;
    m_topUnits = niceEnd(largest / m_unitW, powerSteps);
    m_power->setRange(0.0, m_topUnits);
    for (const EventCurve& curve : m_curves.curves)
        addSeries(curve);
    placePlot();
    resetCachedContent();
    viewport()->update();
}

/// Powers as steps, charges as lines that bend with the axis; a charge after the last sample is not
/// known and not drawn.
void EventChart::addSeries(const EventCurve& curve) {
    QList<QPointF> points;
    const auto& times = m_curves.timesS;
    for (std::size_t n = 0; n < times.size(); ++n) {
        const double value = curve.isShare() ? curve.values[n] : curve.values[n] / m_unitW;
        const bool isLast = n + 1 == times.size();
        points << QPointF(m_scale.shareOf(times[n]), value);
        const double until = isLast ? m_scale.endS() : times[n + 1];
        if (!curve.isShare()) {
            points << QPointF(m_scale.shareOf(until), value);
        } else if (!isLast && curve.values[n + 1] != curve.values[n]) {
            const double from = m_scale.shareOf(times[n]);
            const double to = m_scale.shareOf(until);
            for (int step = 1; step < stepsOfCharge; ++step) {
                const double share = from + (to - from) * step / stepsOfCharge;
                points << QPointF(share, m_curves.valueAt(curve, m_scale.timeAt(share)));
            }
        }
    }
    auto* series = new QLineSeries;
    series->replace(points);
    series->setName(curve.name);
    series->setPen(penOf(curve.kind));
    chart()->addSeries(series);
    series->attachAxis(m_time);
    series->attachAxis(curve.isShare() ? m_share : m_power);
}

QPen EventChart::penOf(CurveKind kind) const {
    const bool isDark = m_theme.mode() == bridge::ThemeMode::Dark;
    const auto line = [&](int hue, double width, Qt::PenStyle style) {
        QColor color = m_theme.seriesColor(hue);
        if (isDark) color = color.lighter(135);
        QPen pen(color, width, style);
        pen.setCapStyle(Qt::FlatCap);
        return pen;
    };
    switch (kind) {
        case CurveKind::Sources: return line(0, 1.8, Qt::SolidLine);
        case CurveKind::Supplied: return {m_theme.colors().text, 2.2};
        case CurveKind::Generators: return line(5, 1.8, Qt::SolidLine);
        case CurveKind::Batteries: return line(2, 1.8, Qt::SolidLine);
        case CurveKind::Charge: return line(2, 1.6, Qt::DashLine);
        case CurveKind::Selected: return line(3, 1.8, Qt::SolidLine);
        case CurveKind::SelectedCharge: return line(3, 1.6, Qt::DashLine);
    }
    return {};
}

bool EventChart::hasShares() const {
    return std::any_of(m_curves.curves.begin(), m_curves.curves.end(),
                       [](const EventCurve& curve) { return curve.isShare(); });
}

void EventChart::setCursorTime(double timeS) {
    m_cursorS = std::clamp(timeS, 0.0, m_scale.endS());
    viewport()->update();
}

QRectF EventChart::plotArea() const {
    return chart()->plotArea();
}

double EventChart::xOf(double timeS) const {
    return plotArea().left() + plotArea().width() * m_scale.shareOf(timeS);
}

void EventChart::placePlot() {
    const QFontMetricsF metrics(bridge::Theme::font(bridge::TextStyle::Caption));
    const double left = metrics.horizontalAdvance(QStringLiteral("888.8 MW")) + bridge::space::s;
    const double right = metrics.horizontalAdvance(QStringLiteral("100 %")) + bridge::space::m;
    double top = metrics.height() + bridge::space::s;
    for (const KeyEntry& entry : keyEntries())
        top = std::max(top, entry.box.bottom() + bridge::space::xs);
    const double bottom = metrics.height() + bridge::space::s;
    const QSizeF size = viewport()->size();
    chart()->setPlotArea({left, top, std::max(size.width() - left - right, 40.0),
                          std::max(size.height() - top - bottom, 24.0)});
    emit plotMoved();
}

void EventChart::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    placePlot();
}

void EventChart::drawBackground(QPainter* painter, const QRectF&) {
    if (!m_curves.isEmpty()) drawGrid(*painter);
}

void EventChart::drawGrid(QPainter& painter) const {
    const QRectF area = plotArea();
    const bridge::ThemeColors& colors = m_theme.colors();
    painter.setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    const double height = QFontMetricsF(painter.font()).height();
    const QString unit = m_unitW >= 1e6 ? QStringLiteral("MW") : QStringLiteral("kW");
    const double stepUnits = m_topUnits / powerSteps;
    const int decimals = stepUnits >= 1.0 && stepUnits == std::round(stepUnits) ? 0 : 1;
    for (int step = 0; step <= powerSteps; ++step) {
        const double share = static_cast<double>(step) / powerSteps;
        const double y = area.bottom() - share * area.height();
        painter.setPen(colors.border);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(colors.textMuted);
        painter.drawText(QRectF(0, y - height / 2, area.left() - bridge::space::xs, height),
                         Qt::AlignRight | Qt::AlignVCenter,
                         bridge::formatWithUnit(share * m_topUnits, decimals, unit));
        if (hasShares())
            painter.drawText(QRectF(area.right() + bridge::space::xs, y - height / 2, 60, height),
                             Qt::AlignLeft | Qt::AlignVCenter,
                             bridge::formatWithUnit(100.0 * share, 0, QStringLiteral("%")));
    }
    for (const double time : m_scale.ticks(std::max(leastTickShare, 56.0 / area.width()))) {
        const double x = xOf(time);
        painter.setPen(colors.border);
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4));
        painter.setPen(colors.textMuted);
        painter.drawText(QRectF(x - 40, area.bottom() + bridge::space::xs, 80, height),
                         Qt::AlignHCenter | Qt::AlignTop,
                         time > 0.0 ? bridge::formatDuration(seconds(time)) : QStringLiteral("0"));
    }
}

void EventChart::drawForeground(QPainter* painter, const QRectF&) {
    if (m_curves.isEmpty()) return;
    drawMarks(*painter);
    drawKey(*painter);
    const QRectF area = plotArea();
    const double x = xOf(m_cursorS);
    painter->setPen(QPen(m_theme.colors().accent, 1.5));
    painter->drawLine(QPointF(x, area.top() - 2), QPointF(x, area.bottom() + 2));
}

/// A dotted line for each moment at which something happens, with a foot at the axis.
void EventChart::drawMarks(QPainter& painter) const {
    const QRectF area = plotArea();
    double lastX = -1e9;
    for (const EventMark& mark : m_marks) {
        const double x = xOf(mark.atS);
        const QColor color = mark.isBad ? m_theme.colors().danger : m_theme.colors().textMuted;
        if (x - lastX >= 1.0) {
            QColor pale = color;
            pale.setAlphaF(0.5F);
            painter.setPen(QPen(pale, 1.0, Qt::DotLine));
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        const double y = mark.isBad ? area.top() : area.bottom();
        painter.drawEllipse(QPointF(x, y), 2.6, 2.6);
        lastX = x;
    }
}

std::vector<EventChart::KeyEntry> EventChart::keyEntries() const {
    const QFont font = bridge::Theme::font(bridge::TextStyle::Caption);
    const QFontMetricsF metrics(font);
    std::vector<KeyEntry> entries;
    double x = bridge::space::s;
    double y = 2.0;
    for (const EventCurve& curve : m_curves.curves) {
        const double value = m_curves.valueAt(curve, m_cursorS);
        const QString text = curve.isShare() ? bridge::formatWithUnit(value, 0, QStringLiteral("%"))
                                             : bridge::formatPower(watts(value));
        // Room for any value, so that the key stands still while the cursor moves.
        const double width = keyMark + 5.0 + metrics.horizontalAdvance(curve.name) + 5.0 +
                             metrics.horizontalAdvance(QStringLiteral("88.8 MW"));
        if (x > bridge::space::s && x + width > viewport()->width()) {
            x = bridge::space::s;
            y += metrics.height() + 2.0;
        }
        entries.push_back({QRectF(x, y, width, metrics.height()), curve.name, text, curve.kind});
        x += width + bridge::space::m;
    }
    return entries;
}

void EventChart::drawKey(QPainter& painter) const {
    painter.setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    const QFontMetricsF metrics(painter.font());
    for (const KeyEntry& entry : keyEntries()) {
        const QRectF& box = entry.box;
        painter.setPen(penOf(entry.kind));
        painter.drawLine(QPointF(box.left(), box.center().y()),
                         QPointF(box.left() + keyMark, box.center().y()));
        QRectF text = box.adjusted(keyMark + 5.0, 0, 40, 0);
        painter.setPen(m_theme.colors().textMuted);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, entry.name);
        text.setLeft(text.left() + metrics.horizontalAdvance(entry.name) + 5.0);
        painter.setPen(m_theme.colors().text);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, entry.value);
    }
}

void EventChart::pick(double x) {
    if (m_curves.isEmpty()) return;
    const QRectF area = plotArea();
    emit timePicked(m_scale.timeAt((x - area.left()) / area.width()));
}

void EventChart::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) pick(event->position().x());
}

void EventChart::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) pick(event->position().x());
}

void EventChart::mouseReleaseEvent(QMouseEvent*) {}

QString EventChart::textAt(const QPointF& position) const {
    if (m_curves.isEmpty() || !plotArea().adjusted(-8, -8, 8, 8).contains(position)) return {};
    QStringList lines;
    for (const EventMark& mark : m_marks) {
        if (std::abs(xOf(mark.atS) - position.x()) > nearPixels) continue;
        if (lines.size() == mostLinesOfTip) return lines.join(u'\n') + QStringLiteral("\n…");
        lines << mark.text;
    }
    return lines.join(u'\n');
}

bool EventChart::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QChartView::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), textAt(help->pos()), this);
    return true;
}

void EventChart::restyle() {
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setStyleSheet(QStringLiteral("background: transparent"));
    rebuild();
}

}  // namespace halltwin::views::charts
