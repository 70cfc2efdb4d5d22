// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/report/page.h"
#include "views/report/report.h"

#include <QRectF>

namespace halltwin::views::report {

/// The year's figures beside its hours and months; none without a climate.
[[nodiscard]] Pages yearPages(const ReportInput& input, const QRectF& body);

}  // namespace halltwin::views::report
