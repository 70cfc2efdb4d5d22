// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/tank_item.h"

#include "views/floorplan/items/drawing.h"

#include <QPainter>
#include <QPainterPath>

namespace halltwin::views::floorplan::items {

void drawTank(QPainter& painter, const ItemFace& face, const DrawContext& context) {
    const QRectF box = face.box();
    const QColor fill = context.style.of(ItemKind::ImmersionTank);
    const double across = pixelsAcross(face, context);
    if (across < plainBelowPixels) {
        painter.fillRect(box, context.selected ? context.style.accent : fill);
        return;
    }
    drawBody(painter, box, fill, context);
    const QColor ink = textColorOn(fill);
    const SymbolAndText parts = splitForSymbol(box, context);
    const QRectF bath =
        parts.symbol.adjusted(0.15 * parts.symbol.width(), 0.2 * parts.symbol.height(),
                              -0.15 * parts.symbol.width(), -0.2 * parts.symbol.height());
    QPainterPath waves;
    for (int row = 0; row < 3; ++row) {
        const double y = bath.top() + (row + 0.5) * bath.height() / 3.0;
        const double swing = bath.height() / 5.0;
        waves.moveTo(bath.left(), y);
        waves.cubicTo(bath.left() + bath.width() / 3.0, y - swing,
                      bath.left() + 2.0 * bath.width() / 3.0, y + swing, bath.right(), y);
    }
    painter.setPen(linePen(withAlpha(ink, 0.6), 1.3, context));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(waves);
    drawSelection(painter, box, context);
    if (context.labels) drawText(painter, parts.text, {face.label}, ink, context);
}

}  // namespace halltwin::views::floorplan::items
