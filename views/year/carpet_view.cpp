// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/year/carpet_view.h"

#include "views/bridge/format.h"
#include "views/charts/year_words.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace halltwin::views::year {

namespace {

constexpr std::size_t hoursOfDay = 24;

}  // namespace

CarpetView::CarpetView(bridge::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setObjectName(QStringLiteral("year.carpet"));
    setAccessibleName(tr("Hours of the year by day and time of day"));
    setMinimumSize(320, 110);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    connect(&theme, &bridge::Theme::changed, this, &CarpetView::refresh);
}

void CarpetView::setAnswer(YearPtr answer) {
    m_answer = std::move(answer);
    if (m_answer == nullptr || (m_chosen && *m_chosen >= m_answer->year.hours.size()))
        m_chosen.reset();
    refresh();
}

void CarpetView::setMeasure(charts::CarpetMeasure measure) {
    m_measure = measure;
    refresh();
}

void CarpetView::refresh() {
    if (m_answer != nullptr) m_carpet = charts::carpetOf(m_answer->year, m_measure, m_theme);
    update();
}

charts::CarpetStyle CarpetView::style() const {
    return {bridge::Theme::font(bridge::TextStyle::Caption), m_theme.colors().textMuted,
            m_theme.colors().border};
}

QRectF CarpetView::plot() const {
    return charts::carpetPlot(QRectF(rect()), style());
}

std::optional<std::size_t> CarpetView::hourAt(const QPointF& position) const {
    const QRectF area = plot();
    if (m_answer == nullptr || !area.contains(position)) return std::nullopt;
    const double days = m_carpet.picture.width();
    const auto day = static_cast<std::size_t>(
        std::clamp((position.x() - area.left()) / area.width() * days, 0.0, days - 1.0));
    const auto hour = static_cast<std::size_t>(
        std::clamp((area.bottom() - position.y()) / area.height() * hoursOfDay, 0.0, 23.0));
    const std::size_t at = day * hoursOfDay + hour;
    if (at >= m_answer->year.hours.size()) return std::nullopt;
    return at;
}

QPointF CarpetView::positionOf(std::size_t hour) const {
    const QRectF area = plot();
    const double day = static_cast<double>(hour / hoursOfDay) + 0.5;
    const double time = static_cast<double>(hour % hoursOfDay) + 0.5;
    return {area.left() + area.width() * day / m_carpet.picture.width(),
            area.bottom() - area.height() * time / hoursOfDay};
}

QString CarpetView::textOf(std::size_t hour) const {
    if (m_answer == nullptr || hour >= m_answer->year.hours.size()) return {};
    const twin::YearHour& at = m_answer->year.hours[hour];
    const auto pue = at.pue();
    QStringList lines{
        charts::hourName(hour, m_answer->year.hours.size()) + tr(" (hour %1)").arg(hour),
        tr("Outdoors %1, wet bulb %2")
            .arg(bridge::formatTemperature(at.dryBulb), bridge::formatTemperature(at.wetBulb)),
        tr("Facility %1, IT %2, PUE %3")
            .arg(bridge::formatPower(at.facility), bridge::formatPower(at.of(twin::YearPart::It)),
                 pue ? bridge::formatNumber(*pue, 3) : QStringLiteral("–")),
        charts::modeName(at.mode)};
    if (at.water > MassFlow{})
        lines << tr("Water %1 L/h")
                     .arg(bridge::formatSignificant(at.water.in(kilogramsPerSecond)*3600.0, 3));
    if (at.recovered > Power{})
        lines << tr("Heat used again %1").arg(bridge::formatPower(at.recovered));
    if (at.warm > kelvins(0.1))
        lines << tr("Water %1 above its set-point").arg(bridge::formatDifference(at.warm));
    if (at.unmet > Power{}) lines << tr("Heat not taken %1").arg(bridge::formatPower(at.unmet));
    if (at.tank > Power{}) lines << tr("Tanks charged with %1").arg(bridge::formatPower(at.tank));
    if (at.tank < Power{}) lines << tr("Tanks give %1").arg(bridge::formatPower(-at.tank));
    if (at.icing) lines << tr("A tower may ice");
    if (at.outOfRange) lines << tr("A unit is beyond its fitted range");
    return lines.join(u'\n');
}

void CarpetView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (m_answer == nullptr) return;
    charts::paintCarpet(painter, QRectF(rect()), m_carpet, style(), m_theme);
    if (!m_chosen) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF at = positionOf(*m_chosen);
    painter.setPen(QPen(Qt::white, 3.0));
    painter.drawEllipse(at, 6.0, 6.0);
    painter.setPen(QPen(Qt::black, 1.5));
    painter.drawEllipse(at, 6.0, 6.0);
}

void CarpetView::choose(std::size_t hour) {
    m_chosen = hour;
    setAccessibleDescription(textOf(hour));
    update();
    emit hourChosen(hour);
}

void CarpetView::mousePressEvent(QMouseEvent* event) {
    const auto hour = hourAt(event->position());
    if (hour && event->button() == Qt::LeftButton) choose(*hour);
}

void CarpetView::mouseMoveEvent(QMouseEvent* event) {
    const auto hour = hourAt(event->position());
    if (!hour) return QToolTip::hideText();
    QToolTip::showText(event->globalPosition().toPoint(), textOf(*hour), this);
}

void CarpetView::keyPressEvent(QKeyEvent* event) {
    if (m_answer == nullptr) return QWidget::keyPressEvent(event);
    const auto last = static_cast<qint64>(m_answer->year.hours.size()) - 1;
    const auto now = static_cast<qint64>(m_chosen.value_or(m_answer->year.peakHour));
    qint64 step = 0;
    switch (event->key()) {
        case Qt::Key_Left: step = -static_cast<qint64>(hoursOfDay); break;
        case Qt::Key_Right: step = static_cast<qint64>(hoursOfDay); break;
        case Qt::Key_Up: step = 1; break;
        case Qt::Key_Down: step = -1; break;
        default: return QWidget::keyPressEvent(event);
    }
    choose(static_cast<std::size_t>(std::clamp<qint64>(now + step, 0, last)));
}

}  // namespace halltwin::views::year
