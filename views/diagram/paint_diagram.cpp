// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/paint_diagram.h"

#include "views/bridge/loading_scale.h"
#include "views/diagram/symbols.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace halltwin::views::diagram {

namespace {

constexpr double signWidth = 40.0;
constexpr double narrowSign = 34.0;  ///< beside a name alone
constexpr double namePixels = 9.0;
constexpr double corner = 6.0;
constexpr double paleOpacity = 0.22;
constexpr double wireRoom = 16.0;   ///< between the end of a wire and its breaker
constexpr double noteScale = 0.42;  ///< from this scale on, lines carry their notes
constexpr double pipeGap = 2.4;     ///< from the middle of a pair of pipes to each

bool isOut(const Symbol& symbol) {
    return symbol.state == SymbolState::Dark || symbol.state == SymbolState::Tripped;
}

bool standsOut(const Symbol& symbol, const Highlight& highlight) {
    return std::any_of(symbol.items.begin(), symbol.items.end(),
                       [&](ItemId item) { return highlight.items.contains(item); });
}

bool standsOut(const Wire& wire, const Highlight& highlight) {
    return std::any_of(wire.cords.begin(), wire.cords.end(),
                       [&](const CordEnds& cord) { return highlight.cords.contains(cord); });
}

/// A place for the breaker on the last part of a wire, outside of the symbol.
QPointF breakerOn(const QPolygonF& path) {
    const QPointF end = path.last();
    const QPointF way = path[path.size() - 2] - end;
    const double length = std::hypot(way.x(), way.y());
    return length > 0.0 ? end + way * (std::min(wireRoom, 0.5 * length) / length) : end;
}

/// The way of one of two lines that run side by side along `path`, to the right of it by
/// `distance`.
QPolygonF beside(const QPolygonF& path, double distance) {
    QPolygonF moved;
    const auto rightOf = [&](qsizetype from) {
        const QPointF way = path[from + 1] - path[from];
        const double length = std::hypot(way.x(), way.y());
        return length > 0.0 ? QPointF(-way.y(), way.x()) * (distance / length) : QPointF();
    };
    for (qsizetype i = 0; i < path.size(); ++i) {
        const QPointF before = i > 0 ? rightOf(i - 1) : QPointF();
        const QPointF after = i + 1 < path.size() ? rightOf(i) : QPointF();
        const bool isCorner = std::abs(QPointF::dotProduct(before, after)) < 1e-9;
        moved << path[i] + (isCorner ? before + after : before);
    }
    return moved;
}

class Painting {
public:
    Painting(QPainter& painter, const PaintOrder& order)
        : m_painter(painter),
          m_order(order),
          m_colors(order.theme.colors()),
          m_titleFont(bridge::Theme::font(bridge::TextStyle::Small)),
          m_figureFont(bridge::Theme::font(bridge::TextStyle::Caption)) {
        m_titleFont.setWeight(QFont::DemiBold);
    }

    /// Dead wires first, so that a living one that shares their way is seen.
    void wires(const Content& content) {
        for (const bool living : {false, true}) {
            for (const Wire& wire : content.wires) {
                if (wire.isLiving == living && wire.bounds.intersects(m_order.visible)) draw(wire);
            }
        }
    }

    void symbols(const Content& content) {
        for (const Symbol& symbol : content.symbols) {
            if (symbol.box.intersects(m_order.visible)) draw(symbol);
        }
    }

    void notes(const Content& content) {
        if (m_order.scale < noteScale) return;
        setPaleness(!m_order.highlight.isEmpty());
        QFont font = m_figureFont;
        if (m_order.scale < textScale)
            font.setPixelSize(static_cast<int>(std::lround(namePixels / m_order.scale)));
        m_painter.setFont(font);
        const QFontMetricsF metrics(font);
        const double lower = metrics.ascent() - QFontMetricsF(m_figureFont).ascent();
        for (const Note& note : content.notes) {
            const double width = metrics.horizontalAdvance(note.text);
            const bool isLeft = note.tone == NoteTone::Supply;
            const QPointF start = note.at + QPointF(isLeft ? -width : 0.0, lower);
            const QRectF plate(start - QPointF(1.0, metrics.ascent()),
                               QSizeF(width + 2.0, metrics.height()));
            if (!plate.intersects(m_order.visible)) continue;
            m_painter.fillRect(plate, m_colors.planPaper);
            m_painter.setPen(isLeft                          ? supplyColor(m_order.theme)
                             : note.tone == NoteTone::Return ? returnColor(m_order.theme)
                                                             : m_colors.textMuted);
            m_painter.drawText(start, note.text);
        }
    }

private:
    void setPaleness(bool isPale) { m_painter.setOpacity(isPale ? paleOpacity : 1.0); }

