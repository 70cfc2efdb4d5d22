// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/floorplan/items/plan_item.h"

#include <QGraphicsItem>
#include <QPolygonF>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace halltwin::views::floorplan::items {

/// Pipes by their bore, and feeds. The last three are drawn over feeds whose state matters:
/// carrying more than 80 % of what their breaker or source is rated for, more than all of it, or
/// dead.
enum class LinkFamily { FeedA, FeedB, Cooling, CoolingMain, CoolingTrunk, Busy, Overloaded, Dead };

/// Those that a link itself can have.
inline constexpr std::array drawnFamilies{LinkFamily::FeedA, LinkFamily::FeedB, LinkFamily::Cooling,
                                          LinkFamily::CoolingMain, LinkFamily::CoolingTrunk};

[[nodiscard]] bool isPipe(LinkFamily family);

/// Up to DN 80, up to DN 200, and above.
[[nodiscard]] LinkFamily pipeFamily(Length bore);

using PipeBores = std::unordered_map<CoolingLinkId, Length>;

/// The way of a link from centre to centre: along the longer distance first, with one bend.
/// Families are set off from each other, so that feeds A and B of one load stay apart. In scene
/// coordinates.
[[nodiscard]] QPolygonF linkPath(LinkFamily family, const QPointF& from, const QPointF& to);

enum class LinkEmphasis { Normal, Highlighted };

/// The paths of many links as straight runs, those that lie on each other joined to one: a trunk to
/// thousands of racks is one line, neither slow nor darker. Places closer than `resolution` metres
/// count as the same.
[[nodiscard]] std::vector<QLineF> joinedRuns(const std::vector<QPolygonF>& paths,
                                             double resolution);

/// Draws runs of one family. Feed B is dashed, so that the feeds differ without colour too.
void drawRuns(QPainter& painter, LinkFamily family, const std::vector<QLineF>& runs,
              LinkEmphasis emphasis, const DrawContext& context);

/// A dot at the load; none far out.
void drawLinkEnd(QPainter& painter, LinkFamily family, const QPointF& end, LinkEmphasis emphasis,
                 const DrawContext& context);

/// Links of one family and emphasis: one scene item for thousands of lines, which redraws only what
/// is exposed. Normal links run below the equipment, so that labels stay legible; highlighted ones
/// lie above everything.
class LinkItem final : public QGraphicsItem {
public:
    LinkItem(LinkFamily family, LinkEmphasis emphasis, const SceneLook& look);

    enum { Type = UserType + 3 };
    [[nodiscard]] int type() const override { return Type; }

    void set(std::int64_t id, const QPolygonF& path);
    void remove(std::int64_t id);
    void clear();
    [[nodiscard]] LinkFamily family() const { return m_family; }
    [[nodiscard]] bool contains(std::int64_t id) const { return m_links.contains(id); }
    /// Empty when there is no such link.
    [[nodiscard]] QPolygonF pathOf(std::int64_t id) const;

    /// The nearest link within `reach` metres of a place in the scene; 0 when there is none.
    [[nodiscard]] std::int64_t linkAt(const QPointF& place, double reach) const;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    struct Link {
        QPolygonF path;
        QRectF bounds;
    };

    void updateRuns(double scale);

    LinkFamily m_family;
    LinkEmphasis m_emphasis;
    const SceneLook& m_look;
    std::unordered_map<std::int64_t, Link> m_links;
    QRectF m_bounds;
    std::vector<QLineF> m_runs;  ///< joined paths at m_runsScale
    double m_runsScale = 0.0;    ///< pixels per metre; 0: out of date
};

}  // namespace halltwin::views::floorplan::items
