// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/tools/tool.h"

#include <QCoreApplication>

namespace halltwin::views::floorplan::tools {
namespace {

/// Leaves the project alone: the view pans while a button is held.
class PanTool final : public Tool {
public:
    using Tool::Tool;

    void press(const Pointer&) override {}
    void move(const Pointer&) override {}
    void release(const Pointer&) override {}
    bool cancel() override { return false; }

    [[nodiscard]] QString hint() const override {
        return QCoreApplication::translate("PlanView", "Drag to move the view · wheel: zoom");
    }
    [[nodiscard]] QCursor cursor() const override { return Qt::OpenHandCursor; }
};

}  // namespace

std::unique_ptr<Tool> makePanTool(ToolHost& host) {
    return std::make_unique<PanTool>(host);
}

}  // namespace halltwin::views::floorplan::tools
