// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/report/page.h"
#include "views/report/report.h"

#include <QRectF>

namespace halltwin::views::report {

/// The networks: fabrics in figures, switches, bill of cables, fill of trays, elevations of racks
/// with switches. Long lists are folded, with a line that says where all of them are. None without
/// a fabric.
[[nodiscard]] Pages networkPages(const ReportInput& input, const QRectF& body);

}  // namespace halltwin::views::report
