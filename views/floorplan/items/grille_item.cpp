// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/grille_item.h"

#include "views/floorplan/items/drawing.h"

#include <QPainter>

namespace halltwin::views::floorplan::items {

void drawGrille(QPainter& painter, const ItemFace& face, const DrawContext& context) {
    const QRectF box = face.box();
    const QColor color = context.style.of(ItemKind::Grille);
    if (pixelsAcross(face, context) < plainBelowPixels) {
        painter.fillRect(box, context.selected ? context.style.accent : withAlpha(color, 0.4));
        return;
    }
    const double inset = context.metresOf(1.0);
    const QRectF inner = box.adjusted(inset, inset, -inset, -inset);
    QPen pen = linePen(color, 1.2, context);
    pen.setDashPattern({4, 2});
    painter.setPen(pen);
    painter.setBrush(withAlpha(color, 0.25 * face.openArea));
    painter.drawRect(inner);
    painter.drawLine(inner.topLeft(), inner.bottomRight());
    painter.drawLine(inner.topRight(), inner.bottomLeft());
    drawSelection(painter, box, context);
}

}  // namespace halltwin::views::floorplan::items
