// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/year/scatter_chart.h"

#include "views/bridge/format.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::views::year {

namespace {

constexpr int steps = 4;
constexpr double nearPixels = 12.0;
constexpr double dot = 4.0;

QString number(double value) {
    return bridge::formatSignificant(value, 5);
}

QString axisTitle(const std::string& figure) {
    const QString name = sweepFigureName(figure);
    return isMoreBetter(figure) ? ScatterChart::tr("%1 (more is better)").arg(name) : name;
}

}  // namespace

QString sweepFigureName(const std::string& figure) {
    const std::pair<const char*, QString> names[] = {
        {"pue", ScatterChart::tr("PUE")},
        {"wue_l_per_kwh", ScatterChart::tr("WUE, L/kWh")},
        {"cue_g_per_kwh", ScatterChart::tr("CUE, g/kWh")},
        {"cost_usd", ScatterChart::tr("Energy cost, $")},
        {"carbon_t", ScatterChart::tr("Carbon, t")},
        {"water_m3", ScatterChart::tr("Water, m³")},
        {"facility_mwh", ScatterChart::tr("Facility energy, MWh")},
        {"it_mwh", ScatterChart::tr("IT energy, MWh")},
        {"compressors_mwh", ScatterChart::tr("Compressors, MWh")},
        {"peak_kw", ScatterChart::tr("Highest power, kW")},
        {"mlc", ScatterChart::tr("MLC")},
        {"elc", ScatterChart::tr("ELC")},
        {"erf", ScatterChart::tr("ERF")},
        {"hours_warm", ScatterChart::tr("Hours above set-point")},
        {"warmest_k", ScatterChart::tr("Worst above set-point, K")},
        {"hours_unmet", ScatterChart::tr("Hours with heat not taken")},
        {"free_h", ScatterChart::tr("Free cooling, h")},
        {"mixed_h", ScatterChart::tr("Mixed cooling, h")},
        {"mechanical_h", ScatterChart::tr("Compressors only, h")}};
    for (const auto& [key, name] : names)
        if (figure == key) return name;
    return QString::fromStdString(figure);
}

bool isMoreBetter(const std::string& figure) {
    return figure == "erf" || figure == "free_h";
}

ScatterChart::ScatterChart(bridge::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme) {
    setObjectName(QStringLiteral("sweep.scatter"));
    setAccessibleName(tr("Points of the sweep by two figures"));
    setMinimumSize(280, 140);
    setMouseTracking(true);
    setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    connect(&theme, &bridge::Theme::changed, this, qOverload<>(&QWidget::update));
}

void ScatterChart::setTable(sweep::SweepTable table) {
    m_table = std::move(table);
    refresh();
}

void ScatterChart::setFigures(const std::string& x, const std::string& y) {
    m_xName = x;
    m_yName = y;
    refresh();
}

void ScatterChart::refresh() {
    m_spots.clear();
    m_rows.clear();
    const auto x = m_table.figure(m_xName);
    const auto y = m_table.figure(m_yName);
    for (std::size_t row = 0; x && y && row < m_table.rows.size(); ++row) {
        const auto& figures = m_table.rows[row].figures;
        if (!figures[*x] || !figures[*y]) continue;
        m_spots.push_back({*figures[*x], *figures[*y]});
        m_rows.push_back(row);
    }
    m_front = findFront();
    const auto rangeOf = [this](double Spot::*of) {
        const auto [low, high] =
            std::minmax_element(m_spots.begin(), m_spots.end(),
                                [of](const Spot& a, const Spot& b) { return a.*of < b.*of; });
        const double lowest = (*low).*of;
        const double highest = (*high).*of;
        const double margin =
            highest > lowest ? 0.06 * (highest - lowest) : std::max(0.02 * std::abs(highest), 0.1);
        return Range{lowest - margin, highest + margin};
    };
    if (!m_spots.empty()) {
        m_x = rangeOf(&Spot::x);
        m_y = rangeOf(&Spot::y);
    }
    update();
}

std::vector<std::size_t> ScatterChart::findFront() const {
    std::vector<Spot> toLose = m_spots;  // mirrored, so that less is better in both
    for (Spot& spot : toLose) {
        if (isMoreBetter(m_xName)) spot.x = -spot.x;
        if (isMoreBetter(m_yName)) spot.y = -spot.y;
    }
    return paretoFront(toLose);
}