    void draw(const Wire& wire) {
        const bool isTraced = standsOut(wire, m_order.highlight);
        setPaleness(!m_order.highlight.isEmpty() && !isTraced);
        if (wire.isPipes && wire.isLiving) return drawPipes(wire);
        const double thinnest = 1.0 / m_order.scale;
        QPen pen(m_colors.textDisabled, std::max(1.0, thinnest), Qt::DashLine);
        if (wire.isLiving) {
            const QColor color = wire.feed == Feed::A ? m_colors.feedA : m_colors.feedB;
            pen = QPen(color, std::max(1.3 + 2.2 * wire.weight, thinnest));
        }
        if (isTraced) pen.setWidthF(2.0 * pen.widthF());
        pen.setJoinStyle(Qt::MiterJoin);
        m_painter.setPen(pen);
        m_painter.setRenderHint(QPainter::Antialiasing, m_order.scale >= textScale);
        m_painter.drawPolyline(wire.path);
        if (!wire.hasBreaker || m_order.scale < textScale) return;
        pen.setStyle(Qt::SolidLine);
        m_painter.setPen(pen);
        drawBreaker(m_painter, breakerOn(wire.path), 9.0);
    }

    void drawPipes(const Wire& wire) {
        m_painter.setRenderHint(QPainter::Antialiasing, m_order.scale >= textScale);
        const double width = std::max(1.3 + 1.6 * wire.weight, 0.8 / m_order.scale);
        const double gap = std::max(pipeGap, 0.7 * width);
        for (const bool isSupply : {false, true}) {
            const QColor color = isSupply ? supplyColor(m_order.theme) : returnColor(m_order.theme);
            QPen pen(color, width);
            pen.setJoinStyle(Qt::MiterJoin);
            m_painter.setPen(pen);
            m_painter.drawPolyline(beside(wire.path, isSupply ? gap : -gap));
        }
    }

