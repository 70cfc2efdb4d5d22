// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>
#include <QStringList>
#include <optional>
#include <vector>

class QPainter;

namespace halltwin::views::report {

struct Column {
    QString heading;
    double share = 1.0;  ///< of the table's width
    Qt::Alignment alignment = Qt::AlignLeft;
};

enum class RowKind {
    Plain,
    Group,  ///< tinted; stays with the row below
    Note,   ///< small text under the row above; one cell spans the table, stays with the row above
    Total,  ///< stays with the row above
};

struct Row {
    RowKind kind = RowKind::Plain;
    QStringList cells;           ///< a single cell spans the table
    std::optional<QColor> mark;  ///< colour of the first cell's text
};

/// Rows of a table on one page: [first, last).
struct RowRange {
    std::size_t first = 0;
    std::size_t last = 0;
    double height = 0.0;  ///< with the header
};

/// A table with wrapped cells that runs over pages with its header on each. No row is cut: a cell's
/// text is shortened to 700 characters, so that every row is lower than a page.
class Table {
public:
    Table(std::vector<Column> columns, double width);

    void add(Row row);
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }

    /// At least one range; one without rows for an empty table.
    [[nodiscard]] std::vector<RowRange> paginate(double pageHeight) const;
    void paint(QPainter& painter, QPointF at, const RowRange& range) const;

private:
    struct Placed {
        Row row;
        double height = 0.0;
    };

    [[nodiscard]] double widthOf(const Row& row, int cell) const;
    [[nodiscard]] double heightOf(const Row& row) const;
    [[nodiscard]] std::size_t pageEnd(std::size_t first, double room) const;
    void paintHeader(QPainter& painter, QPointF at) const;
    void paintRow(QPainter& painter, QPointF at, const Placed& placed) const;

    std::vector<Column> m_columns;
    double m_width;
    std::vector<double> m_widths;
    std::vector<Placed> m_rows;
};

}  // namespace halltwin::views::report
