// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"
#include "views/diagram/content.h"
#include "views/diagram/paint_diagram.h"
#include "views/diagram/panning_view.h"

#include <QPoint>
#include <optional>
#include <set>

namespace halltwin::views::diagram {

/// Shows a diagram of power or cooling loops; a click selects. Knows nothing of the project; what
/// the user wants comes as signals.
class DiagramView : public PanningView {
    Q_OBJECT

public:
    DiagramView(bridge::Theme& theme, Words words, QWidget* parent = nullptr);

    /// Keeps zoom and place; fits at the first content with symbols.
    void setContent(Content content);
    [[nodiscard]] const Content& content() const { return m_content; }
    void setSelection(std::set<ItemId> items);
    void setHighlight(Highlight highlight);
    [[nodiscard]] const Highlight& highlight() const { return m_highlight; }

    void centreOn(ItemId item);

signals:
    /// A click; empty: on nothing. `adds`: with Ctrl or Shift.
    void picked(const std::set<halltwin::ItemId>& items, bool adds);
    void activated(const std::set<halltwin::ItemId>& items);  ///< double click or Enter
    void menuWanted(halltwin::ItemId item, const QPoint& screen);

protected:
    [[nodiscard]] QRectF contentArea() const override;
    void paintContent(QPainter& painter, const QRectF& wanted) const override;
    void paintMarks(QPainter& painter) const override;
    void pointAt(const std::optional<QPointF>& widget) override;
    void click(const QPointF& widget, Qt::KeyboardModifiers modifiers) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] const Symbol* symbolAt(const QPointF& widget) const;
    [[nodiscard]] QString tipOf(const Symbol& symbol) const;

    Content m_content;
    Highlight m_highlight;
    std::set<ItemId> m_selected;
    std::optional<ItemId> m_hovered;
};

}  // namespace halltwin::views::diagram
