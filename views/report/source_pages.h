// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/report/page.h"
#include "views/report/report.h"

#include <QRectF>

namespace halltwin::views::report {

/// Where each key figure comes from: its formula and every number that goes in, with its source.
[[nodiscard]] Pages sourcePages(const ReportInput& input, const QRectF& body);

}  // namespace halltwin::views::report
