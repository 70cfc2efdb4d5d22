// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/report/page.h"
#include "views/report/report.h"

#include <QRectF>

namespace halltwin::views::report {

/// Key figures, money, carbon, room air and the books as one table, with the charts of power, cost
/// and carbon beside it.
[[nodiscard]] Pages figuresPages(const ReportInput& input, const QRectF& body);

}  // namespace halltwin::views::report
