// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/paint_fabric.h"

#include "views/bridge/format.h"
#include "views/bridge/loading_scale.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace halltwin::views::network {

namespace net = halltwin::network;

namespace {

constexpr double corner = 6.0;
constexpr double paleOpacity = 0.16;
constexpr double thinnest = 1.1;  ///< lines, in pixels of the screen
constexpr double widest = 7.0;
constexpr double leastType = 9.0;  ///< pixels of the screen
constexpr double titleType = 12.0;
constexpr double smallType = 10.5;
constexpr double labelScale = 0.34;  ///< from this scale on, lines carry their labels
constexpr std::size_t fewEdges = 4;  ///< of a node upward: each has its own label
constexpr std::size_t fewLitEdges = 24;
constexpr double barHeight = 4.0;
constexpr double idleLoad = 0.0005;

class Painting {
public:
    Painting(QPainter& painter, const FabricPicture& picture, const FabricPaintOrder& order)
        : m_painter(painter),
          m_picture(picture),
          m_order(order),
          m_colors(order.theme.colors()) {}

    void frames() {
        setPaleness(!m_order.lit.isEmpty());
        const auto& frames = m_picture.diagram.frames;
        for (std::size_t f = 0; f < frames.size(); ++f) {
            const net::DrawingBox& at = frames[f].box;
            const QRectF box(at.x, at.y, at.width, at.height);
            if (!box.intersects(m_order.visible)) continue;
            m_painter.setRenderHint(QPainter::Antialiasing);
            QColor fill = m_colors.accent;
            fill.setAlphaF(0.05F);
            m_painter.setBrush(fill);
            m_painter.setPen(QPen(m_colors.border, std::max(1.0, 0.8 / m_order.scale)));
            m_painter.drawRoundedRect(box, 10, 10);
            m_painter.setBrush(Qt::NoBrush);
        }
    }

    /// Over the lines that lead into them.
    void frameTitles() {
        setPaleness(!m_order.lit.isEmpty());
        const QFont font = fontOf({titleType, true});
        m_painter.setFont(font);
        for (std::size_t f = 0; f < m_picture.diagram.frames.size(); ++f) {
            const net::DrawingBox& at = m_picture.diagram.frames[f].box;
            const QString text = QStringLiteral("▾ ") + m_picture.frameTitles[f];
            const double width = QFontMetricsF(font).horizontalAdvance(text) + 8.0;
            const QRectF plate(at.x + 6.0, at.y + 2.0, width, net::frameTitle - 4.0);
            if (!plate.intersects(m_order.visible)) continue;
            QColor paper = m_colors.planPaper;
            paper.setAlphaF(0.9F);
            m_painter.fillRect(plate, paper);
            m_painter.setPen(m_colors.textMuted);
            m_painter.drawText(plate, Qt::AlignCenter, text);
        }
    }

    void edges() {
        for (std::uint32_t e = 0; e < m_picture.lines.size(); ++e)
            if (!isLit(e) && isSeen(e)) drawEdge(e, !m_order.lit.isEmpty());
        for (const auto& [e, share] : m_order.lit.edges)
            if (isSeen(e)) drawEdge(e, false);
    }

    void nodes() {
        for (std::uint32_t n = 0; n < m_picture.diagram.nodes.size(); ++n)
            if (m_picture.boxOf(n).intersects(m_order.visible)) drawNode(n);
    }

    void labels() {
        if (m_order.scale < labelScale) return;
        setPaleness(false);
        if (!m_order.lit.isEmpty()) {
            if (m_order.lit.edges.size() > fewLitEdges) return;
            for (const auto& [e, share] : m_order.lit.edges)
                label(middleOf(e), bridge::formatShare(share), m_colors.text);
            return;
        }
        for (std::uint32_t n = 0; n < m_picture.diagram.nodes.size(); ++n)
            labelUplinks(n);
    }

    void over(const std::vector<std::uint32_t>& edges) {
        m_painter.setRenderHint(QPainter::Antialiasing);
        for (const std::uint32_t e : edges) {
            QPen pen(m_colors.accent, widthOf(e) + 1.6 / m_order.scale);
            pen.setStyle(isDead(e) ? Qt::DashLine : Qt::SolidLine);
            m_painter.setPen(pen);
            m_painter.drawPolyline(m_picture.lines[e]);
        }
        if (edges.size() > fewLitEdges || m_order.scale < labelScale) return;
        for (const std::uint32_t e : edges) {
            const net::DiagramEdge& edge = m_picture.diagram.edges[e];
            label(middleOf(e), linksText(edge.links, edge.rate), m_colors.text);
        }
    }

private:
    struct Type {
        double size = smallType;
        bool isBold = false;
        int align = Qt::AlignCenter;
    };

