// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/table_pages.h"

#include <memory>
#include <utility>

namespace halltwin::views::report {

Pages tablePages(Table table, const Page& head, const QRectF& body) {
    Pages pages;
    addTablePages(std::move(table), head, body, pages);
    return pages;
}

void addTablePages(Table table, const Page& head, const QRectF& body, Pages& pages) {
    const auto shared = std::make_shared<const Table>(std::move(table));
    for (const RowRange& range : shared->paginate(body.height())) {
        Page page = head;
        page.paint = [shared, range, at = body.topLeft()](QPainter& painter) {
            shared->paint(painter, at, range);
        };
        pages.push_back(std::move(page));
    }
}

}  // namespace halltwin::views::report
