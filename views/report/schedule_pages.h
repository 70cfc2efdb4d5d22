// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/report/page.h"
#include "views/report/report.h"

#include <QRectF>

namespace halltwin::views::report {

/// What is placed, by catalogue type: count, labels, power, mass and price, with totals.
[[nodiscard]] Pages schedulePages(const ReportInput& input, const QRectF& body);

}  // namespace halltwin::views::report
