// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/tools/tool.h"

namespace halltwin::views::floorplan::tools {

bool Tool::key(int, Qt::KeyboardModifiers) {
    return false;
}

std::unique_ptr<Tool> makeTool(ToolHost& host, ToolKind kind) {
    switch (kind) {
        case ToolKind::Pan: return makePanTool(host);
        case ToolKind::Measure: return makeMeasureTool(host);
        case ToolKind::Wall:
        case ToolKind::Containment: return makeAreaTool(host, kind);
        case ToolKind::PowerA:
        case ToolKind::PowerB:
        case ToolKind::Cooling: return makeLinkTool(host, kind);
        case ToolKind::Tray: return makeTrayTool(host);
        case ToolKind::Section: return makeSectionTool(host);
        case ToolKind::Probe: return makeProbeTool(host);
        case ToolKind::Select:
        case ToolKind::Place: break;
    }
    return makeSelectTool(host);
}

}  // namespace halltwin::views::floorplan::tools
