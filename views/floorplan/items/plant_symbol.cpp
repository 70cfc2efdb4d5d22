// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/plant_symbol.h"

#include <QPointF>
#include <QPolygonF>
#include <cmath>

namespace halltwin::views::floorplan::items {
namespace {

/// Six arms with a pair of side arms each, within ±1 around the origin.
QPainterPath snowflake() {
    QPainterPath path;
    const auto at = [](double radius, double angle) {
        return QPointF(radius * std::cos(angle), radius * std::sin(angle));
    };
    for (int arm = 0; arm < 6; ++arm) {
        const double angle = arm * 1.0472 + 0.5236;
        path.moveTo(0, 0);
        path.lineTo(at(0.95, angle));
        path.moveTo(at(0.85, angle + 0.33));
        path.lineTo(at(0.55, angle));
        path.lineTo(at(0.85, angle - 0.33));
    }
    return path;
}

/// The pump of flow diagrams: a circle with a triangle towards the outlet.
QPainterPath pump() {
    QPainterPath path;
    path.addEllipse(QPointF(0, 0), 0.85, 0.85);
    path.moveTo(-0.43, -0.73);
    path.lineTo(0.85, 0);
    path.lineTo(-0.43, 0.73);
    return path;
}

/// Two circuits that meet at a plate.
QPainterPath distributionUnit() {
    QPainterPath path;
    path.addRect(-0.85, -0.85, 1.7, 1.7);
    path.moveTo(0, -0.85);
    path.lineTo(0, 0.85);
    for (const double side : {-1.0, 1.0}) {
        path.moveTo(0.85 * side, -0.4);
        path.lineTo(0.2 * side, -0.4);
        path.lineTo(0.2 * side, 0.4);
        path.lineTo(0.85 * side, 0.4);
    }
    return path;
}

void addLine(QPainterPath& path, double x1, double y1, double x2, double y2) {
    path.moveTo(x1, y1);
    path.lineTo(x2, y2);
}

/// Blades seen from above: three lobes in a ring.
void addFan(QPainterPath& path, double x, double y, double radius) {
    path.addEllipse(QPointF(x, y), radius, radius);
    for (int blade = 0; blade < 3; ++blade) {
        const double angle = blade * 2.0944 - 1.5708;
        const QPointF tip(x + 0.85 * radius * std::cos(angle), y + 0.85 * radius * std::sin(angle));
        const QPointF side(x + 0.75 * radius * std::cos(angle + 0.7),
                           y + 0.75 * radius * std::sin(angle + 0.7));
        path.moveTo(x, y);
        path.lineTo(tip);
        path.quadTo(tip, side);
        path.lineTo(x, y);
    }
}

void addWave(QPainterPath& path, double y, double reach) {
    path.moveTo(-reach, y);
    for (const double from : {-reach, 0.0}) {
        path.cubicTo(from + 0.3 * reach, y - 0.4 * reach, from + 0.7 * reach, y + 0.4 * reach,
                     from + reach, y);
    }
}

/// Sloping sides, a fan on top and rain inside.
QPainterPath tower() {
    QPainterPath path;
    path.addPolygon(QPolygonF({{-0.55, -0.5}, {0.55, -0.5}, {0.9, 0.9}, {-0.9, 0.9}}));
    path.closeSubpath();
    addLine(path, -0.6, -0.8, 0.6, -0.8);
    addLine(path, 0.0, -0.8, 0.0, -0.5);
    for (const double x : {-0.35, 0.0, 0.35}) {
        addLine(path, x, -0.2, x, 0.1);
        addLine(path, x, 0.3, x, 0.6);
    }
    return path;
}

QPainterPath dryCooler() {
    QPainterPath path;
    path.addRect(-0.95, -0.55, 1.9, 1.1);
    addFan(path, -0.47, 0.0, 0.38);
    addFan(path, 0.47, 0.0, 0.38);
    return path;
}

/// The zigzag of an exchanger in its circle.
QPainterPath plateExchanger() {
    QPainterPath path;
    path.addEllipse(QPointF(0, 0), 0.9, 0.9);
    path.moveTo(-0.9, 0.0);
    for (const QPointF& corner : {QPointF(-0.45, 0.0), QPointF(-0.18, -0.5), QPointF(0.18, 0.5),
                                  QPointF(0.45, 0.0), QPointF(0.9, 0.0)})
        path.lineTo(corner);
    return path;
}

QPainterPath openWater() {
    QPainterPath path;
    for (const double y : {-0.55, 0.0, 0.55})
        addWave(path, y, 0.9);
    return path;
}

QPainterPath store() {
    QPainterPath path;
    path.addEllipse(QPointF(0, 0), 0.9, 0.9);
    addWave(path, -0.2, 0.6);
    addWave(path, 0.3, 0.6);
    return path;
}

/// A house that warmth goes to.
QPainterPath house() {
    QPainterPath path;
    path.addPolygon(QPolygonF({{0.0, -0.9},
                               {0.9, -0.1},
                               {0.65, -0.1},
                               {0.65, 0.85},
                               {-0.65, 0.85},
                               {-0.65, -0.1},
                               {-0.9, -0.1}}));
    path.closeSubpath();
    for (const double x : {-0.3, 0.0, 0.3}) {
        path.moveTo(x, 0.6);
        path.cubicTo(x + 0.2, 0.4, x - 0.2, 0.25, x, 0.05);
    }
    return path;
}

}  // namespace

QPainterPath plantSymbol(ItemKind kind) {
    switch (kind) {
        case ItemKind::Chiller: return snowflake();
        case ItemKind::Cdu: return distributionUnit();
        case ItemKind::CoolingTower: return tower();
        case ItemKind::DryCooler: return dryCooler();
        case ItemKind::HeatExchanger: return plateExchanger();
        case ItemKind::WaterSource: return openWater();
        case ItemKind::WaterTank: return store();
        case ItemKind::HeatReuse: return house();
        default: return pump();
    }
}

}  // namespace halltwin::views::floorplan::items
