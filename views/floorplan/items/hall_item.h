// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/project.h"
#include "views/floorplan/items/plan_item.h"

#include <QGraphicsItem>

namespace halltwin::views::floorplan::items {

/// Thickness that the outline of a room is drawn with, outside of its inner faces.
inline constexpr double wallThicknessM = 0.20;

/// Floor, walls and the name above them; drawn in metres, y down, the far left inner corner at the
/// origin.
void drawHallFloor(QPainter& painter, const Hall& hall, const DrawContext& context);
/// Tile grid; every fifth line is stronger. Lines closer than 6 pixels are left out.
void drawHallGrid(QPainter& painter, const Hall& hall, const DrawContext& context);

/// Where a hall's name stands: above it, unless another hall lies there.
enum class TitlePlace { Above, Below, Inside };
[[nodiscard]] TitlePlace titlePlaceOf(const Hall& hall, const Project& project);

/// Walls (a dashed line round a yard) and the name.
void drawHallFrame(QPainter& painter, const Hall& hall, TitlePlace title,
                   const DrawContext& context);

enum class HallPart { Floor, Grid, Frame };

/// One part of a hall, so that a heat map goes between floor and grid.
class HallItem final : public QGraphicsItem {
public:
    HallItem(HallPart part, const SceneLook& look);

    enum { Type = UserType + 2 };
    [[nodiscard]] int type() const override { return Type; }

    void display(const Hall& hall, TitlePlace title);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    HallPart m_part;
    const SceneLook& m_look;
    Hall m_hall;
    TitlePlace m_title = TitlePlace::Above;
};

}  // namespace halltwin::views::floorplan::items