QRectF ScatterChart::plot() const {
    const QFontMetricsF metrics(font());
    const double left = std::max(metrics.horizontalAdvance(number(m_y.high)),
                                 metrics.horizontalAdvance(number(m_y.low))) +
                        2.0 * bridge::space::s;
    return QRectF(rect()).adjusted(left, 1.8 * metrics.height(), -bridge::space::xl,
                                   -2.8 * metrics.height());
}

QPointF ScatterChart::positionOf(std::size_t spot) const {
    const QRectF area = plot();
    const Spot& at = m_spots[spot];
    return {area.left() + area.width() * (at.x - m_x.low) / (m_x.high - m_x.low),
            area.bottom() - area.height() * (at.y - m_y.low) / (m_y.high - m_y.low)};
}

void ScatterChart::paintAxes(QPainter& painter) const {
    const QRectF area = plot();
    const double line = QFontMetricsF(font()).height();
    for (int n = 0; n <= steps; ++n) {
        const double share = static_cast<double>(n) / steps;
        const double y = area.bottom() - area.height() * share;
        const double x = area.left() + area.width() * share;
        painter.setPen(QPen(m_theme.colors().border, 1.0));
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(m_theme.colors().textMuted);
        painter.drawText(QRectF(0, y - line / 2, area.left() - bridge::space::xs, line),
                         Qt::AlignRight | Qt::AlignVCenter,
                         number(m_y.low + share * (m_y.high - m_y.low)));
        painter.drawText(QRectF(x - 60, area.bottom() + 0.2 * line, 120, line), Qt::AlignHCenter,
                         number(m_x.low + share * (m_x.high - m_x.low)));
    }
    painter.drawText(QRectF(area.left(), area.bottom() + 1.3 * line, area.width(), line),
                     Qt::AlignHCenter, axisTitle(m_xName));
    painter.drawText(QRectF(0, 0.2 * line, area.right(), line), Qt::AlignLeft, axisTitle(m_yName));
}

void ScatterChart::paintEvent(QPaintEvent*) {
    if (m_spots.empty()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    painter.setPen(Qt::NoPen);
    QColor plain = m_theme.colors().textMuted;
    plain.setAlphaF(0.55F);
    painter.setBrush(plain);
    for (std::size_t n = 0; n < m_spots.size(); ++n)
        painter.drawEllipse(positionOf(n), dot, dot);
    const QColor accent = m_theme.colors().accent;
    QPainterPath path;
    for (std::size_t n = 0; n < m_front.size(); ++n)
        n == 0 ? path.moveTo(positionOf(m_front[n])) : path.lineTo(positionOf(m_front[n]));
    painter.strokePath(path, QPen(accent, 1.5));
    painter.setBrush(accent);
    for (const std::size_t n : m_front)
        painter.drawEllipse(positionOf(n), dot + 1.0, dot + 1.0);
    painter.setPen(accent);
    painter.drawText(plot().adjusted(0, -1.5 * QFontMetricsF(font()).height(), 0, 0),
                     Qt::AlignRight | Qt::AlignTop, tr("joined: no other point is better in both"));
}

QString ScatterChart::textAt(const QPointF& position) const {
    double nearest = nearPixels;
    std::optional<std::size_t> found;
    for (std::size_t n = 0; n < m_spots.size(); ++n) {
        const QPointF away = positionOf(n) - position;
        const double distance = std::hypot(away.x(), away.y());
        if (distance >= nearest) continue;
        nearest = distance;
        found = n;
    }
    if (!found) return {};
    const sweep::SweepRow& row = m_table.rows[m_rows[*found]];
    QStringList lines;
    for (std::size_t n = 0; n < m_table.paths.size(); ++n)
        lines << QString::fromStdString(m_table.paths[n] + " = " + row.point[n]);
    lines << sweepFigureName(m_xName) + QStringLiteral(": ") + number(m_spots[*found].x)
          << sweepFigureName(m_yName) + QStringLiteral(": ") + number(m_spots[*found].y);
    return lines.join(u'\n');
}

void ScatterChart::mouseMoveEvent(QMouseEvent* event) {
    const QString text = textAt(event->position());
    if (text.isEmpty()) return QToolTip::hideText();
    QToolTip::showText(event->globalPosition().toPoint(), text, this);
}

}  // namespace halltwin::views::year
