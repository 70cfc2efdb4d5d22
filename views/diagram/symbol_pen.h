// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <algorithm>

namespace halltwin::views::diagram {

/// Draws in a square of side 2 with its centre at zero, y down.
class SymbolPen {
public:
    SymbolPen(QPainter& painter, const QRectF& box)
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

}  // namespace halltwin::views::diagram
