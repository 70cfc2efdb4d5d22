// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"
#include "views/diagram/content.h"
#include "views/diagram/paint_diagram.h"

#include <QImage>
#include <QPoint>
#include <QWidget>
#include <optional>
#include <set>

namespace halltwin::views::diagram {

/// Shows a diagram of power or cooling loops: the wheel zooms at the cursor, dragging moves it, a
/// click selects. Draws into a picture somewhat larger than itself, so that moving costs a copy.
/// Knows nothing of the project; what the user wants comes as signals.
class DiagramView : public QWidget {
    Q_OBJECT

public:
    /// What a diagram is called, and what it says while there is nothing to draw.
    struct Words {
        QString objectName;
        QString name;
        QString nothing;
    };

    DiagramView(bridge::Theme& theme, Words words, QWidget* parent = nullptr);

    /// Keeps zoom and place; fits at the first content with symbols.
    void setContent(Content content);
    [[nodiscard]] const Content& content() const { return m_content; }
    void setSelection(std::set<ItemId> items);
    void setHighlight(Highlight highlight);
    [[nodiscard]] const Highlight& highlight() const { return m_highlight; }

    void fit();
    void fitAtNextShow() { m_fitPending = true; }
    void zoomBy(double factor, const QPointF& anchor);
    void zoomIn();
    void zoomOut();
    void centreOn(ItemId item);
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] QPointF toWidget(const QPointF& diagram) const {
        return (diagram - m_origin) * m_scale;
    }
    [[nodiscard]] QPointF toDiagram(const QPointF& widget) const {
        return widget / m_scale + m_origin;
    }

signals:
    /// A click; empty: on nothing. `adds`: with Ctrl or Shift.
    void picked(const std::set<halltwin::ItemId>& items, bool adds);
    void activated(const std::set<halltwin::ItemId>& items);  ///< double click or Enter
    void menuWanted(halltwin::ItemId item, const QPoint& screen);

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRectF visibleArea() const;
    void drawPicture();
    void drawMarks(QPainter& painter) const;
    void forgetPicture();
    void moveTo(const QPointF& origin);
    [[nodiscard]] const Symbol* symbolAt(const QPointF& widget) const;
    [[nodiscard]] QString tipOf(const Symbol& symbol) const;

    bridge::Theme& m_theme;
    QString m_nothing;
    Content m_content;
    Highlight m_highlight;
    std::set<ItemId> m_selected;
    double m_scale = 1.0;
    QPointF m_origin;  ///< diagram point in the upper left corner
    bool m_fitPending = true;
    bool m_isFitted = false;  ///< all is in sight and stays so when the view changes its size
    QImage m_picture;
    QRectF m_pictureArea;  ///< in the diagram; empty: to be drawn again
    std::optional<QPointF> m_pressedAt;
    QPointF m_pressOrigin;
    bool m_isPanning = false;
    std::optional<ItemId> m_hovered;
};

}  // namespace halltwin::views::diagram
