// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/edits.h"
#include "model/project/project.h"
#include "views/floorplan/site_geometry.h"
#include "views/floorplan/tools/tool.h"

#include <optional>
#include <set>
#include <vector>

namespace halltwin::views::floorplan::tools {

/// Items on their way to another place. Every step is a preview of the session, so that heat and
/// figures follow; the project changes once, at `commit`. Shift keeps to one axis, Alt turns
/// snapping off. Dragging into another hall takes items that share a hall along.
class ItemDrag {
public:
    /// `grabbed` is the item under the mouse; its hall gives the grid. `ids` must not be empty.
    ItemDrag(ToolHost& host, std::vector<ItemId> ids, ItemId grabbed, const Point& from);

    void moveTo(const Pointer& at);
    void commit();
    void cancel();

private:
    void snap(const Pointer& at, const Hall& target);
    void show(const Hall& target);
    [[nodiscard]] edit::AnyEdit edit() const;
    [[nodiscard]] bool isElsewhere() const { return m_target.isValid() && m_target != m_hall; }

    ToolHost& m_host;
    std::vector<ItemId> m_ids;
    Point m_from;
    HallId m_hall;               ///< of the grabbed item
    HallId m_target;             ///< that the drag is over
    bool m_isOneHall = true;     ///< all items stand in m_hall
    Rect m_around;               ///< all items of m_hall, on the site, before the drag
    std::vector<Rect> m_before;  ///< each item on the site, before the drag
    HallId m_targetsOf;          ///< hall that m_targets was made for
    SnapTargets m_targets;
    std::vector<std::pair<Point, Point>> m_guides;
    Length m_dx;
    Length m_dy;
};

}  // namespace halltwin::views::floorplan::tools
