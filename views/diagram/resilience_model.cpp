// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/diagram/resilience_model.h"

#include <QItemSelectionModel>
#include <QTableView>
#include <utility>

namespace halltwin::views::diagram {

ResilienceModel::ResilienceModel(const bridge::Theme& theme, QObject* parent)
    : QAbstractTableModel(parent),
      m_theme(theme) {}

void ResilienceModel::setContent(TableContent content) {
    beginResetModel();
    m_content = std::move(content);
    endResetModel();
}

int ResilienceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_content.rows.size());
}

int ResilienceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_content.columns.size());
}

QVariant ResilienceModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const TableRow& row = m_content.rows[static_cast<std::size_t>(index.row())];
    const TableCell& cell = row.cells[static_cast<std::size_t>(index.column())];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole: return cell.text;
        case Qt::ForegroundRole:
            return row.isBad && index.column() == 0 ? QVariant(m_theme.colors().danger)
                                                    : QVariant();
        case Qt::TextAlignmentRole: {
            const bool isNumber =
                m_content.columns[static_cast<std::size_t>(index.column())].isNumber;
            return QVariant(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
        }
        case sortRole: return cell.number ? QVariant(*cell.number) : QVariant(cell.text);
        default: return {};
    }
}

QVariant ResilienceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section >= columnCount()) return {};
    const TableColumn& column = m_content.columns[static_cast<std::size_t>(section)];
    switch (role) {
        case Qt::DisplayRole: return column.heading;
        case Qt::ToolTipRole: return column.help.isEmpty() ? column.heading : column.help;
        case Qt::TextAlignmentRole:
            return QVariant(Qt::AlignVCenter | (column.isNumber ? Qt::AlignRight : Qt::AlignLeft));
        default: return {};
    }
}

QString tableText(const QTableView& view) {
    const QAbstractItemModel& model = *view.model();
    const auto lineOf = [&model](auto cellOf) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << cellOf(column).toString();
        return cells.join(QLatin1Char('\t'));
    };
    QStringList lines{
        lineOf([&model](int column) { return model.headerData(column, Qt::Horizontal); })};
    const bool hasSelection = view.selectionModel()->hasSelection();
    for (int row = 0; row < model.rowCount(); ++row) {
        if (hasSelection && !view.selectionModel()->isRowSelected(row)) continue;
        lines << lineOf([&model, row](int column) { return model.index(row, column).data(); });
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace halltwin::views::diagram
