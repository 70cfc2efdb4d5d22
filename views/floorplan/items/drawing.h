// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/floorplan/items/item_face.h"

#include <QPen>
#include <QStringList>

namespace halltwin::views::floorplan::items {

/// Below this length of its shorter side an item is a plain coloured rectangle.
inline constexpr double plainBelowPixels = 9.0;

[[nodiscard]] QPen linePen(const QColor& color, double pixels, const DrawContext& context);

/// Size in pixels of the shorter side.
[[nodiscard]] double pixelsAcross(const ItemFace& face, const DrawContext& context);

[[nodiscard]] QColor withAlpha(QColor color, double alpha);

/// `from` on the way to `to` by a share 0…1.
[[nodiscard]] QColor mixed(const QColor& from, const QColor& to, double share);

/// A strip of the box along the side that faces `front`; the rest is `remainder`.
struct Strip {
    QRectF strip;
    QRectF remainder;
};
[[nodiscard]] Strip frontStrip(const QRectF& box, Direction front, double thicknessM);

/// Filled and outlined rectangle; the outline is drawn inside, and in the selection colour when
/// selected.
void drawBody(QPainter& painter, const QRectF& box, const QColor& fill, const DrawContext& context);

/// Outline and tint of a selected item.
void drawSelection(QPainter& painter, const QRectF& box, const DrawContext& context);

/// Lines of text centred in the box, along its longer side when they do not fit across; as large as
/// fits within the context's limits. With too little space the later lines go first, then all.
void drawText(QPainter& painter, const QRectF& box, QStringList lines, const QColor& color,
              const DrawContext& context);

/// Text on a small plate of the paper's colour, legible over anything; left out where it does not
/// fit the box.
void drawTag(QPainter& painter, const QRectF& box, const QString& text, const DrawContext& context);

/// Parts of a box for a symbol and the label below it or to its right. Without labels, or where the
/// box is too small for both, the symbol takes all, and `text` is where a label may still find
/// room.
struct SymbolAndText {
    QRectF symbol;
    QRectF text;
};
[[nodiscard]] SymbolAndText splitForSymbol(const QRectF& box, const DrawContext& context);

/// Sets the painter so that one unit is a pixel and the origin is at `at`; the caller saves and
/// restores.
void enterPixels(QPainter& painter, const QPointF& at, const DrawContext& context);

}  // namespace halltwin::views::floorplan::items