    void setPaleness(bool isPale) { m_painter.setOpacity(isPale ? paleOpacity : 1.0); }
    [[nodiscard]] bool isLit(std::uint32_t e) const { return m_order.lit.edges.contains(e); }
    [[nodiscard]] bool isSeen(std::uint32_t e) const {
        const QRectF around = m_picture.lines[e].boundingRect().adjusted(-4, -4, 4, 4);
        return around.intersects(m_order.visible);
    }
    [[nodiscard]] bool isDead(std::uint32_t e) const {
        return m_picture.load.edges[e].dead >= m_picture.diagram.edges[e].links;
    }
    [[nodiscard]] double widthOf(std::uint32_t e) const {
        const double most = m_picture.mostRate.si();
        const double share = most > 0.0 ? m_picture.diagram.edges[e].rate.si() / most : 0.0;
        return std::max(thinnest / m_order.scale,
                        thinnest + (widest - thinnest) * std::sqrt(share));
    }

    void drawEdge(std::uint32_t e, bool isPale) {
        const net::DiagramEdge& edge = m_picture.diagram.edges[e];
        const net::EdgeLoad& load = m_picture.load.edges[e];
        setPaleness(isPale);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setBrush(Qt::NoBrush);
        const double width = widthOf(e);
        QPen pen(linkColor(load.most, m_order.theme), width);
        pen.setCapStyle(Qt::FlatCap);
        if (isDead(e)) pen = QPen(m_colors.danger, std::max(1.5 / m_order.scale, 0.5 * width));
        if (isDead(e)) pen.setStyle(Qt::DashLine);
        m_painter.setPen(pen);
        m_painter.drawPolyline(m_picture.lines[e]);
        if (load.dead > 0 && !isDead(e)) {
            QPen dead(m_colors.danger, std::max(1.5 / m_order.scale, 0.4 * width));
            dead.setDashPattern({4.0, 5.0});
            m_painter.setPen(dead);
            m_painter.drawPolyline(m_picture.lines[e]);
        }
        if (edge.byHand > 0) markByHand(e, width);
    }

    /// A dot in the second colour of series at a third of the way.
    void markByHand(std::uint32_t e, double width) {
        const QPolygonF& line = m_picture.lines[e];
        const QPointF at =
            line.size() == 2 ? line[0] + 0.3 * (line[1] - line[0]) : line[line.size() / 3];
        const double radius = std::max(4.0 / m_order.scale, 0.5 * width + 1.5);
        m_painter.setPen(QPen(m_colors.planPaper, 1.0 / m_order.scale));
        m_painter.setBrush(m_colors.accent);
        m_painter.drawEllipse(at, radius, radius);
        m_painter.setBrush(Qt::NoBrush);
    }

    [[nodiscard]] QPointF middleOf(std::uint32_t e) const {
        const QPolygonF& line = m_picture.lines[e];
        return line.size() == 2 ? 0.5 * (line[0] + line[1]) : line[line.size() / 2];
    }

    /// Of few edges each has a label; of many the node has one for all of them.
    void labelUplinks(std::uint32_t n) {
        std::vector<std::uint32_t> up;
        std::size_t links = 0;
        DataRate rate;
        for (const std::uint32_t e : m_picture.edgesOf[n]) {
            const net::DiagramEdge& edge = m_picture.diagram.edges[e];
            if (edge.a != n || isDead(e)) continue;
            if (m_picture.diagram.nodes[edge.b].tier == m_picture.diagram.nodes[n].tier) continue;
            up.push_back(e);
            links += edge.links;
            rate = rate + edge.rate;
        }
        const QRectF box = m_picture.boxOf(n);
        const bool isSmall = box.width() * m_order.scale < 44.0;
        if (up.empty() || isSmall || !m_picture.diagram.nodes[n].isFolded) return;
        if (up.size() > fewEdges) {
            const double above = 0.5 * typeSize(smallType) + 8.0;
            return label({box.center().x(), box.top() - above}, linksText(links, rate),
                         m_colors.textMuted);
        }
        for (const std::uint32_t e : up) {
            const net::DiagramEdge& edge = m_picture.diagram.edges[e];
            label(middleOf(e), linksText(edge.links, edge.rate), m_colors.textMuted);
        }
    }

