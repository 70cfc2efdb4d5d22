// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/symbols.h"

#include <QFont>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace halltwin::views::diagram {

namespace {

/// Draws in a square of side 2 with its centre at zero, y down.
class Pen {
public:
    Pen(QPainter& painter, const QRectF& box)
        : m_painter(painter),
          m_centre(box.center()),
          m_unit(0.5 * std::min(box.width(), box.height())) {}

    [[nodiscard]] QPointF at(double x, double y) const { return m_centre + QPointF(x, y) * m_unit; }
    void line(double x1, double y1, double x2, double y2) const {
        m_painter.drawLine(at(x1, y1), at(x2, y2));
    }
    void circle(double x, double y, double radius) const {
        m_painter.drawEllipse(at(x, y), radius * m_unit, radius * m_unit);
    }
    void box(double left, double top, double right, double bottom) const {
        m_painter.drawRect(QRectF(at(left, top), at(right, bottom)));
    }
    void polygon(const QPolygonF& points, bool isFilled) const {
        QPolygonF placed;
        for (const QPointF& point : points)
            placed << at(point.x(), point.y());
        if (isFilled) m_painter.setBrush(m_painter.pen().color());
        m_painter.drawPolygon(placed);
        m_painter.setBrush(Qt::NoBrush);
    }
    /// One period of a sine, `width` wide, about (x, y).
    void sine(double x, double y, double width) const {
        QPainterPath path(at(x - 0.5 * width, y));
        path.cubicTo(at(x - 0.25 * width, y - 0.9 * width), at(x - 0.15 * width, y - 0.3 * width),
                     at(x, y));
        path.cubicTo(at(x + 0.15 * width, y + 0.3 * width), at(x + 0.25 * width, y + 0.9 * width),
                     at(x + 0.5 * width, y));
        m_painter.drawPath(path);
    }
    void text(const QString& letters, double size) const {
        QFont font = m_painter.font();
        font.setPixelSize(std::max(1, static_cast<int>(size * m_unit)));
        font.setWeight(QFont::DemiBold);
        m_painter.setFont(font);
        m_painter.drawText(QRectF(at(-1, -1), at(1, 1)), Qt::AlignCenter, letters);
    }

private:
    QPainter& m_painter;
    QPointF m_centre;
    double m_unit;
};

void drawUtility(const Pen& pen) {
    pen.box(-0.75, -0.75, 0.75, 0.75);
    pen.line(-0.75, 0.25, -0.25, -0.25);
    pen.line(-0.75, 0.75, 0.75, -0.75);
    pen.line(-0.25, 0.75, 0.75, -0.25);
    pen.line(-0.75, -0.25, -0.25, -0.75);
    pen.line(0.25, 0.75, 0.75, 0.25);
}

void drawTransformer(const Pen& pen) {
    pen.line(0, -1, 0, -0.85);
    pen.circle(0, -0.32, 0.53);
    pen.circle(0, 0.32, 0.53);
    pen.line(0, 0.85, 0, 1);
}

/// Rectifier over inverter, with the direct link between.
void drawUps(const Pen& pen) {
    pen.box(-0.8, -0.85, 0.8, 0.85);
    pen.line(-0.8, 0.85, 0.8, -0.85);
    pen.sine(-0.38, -0.4, 0.5);
    pen.line(0.12, 0.3, 0.62, 0.3);
    pen.line(0.12, 0.48, 0.24, 0.48);
    pen.line(0.31, 0.48, 0.43, 0.48);
    pen.line(0.5, 0.48, 0.62, 0.48);
}

void drawBattery(const Pen& pen) {
    for (const double y : {-0.5, 0.2}) {
        pen.line(-0.7, y, 0.7, y);
        pen.line(-0.35, y + 0.3, 0.35, y + 0.3);
    }
    pen.line(0, -0.95, 0, -0.5);
    pen.line(0, -0.2, 0, 0.2);
    pen.line(0, 0.5, 0, 0.95);
}

void drawTransferSwitch(const Pen& pen) {
    pen.line(-0.6, -1, -0.6, -0.4);
    pen.line(0.6, -1, 0.6, -0.4);
    pen.circle(-0.6, -0.28, 0.12);
    pen.circle(0.6, -0.28, 0.12);
    pen.line(0, 0.5, -0.52, -0.18);
    pen.circle(0, 0.6, 0.1);
    pen.line(0, 0.7, 0, 1);
}

void drawBoard(const Pen& pen, int ways) {
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
void drawPdu(const Pen& pen) {
    pen.circle(0, -0.62, 0.28);
    pen.circle(0, -0.28, 0.28);
    pen.line(0, 0, 0, 0.2);
    pen.box(-0.9, 0.2, 0.9, 0.32);
    for (const double x : {-0.6, 0.0, 0.6})
        pen.line(x, 0.32, x, 0.85);
}

void drawBusway(const Pen& pen) {
    pen.line(-1, -0.15, 1, -0.15);
    pen.line(-1, 0.1, 1, 0.1);
    for (const double x : {-0.5, 0.5}) {
        pen.line(x, 0.1, x, 0.75);
        pen.circle(x, -0.03, 0.08);
    }
}

/// Alternating in, direct out.
void drawRectifier(const Pen& pen) {
    pen.box(-0.8, -0.8, 0.8, 0.8);
    pen.line(-0.8, 0.8, 0.8, -0.8);
    pen.sine(-0.35, -0.38, 0.5);
    pen.line(0.1, 0.35, 0.6, 0.35);
    pen.line(0.1, 0.52, 0.6, 0.52);
}

void drawSource(const Pen& pen) {
    pen.circle(0, 0, 0.85);
    pen.sine(0, 0.0, 0.9);
}

void drawMotor(const Pen& pen) {
    pen.circle(0, 0, 0.85);
    pen.text(QStringLiteral("M"), 0.95);
}

void drawLoad(const Pen& pen) {
    pen.line(0, -0.9, 0, 0.2);
    pen.polygon({{-0.42, 0.1}, {0.42, 0.1}, {0.0, 0.85}}, true);
}

}  // namespace

void drawSymbol(QPainter& painter, ItemKind kind, const QRectF& box) {
    painter.setBrush(Qt::NoBrush);
    const Pen pen(painter, box);
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