    void draw(const Symbol& symbol) {
        setPaleness(!m_order.highlight.isEmpty() && !standsOut(symbol, m_order.highlight));
        const QColor color = symbolColor(symbol, m_order.theme);
        if (m_order.scale < signScale) {
            m_painter.setRenderHint(QPainter::Antialiasing, false);
            m_painter.fillRect(symbol.box, color);
            return;
        }
        m_painter.setRenderHint(QPainter::Antialiasing);
        drawBox(symbol, color);
        const bool hasText = m_order.scale >= textScale;
        const bool hasName = m_order.scale >= nameScale;
        QRectF sign = symbol.box;
        if (hasName) sign.setWidth(hasText ? signWidth : narrowSign);
        const double lineWidth = std::max(1.6, 1.1 / m_order.scale);
        m_painter.setPen(QPen(color, lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QRectF room = sign.adjusted(6, 10, hasText || !hasName ? -4 : 0, -10);
        if (symbol.isPlant) {
            drawPlantSymbol(m_painter, symbol.kind, room);
        } else {
            drawSymbol(m_painter, symbol.kind, room);
        }
        m_painter.setBrush(Qt::NoBrush);
        if (hasText) {
            drawTexts(symbol);
        } else if (hasName) {
            drawName(symbol);
        }
        const bool hasBar = symbol.isPlant ? symbol.loading > 0.0 : !symbol.isLoad;
        if (hasText && hasBar && symbol.state == SymbolState::Live) drawBar(symbol, color);
    }

    void drawBox(const Symbol& symbol, const QColor& color) {
        QPen outline(color, std::max(1.2, 1.0 / m_order.scale));
        if (isOut(symbol) || symbol.state == SymbolState::StandsBy) outline.setStyle(Qt::DashLine);
        m_painter.setPen(outline);
        m_painter.setBrush(m_colors.surface);
        if (symbol.isFolded()) {
            m_painter.drawRoundedRect(symbol.box.translated(3.5, 3.5), corner, corner);
        }
        m_painter.drawRoundedRect(symbol.box, corner, corner);
        m_painter.setBrush(Qt::NoBrush);
    }

    void drawTexts(const Symbol& symbol) {
        const QRectF room = symbol.box.adjusted(signWidth + 2.0, 7.0, -6.0, -7.0);
        const bool isOver = symbol.state == SymbolState::Live && symbol.loading > 1.0;
        const bool isWarned = symbol.isWarned || symbol.state == SymbolState::Tripped ||
                              symbol.darkItems > 0 || isOver;
        m_painter.setPen(isOut(symbol) ? m_colors.textMuted : m_colors.text);
        drawElided(symbol.title, m_titleFont, room, Qt::AlignTop);
        m_painter.setPen(isWarned ? m_colors.danger : m_colors.textMuted);
        drawElided(symbol.figures, m_figureFont, room.adjusted(0, 0, 0, -3), Qt::AlignBottom);
    }

    /// The name alone, at a size that is read on the screen.
    void drawName(const Symbol& symbol) {
        QFont font = m_figureFont;
        font.setPixelSize(static_cast<int>(std::lround(namePixels / m_order.scale)));
        m_painter.setPen(isOut(symbol) ? m_colors.textMuted : m_colors.text);
        const QString name =
            symbol.isFolded() ? QStringLiteral("× %1").arg(symbol.items.size()) : symbol.title;
        drawElided(name, font, symbol.box.adjusted(narrowSign + 1.0, 0, -2.0, 0), Qt::AlignVCenter);
    }

    void drawElided(const QString& text, const QFont& font, const QRectF& room,
                    Qt::Alignment vertical) {
        m_painter.setFont(font);
        const QFontMetricsF metrics(font);
        m_painter.drawText(room, Qt::AlignLeft | vertical,
                           metrics.elidedText(text, Qt::ElideRight, room.width()));
    }

    /// Loading at the foot of the box, with the rating at its right end.
    void drawBar(const Symbol& symbol, const QColor& color) {
        const QRectF whole(symbol.box.left() + signWidth + 2.0, symbol.box.bottom() - 7.0,
                           symbol.box.width() - signWidth - 8.0, 3.0);
        m_painter.fillRect(whole, m_colors.border);
        QRectF part = whole;
        part.setWidth(whole.width() * std::clamp(symbol.loading, 0.0, 1.0));
        m_painter.fillRect(part, color);
    }

    QPainter& m_painter;
    const PaintOrder& m_order;
    const bridge::ThemeColors& m_colors;
    QFont m_titleFont;
    QFont m_figureFont;
};

}  // namespace

QColor supplyColor(const bridge::Theme& theme) {
    return theme.colors().waterSupply;
}

QColor returnColor(const bridge::Theme& theme) {
    return theme.colors().waterReturn;
}

QColor symbolColor(const Symbol& symbol, const bridge::Theme& theme) {
    switch (symbol.state) {
        case SymbolState::Dark: return theme.colors().textDisabled;
        case SymbolState::Tripped: return theme.colors().danger;
        case SymbolState::StandsBy: return theme.colors().textMuted;
        case SymbolState::Live: break;
    }
    if (symbol.isPlant)
        return symbol.isWarned ? theme.colors().danger : theme.kindColor(symbol.kind);
    if (symbol.isLoad) {
        return symbol.darkItems > 0 ? theme.colors().danger : theme.kindColor(symbol.kind);
    }
    return bridge::loadingColor(bridge::loadingClass(symbol.loading), theme);
}

void paintDiagram(QPainter& painter, const Content& content, const PaintOrder& order) {
    painter.save();
    Painting painting(painter, order);
    painting.wires(content);
    painting.symbols(content);
    painting.notes(content);
    painter.restore();
}

}  // namespace halltwin::views::diagram
