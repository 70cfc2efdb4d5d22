// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/ids.h"
#include "views/bridge/air_quantity.h"
#include "views/bridge/view_context.h"
#include "views/shell/settings.h"

#include <QString>
#include <functional>
#include <memory>
#include <optional>

class QPagedPaintDevice;
class QWidget;

namespace halltwin {
class Catalog;
struct Project;
}  // namespace halltwin

namespace halltwin::twin {
struct TwinResult;
}

namespace halltwin::views::shell {

/// What a report is written from; snapshots, so that writing may take place on any thread.
struct ReportRequest {
    QString path;  ///< of the PDF; empty where it is printed
    std::shared_ptr<const Project> project;
    std::shared_ptr<const Catalog> catalog;
    std::shared_ptr<const twin::TwinResult> result;
    QString scenario;  ///< name; empty: the project as drawn
    std::optional<ScenarioId> scenarioId{};
    QString folder{};  ///< of the project file, that a weather file is named from
};

/// Parts that the program hands to the window; one that is empty is left out of it.
struct ShellParts {
    /// Makes the 3-D view at its first showing. It follows the context by itself.
    std::function<QWidget*(const bridge::ViewContext&, QWidget* parent)> make3dView;
    /// Colours a quantity of the air in the 3-D view over this range; none: over its own.
    std::function<void(QWidget& view, bridge::AirQuantity quantity,
                       const std::optional<Settings::Range>& range)>
        pin3dRange;
    /// Writes the PDF report and returns its number of pages. Called on a worker.
    std::function<Result<int>(const ReportRequest&)> writeReport;
    /// Paints the same pages on a printer, on paper of the printer's size where the report knows
    /// it, and returns their number. Called on a worker.
    std::function<Result<int>(const ReportRequest&, QPagedPaintDevice&)> printReport;
};

}  // namespace halltwin::views::shell
