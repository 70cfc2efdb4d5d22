// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/report/page.h"
#include "views/report/table.h"

#include <QRectF>

namespace halltwin::views::report {

/// As many sheets as a table needs, each with the heading of `head`.
[[nodiscard]] Pages tablePages(Table table, const Page& head, const QRectF& body);

/// The same, behind the pages that are there.
void addTablePages(Table table, const Page& head, const QRectF& body, Pages& pages);

}  // namespace halltwin::views::report
