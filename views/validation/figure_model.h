// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/validation/case.h"
#include "views/bridge/theme.h"

#include <QAbstractTableModel>
#include <vector>

namespace halltwin::views::validation {

/// Figures of one case beside the published ones.
class FigureModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Quantity, Grid, Published, Calculated, Allowed, State, ColumnCount };

    explicit FigureModel(const bridge::Theme& theme, QObject* parent = nullptr);

    void setRows(std::vector<halltwin::validation::Row> rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(const halltwin::validation::Row& row, int column) const;

    const bridge::Theme& m_theme;
    std::vector<halltwin::validation::Row> m_rows;
};

}  // namespace halltwin::views::validation