    /// On a plate of paper; not over another label or a box.
    void label(const QPointF& middle, const QString& text, const QColor& color) {
        const QFont font = fontOf({smallType});
        const QFontMetricsF metrics(font);
        const double pad = 3.0 / std::max(0.5, m_order.scale);
        QRectF plate(0, 0, metrics.horizontalAdvance(text) + 2.0 * pad, metrics.height());
        plate.moveCenter(middle);
        if (!plate.intersects(m_order.visible)) return;
        for (const QRectF& taken : m_labels)
            if (taken.intersects(plate)) return;
        m_labels.push_back(plate);
        QColor paper = m_colors.planPaper;
        paper.setAlphaF(0.88F);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(paper);
        m_painter.drawRoundedRect(plate, pad, pad);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(color);
        m_painter.setFont(font);
        m_painter.drawText(plate, Qt::AlignCenter, text);
    }

    void drawNode(std::uint32_t n) {
        const net::DiagramNode& node = m_picture.diagram.nodes[n];
        const net::NodeState& state = m_picture.load.nodes[n];
        setPaleness(!m_order.lit.isEmpty() && !m_order.lit.nodes.contains(n));
        const QRectF box = m_picture.boxOf(n);
        const bool isDead = state.dead >= node.count;
        const bool isHurt = state.dead + state.cutOff > 0;
        m_painter.setRenderHint(QPainter::Antialiasing);
        QPen outline(isHurt ? m_colors.danger : m_colors.planWall,
                     std::max(isHurt ? 1.6 : 1.1, 1.0 / m_order.scale));
        if (isDead) outline.setStyle(Qt::DashLine);
        m_painter.setPen(outline);
        m_painter.setBrush(m_colors.surface);
        if (node.isFolded && node.count > 1)
            m_painter.drawRoundedRect(box.translated(4.0, 4.0), corner, corner);
        m_painter.drawRoundedRect(box, corner, corner);
        m_painter.setBrush(Qt::NoBrush);
        drawInside(n, box, isDead);
    }

    /// The glyph, and as many lines as can be read.
    void drawInside(std::uint32_t n, const QRectF& box, bool isDead) {
        const NodeText& text = m_picture.texts[n];
        const double title = typeSize(titleType);
        const double small = typeSize(smallType);
        const double room = box.height() - 2.0 * barHeight - 8.0;
        const bool hasTitle = title * 1.2 <= room && box.width() * m_order.scale >= 30.0;
        const bool hasGlyph = !hasTitle || title * 1.25 + 16.0 <= room;
        const bool hasCount = hasTitle && title * 1.25 + small * 1.25 + 16.0 <= room;
        const bool hasModel =
            hasCount && !text.model.isEmpty() && title * 1.25 + small * 2.5 + 15.0 <= room;
        double y = box.top() + 7.0;
        const QColor color = isDead ? m_colors.danger : m_colors.planLabel;
        if (hasGlyph) {
            const double height = hasTitle ? 15.0 : 0.55 * box.height();
            const double width = 1.6 * height;
            drawGlyph(m_picture.diagram.nodes[n].role,
                      {box.center().x() - 0.5 * width, y, width, height}, color);
            y += height + 3.0;
        }
        const QRectF line(box.left() + 2.0, y, box.width() - 4.0, title * 1.25);
        if (hasTitle) {
            m_painter.setPen(isDead ? m_colors.danger : m_colors.text);
            drawTitle(n, line);
        }
        m_painter.setPen(m_colors.textMuted);
        if (hasCount)
            drawText(stateText(n), {line.left(), line.bottom(), line.width(), small * 1.25}, {});
        if (hasModel)
            drawText(text.model,
                     {line.left(), line.bottom() + small * 1.25, line.width(), small * 1.25}, {});
        if (!isDead) drawBar(n, box);
    }

    void drawTitle(std::uint32_t n, const QRectF& room) {
        const NodeText& text = m_picture.texts[n];
        const Type type{titleType, m_picture.diagram.nodes[n].count > 1};
        const double width = QFontMetricsF(fontOf(type)).horizontalAdvance(text.title);
        const bool isLong = width > room.width() && !text.brief.isEmpty();
        drawText(isLong ? text.brief : text.title, room, type);
    }

