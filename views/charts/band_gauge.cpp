// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/band_gauge.h"

#include <QPainter>
#include <algorithm>

namespace halltwin::views::charts {

namespace {

constexpr int steps = 60;  ///< of the scale that are rated one by one
constexpr double barHeight = 6.0;

QColor faint(QColor color) {
    color.setAlphaF(0.35F);
    return color;
}

}  // namespace

QColor ratingColor(const bridge::Theme& theme, thermal::Rating rating) {
    switch (rating) {
        case thermal::Rating::Good: return theme.colors().success;
        case thermal::Rating::Acceptable: return theme.colors().warning;
        case thermal::Rating::Poor: return theme.colors().danger;
    }
    return {};
}

BandGauge::BandGauge(bridge::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&theme, &bridge::Theme::changed, this, qOverload<>(&QWidget::update));
}

void BandGauge::setFigure(const twin::RoomFigure& figure) {
    m_figure = figure;
    update();
}

double BandGauge::place(double value) const {
    const double span = m_figure.scaleHigh - m_figure.scaleLow;
    const double share = span > 0.0 ? (value - m_figure.scaleLow) / span : 0.0;
    return std::clamp(share, 0.0, 1.0) * (width() - 4.0) + 2.0;
}

void BandGauge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(Qt::NoPen);
    const double top = 0.5 * (height() - barHeight);
    const double span = m_figure.scaleHigh - m_figure.scaleLow;
    for (int i = 0; m_figure.ratingOf && i < steps; ++i) {
        const double from = m_figure.scaleLow + span * i / steps;
        const double middle = from + 0.5 * span / steps;
        painter.fillRect(
            QRectF(QPointF(place(from), top), QPointF(place(from + span / steps), top + barHeight)),
            faint(ratingColor(m_theme, m_figure.ratingOf(middle))));
    }
    if (!m_figure.hasValue) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_theme.colors().text);
    painter.drawRoundedRect(
        QRectF(place(m_figure.derivation.value) - 2.0, 0.0, 4.0, double(height())), 2.0, 2.0);
}

}  // namespace halltwin::views::charts
