// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/bars.h"

#include "views/report/text.h"

#include <QPainter>
#include <algorithm>

namespace halltwin::views::report {
namespace {

constexpr double headingHeight = 2.0 * step;
constexpr double groupGap = 2.0 * step;
constexpr double highestRow = 14.0 * pt;
constexpr double nameShare = 0.40;
constexpr double valueShare = 0.22;

void paintGroupHeading(QPainter& painter, const QRectF& area, const BarGroup& group) {
    paintLine(painter, area.adjusted(0, 0, -0.35 * area.width(), 0), group.heading,
              {.role = TextRole::Strong});
    paintLine(painter, area.adjusted(0.65 * area.width(), 0, 0, 0), group.total,
              {TextRole::Strong, ink().text, Qt::AlignRight});
    painter.setPen(QPen(ink().rule, 0.5 * pt));
    const double y = area.top() + 1.5 * step;
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
}

void paintBar(QPainter& painter, const QRectF& row, const PrintedBar& bar, double largest) {
    const double top = row.top() + 0.5 * (row.height() - lineHeight(TextRole::Body));
    const double nameWidth = nameShare * row.width();
    const double valueWidth = valueShare * row.width();
    paintLine(painter, QRectF(row.left(), top, nameWidth - 0.5 * step, row.height()), bar.name, {});
    const double length = row.width() - nameWidth - valueWidth;
    const double share = largest > 0.0 ? std::clamp(bar.value / largest, 0.0, 1.0) : 0.0;
    const double thickness = 0.55 * row.height();
    painter.fillRect(QRectF(row.left() + nameWidth, row.center().y() - 0.5 * thickness,
                            share > 0.0 ? std::max(0.5 * pt, share * length) : 0.0, thickness),
                     bar.color);
    paintLine(painter, QRectF(row.right() - valueWidth, top, valueWidth, row.height()), bar.text,
              {TextRole::Body, ink().text, Qt::AlignRight});
}

}  // namespace

void paintBarGroups(QPainter& painter, const QRectF& area, const std::vector<BarGroup>& groups) {
    std::size_t rows = 0;
    for (const BarGroup& group : groups)
        rows += group.bars.size();
    const double fixed = static_cast<double>(groups.size()) * (headingHeight + groupGap) - groupGap;
    const double room =
        (area.height() - fixed) / static_cast<double>(std::max<std::size_t>(1, rows));
    const double rowHeight = std::min(highestRow, room);
    double y = area.top();
    for (const BarGroup& group : groups) {
        paintGroupHeading(painter, {area.left(), y, area.width(), headingHeight}, group);
        y += headingHeight;
        double largest = 0.0;
        for (const PrintedBar& bar : group.bars)
            largest = std::max(largest, bar.value);
        for (const PrintedBar& bar : group.bars) {
            paintBar(painter, {area.left(), y, area.width(), rowHeight}, bar, largest);
            y += rowHeight;
        }
        y += groupGap;
    }
}

}  // namespace halltwin::views::report
