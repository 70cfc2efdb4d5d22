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

/// A circuit breaker on an upright line whose middle is `at`: the cross of IEC 60617, 07-13-05.
void drawBreaker(QPainter& painter, const QPointF& at, double size);

}  // namespace halltwin::views::diagram
