// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/report/page.h"
#include "views/report/report.h"

#include <QRectF>

namespace halltwin::views::report {

/// Where the power goes by kind, from the sources to the loads, with its losses and books. No page
/// for a project without a power chain.
[[nodiscard]] Pages flowPages(const ReportInput& input, const QRectF& body);

}  // namespace halltwin::views::report
