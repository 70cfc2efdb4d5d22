// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/plant_item.h"

#include "views/floorplan/items/drawing.h"
#include "views/floorplan/items/plant_symbol.h"

#include <QPainter>
#include <algorithm>

namespace halltwin::views::floorplan::items {

void drawPlant(QPainter& painter, const ItemFace& face, const DrawContext& context) {
    const QRectF box = face.box();
    const QColor fill = context.style.of(face.kind);
    const double across = pixelsAcross(face, context);
    if (across < plainBelowPixels) {
        painter.fillRect(box, context.selected ? context.style.accent : fill);
        return;
    }
    drawBody(painter, box, fill, context);
    drawSelection(painter, box, context);
    const QColor ink = textColorOn(fill);
    const SymbolAndText parts = splitForSymbol(box, context);
    const double size = 0.36 * std::min({parts.symbol.width(), parts.symbol.height(), 2.5});
    painter.save();
    painter.translate(parts.symbol.center());
    painter.scale(size, size);
    painter.setPen(QPen(ink, context.metresOf(1.3) / size, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(plantSymbol(face.kind));
    painter.restore();
    if (context.labels) drawText(painter, parts.text, {face.label}, ink, context);
}

}  // namespace halltwin::views::floorplan::items
