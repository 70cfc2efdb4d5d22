// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/core/ids.h"
#include "views/floorplan/marks.h"
#include "views/floorplan/overlay.h"

#include <QCursor>
#include <QPoint>
#include <QString>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace halltwin::views::bridge {
class ProjectSession;
class Selection;
}  // namespace halltwin::views::bridge

namespace halltwin::views::floorplan::tools {

enum class ToolKind {
    Select,
    Pan,
    Measure,
    Place,  ///< of a catalogue entry; PlanView::placeFromCatalog starts it
    Wall,
    Containment,
    PowerA,  ///< a power link on feed A, from source to load
    PowerB,
    Cooling,  ///< a chilled-water link, from supply to user
    Tray,     ///< a run of cable tray
    Section,  ///< the line of an upright section
    Probe,    ///< places where the air is watched
};

/// Where the mouse is and what is held down with it.
struct Pointer {
    Point site;       ///< position on the site
    QPoint viewport;  ///< the same in pixels
    Qt::KeyboardModifiers keys;
    Qt::MouseButton button = Qt::NoButton;
};

/// What a tool may see and do: the part of the plan view that tools work through.
class ToolHost {
public:
    virtual ~ToolHost() = default;

    [[nodiscard]] virtual bridge::ProjectSession& session() const = 0;
    [[nodiscard]] virtual bridge::Selection& selection() const = 0;
    [[nodiscard]] virtual double pixelsPerMetre() const = 0;

    /// Topmost visible item at a place; small ones win over those that they stand in.
    [[nodiscard]] virtual std::optional<ItemId> itemAt(const Point& site) const = 0;
    /// Visible items that lie wholly within the rectangle.
    [[nodiscard]] virtual std::vector<ItemId> itemsIn(const Rect& site) const = 0;
    [[nodiscard]] virtual std::optional<PowerLinkId> powerLinkAt(const Point& site) const = 0;
    [[nodiscard]] virtual std::optional<CoolingLinkId> coolingLinkAt(const Point& site) const = 0;
    [[nodiscard]] virtual std::optional<TrayId> trayAt(const Point& site) const = 0;

    /// Replaces what is drawn above the plan; an empty overlay clears it.
    virtual void showOverlay(Overlay overlay) = 0;
    virtual void showStatus(const QString& text) = 0;

    /// The section and the probes; they stay when the tool is put away.
    [[nodiscard]] virtual const Marks& marks() const = 0;
    virtual void setSection(std::optional<SectionMark> section) = 0;
    virtual void addProbe(const Point& site) = 0;
    virtual void moveProbe(int number, const Point& site) = 0;
    virtual void removeProbe(int number) = 0;
};

/// One way of working on the plan with the mouse. A tool holds the state of one gesture; the
/// project changes by edits only, once for each gesture. Left button only: panning and zooming
/// belong to the view.
class Tool {
public:
    explicit Tool(ToolHost& host) : m_host(host) {}
    virtual ~Tool() = default;
    Tool(const Tool&) = delete;
    Tool& operator=(const Tool&) = delete;

    virtual void press(const Pointer& at) = 0;
    virtual void move(const Pointer& at) = 0;  ///< with or without a button held
    virtual void release(const Pointer& at) = 0;

    /// A key that the tool uses itself, such as R while placing. False: not used.
    virtual bool key(int key, Qt::KeyboardModifiers keys);

    /// Gives up the gesture; nothing of it remains. False when there was none, so that Esc can end
    /// the tool.
    virtual bool cancel() = 0;

    [[nodiscard]] virtual QString hint() const = 0;  ///< what to do, for the status bar
    [[nodiscard]] virtual QCursor cursor() const { return Qt::ArrowCursor; }

protected:
    [[nodiscard]] ToolHost& host() const { return m_host; }

private:
    ToolHost& m_host;
};

[[nodiscard]] std::unique_ptr<Tool> makeSelectTool(ToolHost& host);
[[nodiscard]] std::unique_ptr<Tool> makePanTool(ToolHost& host);
[[nodiscard]] std::unique_ptr<Tool> makeMeasureTool(ToolHost& host);
[[nodiscard]] std::unique_ptr<Tool> makeSectionTool(ToolHost& host);
[[nodiscard]] std::unique_ptr<Tool> makeProbeTool(ToolHost& host);
[[nodiscard]] std::unique_ptr<Tool> makePlaceTool(ToolHost& host, const std::string& catalogKey);
[[nodiscard]] std::unique_ptr<Tool> makeAreaTool(ToolHost& host, ToolKind wallOrContainment);
[[nodiscard]] std::unique_ptr<Tool> makeTrayTool(ToolHost& host);
[[nodiscard]] std::unique_ptr<Tool> makeLinkTool(ToolHost& host, ToolKind powerOrCooling);

/// The tool of a kind; for Place see makePlaceTool.
[[nodiscard]] std::unique_ptr<Tool> makeTool(ToolHost& host, ToolKind kind);

}  // namespace halltwin::views::floorplan::tools
