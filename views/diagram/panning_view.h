// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"

#include <QImage>
#include <QPointF>
#include <QRectF>
#include <QWidget>
#include <optional>

namespace halltwin::views::diagram {

/// A widget that shows a drawing larger than itself: the wheel zooms at the cursor, dragging moves
/// it. Draws into a picture somewhat larger than itself, so that moving costs a copy. What is drawn
/// and what a click means, classes on top of it say.
class PanningView : public QWidget {
    Q_OBJECT

public:
    /// What a drawing is called, and what it says while there is nothing to draw.
    struct Words {
        QString objectName;
        QString name;
        QString nothing;
    };

    PanningView(bridge::Theme& theme, Words words, QWidget* parent = nullptr);

    /// What it says while there is nothing to draw.
    void setNothing(const QString& text);

    void fit();
    void fitAtNextShow() { m_fitPending = true; }
    void zoomBy(double factor, const QPointF& anchor);
    void zoomIn();
    void zoomOut();
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] QPointF toWidget(const QPointF& drawing) const {
        return (drawing - m_origin) * m_scale;
    }
    [[nodiscard]] QRectF toWidget(const QRectF& drawing) const {
        return {toWidget(drawing.topLeft()), drawing.size() * m_scale};
    }
    [[nodiscard]] QPointF toDiagram(const QPointF& widget) const {
        return widget / m_scale + m_origin;
    }

protected:
    /// All of the drawing; empty: there is nothing to draw.
    [[nodiscard]] virtual QRectF contentArea() const = 0;
    /// Draws the part that is wanted; the painter is set to the drawing's unit.
    virtual void paintContent(QPainter& painter, const QRectF& wanted) const = 0;
    /// Draws what changes often over the picture; the painter is set to the widget's unit.
    virtual void paintMarks(QPainter& painter) const = 0;
    /// The pointer rests there, with no button down; none: it has left.
    virtual void pointAt(const std::optional<QPointF>& widget) = 0;
    /// The left button was pressed and let go there.
    virtual void click(const QPointF& widget, Qt::KeyboardModifiers modifiers) = 0;

    [[nodiscard]] bridge::Theme& theme() const { return m_theme; }
    /// To be called when contentArea() is another: fits, unless the user has chosen a place.
    void contentChanged();
    void forgetPicture();
    void moveBy(const QPointF& widget) { moveTo(m_origin + widget / m_scale); }
    /// Moves what lies out of sight to the middle.
    void bringIntoView(const QRectF& drawing);

    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QRectF visibleArea() const;
    void drawPicture();
    void moveTo(const QPointF& origin);

    bridge::Theme& m_theme;
    QString m_nothing;
    double m_scale = 1.0;
    QPointF m_origin;  ///< point of the drawing in the upper left corner
    bool m_fitPending = true;
    bool m_isFitted = false;  ///< all is in sight and stays so when the view changes its size
    QImage m_picture;
    QRectF m_pictureArea;  ///< in the drawing; empty: to be drawn again
    std::optional<QPointF> m_pressedAt;
    QPointF m_pressOrigin;
    bool m_isPanning = false;
};

}  // namespace halltwin::views::diagram
