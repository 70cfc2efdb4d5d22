// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/report/page.h"
#include "views/report/report.h"

#include <QRectF>

namespace halltwin::views::report {

/// Room air of each hall with racks: air-management figures with their definitions and targets, and
/// every rack with intake, class and capture, the warmest first. No page without such a hall.
[[nodiscard]] Pages airPages(const ReportInput& input, const QRectF& body);

}  // namespace halltwin::views::report
