// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QStringList>
#include <QTreeWidget>
#include <optional>
#include <vector>

namespace halltwin::views::network {

/// One row of a PlainTable; the cells of columns that are named as numbers stand to the right.
struct PlainRow {
    QStringList cells;
    QString tip;
    QIcon icon;  ///< of the first cell
    std::optional<QColor> color;

    [[nodiscard]] bool looksLike(const PlainRow& other) const;
};

/// A flat table of texts that is filled anew as a whole where anything differs; the current row
/// stays where it was.
class PlainTable : public QTreeWidget {
    Q_OBJECT

public:
    /// `numbers`: the first column that holds numbers; all after it do too.
    PlainTable(const QString& name, const QStringList& headers, int numbers,
               QWidget* parent = nullptr);
    ~PlainTable() override;

    void setRows(const std::vector<PlainRow>& rows);
    [[nodiscard]] int rowCount() const { return topLevelItemCount(); }
    [[nodiscard]] int currentRow() const { return indexOfTopLevelItem(currentItem()); }
    void setCurrentRow(int row);
    [[nodiscard]] QString text(int row, int column) const;

private:
    int m_numbers;
    std::vector<PlainRow> m_rows;
};

}  // namespace halltwin::views::network
