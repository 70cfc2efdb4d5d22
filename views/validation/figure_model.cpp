// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/validation/figure_model.h"

#include "model/validation/figure_text.h"

#include <utility>

namespace halltwin::views::validation {

using halltwin::validation::Row;

FigureModel::FigureModel(const bridge::Theme& theme, QObject* parent)
    : QAbstractTableModel(parent),
      m_theme(theme) {}

void FigureModel::setRows(std::vector<Row> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int FigureModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FigureModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString FigureModel::text(const Row& row, int column) const {
    switch (column) {
        case Quantity: return QString::fromStdString(row.quantity);
        case Grid: return QString::fromStdString(row.grid);
        case Published: return QString::fromStdString(halltwin::validation::publishedText(row));
        case Calculated: return QString::fromStdString(halltwin::validation::calculatedText(row));
        case Allowed: return QString::fromStdString(halltwin::validation::toleranceText(row));
        case State: return row.met ? tr("met") : tr("not met");
        default: return {};
    }
}

QVariant FigureModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole: return text(row, column);
        case Qt::ToolTipRole: return text(row, column);
        case Qt::TextAlignmentRole:
            if (column == Published || column == Calculated)
                return QVariant(Qt::AlignRight | Qt::AlignVCenter);
            return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
        case Qt::ForegroundRole:
            if (column == State && !row.met) return m_theme.colors().warning;
            if (column == Grid || column == Allowed) return m_theme.colors().textMuted;
            return {};
        case Qt::FontRole:
            if (!row.met && (column == State || column == Calculated))
                return bridge::Theme::font(bridge::TextStyle::BodyStrong);
            return {};
        default: return {};
    }
}

QVariant FigureModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && (section == Published || section == Calculated))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Quantity: return tr("Figure");
        case Grid: return tr("Grid");
        case Published: return tr("Published");
        case Calculated: return tr("HallTwin");
        case Allowed: return tr("Tolerance");
        case State: return tr("State");
        default: return {};
    }
}

}  // namespace halltwin::views::validation
