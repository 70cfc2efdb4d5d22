// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <unordered_map>

#include <QGraphicsItem>
#include <QPolygonF>

#include "views/floorplan/items/plan_item.h"

namespace halltwin::views::floorplan::items {

enum class LinkFamily { FeedA, FeedB, Cooling };

/// The way of a link from centre to centre: along the longer distance first, with one bend. Families are set off
/// from each other, so that feeds A and B of one load stay apart. In scene coordinates.
[[nodiscard]] QPolygonF linkPath(LinkFamily family, const QPointF& from, const QPointF& to);

enum class LinkEmphasis { Normal, Highlighted };

/// Draws one link, with a dot at the load. Feed B is dashed, so that the feeds differ without colour too.
void drawLink(QPainter& painter, LinkFamily family, const QPolygonF& path, LinkEmphasis emphasis,
              const DrawContext& context);

/// All links of one family: one scene item for thousands of lines, which redraws only what is exposed.
class LinkItem final : public QGraphicsItem {
public:
    LinkItem(LinkFamily family, const SceneLook& look);

    enum { Type = UserType + 3 };
    [[nodiscard]] int type() const override { return Type; }

    void set(std::int64_t id, const QPolygonF& path);
    void remove(std::int64_t id);
    void clear();
    void setHighlighted(std::int64_t id, bool highlighted);

    /// The nearest link within `reach` metres of a place in the scene; 0 when there is none.
    [[nodiscard]] std::int64_t linkAt(const QPointF& place, double reach) const;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    struct Link {
        QPolygonF path;
        QRectF bounds;
        bool highlighted = false;
    };

    LinkFamily m_family;
    const SceneLook& m_look;
    std::unordered_map<std::int64_t, Link> m_links;
    QRectF m_bounds;
};

}  // namespace halltwin::views::floorplan::items