    /// Where it stands or how many; what is lost instead, where something is.
    QString stateText(std::uint32_t n) {
        const net::NodeState& state = m_picture.load.nodes[n];
        if (state.dead + state.cutOff == 0) return m_picture.texts[n].count;
        m_painter.setPen(m_colors.danger);
        const auto tr = [](const char* words) {
            return QCoreApplication::translate("FabricPicture", words);
        };
        const bool isOne = m_picture.diagram.nodes[n].count == 1;
        if (state.dead > 0) return isOne ? tr("cut") : tr("%1 cut").arg(state.dead);
        return isOne ? tr("cut off") : tr("%1 cut off").arg(state.cutOff);
    }

    /// Load of the fullest link at the foot of the box.
    void drawBar(std::uint32_t n, const QRectF& box) {
        const double load = m_picture.load.nodes[n].most;
        const double height = std::max(barHeight, 2.0 / m_order.scale);
        const QRectF whole(box.left() + 8.0, box.bottom() - height - 4.0, box.width() - 16.0,
                           height);
        m_painter.fillRect(whole, m_colors.border);
        QRectF part = whole;
        part.setWidth(whole.width() * std::clamp(load, 0.0, 1.0));
        m_painter.fillRect(part, linkColor(load, m_order.theme));
    }

    /// A switch is a flat box with ports, a server three drawers.
    void drawGlyph(net::DeviceRole role, const QRectF& box, const QColor& color) {
        m_painter.setPen(QPen(color, std::max(1.2, 0.9 / m_order.scale)));
        if (role == net::DeviceRole::Switch) {
            const QRectF body = box.adjusted(0, 0.18 * box.height(), 0, -0.18 * box.height());
            m_painter.drawRoundedRect(body, 2, 2);
            const double port = body.width() / 9.0;
            for (int i = 0; i < 4; ++i)
                m_painter.fillRect(QRectF(body.left() + (1.0 + 2.0 * i) * port,
                                          body.center().y() - 0.5 * port, port, port),
                                   color);
            return;
        }
        const double height = box.height() / 3.0;
        for (int i = 0; i < 3; ++i) {
            const QRectF drawer(box.left(), box.top() + i * height, box.width(), height);
            m_painter.drawRect(drawer);
            m_painter.drawLine(QPointF(drawer.right() - 0.3 * box.width(), drawer.center().y()),
                               QPointF(drawer.right() - 0.12 * box.width(), drawer.center().y()));
        }
    }

    /// In units of the drawing, so that it can be read on the screen.
    [[nodiscard]] double typeSize(double wanted) const {
        return std::max(wanted, leastType / m_order.scale);
    }
    [[nodiscard]] QFont fontOf(const Type& type) const {
        QFont font = bridge::Theme::font(bridge::TextStyle::Small);
        font.setPixelSize(std::max(1, static_cast<int>(std::lround(typeSize(type.size)))));
        if (type.isBold) font.setWeight(QFont::DemiBold);
        return font;
    }
    void drawText(const QString& text, const QRectF& room, const Type& type) {
        const QFont font = fontOf(type);
        m_painter.setFont(font);
        m_painter.drawText(room, type.align,
                           QFontMetricsF(font).elidedText(text, Qt::ElideRight, room.width()));
    }

    QPainter& m_painter;
    const FabricPicture& m_picture;
    const FabricPaintOrder& m_order;
    const bridge::ThemeColors& m_colors;
    std::vector<QRectF> m_labels;
};

}  // namespace

void paintFabric(QPainter& painter, const FabricPicture& picture, const FabricPaintOrder& order) {
    painter.save();
    Painting painting(painter, picture, order);
    painting.frames();
    painting.edges();
    painting.nodes();
    painting.frameTitles();
    painting.labels();
    painter.restore();
}

void paintEdgesOver(QPainter& painter, const FabricPicture& picture,
                    const std::vector<std::uint32_t>& edges, const FabricPaintOrder& order) {
    painter.save();
    Painting(painter, picture, order).over(edges);
    painter.restore();
}

QColor linkColor(double load, const bridge::Theme& theme) {
    if (load < idleLoad) return theme.colors().textDisabled;
    return bridge::loadingColor(bridge::loadingClass(std::min(load, 1.0)), theme);
}

}  // namespace halltwin::views::network
