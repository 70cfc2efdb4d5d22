// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/sheet.h"

#include "views/report/text.h"

#include <QPainter>
#include <vector>

namespace halltwin::views::report {
namespace {

constexpr double margin = 5.0 * step;
constexpr double headingHeight = 4.0 * step;
constexpr double blockHeight = 5.0 * step;
constexpr double gap = step;

/// A cell has a fixed width, or a share of what the others leave.
struct Cell {
    QString caption;
    QString value;
    double width = 0.0;
    double share = 0.0;
    TextRole role = TextRole::Body;
};

QString orDash(const QString& text) {
    return text.trimmed().isEmpty() ? QStringLiteral("–") : text;
}

std::vector<Cell> cellsOf(const TitleBlock& block, const Page& page, SheetNumber number) {
    return {
        {Words::tr("Project"), block.project, 0.0, 3.0, TextRole::Strong},
        {Words::tr("Client"), block.client, 0.0, 2.0},
        {Words::tr("Author"), block.author, 0.0, 2.0},
        {Words::tr("Scenario"), block.scenario, 0.0, 2.0},
        {Words::tr("Scale"), page.scale, 7.0 * step},
        {Words::tr("Date"), block.date, 11.0 * step},
        {Words::tr("Program and project hash"), block.program + QLatin1Char('\n') + block.hash,
         13.0 * step},
        {Words::tr("Sheet"), Words::tr("%1 of %2").arg(number.number).arg(number.of), 8.0 * step,
         0.0, TextRole::Strong},
    };
}

}  // namespace

QRectF Sheet::inside() const {
    return QRectF(QPointF(0, 0), m_paper).adjusted(margin, margin, -margin, -margin);
}

QRectF Sheet::heading() const {
    const QRectF all = inside();
    return {all.left(), all.top(), all.width(), headingHeight};
}

QRectF Sheet::drawing() const {
    return inside().adjusted(0, 0, 0, -(blockHeight + gap));
}

QRectF Sheet::body() const {
    return drawing().adjusted(0, headingHeight + 0.5 * step, 0, 0);
}

QRectF Sheet::titleBlock() const {
    const QRectF all = inside();
    return {all.left(), all.bottom() - blockHeight, all.width(), blockHeight};
}

void paintHeading(QPainter& painter, const Sheet& sheet, const Page& page) {
    const QRectF area = sheet.heading();
    paintLine(painter, area, page.title, {.role = TextRole::Title});
    const QRectF below = area.adjusted(0, lineHeight(TextRole::Title), 0, 0);
    paintLine(painter, below, page.subtitle, {.role = TextRole::Body, .color = ink().muted});
}

void paintTitleBlock(QPainter& painter, const Sheet& sheet, const TitleBlock& block,
                     const Page& page, SheetNumber number) {
    const std::vector<Cell> cells = cellsOf(block, page, number);
    const QRectF area = sheet.titleBlock();
    double shares = 0.0;
    double free = area.width();
    for (const Cell& cell : cells) {
        shares += cell.share;
        free -= cell.width;
    }
    painter.setPen(QPen(ink().text, 0.75 * pt));
    painter.drawLine(area.topLeft(), area.topRight());
    double x = area.left();
    for (const Cell& cell : cells) {
        const double width = cell.width + free * cell.share / shares;
        if (x > area.left()) {
            painter.setPen(QPen(ink().rule, 0.5 * pt));
            painter.drawLine(QPointF(x, area.top() + step), QPointF(x, area.bottom()));
        }
        const double inset = x > area.left() ? step : 0.0;
        QRectF box(x + inset, area.top() + step, width - inset - 0.5 * step, area.height() - step);
        paintLine(painter, box, cell.caption, {.role = TextRole::Caption, .color = ink().muted});
        box.setTop(box.top() + 1.25 * step);
        paintLines(painter, box, orDash(cell.value), {.role = cell.role});
        x += width;
    }
}

}  // namespace halltwin::views::report
