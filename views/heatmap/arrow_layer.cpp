// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/heatmap/arrow_layer.h"

#include "views/bridge/format.h"
#include "views/bridge/theme.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>
#include <utility>

namespace halltwin::views::heatmap {
namespace {

constexpr int keyHeight = 34;
constexpr int keyMargin = 10;

}  // namespace

ArrowLayer::ArrowLayer() {
    setAcceptedMouseButtons(Qt::NoButton);
    setFlag(ItemUsesExtendedStyleOption);  // for the exposed part
}

void ArrowLayer::setFlow(FlowPlanes flow) {
    if (flow == m_flow) return;
    QRectF bounds;
    m_flow = std::move(flow);
    if (m_flow != nullptr) {
        for (const FlowPlane& plane : *m_flow)
            bounds |= plane.area;
        m_reference = referenceSpeed(*m_flow);
    }
    if (bounds != m_bounds) prepareGeometryChange();
    m_bounds = bounds;
    update();
}

void ArrowLayer::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) {
    if (m_flow == nullptr) return;
    ArrowStyle style = ArrowStyle::onColors();
    style.pixelsPerMetre =
        QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    style.spacing = arrowSpacing(style.pixelsPerMetre);
    style.reference = m_reference;
    const double reach = style.spacing;
    const QRectF exposed = option->exposedRect.adjusted(-reach, -reach, reach, reach);
    painter->setRenderHint(QPainter::Antialiasing);
    for (const FlowPlane& plane : *m_flow)
        paintArrows(*painter, arrowsOf(plane, exposed, style.spacing), style);
}

ArrowKey::ArrowKey(const bridge::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setObjectName(QStringLiteral("arrowKey"));
    hide();
}

void ArrowKey::setArrow(double metresPerSecond, double pixels) {
    m_speed = metresPerSecond;
    m_pixels = pixels;
    setVisible(m_speed > 0.0);
    setFixedSize(std::max(56, static_cast<int>(pixels)) + 2 * keyMargin, keyHeight);
    update();
}

void ArrowKey::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bridge::ThemeColors& colors = m_theme.colors();
    QColor plate = colors.planOutside;
    plate.setAlphaF(0.85F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(plate);
    painter.drawRoundedRect(rect(), 4, 4);
    painter.setPen(colors.planLabel);
    painter.setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    painter.drawText(QRectF(0, 4, width(), 15), Qt::AlignHCenter | Qt::AlignBottom,
                     bridge::formatSignificant(m_speed, 2) + QStringLiteral("\u00A0m/s"));
    ArrowStyle style;
    style.onLight = colors.planLabel;
    style.spacing = m_pixels;
    style.reference = m_speed;
    paintArrows(painter, {{QPointF(0.5 * width(), height() - 9.0), QPointF(m_speed, 0.0), false}},
                style);
}

}  // namespace halltwin::views::heatmap
