// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window_parts.h"

#include "model/core/hash.h"
#include "model/exchange/project_json.h"
#include "model/twin/twin.h"
#include "views/report/report.h"
#include "views/scene3d/scene_view.h"

namespace halltwin::app {

namespace {

Result<void> writeReport(const views::shell::ReportRequest& request) {
    const std::string hash = fingerprintText(exchange::toJson(*request.project));
    const views::report::ReportInput input{*request.project,
                                           *request.catalog,
                                           *request.result,
                                           request.scenario,
                                           QString::fromStdString(hash),
                                           QDateTime::currentDateTime()};
    return views::report::writePdf(input, {}, request.path).map([](int) {});
}

}  // namespace

views::shell::ShellParts windowParts() {
    views::shell::ShellParts parts;
    parts.make3dView = [](const views::bridge::ViewContext& context, QWidget* parent) -> QWidget* {
        return new views::scene3d::SceneView(context, parent);
    };
    parts.writeReport = writeReport;
    return parts;
}

}  // namespace halltwin::app
