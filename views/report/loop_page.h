// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/report/page.h"
#include "views/report/report.h"

#include <QRectF>

namespace halltwin::views::report {

/// The cooling loops as a diagram, scaled to the sheet, and their pipes as tables: grouped by what
/// they join, size and length. No page for a project without cooling links.
[[nodiscard]] Pages loopPages(const ReportInput& input, const QRectF& body);

}  // namespace halltwin::views::report
