// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/power/diagram_graph.h"
#include "model/power/sequence.h"
#include "views/bridge/theme.h"

#include <QAbstractTableModel>
#include <QString>
#include <functional>
#include <vector>

namespace halltwin::views::charts {

/// What happened to one element, or to several of a kind at one moment for one reason.
struct EventRow {
    Duration at;
    std::vector<ItemId> items;
    ItemId cause;     ///< invalid: none is named
    QString element;  ///< "UPS-A1", "84 × Rack"
    QString what;     ///< "Tripped at 143 % of its rating"
    QString because;
    bool isBad = false;  ///< failed, tripped, dark or empty
};

/// How rows name and group items.
struct EventNames {
    std::function<QString(ItemId)> nameOf;
    power::LoadKind kindOf;
};

/// The events of a sequence in their order; alike ones of one moment stand together.
[[nodiscard]] std::vector<EventRow> eventRows(const power::Sequence& sequence,
                                              const EventNames& names);

/// The rows as a table: time, element, what, because of.
class EventListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { AtColumn, ElementColumn, WhatColumn, CauseColumn, ColumnCount };

    explicit EventListModel(const bridge::Theme& theme, QObject* parent = nullptr);

    void setRows(std::vector<EventRow> rows);
    [[nodiscard]] const std::vector<EventRow>& rows() const { return m_rows; }
    /// The last row at or before a time; −1: none.
    [[nodiscard]] int rowAt(Duration time) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    const bridge::Theme& m_theme;
    std::vector<EventRow> m_rows;
};

}  // namespace halltwin::views::charts
