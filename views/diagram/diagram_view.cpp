// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/diagram_view.h"

#include "views/bridge/format.h"
#include "views/bridge/messages.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::views::diagram {

namespace {

constexpr double leastScale = 0.01;
constexpr double mostScale = 4.0;
constexpr double largestFit = 1.25;    ///< a diagram of three symbols need not fill the window
constexpr double pictureMargin = 0.3;  ///< drawn beyond each edge, share of the view
constexpr double stepFactor = 1.25;
constexpr double zoomPerDegree = 1.01;

}  // namespace

DiagramView::DiagramView(bridge::Theme& theme, Words words, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_nothing(std::move(words.nothing)) {
    setObjectName(words.objectName);
    setAccessibleName(words.name);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(240, 160);
    connect(&theme, &bridge::Theme::changed, this, &DiagramView::forgetPicture);
}

void DiagramView::setContent(Content content) {
    m_content = std::move(content);
    if ((m_fitPending || m_isFitted) && isVisible()) fit();
    forgetPicture();
}

void DiagramView::setSelection(std::set<ItemId> items) {
    m_selected = std::move(items);
    update();
}

void DiagramView::setHighlight(Highlight highlight) {
    m_highlight = std::move(highlight);
    forgetPicture();
}

void DiagramView::forgetPicture() {
    m_pictureArea = QRectF();
    update();
}

QRectF DiagramView::visibleArea() const {
    return {m_origin, QSizeF(size()) / m_scale};
}

void DiagramView::fit() {
    if (m_content.symbols.empty() || width() < 2 || height() < 2) return;
    m_fitPending = false;
    m_isFitted = true;
    const QRectF& area = m_content.area;
    m_scale = std::clamp(std::min(width() / area.width(), height() / area.height()), leastScale,
                         largestFit);
    m_origin = area.center() - QPointF(width(), height()) / (2.0 * m_scale);
    forgetPicture();
}

void DiagramView::zoomBy(double factor, const QPointF& anchor) {
    const QPointF kept = toDiagram(anchor);
    m_scale = std::clamp(m_scale * factor, leastScale, mostScale);
    m_fitPending = m_isFitted = false;
    moveTo(kept - anchor / m_scale);
    forgetPicture();
}

void DiagramView::zoomIn() {
    zoomBy(stepFactor, QRectF(rect()).center());
}

void DiagramView::zoomOut() {
    zoomBy(1.0 / stepFactor, QRectF(rect()).center());
}

void DiagramView::centreOn(ItemId item) {
    const Symbol* symbol = m_content.find(item);
    if (symbol == nullptr || visibleArea().contains(symbol->box)) return;
    moveTo(symbol->box.center() - QPointF(width(), height()) / (2.0 * m_scale));
}

/// Keeps some of the diagram in the window.
void DiagramView::moveTo(const QPointF& origin) {
    const QRectF& area = m_content.area;
    const QSizeF view = QSizeF(size()) / m_scale;
    const QPointF room(0.8 * view.width(), 0.8 * view.height());
    m_origin = {std::clamp(origin.x(), area.left() - room.x(),
                           std::max(area.left(), area.right() - 0.2 * view.width())),
                std::clamp(origin.y(), area.top() - room.y(),
                           std::max(area.top(), area.bottom() - 0.2 * view.height()))};
    update();
}

const Symbol* DiagramView::symbolAt(const QPointF& widget) const {
    return m_content.at(toDiagram(widget));
}

void DiagramView::drawPicture() {
    const QRectF seen = visibleArea();
    m_pictureArea = seen.adjusted(-pictureMargin * seen.width(), -pictureMargin * seen.height(),
                                  pictureMargin * seen.width(), pictureMargin * seen.height());
    const double ratio = devicePixelRatioF();
    const QSize pixels = (m_pictureArea.size() * m_scale * ratio).toSize();
    if (m_picture.size() != pixels) m_picture = QImage(pixels, QImage::Format_RGB32);
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(m_theme.colors().planPaper);
    QPainter painter(&m_picture);
    painter.scale(m_scale, m_scale);
    painter.translate(-m_pictureArea.topLeft());
    paintDiagram(painter, m_content, {m_theme, m_highlight, m_pictureArea, m_scale});
}

void DiagramView::paintEvent(QPaintEvent*) {
    if (!m_pictureArea.contains(visibleArea())) drawPicture();
    QPainter painter(this);
    const QPointF corner = (m_pictureArea.topLeft() - m_origin) * m_scale;
    painter.drawImage(QPointF(std::round(corner.x()), std::round(corner.y())), m_picture);
    if (m_content.symbols.empty()) {
        painter.setPen(m_theme.colors().textMuted);
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_nothing);
        return;
    }
    drawMarks(painter);
}

