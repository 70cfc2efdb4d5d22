// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/items/drawing.h"

#include "views/bridge/theme.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <QStaticText>
#include <algorithm>
#include <cmath>

namespace halltwin::views::floorplan::items {
namespace {

constexpr double lineSpacing = 1.25;

QFont labelFont(double pixels) {
    thread_local QFont font = bridge::Theme::font(bridge::TextStyle::Caption);
    font.setPixelSize(std::max(1, static_cast<int>(std::floor(pixels))));
    return font;
}

/// A text of the same build as wide as the widest of its kind: a row of racks is labelled alike, or
/// not at all.
QString widestAlike(QString text) {
    for (QChar& letter : text) {
        if (letter.isDigit()) letter = u'0';
        if (letter.isUpper()) letter = u'D';
    }
    return text;
}

/// Width in units of the font size. Measuring is slow next to drawing, and labels repeat from frame
/// to frame.
double relativeWidth(const QString& label) {
    thread_local QHash<QString, double> known;
    const QString text = widestAlike(label);
    const auto found = known.constFind(text);
    if (found != known.constEnd()) return *found;
    if (known.size() > 50000) known.clear();
    const double reference = 100.0;
    const double width = QFontMetricsF(labelFont(reference)).horizontalAdvance(text) / reference;
    known.insert(text, width);
    return width;
}

/// One line of text, laid out once: the same labels and temperatures come back in every frame.
const QStaticText& laidOut(const QString& line, int pixels) {
    thread_local QHash<std::pair<QString, int>, QStaticText> known;
    QStaticText& text = known[{line, pixels}];
    if (!text.text().isEmpty()) return text;
    if (known.size() > 20000) {
        known.clear();
        return laidOut(line, pixels);
    }
    text.setTextFormat(Qt::PlainText);
    text.setPerformanceHint(QStaticText::AggressiveCaching);
    text.setText(line);
    text.prepare({}, labelFont(pixels));
    return text;
}

double fittingSize(const QStringList& lines, double along, double across, double largest) {
    double widest = 0.1;
    for (const QString& line : lines)
        widest = std::max(widest, relativeWidth(line));
    const double byWidth = (along - 3.0) / widest;
    const double byHeight = (across - 2.0) / (lineSpacing * static_cast<double>(lines.size()));
    return std::min({largest, byWidth, byHeight});
}

}  // namespace

QPen linePen(const QColor& color, double pixels, const DrawContext& context) {
    QPen pen(color, context.metresOf(pixels));
    pen.setJoinStyle(Qt::MiterJoin);
    return pen;
}

double pixelsAcross(const ItemFace& face, const DrawContext& context) {
    return std::min(face.size.width(), face.size.height()) * context.pixelsPerMetre;
}

QColor withAlpha(QColor color, double alpha) {
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

QColor mixed(const QColor& from, const QColor& to, double share) {
    const auto between = [share](int a, int b) {
        return static_cast<int>(std::lround(std::lerp(double(a), double(b), share)));
    };
    return QColor(between(from.red(), to.red()), between(from.green(), to.green()),
                  between(from.blue(), to.blue()));
}

Strip frontStrip(const QRectF& box, Direction front, double thicknessM) {
    const double t = std::min({thicknessM, 0.5 * box.width(), 0.5 * box.height()});
    switch (front) {
        case Direction::MinusY:
            return {box.adjusted(0, box.height() - t, 0, 0), box.adjusted(0, 0, 0, -t)};
        case Direction::PlusY:
            return {box.adjusted(0, 0, 0, t - box.height()), box.adjusted(0, t, 0, 0)};
        case Direction::PlusX:
            return {box.adjusted(box.width() - t, 0, 0, 0), box.adjusted(0, 0, -t, 0)};
        case Direction::MinusX:
            return {box.adjusted(0, 0, t - box.width(), 0), box.adjusted(t, 0, 0, 0)};
    }
    return {box, box};
}

void drawSelection(QPainter& painter, const QRectF& box, const DrawContext& context) {
    if (!context.selected) return;
    const double half = context.metresOf(1.0);
    painter.setBrush(withAlpha(context.style.accent, 0.18));
    painter.setPen(linePen(context.style.accent, 2.0, context));
    painter.drawRect(box.adjusted(half, half, -half, -half));
}

void drawBody(QPainter& painter, const QRectF& box, const QColor& fill,
              const DrawContext& context) {
    const double half = context.metresOf(0.5);
    painter.setPen(linePen(mixed(fill, context.style.label, 0.35), 1.0, context));
    painter.setBrush(fill);
    painter.drawRect(box.adjusted(half, half, -half, -half));
}

void drawText(QPainter& painter, const QRectF& box, QStringList lines, const QColor& color,
              const DrawContext& context) {
    lines.removeAll(QString());
    const double width = box.width() * context.pixelsPerMetre;
    const double height = box.height() * context.pixelsPerMetre;
    const double preferred = 0.8 * context.largestText;
    while (!lines.isEmpty()) {
        const double level = fittingSize(lines, width, height, context.largestText);
        const double upright = fittingSize(lines, height, width, context.largestText);
        const bool isTurned = level < preferred && upright > level + 0.5;
        const double size = isTurned ? upright : level;
        if (size < context.smallestText) {
            lines.removeLast();
            continue;
        }
        painter.save();
        enterPixels(painter, box.center(), context);
        if (isTurned) painter.rotate(-90.0);
        painter.setPen(color);
        painter.setFont(labelFont(size));
        const int pixels = static_cast<int>(std::floor(size));
        const double lineHeight = pixels * lineSpacing;
        double top = -0.5 * lineHeight * static_cast<double>(lines.size());
        for (const QString& line : lines) {
            const QStaticText& text = laidOut(line, pixels);
            const QSizeF room = text.size();
            painter.drawStaticText(
                QPointF(-0.5 * room.width(), top + 0.5 * (lineHeight - room.height())), text);
            top += lineHeight;
        }
        painter.restore();
        return;
    }
}

void drawTag(QPainter& painter, const QRectF& box, const QString& text,
             const DrawContext& context) {
    if (text.isEmpty()) return;
    const double size = std::floor(0.92 * context.largestText);
    const double width = relativeWidth(text) * size + 10.0;
    const double height = 1.45 * size;
    const bool fits = width <= box.width() * context.pixelsPerMetre &&
                      height <= box.height() * context.pixelsPerMetre;
    if (!fits) return;
    painter.save();
    enterPixels(painter, box.center(), context);
    const QRectF plate(-0.5 * width, -0.5 * height, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(context.style.paper, 0.85));
    painter.drawRoundedRect(plate, 3, 3);
    painter.setPen(context.style.label);
    painter.setFont(labelFont(size));
    painter.drawText(plate, Qt::AlignCenter, text);
    painter.restore();
}

SymbolAndText splitForSymbol(const QRectF& box, const DrawContext& context) {
    const double line = context.metresOf(context.largestText * lineSpacing + 2.0);
    if (!context.labels) return {box, {}};
    if (box.width() > 2.2 * box.height() && box.height() > line) {
        const double side = box.height();
        return {QRectF(box.left(), box.top(), side, side), box.adjusted(side, 0, 0, 0)};
    }
    if (box.height() < 2.6 * line) return {box, {}};
    const double gap = context.metresOf(3.0);
    return {box.adjusted(0, 0, 0, -line - gap),
            QRectF(box.left(), box.bottom() - line - gap, box.width(), line)};
}

void enterPixels(QPainter& painter, const QPointF& at, const DrawContext& context) {
    const QTransform& scene = painter.worldTransform();
    const double scale = scene.m11() / context.pixelsPerMetre;
    // On screen one is one: letters come from the glyph cache only when the scale is so exactly.
    const bool isScreen = std::abs(scale - 1.0) < 1e-6 && !scene.isRotating();
    if (!isScreen) {
        painter.translate(at);
        painter.scale(1.0 / context.pixelsPerMetre, 1.0 / context.pixelsPerMetre);
        return;
    }
    const QPointF place = scene.map(at);
    painter.setWorldTransform(QTransform::fromTranslate(place.x(), place.y()));
}

}  // namespace halltwin::views::floorplan::items
