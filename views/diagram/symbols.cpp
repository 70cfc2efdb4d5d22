// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/symbols.h"

#include "views/diagram/symbol_pen.h"

namespace halltwin::views::diagram {

namespace {

void drawUtility(const SymbolPen& pen) {
    pen.box(-0.75, -0.75, 0.75, 0.75);
    pen.line(-0.75, 0.25, -0.25, -0.25);
    pen.line(-0.75, 0.75, 0.75, -0.75);
    pen.line(-0.25, 0.75, 0.75, -0.25);
    pen.line(-0.75, -0.25, -0.25, -0.75);
    pen.line(0.25, 0.75, 0.75, 0.25);
}

void drawTransformer(const SymbolPen& pen) {
    pen.line(0, -1, 0, -0.85);
    pen.circle(0, -0.32, 0.53);
    pen.circle(0, 0.32, 0.53);
    pen.line(0, 0.85, 0, 1);
}

/// Rectifier over inverter, with the direct link between.
void drawUps(const SymbolPen& pen) {
    pen.box(-0.8, -0.85, 0.8, 0.85);
    pen.line(-0.8, 0.85, 0.8, -0.85);
    pen.sine(-0.38, -0.4, 0.5);
    pen.line(0.12, 0.3, 0.62, 0.3);
    pen.line(0.12, 0.48, 0.24, 0.48);
    pen.line(0.31, 0.48, 0.43, 0.48);
    pen.line(0.5, 0.48, 0.62, 0.48);
}

void drawBattery(const SymbolPen& pen) {
    for (const double y : {-0.5, 0.2}) {
        pen.line(-0.7, y, 0.7, y);
        pen.line(-0.35, y + 0.3, 0.35, y + 0.3);
    }
    pen.line(0, -0.95, 0, -0.5);
    pen.line(0, -0.2, 0, 0.2);
    pen.line(0, 0.5, 0, 0.95);
}

void drawTransferSwitch(const SymbolPen& pen) {
    pen.line(-0.6, -1, -0.6, -0.4);
    pen.line(0.6, -1, 0.6, -0.4);
    pen.circle(-0.6, -0.28, 0.12);
    pen.circle(0.6, -0.28, 0.12);
    pen.line(0, 0.5, -0.52, -0.18);
    pen.circle(0, 0.6, 0.1);
    pen.line(0, 0.7, 0, 1);
}

void drawBoard(const SymbolPen& pen, int ways) {
    pen.line(0, -1, 0, -0.3);
    pen.box(-0.95, -0.32, 0.95, -0.18);
    for (int way = 0; way < ways; ++way) {
        const double x = ways == 1 ? 0.0 : -0.7 + 1.4 * way / (ways - 1);
        pen.line(x, -0.2, x, 0.75);
        pen.line(x - 0.14, 0.12, x + 0.14, 0.4);
        pen.line(x - 0.14, 0.4, x + 0.14, 0.12);
    }
}

/// The isolating transformer of a distribution unit over its busbar.
void drawPdu(const SymbolPen& pen) {
    pen.circle(0, -0.62, 0.28);
    pen.circle(0, -0.28, 0.28);
    pen.line(0, 0, 0, 0.2);
    pen.box(-0.9, 0.2, 0.9, 0.32);
    for (const double x : {-0.6, 0.0, 0.6})
        pen.line(x, 0.32, x, 0.85);
}

void drawBusway(const SymbolPen& pen) {
    pen.line(-1, -0.15, 1, -0.15);
    pen.line(-1, 0.1, 1, 0.1);
    for (const double x : {-0.5, 0.5}) {
        pen.line(x, 0.1, x, 0.75);
        pen.circle(x, -0.03, 0.08);
    }
}

/// Alternating in, direct out.
void drawRectifier(const SymbolPen& pen) {
    pen.box(-0.8, -0.8, 0.8, 0.8);
    pen.line(-0.8, 0.8, 0.8, -0.8);
    pen.sine(-0.35, -0.38, 0.5);
    pen.line(0.1, 0.35, 0.6, 0.35);
    pen.line(0.1, 0.52, 0.6, 0.52);
}

void drawSource(const SymbolPen& pen) {
    pen.circle(0, 0, 0.85);
    pen.sine(0, 0.0, 0.9);
}

void drawMotor(const SymbolPen& pen) {
    pen.circle(0, 0, 0.85);
    pen.text(QStringLiteral("M"), 0.95);
}

void drawLoad(const SymbolPen& pen) {
    pen.line(0, -0.9, 0, 0.2);
    pen.polygon({{-0.42, 0.1}, {0.42, 0.1}, {0.0, 0.85}}, true);
}

}  // namespace

void drawSymbol(QPainter& painter, ItemKind kind, const QRectF& box) {
    painter.setBrush(Qt::NoBrush);
    const SymbolPen pen(painter, box);
    switch (kind) {
        case ItemKind::UtilityFeed: return drawUtility(pen);
        case ItemKind::Generator:
            pen.circle(0, 0, 0.85);
            return pen.text(QStringLiteral("G"), 0.95);
        case ItemKind::OnSiteSource: return drawSource(pen);
        case ItemKind::Battery: return drawBattery(pen);
        case ItemKind::Transformer: return drawTransformer(pen);
        case ItemKind::Ups: return drawUps(pen);
        case ItemKind::TransferSwitch: return drawTransferSwitch(pen);
        case ItemKind::Switchboard: return drawBoard(pen, 3);
        case ItemKind::DistributionPanel: return drawBoard(pen, 2);
        case ItemKind::RackPdu: return drawBoard(pen, 1);
        case ItemKind::Pdu: return drawPdu(pen);
        case ItemKind::Busway: return drawBusway(pen);
        case ItemKind::PowerShelf: return drawRectifier(pen);
        case ItemKind::Cooler:
        case ItemKind::Chiller:
        case ItemKind::PumpSet:
        case ItemKind::CoolingTower:
        case ItemKind::DryCooler:
        case ItemKind::WaterSource:
        case ItemKind::HeatReuse:
        case ItemKind::Cdu: return drawMotor(pen);
        default: return drawLoad(pen);
    }
}

void drawBreaker(QPainter& painter, const QPointF& at, double size) {
    const QPointF arm(0.5 * size, 0.5 * size);
    painter.drawLine(at - arm, at + arm);
    painter.drawLine(at + QPointF(-arm.x(), arm.y()), at + QPointF(arm.x(), -arm.y()));
}

}  // namespace halltwin::views::diagram
