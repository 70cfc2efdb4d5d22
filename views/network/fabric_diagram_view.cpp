// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/fabric_diagram_view.h"

#include "views/network/fabric_tips.h"
#include "views/network/paint_fabric.h"

#include <QHelpEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::views::network {

namespace net = halltwin::network;

namespace {

constexpr double reachPixels = 5.0;  ///< how near the pointer must be to a line

}  // namespace

FabricDiagramView::FabricDiagramView(bridge::Theme& theme, QWidget* parent)
    : PanningView(theme, {QStringLiteral("fabricView"), tr("Network diagram"), QString()}, parent) {
    setAccessibleDescription(
        tr("Arrow keys go from node to node, Enter opens and closes groups, Delete cuts and "
           "restores"));
}

void FabricDiagramView::setPicture(FabricPicturePtr picture) {
    const bool wasEmpty = isEmpty();
    const bool isSame = !wasEmpty && picture != nullptr && m_picture->area() == picture->area();
    m_picture = std::move(picture);
    m_hovered = {};
    if (isEmpty() || (m_picked.device && !pickedNode()) || (m_picked.link && !pickedEdge()))
        m_picked = {};
    m_lit = m_ways && !isEmpty() ? litBy(*m_picture, *m_ways) : LitWays{};
    if (wasEmpty) fitAtNextShow();
    if (isSame)
        forgetPicture();
    else
        contentChanged();
}

void FabricDiagramView::setSelection(std::set<ItemId> racks) {
    m_selected = std::move(racks);
    update();
}

void FabricDiagramView::setWays(std::optional<net::WaysBetween> ways) {
    m_ways = std::move(ways);
    m_lit = m_ways && !isEmpty() ? litBy(*m_picture, *m_ways) : LitWays{};
    forgetPicture();
}

void FabricDiagramView::pick(DiagramPick picked) {
    m_picked = picked;
    if (const auto node = pickedNode()) bringIntoView(m_picture->boxOf(*node));
    update();
}

std::optional<std::uint32_t> FabricDiagramView::pickedNode() const {
    if (isEmpty() || !m_picked.device || *m_picked.device >= m_picture->diagram.nodeOf.size())
        return std::nullopt;
    return m_picture->diagram.nodeOf[*m_picked.device];
}

std::optional<std::uint32_t> FabricDiagramView::pickedEdge() const {
    if (isEmpty() || !m_picked.link || *m_picked.link >= m_picture->diagram.edgeOf.size())
        return std::nullopt;
    const std::uint32_t edge = m_picture->diagram.edgeOf[*m_picked.link];
    return edge == net::TierDiagram::noEdge ? std::nullopt : std::optional(edge);
}

QRectF FabricDiagramView::contentArea() const {
    return isEmpty() ? QRectF() : m_picture->area();
}

void FabricDiagramView::paintContent(QPainter& painter, const QRectF& wanted) const {
    if (!isEmpty()) paintFabric(painter, *m_picture, {theme(), m_lit, wanted, scale()});
}

/// The lines of what is pointed at; else of what is picked.
std::vector<std::uint32_t> FabricDiagramView::edgesInFocus() const {
    const DiagramPick& focus = m_hovered.isEmpty() ? m_picked : m_hovered;
    if (focus.device && *focus.device < m_picture->diagram.nodeOf.size())
        return m_picture->edgesOf[m_picture->diagram.nodeOf[*focus.device]];
    if (!focus.link || *focus.link >= m_picture->diagram.edgeOf.size()) return {};
    const std::uint32_t edge = m_picture->diagram.edgeOf[*focus.link];
    if (edge == net::TierDiagram::noEdge) return {};
    return {edge};
}

void FabricDiagramView::paintMarks(QPainter& painter) const {
    painter.save();
    const QPointF origin = toWidget(QPointF(0, 0));
    painter.translate(origin);
    painter.scale(scale(), scale());
    const QRectF visible(toDiagram(QPointF(0, 0)), QSizeF(size()) / scale());
    if (m_lit.isEmpty() || !m_hovered.isEmpty())
        paintEdgesOver(painter, *m_picture, edgesInFocus(), {theme(), m_lit, visible, scale()});
    painter.restore();
    const auto outline = [&](std::uint32_t node, const QColor& color, double width) {
        painter.setPen(QPen(color, width));
        painter.drawRoundedRect(toWidget(m_picture->boxOf(node)).adjusted(-3, -3, 3, 3), 7, 7);
    };
    const auto picked = pickedNode();
    for (std::uint32_t n = 0; n < m_picture->racks.size() && !m_selected.empty(); ++n) {
        const auto& racks = m_picture->racks[n];
        const bool isSelected = std::ranges::any_of(
            m_selected, [&](ItemId rack) { return std::ranges::binary_search(racks, rack); });
        if (isSelected && picked != n) outline(n, theme().colors().accent, 1.3);
    }
    if (picked) outline(*picked, theme().colors().accent, 2.6);
    if (m_hovered.device && *m_hovered.device < m_picture->diagram.nodeOf.size())
        outline(m_picture->diagram.nodeOf[*m_hovered.device], theme().colors().textMuted, 1.2);
}

