// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/bridge/project_session.h"
#include "views/bridge/selection.h"
#include "views/floorplan/tools/item_drag.h"
#include "views/floorplan/tools/tool.h"

#include <QApplication>
#include <QCoreApplication>
#include <memory>
#include <optional>

namespace halltwin::views::floorplan::tools {
namespace {

bool isAdding(const Pointer& at) {
    return (at.keys & (Qt::ShiftModifier | Qt::ControlModifier)) != 0;
}

/// Click selects, Shift or Ctrl click adds and takes away, a drag on an item moves the selection, a
/// drag on the floor selects what lies within the band.
class SelectTool final : public Tool {
public:
    using Tool::Tool;

    void press(const Pointer& at) override;
    void move(const Pointer& at) override;
    void release(const Pointer& at) override;
    bool cancel() override;

    [[nodiscard]] QString hint() const override {
        return QCoreApplication::translate(
            "PlanView", "Click to select · drag to move · drag on the floor for a rubber band");
    }

private:
    [[nodiscard]] bool isBeyondClick(const Pointer& at) const;
    void startDrag();
    void showBand(const Pointer& at);
    void finishBand(const Pointer& at);
    void finishClick(const Pointer& at);

    std::optional<Pointer> m_press;
    std::optional<ItemId> m_pressed;  ///< item under the press
    std::unique_ptr<ItemDrag> m_drag;
    bool m_isBand = false;
};

void SelectTool::press(const Pointer& at) {
    m_press = at;
    m_pressed = host().itemAt(at.site);
    // A click on an item selects at once, so that the inspector answers to the press, and a drag
    // moves what is seen selected. With Shift or Ctrl the release decides, since a drag may follow.
    if (!m_pressed || isAdding(at) || host().selection().contains(*m_pressed)) return;
    host().selection().setItems({*m_pressed});
}

bool SelectTool::isBeyondClick(const Pointer& at) const {
    return (at.viewport - m_press->viewport).manhattanLength() >= QApplication::startDragDistance();
}

void SelectTool::move(const Pointer& at) {
    if (!m_press) return;
    if (!m_drag && !m_isBand) {
        if (!isBeyondClick(at)) return;
        if (m_pressed) {
            startDrag();
        } else {
            m_isBand = true;
        }
    }
    if (m_drag) m_drag->moveTo(at);
    if (m_isBand) showBand(at);
}

void SelectTool::startDrag() {
    bridge::Selection& selection = host().selection();
    if (!selection.contains(*m_pressed)) selection.setItems({*m_pressed});
    const std::vector<ItemId> ids(selection.items().begin(), selection.items().end());
    m_drag = std::make_unique<ItemDrag>(host(), ids, *m_pressed, m_press->site);
}

void SelectTool::showBand(const Pointer& at) {
    Overlay overlay;
    overlay.rubberBand = spanning(m_press->site, at.site);
    host().showOverlay(std::move(overlay));
}

void SelectTool::release(const Pointer& at) {
    if (!m_press) return;
    if (m_drag) {
        m_drag->moveTo(at);
        m_drag->commit();
    } else if (m_isBand) {
        finishBand(at);
    } else {
        finishClick(at);
    }
    m_drag.reset();
    m_isBand = false;
    m_press.reset();
    host().showStatus(hint());
}

void SelectTool::finishBand(const Pointer& at) {
    host().showOverlay({});
    const std::vector<ItemId> found = host().itemsIn(spanning(m_press->site, at.site));
    std::set<ItemId> ids(found.begin(), found.end());
    if (isAdding(at))
        ids.insert(host().selection().items().begin(), host().selection().items().end());
    host().selection().setItems(std::move(ids));
}

void SelectTool::finishClick(const Pointer& at) {
    bridge::Selection& selection = host().selection();
    if (m_pressed && isAdding(at)) {
        selection.toggle(*m_pressed);
    } else if (m_pressed) {
        selection.setItems({*m_pressed});
    } else if (const auto link = host().powerLinkAt(at.site)) {
        selection.setPowerLink(*link);
    } else if (const auto pipe = host().coolingLinkAt(at.site)) {
        selection.setCoolingLink(*pipe);
    } else if (const auto tray = host().trayAt(at.site)) {
        selection.setTray(*tray);
    } else if (!isAdding(at)) {
        selection.clear();
    }
}

bool SelectTool::cancel() {
    const bool wasActive = m_drag != nullptr || m_isBand;
    if (m_drag) m_drag->cancel();
    if (m_isBand) host().showOverlay({});
    m_drag.reset();
    m_isBand = false;
    m_press.reset();
    host().showStatus(hint());
    return wasActive;
}

}  // namespace

std::unique_ptr<Tool> makeSelectTool(ToolHost& host) {
    return std::make_unique<SelectTool>(host);
}

}  // namespace halltwin::views::floorplan::tools
