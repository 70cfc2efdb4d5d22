// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/report/page.h"
#include "views/report/report.h"

#include <QRectF>

namespace halltwin::views::report {

/// The power chain, sources first: each element with its voltage, rating, load and loss, and the
/// cables with their size and loading. No page for a project without a power chain.
[[nodiscard]] Pages powerPages(const ReportInput& input, const QRectF& body);

}  // namespace halltwin::views::report