DiagramPick FabricDiagramView::pickAt(const QPointF& widget) const {
    if (isEmpty()) return {};
    const QPointF point = toDiagram(widget);
    if (const auto node = m_picture->nodeAt(point))
        return {m_picture->diagram.nodes[*node].first, {}};
    if (m_picture->titleAt(point)) return {};
    const auto edge = m_picture->edgeAt(point, reachPixels / scale());
    if (!edge) return {};
    const auto& edgeOf = m_picture->diagram.edgeOf;
    const auto first = std::ranges::find(edgeOf, *edge);
    return {{}, static_cast<net::LinkIndex>(first - edgeOf.begin())};
}

void FabricDiagramView::pointAt(const std::optional<QPointF>& widget) {
    const DiagramPick hovered = widget ? pickAt(*widget) : DiagramPick{};
    const bool isTitle = widget && !isEmpty() && m_picture->titleAt(toDiagram(*widget));
    setCursor(hovered.isEmpty() && !isTitle ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (hovered == m_hovered) return;
    m_hovered = hovered;
    update();
    if (hovered.device) emit pointedAt(*hovered.device);
}

void FabricDiagramView::click(const QPointF& widget, Qt::KeyboardModifiers modifiers) {
    if (isEmpty()) return;
    const DiagramPick found = pickAt(widget);
    if (found.isEmpty()) {
        if (const auto frame = m_picture->titleAt(toDiagram(widget)))
            return emit closeWanted(m_picture->diagram.frames[*frame].group);
    }
    if (found.device && modifiers.testFlag(Qt::ShiftModifier)) return emit wayWanted(*found.device);
    m_picked = found;
    update();
    emit pickedByUser(found, modifiers.testFlag(Qt::ControlModifier));
}

void FabricDiagramView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || isEmpty()) return;
    if (const auto node = m_picture->nodeAt(toDiagram(event->position()))) emit toggleWanted(*node);
}

void FabricDiagramView::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Mouse) {
        const DiagramPick found = pickAt(event->pos());
        if (found.isEmpty()) return;
        m_picked = found;
        update();
        emit pickedByUser(found, false);
    }
    if (!m_picked.isEmpty()) emit menuWanted(event->globalPos());
}

void FabricDiagramView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down: return step(event->key());
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (const auto node = pickedNode()) emit toggleWanted(*node);
            return;
        case Qt::Key_Delete:
            if (!m_picked.isEmpty()) emit cutWanted();
            return;
        case Qt::Key_Escape:
            if (m_ways) return emit wayDropped();
            m_picked = {};
            update();
            return emit pickedByUser({}, false);
        default: QWidget::keyPressEvent(event);
    }
}

/// To the nearest node in that direction; farther to the side counts double.
void FabricDiagramView::step(int key) {
    if (isEmpty()) return;
    const auto from = pickedNode();
    const bool isSideways = key == Qt::Key_Left || key == Qt::Key_Right;
    const double sign = key == Qt::Key_Right || key == Qt::Key_Down ? 1.0 : -1.0;
    std::optional<std::uint32_t> best;
    double least = 1e300;
    for (std::uint32_t n = 0; n < m_picture->diagram.nodes.size(); ++n) {
        const QPointF middle = m_picture->boxOf(n).center();
        const QPointF way =
            middle - (from ? m_picture->boxOf(*from).center() : QPointF(-1e6, -1e6));
        const double ahead = sign * (isSideways ? way.x() : way.y());
        if (from && ahead < 1.0) continue;
        const double cost = std::abs(ahead) + 2.0 * std::abs(isSideways ? way.y() : way.x());
        if (cost >= least) continue;
        least = cost;
        best = n;
    }
    if (!best) return;
    pick({m_picture->diagram.nodes[*best].first, {}});
    emit pickedByUser(m_picked, false);
}

bool FabricDiagramView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        event->accept();  // the window's Delete removes what is selected on the plan
        return true;
    }
    if (event->type() != QEvent::ToolTip) return PanningView::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const DiagramPick found = pickAt(help->pos());
    QString text;
    if (found.device) text = nodeTip(*m_picture, m_picture->diagram.nodeOf[*found.device]);
    if (found.link) text = edgeTip(*m_picture, m_picture->diagram.edgeOf[*found.link]);
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

}  // namespace halltwin::views::network
