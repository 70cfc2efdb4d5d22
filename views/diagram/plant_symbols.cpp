// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/symbol_pen.h"
#include "views/diagram/symbols.h"

#include <cmath>

namespace halltwin::views::diagram {

namespace {

/// The blades of a fan seen from the side, about (x, y).
void drawFan(const SymbolPen& pen, double x, double y, double reach) {
    pen.polygon({{x, y}, {x - reach, y - 0.16}, {x - reach, y + 0.16}}, false);
    pen.polygon({{x, y}, {x + reach, y - 0.16}, {x + reach, y + 0.16}}, false);
}

void drawWaves(const SymbolPen& pen, double top, int rows) {
    for (int row = 0; row < rows; ++row) {
        pen.sine(-0.4, top + 0.38 * row, 0.8);
        pen.sine(0.4, top + 0.38 * row, 0.8);
    }
}

/// Six arms: cold made by a compressor.
void drawChiller(const SymbolPen& pen) {
    pen.box(-0.9, -0.9, 0.9, 0.9);
    for (int arm = 0; arm < 6; ++arm) {
        const double angle = arm * 1.0472 + 0.5236;
        const double x = std::cos(angle);
        const double y = std::sin(angle);
        pen.line(0.0, 0.0, 0.68 * x, 0.68 * y);
        const double left = angle + 0.4;
        const double right = angle - 0.4;
        pen.line(0.4 * x, 0.4 * y, 0.62 * std::cos(left), 0.62 * std::sin(left));
        pen.line(0.4 * x, 0.4 * y, 0.62 * std::cos(right), 0.62 * std::sin(right));
    }
}

void drawPump(const SymbolPen& pen) {
    pen.circle(0, 0, 0.85);
    pen.polygon({{-0.6, -0.6}, {0.6, -0.6}, {0.0, 0.85}}, false);
}

void drawTower(const SymbolPen& pen) {
    pen.polygon({{-0.55, -0.6}, {0.55, -0.6}, {0.9, 0.9}, {-0.9, 0.9}}, false);
    drawFan(pen, 0.0, -0.8, 0.5);
    for (const double x : {-0.35, 0.0, 0.35}) {
        pen.line(x, -0.25, x, -0.02);
        pen.line(x, 0.16, x, 0.4);
    }
    pen.line(-0.82, 0.6, 0.82, 0.6);
}

/// A finned coil under its fans.
void drawDryCooler(const SymbolPen& pen) {
    pen.box(-0.95, -0.3, 0.95, 0.8);
    for (const double x : {-0.57, -0.19, 0.19, 0.57})
        pen.line(x, -0.3, x, 0.8);
    drawFan(pen, -0.48, -0.62, 0.38);
    drawFan(pen, 0.48, -0.62, 0.38);
}

void drawExchanger(const SymbolPen& pen) {
    pen.circle(0, 0, 0.9);
    pen.line(-1.0, 0.0, -0.45, 0.0);
    pen.line(-0.45, 0.0, -0.18, -0.5);
    pen.line(-0.18, -0.5, 0.18, 0.5);
    pen.line(0.18, 0.5, 0.45, 0.0);
    pen.line(0.45, 0.0, 1.0, 0.0);
}

void drawSource(const SymbolPen& pen) {
    pen.line(-0.9, -0.7, -0.9, 0.85);
    pen.line(-0.9, 0.85, 0.9, 0.85);
    pen.line(0.9, 0.85, 0.9, -0.7);
    drawWaves(pen, -0.3, 3);
}

void drawStore(const SymbolPen& pen) {
    pen.line(-0.6, -0.7, -0.6, 0.7);
    pen.line(0.6, -0.7, 0.6, 0.7);
    QPolygonF upper;
    QPolygonF lower;
    for (int step = 0; step <= 12; ++step) {
        const double angle = 3.14159 * step / 12.0;
        upper << QPointF(-0.6 * std::cos(angle), -0.7 - 0.25 * std::sin(angle));
        lower << QPointF(-0.6 * std::cos(angle), 0.7 + 0.25 * std::sin(angle));
    }
    pen.polygon(upper, false);
    pen.polygon(lower, false);
    pen.sine(-0.0, 0.05, 0.9);
}

/// A house that warmth goes to.
void drawReuse(const SymbolPen& pen) {
    pen.polygon({{0.0, -0.9},
                 {0.9, -0.1},
                 {0.65, -0.1},
                 {0.65, 0.85},
                 {-0.65, 0.85},
                 {-0.65, -0.1},
                 {-0.9, -0.1}},
                false);
    for (const double x : {-0.3, 0.0, 0.3}) {
        pen.line(x, 0.6, x + 0.08, 0.35);
        pen.line(x + 0.08, 0.35, x, 0.1);
    }
}

/// Two circuits that meet at a plate.
void drawCdu(const SymbolPen& pen) {
    pen.box(-0.85, -0.85, 0.85, 0.85);
    pen.line(0, -0.85, 0, 0.85);
    for (const double side : {-1.0, 1.0}) {
        pen.line(0.85 * side, -0.4, 0.25 * side, -0.4);
        pen.line(0.25 * side, -0.4, 0.25 * side, 0.4);
        pen.line(0.25 * side, 0.4, 0.85 * side, 0.4);
    }
}

/// A fan before its coil.
void drawCooler(const SymbolPen& pen) {
    pen.box(-0.85, -0.85, 0.85, 0.85);
    pen.line(-0.85, 0.85, 0.85, -0.85);
    pen.circle(-0.35, -0.35, 0.3);
    pen.sine(0.38, 0.42, 0.6);
}

void drawRearDoor(const SymbolPen& pen) {
    pen.box(-0.8, -0.9, 0.2, 0.9);
    pen.box(0.2, -0.9, 0.5, 0.9);
    for (const double y : {-0.55, -0.2, 0.15, 0.5})
        pen.line(0.2, y + 0.15, 0.5, y - 0.05);
}

void drawRack(const SymbolPen& pen) {
    pen.box(-0.6, -0.9, 0.6, 0.9);
    for (const double y : {-0.55, -0.2, 0.15, 0.5})
        pen.line(-0.4, y, 0.4, y);
}

void drawBath(const SymbolPen& pen) {
    pen.box(-0.95, -0.5, 0.95, 0.7);
    drawWaves(pen, -0.12, 2);
}

}  // namespace

void drawPlantSymbol(QPainter& painter, ItemKind kind, const QRectF& box) {
    painter.setBrush(Qt::NoBrush);
    const SymbolPen pen(painter, box);
    switch (kind) {
        case ItemKind::Chiller: return drawChiller(pen);
        case ItemKind::PumpSet: return drawPump(pen);
        case ItemKind::CoolingTower: return drawTower(pen);
        case ItemKind::DryCooler: return drawDryCooler(pen);
        case ItemKind::HeatExchanger: return drawExchanger(pen);
        case ItemKind::WaterSource: return drawSource(pen);
        case ItemKind::WaterTank: return drawStore(pen);
        case ItemKind::HeatReuse: return drawReuse(pen);
        case ItemKind::Cdu: return drawCdu(pen);
        case ItemKind::Cooler: return drawCooler(pen);
        case ItemKind::RearDoor: return drawRearDoor(pen);
        case ItemKind::ImmersionTank: return drawBath(pen);
        default: return drawRack(pen);
    }
}

}  // namespace halltwin::views::diagram
