// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window_parts.h"

#include "model/core/data_paths.h"
#include "model/core/hash.h"
#include "model/exchange/project_json.h"
#include "model/exchange/site_weather.h"
#include "model/twin/year.h"
#include "views/report/report.h"
#include "views/scene3d/scene_view.h"

namespace halltwin::app {

namespace {

/// The year of a project with a climate; a report without it says nothing of a year.
std::optional<twin::YearResult> yearOf(const views::shell::ReportRequest& request) {
    const auto weather = exchange::siteWeather(
        request.project->site, {request.folder.toStdString(), resourceDirectory() / "climate"});
    if (!weather) return std::nullopt;
    auto year = twin::evaluateYear(
        {request.project, request.catalog, request.scenarioId, twin::Settings{}}, *weather);
    if (!year) return std::nullopt;
    return *std::move(year);
}

/// Runs `make` on the input that a request stands for, while its parts are there.
template <class Make>
Result<int> withInput(const views::shell::ReportRequest& request, Make make) {
    const std::string hash = fingerprintText(exchange::toJson(*request.project));
    const auto year = yearOf(request);
    return make(views::report::ReportInput{*request.project, *request.catalog, *request.result,
                                           request.scenario, QString::fromStdString(hash),
                                           QDateTime::currentDateTime(),
                                           year ? &*year : nullptr});
}

Result<int> writeReport(const views::shell::ReportRequest& request) {
    return withInput(request, [&](const views::report::ReportInput& input) {
        return views::report::writePdf(input, {}, request.path);
    });
}

Result<int> printReport(const views::shell::ReportRequest& request, QPagedPaintDevice& device) {
    return withInput(request, [&](const views::report::ReportInput& input) {
        return views::report::paintPages(
            input, {views::report::paperOf(device), QStringLiteral("en")}, device);
    });
}

}  // namespace

views::shell::ShellParts windowParts() {
    views::shell::ShellParts parts;
    parts.make3dView = [](const views::bridge::ViewContext& context, QWidget* parent) -> QWidget* {
        return new views::scene3d::SceneView(context, parent);
    };
    parts.pin3dRange = [](QWidget& view, views::bridge::AirQuantity quantity,
                          const std::optional<views::shell::Settings::Range>& range) {
        auto& scene = static_cast<views::scene3d::SceneView&>(view);
        using Range = views::scene3d::ShownRange;
        scene.pinRange(quantity, range ? std::optional(Range{range->minimum, range->maximum})
                                       : std::nullopt);
    };
    parts.writeReport = writeReport;
    parts.printReport = printReport;
    return parts;
}

}  // namespace halltwin::app
