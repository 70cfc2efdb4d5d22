// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/report/page.h"
#include "views/report/report.h"

#include <QRectF>

namespace halltwin::views::report {

/// What the rule checks and the engines found, errors first. A report lists 500 and counts the
/// rest.
[[nodiscard]] Pages findingsPages(const ReportInput& input, const QRectF& body);

}  // namespace halltwin::views::report
