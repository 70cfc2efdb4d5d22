// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "views/bridge/theme.h"

#include <QAbstractTableModel>
#include <QString>
#include <optional>
#include <vector>

class QTableView;

namespace halltwin::views::diagram {

struct TableCell {
    QString text;
    std::optional<double> number;  ///< to sort by; none: by the text
};

struct TableRow {
    std::vector<TableCell> cells;
    std::vector<ItemId> items;  ///< that the row is about
    bool isBad = false;         ///< its first cell is red
};

struct TableColumn {
    QString heading;
    QString help;
    bool isNumber = false;  ///< set to the right
    int width = 100;        ///< at first, pixels
};

/// A finished table, made off the GUI thread.
struct TableContent {
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    QString summary;    ///< stands above the table
    QString emptiness;  ///< stands instead of a table without rows
};

/// Shows a table of figures; sorting goes by the numbers behind the texts.
class ResilienceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int sortRole = Qt::UserRole;

    explicit ResilienceModel(const bridge::Theme& theme, QObject* parent = nullptr);

    void setContent(TableContent content);
    [[nodiscard]] const TableContent& content() const { return m_content; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    const bridge::Theme& m_theme;
    TableContent m_content;
};

/// The selected rows as they are sorted, or all without any, with headings: columns apart by
/// tabulators, as spreadsheets paste them.
[[nodiscard]] QString tableText(const QTableView& view);

}  // namespace halltwin::views::diagram
