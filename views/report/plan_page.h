// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/report/page.h"
#include "views/report/report.h"

#include <QRectF>

namespace halltwin::views::report {

/// Height of the air temperatures on plans: the middle of a rack's intake and of a person's reach.
inline constexpr Length planHeatHeight = metres(1.5);

/// The site, and each data hall where it can be drawn larger than on the site's sheet: vector plans
/// at a standard scale with heat map, intake classes, equipment key and scale bar.
[[nodiscard]] Pages planPages(const ReportInput& input, const QRectF& area);

}  // namespace halltwin::views::report
