// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/diagram/resilience.h"
#include "views/report/page.h"
#include "views/report/report.h"

#include <QRectF>

namespace halltwin::views::report {

/// What the power chain does when something of it is lost: every single element out, what is left
/// to grow by, and how long racks are dark in a year. No page for a project without a power chain.
[[nodiscard]] Pages resiliencePages(const ReportInput& input, const QRectF& body);

/// The same of what was found before. A part that failed has a sheet with its reason.
[[nodiscard]] Pages resiliencePages(const ReportInput& input, const diagram::Resilience& found,
                                    const QRectF& body);

}  // namespace halltwin::views::report
