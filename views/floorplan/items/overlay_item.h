// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/floorplan/items/plan_item.h"
#include "views/floorplan/overlay.h"

#include <QGraphicsItem>

namespace halltwin::views::floorplan::items {

/// What the current tool shows, above everything else.
class OverlayItem final : public QGraphicsItem {
public:
    explicit OverlayItem(const SceneLook& look);

    enum { Type = UserType + 4 };
    [[nodiscard]] int type() const override { return Type; }

    /// `pixelsPerMetre` sizes the room that texts need around their places.
    void display(Overlay overlay, double pixelsPerMetre);
    [[nodiscard]] const Overlay& overlay() const { return m_overlay; }

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void drawGhosts(QPainter& painter, const DrawContext& context) const;
    void drawGuides(QPainter& painter, const DrawContext& context) const;
    void drawDimensions(QPainter& painter, const DrawContext& context) const;

    const SceneLook& m_look;
    Overlay m_overlay;
    QRectF m_bounds;
};

}  // namespace halltwin::views::floorplan::items
