// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/edit/item_group.h"

#include <optional>
#include <set>
#include <vector>

namespace halltwin::views::bridge {
class ProjectSession;
class Selection;
}  // namespace halltwin::views::bridge

namespace halltwin::views::floorplan {

/// How an array repeats: `copies` more, each moved on by the pitch.
struct ArrayPitch {
    int copies = 1;
    Length dx;
    Length dy;
};

/// What can be done to the selection from the keyboard and menus. Each call is one undo step at
/// most; without a selection nothing happens. New items become the selection.
class PlanCommands {
public:
    PlanCommands(bridge::ProjectSession& session, bridge::Selection& selection);

    void selectAll();
    void remove();  ///< selected items, or the selected power link
    void copy();
    void cut();
    /// At a place on the site, the lower-left corner there and on the tile grid; none: one tile
    /// beside the original.
    void paste(const std::optional<Point>& site);
    void duplicate();  ///< right beside the originals
    void rotate(int quarterTurns);
    void nudge(double tilesX, double tilesY);
    void array(const ArrayPitch& pitch);

    [[nodiscard]] bool canPaste() const { return !m_clipboard.items.empty(); }
    /// The extent of the selection, a pitch that sets copies side by side; zero without one.
    [[nodiscard]] Length selectionWidth() const;

private:
    [[nodiscard]] std::vector<ItemId> ids() const;
    [[nodiscard]] std::optional<Rect> extentInHall() const;
    void applyAndSelectNew(const auto& edit);

    bridge::ProjectSession& m_session;
    bridge::Selection& m_selection;
    edit::ItemGroup m_clipboard;
    int m_pastes = 0;  ///< of what is on the clipboard, so that each lands further on
};

}  // namespace halltwin::views::floorplan
