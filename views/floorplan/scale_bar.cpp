// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/scale_bar.h"

#include "views/bridge/theme.h"

#include <QPainter>
#include <cmath>

namespace halltwin::views::floorplan {
namespace {

constexpr double mostPixels = 120.0;
constexpr int marginPixels = 10;

}  // namespace

ScaleBarLength scaleBarLength(double pixelsPerMetre, double most) {
    const double longest = most / pixelsPerMetre;
    const double power = std::pow(10.0, std::floor(std::log10(longest)));
    const double factor = longest / power;
    const double length = power * (factor >= 5.0 ? 5.0 : factor >= 2.0 ? 2.0 : 1.0);
    return {length, length * pixelsPerMetre};
}

void paintScaleBar(QPainter& painter, const QPointF& at, const ScaleBarLength& length,
                   const PlanStyle& style) {
    painter.save();
    painter.setPen(QPen(style.label, 1.0));
    const double height = 5.0;
    const double half = 0.5 * length.pixels;
    painter.setBrush(style.label);
    painter.drawRect(QRectF(at.x(), at.y(), half, height));
    painter.setBrush(style.paper);
    painter.drawRect(QRectF(at.x() + half, at.y(), half, height));
    painter.setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    const QString text = length.metres < 1.0 ? QStringLiteral("%1 cm").arg(length.metres * 100.0)
                                             : QStringLiteral("%1 m").arg(length.metres);
    painter.drawText(QRectF(at.x() - 40, at.y() - 17, length.pixels + 80, 15),
                     Qt::AlignHCenter | Qt::AlignBottom, text);
    painter.restore();
}

ScaleBar::ScaleBar(QWidget* parent) : QWidget(parent), m_planStyle(PlanStyle::print()) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    resize(static_cast<int>(mostPixels) + 2 * marginPixels, 34);
}

void ScaleBar::setScale(double pixelsPerMetre) {
    m_pixelsPerMetre = pixelsPerMetre;
    update();
}

void ScaleBar::setPlanStyle(const PlanStyle& style) {
    m_planStyle = style;
    update();
}

void ScaleBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ScaleBarLength length = scaleBarLength(m_pixelsPerMetre, mostPixels);
    QColor plate = m_planStyle.outside;
    plate.setAlphaF(0.85F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(plate);
    painter.drawRoundedRect(QRectF(0, 0, length.pixels + 2.0 * marginPixels, height()), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintScaleBar(painter, QPointF(marginPixels, height() - 11), length, m_planStyle);
}

}  // namespace halltwin::views::floorplan
