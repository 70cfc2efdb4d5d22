// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/tile_item.h"

#include "views/floorplan/items/drawing.h"

#include <QPainter>
#include <algorithm>

namespace halltwin::views::floorplan::items {

void drawTile(QPainter& painter, const ItemFace& face, const DrawContext& context) {
    const QRectF box = face.box();
    const QColor color = context.style.of(ItemKind::Tile);
    const double inset = context.metresOf(0.5);
    const QRectF inner = box.adjusted(inset, inset, -inset, -inset);
    const double open = std::clamp(face.openArea, 0.05, 0.9);
    const QColor ink = mixed(color, context.style.label, 0.45);
    if (pixelsAcross(face, context) < 2.0 * plainBelowPixels) {
        painter.fillRect(inner, context.selected ? context.style.accent
                                                 : withAlpha(ink, 0.10 + 0.4 * open));
        return;
    }
    const int openings = 7;
    const double pitch = inner.height() / openings;
    const QColor slot = withAlpha(ink, 0.6);
    for (int i = 0; i < openings; ++i) {
        const double thickness = pitch * open;
        painter.fillRect(QRectF(inner.left() + 0.08 * inner.width(),
                                inner.top() + (i + 0.5) * pitch - 0.5 * thickness,
                                0.84 * inner.width(), thickness),
                         slot);
    }
    painter.setPen(linePen(slot, 1.0, context));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(inner);
    drawSelection(painter, box, context);
}

}  // namespace halltwin::views::floorplan::items
