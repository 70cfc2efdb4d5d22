// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>
#include <vector>

class QPainter;

namespace halltwin::views::report {

struct PrintedBar {
    QString name;
    double value = 0.0;  ///< not negative; bars of a group share their scale
    QString text;        ///< the value with its unit
    QColor color;
};

/// Horizontal bars under a heading with the total at its right.
struct BarGroup {
    QString heading;
    QString total;
    std::vector<PrintedBar> bars;
};

/// Paints the groups below each other with names, bars and values in common columns; rows become
/// lower, never higher than 14 points, so that all fit.
void paintBarGroups(QPainter& painter, const QRectF& area, const std::vector<BarGroup>& groups);

}  // namespace halltwin::views::report
