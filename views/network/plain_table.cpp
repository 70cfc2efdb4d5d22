// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/network/plain_table.h"

#include <QHeaderView>
#include <QSignalBlocker>
#include <algorithm>

namespace halltwin::views::network {

namespace {

constexpr int widestColumn = 260;

Qt::Alignment alignmentOf(int column, int numbers) {
    return (column >= numbers ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

}  // namespace

bool PlainRow::looksLike(const PlainRow& other) const {
    return cells == other.cells && tip == other.tip && color == other.color &&
           icon.cacheKey() == other.icon.cacheKey();
}

PlainTable::PlainTable(const QString& name, const QStringList& headers, int numbers,
                       QWidget* parent)
    : QTreeWidget(parent),
      m_numbers(numbers) {
    setObjectName(name);
    setHeaderLabels(headers);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setStyleSheet(QStringLiteral("QTreeView::item { padding: 2px 6px }"));
    const bool isText = numbers >= headers.size();
    header()->setStretchLastSection(isText);
    if (!isText) header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setHighlightSections(false);
    for (int column = 0; column < headers.size(); ++column)
        headerItem()->setTextAlignment(column, alignmentOf(column, numbers));
}

/// Nobody hears of a selection that goes with its table.
PlainTable::~PlainTable() {
    blockSignals(true);
}

void PlainTable::setRows(const std::vector<PlainRow>& rows) {
    const auto alike = [](const PlainRow& a, const PlainRow& b) { return a.looksLike(b); };
    if (std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), alike)) return;
    m_rows = rows;
    const QSignalBlocker quiet(this);
    const int current = currentRow();
    clear();
    QList<QTreeWidgetItem*> items;
    for (const PlainRow& row : rows) {
        auto* item = new QTreeWidgetItem(row.cells);
        item->setIcon(0, row.icon);
        for (int column = 0; column < row.cells.size(); ++column) {
            item->setTextAlignment(column, alignmentOf(column, m_numbers));
            item->setToolTip(column, row.tip);
            if (row.color) item->setForeground(column, *row.color);
        }
        items.append(item);
    }
    addTopLevelItems(items);
    for (int column = 0; column < columnCount(); ++column) {
        resizeColumnToContents(column);
        setColumnWidth(column, std::min(columnWidth(column), widestColumn));
    }
    setCurrentRow(std::min(current, rowCount() - 1));
}

void PlainTable::setCurrentRow(int row) {
    setCurrentItem(row < 0 ? nullptr : topLevelItem(row));
}

QString PlainTable::text(int row, int column) const {
    const QTreeWidgetItem* item = topLevelItem(row);
    return item == nullptr ? QString() : item->text(column);
}

}  // namespace halltwin::views::network
