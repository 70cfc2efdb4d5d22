// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/floorplan/items/item_face.h"

#include <QGraphicsItem>
#include <memory>

namespace halltwin::views::floorplan::items {

/// What all items of a scene share: how the plan is drawn at present. Owned by the scene.
struct SceneLook {
    PlanStyle style;
    bool labels = true;
    bool heat = true;
    bool tileFlow = true;
};

/// An item of the project on the plan: one subclass for each family of kinds. It shows what it is
/// given and knows nothing of the mouse; tools find it by its id.
class PlanItem : public QGraphicsItem {
public:
    PlanItem(ItemId id, const SceneLook& look);

    enum { Type = UserType + 1 };
    [[nodiscard]] int type() const override { return Type; }

    [[nodiscard]] ItemId id() const { return m_id; }
    [[nodiscard]] const ItemFace& face() const { return m_face; }

    /// Takes another face and place in the scene. An unchanged face costs nothing.
    void display(const ItemFace& face, const QPointF& farLeftCorner);
    void setHighlighted(bool highlighted);

    [[nodiscard]] QRectF boundingRect() const override { return m_face.box(); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

protected:
    virtual void draw(QPainter& painter, const DrawContext& context) const = 0;

private:
    ItemId m_id;
    const SceneLook& m_look;
    ItemFace m_face;
    bool m_highlighted = false;
};

/// The item class of a kind's family.
[[nodiscard]] std::unique_ptr<PlanItem> makePlanItem(ItemKind kind, ItemId id,
                                                     const SceneLook& look);

}  // namespace halltwin::views::floorplan::items