void DiagramView::drawMarks(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    const auto outline = [&](const Symbol& symbol, const QColor& color, double width) {
        QRectF box(toWidget(symbol.box.topLeft()), symbol.box.size() * m_scale);
        painter.setPen(QPen(color, width));
        painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 7, 7);
    };
    if (!m_selected.empty()) {
        for (const Symbol& symbol : m_content.symbols) {
            const bool isSelected =
                std::any_of(symbol.items.begin(), symbol.items.end(),
                            [this](ItemId item) { return m_selected.contains(item); });
            if (isSelected) outline(symbol, m_theme.colors().accent, 2.5);
        }
    }
    const Symbol* hovered = m_hovered ? m_content.find(*m_hovered) : nullptr;
    if (hovered != nullptr) outline(*hovered, m_theme.colors().textMuted, 1.2);
}

void DiagramView::wheelEvent(QWheelEvent* event) {
    zoomBy(std::pow(zoomPerDegree, event->angleDelta().y() / 8.0 * 1.5), event->position());
    event->accept();
}

void DiagramView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::RightButton) return;
    m_pressedAt = event->position();
    m_pressOrigin = m_origin;
    m_isPanning = event->button() == Qt::MiddleButton;
}

void DiagramView::mouseMoveEvent(QMouseEvent* event) {
    if (m_pressedAt) {
        const QPointF moved = event->position() - *m_pressedAt;
        if (moved.manhattanLength() >= QApplication::startDragDistance()) m_isPanning = true;
        if (!m_isPanning) return;
        setCursor(Qt::ClosedHandCursor);
        m_fitPending = m_isFitted = false;
        moveTo(m_pressOrigin - moved / m_scale);
        return;
    }
    const Symbol* symbol = symbolAt(event->position());
    const auto hovered = symbol == nullptr ? std::nullopt : std::optional(symbol->key());
    setCursor(symbol == nullptr ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (hovered == m_hovered) return;
    m_hovered = hovered;
    update();
}

void DiagramView::mouseReleaseEvent(QMouseEvent* event) {
    const bool wasClick = m_pressedAt && !m_isPanning && event->button() == Qt::LeftButton;
    m_pressedAt.reset();
    m_isPanning = false;
    unsetCursor();
    if (!wasClick) return;
    const Symbol* symbol = symbolAt(event->position());
    const bool adds = event->modifiers().testFlag(Qt::ControlModifier) ||
                      event->modifiers().testFlag(Qt::ShiftModifier);
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
    const double step = 80.0 / m_scale;
    switch (event->key()) {
        case Qt::Key_Left: return moveTo(m_origin - QPointF(step, 0));
        case Qt::Key_Right: return moveTo(m_origin + QPointF(step, 0));
        case Qt::Key_Up: return moveTo(m_origin - QPointF(0, step));
        case Qt::Key_Down: return moveTo(m_origin + QPointF(0, step));
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!m_selected.empty()) emit activated(m_selected);
            return;
        case Qt::Key_Escape: return emit picked({}, false);
        default: QWidget::keyPressEvent(event);
    }
}

void DiagramView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    m_hovered.reset();
    update();
}

void DiagramView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_fitPending) fit();
}

void DiagramView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_isFitted || m_fitPending) fit();
    forgetPicture();
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
