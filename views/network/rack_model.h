// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/bridge/theme.h"
#include "views/diagram/rack_content.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QStringList>
#include <memory>
#include <vector>

namespace halltwin::views::network {

using RackListPtr = std::shared_ptr<const std::vector<diagram::DrawnRack>>;

/// Racks with their free units, mass, power and highest load, one row each; racks that an issue of
/// the network names carry its sign.
class RackModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        RackColumn,
        FreeColumn,
        PowerColumn,
        NetworkColumn,
        LoadColumn,
        MassColumn,
        HallColumn,
        ModelColumn,
        ColumnCount
    };
    enum Role { SortRole = Qt::UserRole, WordsRole };

    explicit RackModel(const bridge::Theme& theme, QObject* parent = nullptr);

    /// Null shows nothing. The same racks in the same order keep their rows, so that a selection
    /// survives.
    void setRacks(RackListPtr racks);
    [[nodiscard]] const diagram::DrawnRack& rackAt(int row) const {
        return (*m_racks)[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] int rowOf(ItemId rack) const;  ///< −1: not in the list

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString textOf(const diagram::DrawnRack& rack, int column) const;
    [[nodiscard]] QVariant keyOf(const diagram::DrawnRack& rack, int row, int column) const;

    const bridge::Theme& m_theme;
    RackListPtr m_racks;
};

/// Rows whose rack, hall, model, switches or fabrics hold every word of a filter; sorted by a
/// column.
class RackFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit RackFilter(QObject* parent = nullptr);

    void setWords(const QString& words);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
};

}  // namespace halltwin::views::network
