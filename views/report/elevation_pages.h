// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/report/page.h"
#include "views/report/report.h"

#include <QRectF>

namespace halltwin::views::report {

/// Racks with switches, front and rear, several on a sheet. Those with the same things in the same
/// units are drawn once; at most twelve are drawn.
[[nodiscard]] Pages elevationPages(const ReportInput& input, const QRectF& body);

}  // namespace halltwin::views::report
