// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/diagram_view.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <utility>

namespace halltwin::views::diagram {

DiagramView::DiagramView(bridge::Theme& theme, Words words, QWidget* parent)
    : PanningView(theme, std::move(words), parent) {}

void DiagramView::setContent(Content content) {
    m_content = std::move(content);
    contentChanged();
}

void DiagramView::setSelection(std::set<ItemId> items) {
    m_selected = std::move(items);
    update();
}

void DiagramView::setHighlight(Highlight highlight) {
    m_highlight = std::move(highlight);
    forgetPicture();
}

void DiagramView::centreOn(ItemId item) {
    if (const Symbol* symbol = m_content.find(item)) bringIntoView(symbol->box);
}

QRectF DiagramView::contentArea() const {
    return m_content.symbols.empty() ? QRectF() : m_content.area;
}

const Symbol* DiagramView::symbolAt(const QPointF& widget) const {
    return m_content.at(toDiagram(widget));
}

void DiagramView::paintContent(QPainter& painter, const QRectF& wanted) const {
    paintDiagram(painter, m_content, {theme(), m_highlight, wanted, scale()});
}

void DiagramView::paintMarks(QPainter& painter) const {
    const auto outline = [&](const Symbol& symbol, const QColor& color, double width) {
        painter.setPen(QPen(color, width));
        painter.drawRoundedRect(toWidget(symbol.box).adjusted(-3, -3, 3, 3), 7, 7);
    };
    if (!m_selected.empty()) {
        for (const Symbol& symbol : m_content.symbols) {
            const bool isSelected =
                std::any_of(symbol.items.begin(), symbol.items.end(),
                            [this](ItemId item) { return m_selected.contains(item); });
            if (isSelected) outline(symbol, theme().colors().accent, 2.5);
        }
    }
    const Symbol* hovered = m_hovered ? m_content.find(*m_hovered) : nullptr;
    if (hovered != nullptr) outline(*hovered, theme().colors().textMuted, 1.2);
}

void DiagramView::pointAt(const std::optional<QPointF>& widget) {
    const Symbol* symbol = widget ? symbolAt(*widget) : nullptr;
    const auto hovered = symbol == nullptr ? std::nullopt : std::optional(symbol->key());
    setCursor(symbol == nullptr ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (hovered == m_hovered) return;
    m_hovered = hovered;
    update();
}

void DiagramView::click(const QPointF& widget, Qt::KeyboardModifiers modifiers) {
    const Symbol* symbol = symbolAt(widget);
    const bool adds =
        modifiers.testFlag(Qt::ControlModifier) || modifiers.testFlag(Qt::ShiftModifier);
    if (symbol == nullptr) {
        emit picked({}, adds);
    } else {
        emit picked({symbol->items.begin(), symbol->items.end()}, adds);
    }
}

void DiagramView::mouseDoubleClickEvent(QMouseEvent* event) {
    const Symbol* symbol = symbolAt(event->position());
    if (event->button() != Qt::LeftButton || symbol == nullptr) return;
    emit activated({symbol->items.begin(), symbol->items.end()});
}

void DiagramView::contextMenuEvent(QContextMenuEvent* event) {
    const Symbol* symbol = symbolAt(event->pos());
    if (symbol != nullptr) emit menuWanted(symbol->key(), event->globalPos());
}

void DiagramView::keyPressEvent(QKeyEvent* event) {
    constexpr double step = 80.0;
    switch (event->key()) {
        case Qt::Key_Left: return moveBy({-step, 0});
        case Qt::Key_Right: return moveBy({step, 0});
        case Qt::Key_Up: return moveBy({0, -step});
        case Qt::Key_Down: return moveBy({0, step});
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!m_selected.empty()) emit activated(m_selected);
            return;
        case Qt::Key_Escape: return emit picked({}, false);
        default: QWidget::keyPressEvent(event);
    }
}

bool DiagramView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const Symbol* symbol = symbolAt(help->pos())) {
        QToolTip::showText(help->globalPos(), tipOf(*symbol), this);
    } else {
        QToolTip::hideText();
    }
    return true;
}

QString DiagramView::tipOf(const Symbol& symbol) const {
    QStringList lines{QStringLiteral("<b>%1</b>").arg(symbol.title.toHtmlEscaped()),
                      symbol.isFolded() ? tr("%n item(s)", nullptr, int(symbol.items.size()))
                                        : bridge::kindName(symbol.kind)};
    if (symbol.isPlant) {
        lines << symbol.tip;
    } else if (symbol.isLoad) {
        lines << tr("takes %1").arg(bridge::formatPower(symbol.power));
        if (symbol.darkItems > 0) lines << tr("%n dark", nullptr, int(symbol.darkItems));
    } else if (symbol.state == SymbolState::Live) {
        lines << tr("gives %1, %2 of its rating")
                     .arg(bridge::formatPower(symbol.power), bridge::formatShare(symbol.loading))
              << tr("loses %1").arg(bridge::formatPower(symbol.loss));
        if (symbol.loading > 1.0) lines << tr("overloaded");
    } else {
        lines << symbol.figures;
    }
    return lines.join(QStringLiteral("<br/>"));
}

}  // namespace halltwin::views::diagram
