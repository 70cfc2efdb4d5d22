// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/report/table.h"

#include "views/report/text.h"

#include <QPainter>
#include <algorithm>

namespace halltwin::views::report {
namespace {

constexpr double padX = 0.5 * step;
constexpr double padY = 0.25 * step;
constexpr double headerHeight = 2.0 * step;
constexpr int mostCharacters = 700;

TextRole roleOf(RowKind kind) {
    return kind == RowKind::Group || kind == RowKind::Total ? TextRole::Strong : TextRole::Body;
}

}  // namespace

Table::Table(std::vector<Column> columns, double width)
    : m_columns(std::move(columns)),
      m_width(width) {
    double shares = 0.0;
    for (const Column& column : m_columns)
        shares += column.share;
    for (const Column& column : m_columns)
        m_widths.push_back(width * column.share / shares);
}

void Table::add(Row row) {
    for (QString& cell : row.cells) {
        if (cell.size() > mostCharacters)
            cell = cell.left(mostCharacters - 1) + QStringLiteral("…");
    }
    const double height = heightOf(row);
    m_rows.push_back({std::move(row), height});
}

double Table::widthOf(const Row& row, int cell) const {
    const double all = row.cells.size() == 1 ? m_width : m_widths[static_cast<std::size_t>(cell)];
    return all - 2.0 * padX;
}

double Table::heightOf(const Row& row) const {
    double text = lineHeight(TextRole::Body);
    const int cells =
        std::min(static_cast<int>(row.cells.size()), static_cast<int>(m_columns.size()));
    for (int i = 0; i < cells; ++i) {
        text = std::max(text, wrappedHeight(row.cells[i], roleOf(row.kind), widthOf(row, i)));
    }
    return text + 2.0 * padY;
}

std::size_t Table::pageEnd(std::size_t first, double room) const {
    std::size_t end = first;
    double used = 0.0;
    while (end < m_rows.size() && used + m_rows[end].height <= room)
        used += m_rows[end++].height;
    end = std::max(end, first + 1);
    if (end >= m_rows.size()) return m_rows.size();
    // A group's heading is not left alone at the foot, nor a note or a total at the head.
    std::size_t kept = end;
    while (kept > first + 1 &&
           (m_rows[kept - 1].row.kind == RowKind::Group || m_rows[kept].row.kind == RowKind::Note ||
            m_rows[kept].row.kind == RowKind::Total)) {
        --kept;
    }
    return kept > first + 1 ? kept : end;
}

std::vector<RowRange> Table::paginate(double pageHeight) const {
    std::vector<RowRange> pages;
    std::size_t first = 0;
    do {
        const std::size_t last = m_rows.empty() ? 0 : pageEnd(first, pageHeight - headerHeight);
        double height = headerHeight;
        for (std::size_t i = first; i < last; ++i)
            height += m_rows[i].height;
        pages.push_back({first, last, height});
        first = last;
    } while (first < m_rows.size());
    return pages;
}

void Table::paint(QPainter& painter, QPointF at, const RowRange& range) const {
    QPointF row(at.x(), at.y() + headerHeight);
    for (std::size_t i = range.first; i < range.last; ++i) {
        paintRow(painter, row, m_rows[i]);
        row.ry() += m_rows[i].height;
    }
    paintHeader(painter, at);  // its rule lies over the first row's tint
}

void Table::paintHeader(QPainter& painter, QPointF at) const {
    double x = at.x();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const QRectF box(x + padX, at.y() + 0.5 * step, m_widths[i] - 2.0 * padX, step);
        paintLine(painter, box, m_columns[i].heading,
                  {TextRole::Caption, ink().muted, m_columns[i].alignment});
        x += m_widths[i];
    }
    const double bottom = at.y() + headerHeight;
    painter.setPen(QPen(ink().text, 0.75 * pt));
    painter.drawLine(QPointF(at.x(), bottom), QPointF(at.x() + m_width, bottom));
}

void Table::paintRow(QPainter& painter, QPointF at, const Placed& placed) const {
    const Row& row = placed.row;
    if (row.kind == RowKind::Group) {
        painter.fillRect(QRectF(at.x(), at.y(), m_width, placed.height), ink().tint);
    }
    double x = at.x();
    const int cells =
        std::min(static_cast<int>(row.cells.size()), static_cast<int>(m_columns.size()));
    for (int i = 0; i < cells; ++i) {
        const auto column = static_cast<std::size_t>(i);
        const QRectF box(x + padX, at.y() + padY, widthOf(row, i), placed.height);
        QColor color = row.kind == RowKind::Note ? ink().muted : ink().text;
        if (i == 0 && row.mark) color = *row.mark;
        const Qt::Alignment alignment = cells == 1 ? Qt::AlignLeft : m_columns[column].alignment;
        paintWrapped(painter, box, row.cells[i], {roleOf(row.kind), color, alignment});
        x += m_widths[column];
    }
    const double bottom = at.y() + placed.height;
    const bool isTotal = row.kind == RowKind::Total;
    painter.setPen(QPen(isTotal ? ink().text : ink().rule, isTotal ? 0.75 * pt : 0.35 * pt));
    const double y = isTotal ? at.y() : bottom;
    painter.drawLine(QPointF(at.x(), y), QPointF(at.x() + m_width, y));
}

}  // namespace halltwin::views::report
