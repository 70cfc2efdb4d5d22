// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/floorplan/items/plan_item.h"
#include "views/floorplan/marks.h"

#include <QGraphicsItem>

namespace halltwin::views::floorplan::items {

/// Outages, the section line and the probes, above the equipment and below what the tool shows.
class MarksItem final : public QGraphicsItem {
public:
    explicit MarksItem(const SceneLook& look);

    enum { Type = UserType + 5 };
    [[nodiscard]] int type() const override { return Type; }

    void display(Marks marks);
    [[nodiscard]] const Marks& marks() const { return m_marks; }

    /// Texts keep their size in pixels, so the room around the marks follows the zoom.
    void setScale(double pixelsPerMetre);

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void updateBounds();
    void drawOutage(QPainter& painter, const OutageMark& outage, const DrawContext& context) const;
    void drawSection(QPainter& painter, const DrawContext& context) const;
    void drawProbe(QPainter& painter, const ProbeMark& probe, const DrawContext& context) const;

    const SceneLook& m_look;
    Marks m_marks;
    double m_pixelsPerMetre = 40.0;
    QRectF m_bounds;
};

}  // namespace halltwin::views::floorplan::items
