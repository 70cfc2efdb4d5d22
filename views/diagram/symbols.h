// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"

#include <QRectF>

class QPainter;

namespace halltwin::views::diagram {

/// Draws the graphical symbol of a kind with the painter's pen, as large as fits the middle of
/// `box`: in the manner of IEC 60617 (two circles of a transformer, rectifier and inverter of a
/// UPS, cells of a battery, changeover contact of a transfer switch, busbar with outgoing ways of a
/// board).
void drawSymbol(QPainter& painter, ItemKind kind, const QRectF& box);

/// The sign of a kind in a cooling loop, in the manner of ISO 10628 flow diagrams: a pump is a
/// circle with its triangle, a tower has sloping sides and rain, an exchanger is a circle with its
/// zigzag, water a box with waves.
void drawPlantSymbol(QPainter& painter, ItemKind kind, const QRectF& box);

/// A circuit breaker on an upright line whose middle is `at`: the cross of IEC 60617, 07-13-05.
void drawBreaker(QPainter& painter, const QPointF& at, double size);

}  // namespace halltwin::views::diagram
