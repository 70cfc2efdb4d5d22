// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/marks_item.h"

#include "views/bridge/plan_coordinates.h"
#include "views/bridge/theme.h"
#include "views/floorplan/items/drawing.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::views::floorplan::items {
namespace {

using bridge::toScene;

constexpr double roomPixels = 190.0;  ///< for the text of a probe
constexpr double handlePixels = 10.0;
constexpr double dotPixels = 9.0;

/// A letter on a round handle at one end of the section.
void drawHandle(QPainter& painter, const QPointF& at, const QString& letter,
                const DrawContext& context) {
    painter.save();
    enterPixels(painter, at, context);
    painter.setPen(QPen(context.style.paper, 1.5));
    painter.setBrush(context.style.accent);
    const QRectF circle(-handlePixels, -handlePixels, 2 * handlePixels, 2 * handlePixels);
    painter.drawEllipse(circle);
    painter.setFont(bridge::Theme::font(bridge::TextStyle::Caption));
    painter.setPen(textColorOn(context.style.accent));
    painter.drawText(circle, Qt::AlignCenter, letter);
    painter.restore();
}

}  // namespace

MarksItem::MarksItem(const SceneLook& look) : m_look(look) {
    setAcceptedMouseButtons(Qt::NoButton);
    setZValue(90);
}

void MarksItem::display(Marks marks) {
    if (marks == m_marks) return;
    m_marks = std::move(marks);
    updateBounds();
    update();
}

void MarksItem::setScale(double pixelsPerMetre) {
    if (pixelsPerMetre == m_pixelsPerMetre) return;
    m_pixelsPerMetre = pixelsPerMetre;
    updateBounds();
}

void MarksItem::updateBounds() {
    prepareGeometryChange();
    m_bounds = {};
    const double room = roomPixels / m_pixelsPerMetre;
    const auto include = [&](const QPointF& at) {
        m_bounds |= QRectF(at.x() - room, at.y() - room, 2 * room, 2 * room);
    };
    if (m_marks.section) {
        include(toScene(m_marks.section->from));
        include(toScene(m_marks.section->to));
    }
    for (const ProbeMark& probe : m_marks.probes)
        include(toScene(probe.at));
    for (const OutageMark& outage : m_marks.outages)
        m_bounds |= toScene(outage.area);
}

/// What is dark goes under a veil; what was taken out is crossed through.
void MarksItem::drawOutage(QPainter& painter, const OutageMark& outage,
                           const DrawContext& context) const {
    const QRectF area = toScene(outage.area);
    painter.fillRect(area, QColor(10, 12, 16, 175));
    if (!outage.isCause) return;
    painter.setPen(linePen(context.style.danger, 2.0, context));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area);
    painter.drawLine(area.topLeft(), area.bottomRight());
    painter.drawLine(area.topRight(), area.bottomLeft());
}

void MarksItem::drawSection(QPainter& painter, const DrawContext& context) const {
    const QPointF from = toScene(m_marks.section->from);
    const QPointF to = toScene(m_marks.section->to);
    painter.setPen(linePen(withAlpha(context.style.paper, 0.85), 5.0, context));
    painter.drawLine(from, to);
    QPen pen = linePen(context.style.accent, 2.0, context);
    pen.setDashPattern({7, 2.5, 1.5, 2.5});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawLine(from, to);
    drawHandle(painter, from, QStringLiteral("A"), context);
    drawHandle(painter, to, QStringLiteral("A′"), context);
}

void MarksItem::drawProbe(QPainter& painter, const ProbeMark& probe,
                          const DrawContext& context) const {
    painter.save();
    enterPixels(painter, toScene(probe.at), context);
    const QFont title = bridge::Theme::font(bridge::TextStyle::Small);
    const QFont detail = bridge::Theme::font(bridge::TextStyle::Caption);
    const double width = std::max(QFontMetricsF(title).horizontalAdvance(probe.title),
                                  QFontMetricsF(detail).horizontalAdvance(probe.detail));
    if (!probe.title.isEmpty()) {
        const double height = probe.detail.isEmpty() ? 20.0 : 34.0;
        const QRectF plate(dotPixels + 4.0, -0.5 * height, width + 16.0, height);
        painter.setPen(QPen(withAlpha(context.style.label, 0.25), 1.0));
        painter.setBrush(withAlpha(context.style.paper, 0.93));
        painter.drawRoundedRect(plate, 4, 4);
        const QRectF text = plate.adjusted(8.0, 3.0, -8.0, -3.0);
        painter.setPen(context.style.label);
        painter.setFont(title);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignTop, probe.title);
        painter.setPen(context.style.labelMuted);
        painter.setFont(detail);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignBottom, probe.detail);
    }
    const QRectF dot(-dotPixels, -dotPixels, 2 * dotPixels, 2 * dotPixels);
    painter.setPen(QPen(context.style.paper, 1.5));
    painter.setBrush(probe.color);
    painter.drawEllipse(dot);
    painter.setPen(textColorOn(probe.color));
    painter.setFont(detail);
    painter.drawText(dot, Qt::AlignCenter, QString::number(probe.number));
    painter.restore();
}

void MarksItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const double scale =
        QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const DrawContext context{m_look.style, scale, m_look.labels, m_look.heat, false};
    painter->setRenderHint(QPainter::Antialiasing);
    for (const OutageMark& outage : m_marks.outages)
        drawOutage(*painter, outage, context);
    if (m_marks.section) drawSection(*painter, context);
    for (const ProbeMark& probe : m_marks.probes)
        drawProbe(*painter, probe, context);
}

}  // namespace halltwin::views::floorplan::items
