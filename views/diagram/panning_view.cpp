// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/panning_view.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
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

PanningView::PanningView(bridge::Theme& theme, Words words, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_nothing(std::move(words.nothing)) {
    setObjectName(words.objectName);
    setAccessibleName(words.name);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(240, 160);
    connect(&theme, &bridge::Theme::changed, this, &PanningView::forgetPicture);
}

void PanningView::setNothing(const QString& text) {
    m_nothing = text;
    update();
}

void PanningView::contentChanged() {
    if ((m_fitPending || m_isFitted) && isVisible()) fit();
    forgetPicture();
}

void PanningView::forgetPicture() {
    m_pictureArea = QRectF();
    update();
}

QRectF PanningView::visibleArea() const {
    return {m_origin, QSizeF(size()) / m_scale};
}

void PanningView::fit() {
    const QRectF area = contentArea();
    if (area.isEmpty() || width() < 2 || height() < 2) return;
    m_fitPending = false;
    m_isFitted = true;
    m_scale = std::clamp(std::min(width() / area.width(), height() / area.height()), leastScale,
                         largestFit);
    m_origin = area.center() - QPointF(width(), height()) / (2.0 * m_scale);
    forgetPicture();
}

void PanningView::zoomBy(double factor, const QPointF& anchor) {
    const QPointF kept = toDiagram(anchor);
    m_scale = std::clamp(m_scale * factor, leastScale, mostScale);
    m_fitPending = m_isFitted = false;
    moveTo(kept - anchor / m_scale);
    forgetPicture();
}

void PanningView::zoomIn() {
    zoomBy(stepFactor, QRectF(rect()).center());
}

void PanningView::zoomOut() {
    zoomBy(1.0 / stepFactor, QRectF(rect()).center());
}

void PanningView::bringIntoView(const QRectF& drawing) {
    if (visibleArea().contains(drawing)) return;
    moveTo(drawing.center() - QPointF(width(), height()) / (2.0 * m_scale));
}

/// Keeps some of the drawing in the window.
void PanningView::moveTo(const QPointF& origin) {
    const QRectF area = contentArea();
    const QSizeF view = QSizeF(size()) / m_scale;
    const QPointF room(0.8 * view.width(), 0.8 * view.height());
    m_origin = {std::clamp(origin.x(), area.left() - room.x(),
                           std::max(area.left(), area.right() - 0.2 * view.width())),
                std::clamp(origin.y(), area.top() - room.y(),
                           std::max(area.top(), area.bottom() - 0.2 * view.height()))};
    update();
}

void PanningView::drawPicture() {
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
    paintContent(painter, m_pictureArea);
}

void PanningView::paintEvent(QPaintEvent*) {
    if (!m_pictureArea.contains(visibleArea())) drawPicture();
    QPainter painter(this);
    const QPointF corner = (m_pictureArea.topLeft() - m_origin) * m_scale;
    painter.drawImage(QPointF(std::round(corner.x()), std::round(corner.y())), m_picture);
    if (contentArea().isEmpty()) {
        painter.setPen(m_theme.colors().textMuted);
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_nothing);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintMarks(painter);
}

void PanningView::wheelEvent(QWheelEvent* event) {
    zoomBy(std::pow(zoomPerDegree, event->angleDelta().y() / 8.0 * 1.5), event->position());
    event->accept();
}

void PanningView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::RightButton) return;
    m_pressedAt = event->position();
    m_pressOrigin = m_origin;
    m_isPanning = event->button() == Qt::MiddleButton;
}

void PanningView::mouseMoveEvent(QMouseEvent* event) {
    if (!m_pressedAt) return pointAt(event->position());
    const QPointF moved = event->position() - *m_pressedAt;
    if (moved.manhattanLength() >= QApplication::startDragDistance()) m_isPanning = true;
    if (!m_isPanning) return;
    setCursor(Qt::ClosedHandCursor);
    m_fitPending = m_isFitted = false;
    moveTo(m_pressOrigin - moved / m_scale);
}

void PanningView::mouseReleaseEvent(QMouseEvent* event) {
    const bool wasClick = m_pressedAt && !m_isPanning && event->button() == Qt::LeftButton;
    m_pressedAt.reset();
    m_isPanning = false;
    unsetCursor();
    if (wasClick) click(event->position(), event->modifiers());
}

void PanningView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    pointAt(std::nullopt);
    update();
}

void PanningView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_fitPending) fit();
}

void PanningView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_isFitted || m_fitPending) fit();
    forgetPicture();
}

}  // namespace halltwin::views::diagram
