// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace halltwin::exchange {

/// A field of a schedule: nothing, text, or a number in its column's unit.
using Cell = std::variant<std::monostate, std::string, double>;

struct ScheduleColumn {
    std::string key;      ///< for scripts, with the unit: "length_m"
    std::string heading;  ///< for people: "Length"
    std::string unit{};   ///< "m"; empty: text, or a number without unit
    int decimals = 0;     ///< that are shown; files keep all
};

/// A list of what a project holds, with its values and no look: CSV files, sheets of a workbook and
/// pages of a report are made from it.
class Schedule {
public:
    /// `key` names the file of a schedule ("switches"), `title` its sheet.
    Schedule(std::string key, std::string title, std::vector<ScheduleColumn> columns);

    /// Adds a row; a number of cells other than that of the columns is a programmer's mistake
    /// (assert).
    void add(std::initializer_list<Cell> row);

    [[nodiscard]] const std::string& key() const { return m_key; }
    [[nodiscard]] const std::string& title() const { return m_title; }
    [[nodiscard]] const std::vector<ScheduleColumn>& columns() const { return m_columns; }
    [[nodiscard]] std::size_t rowCount() const { return m_cells.size() / m_columns.size(); }
    [[nodiscard]] const Cell& at(std::size_t row, std::size_t column) const {
        return m_cells[row * m_columns.size() + column];
    }
    /// Index of the column with this key.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view columnKey) const;
    /// Sum of the numbers of a column; 0 where there is no such column.
    [[nodiscard]] double sumOf(std::string_view columnKey) const;

private:
    std::string m_key;
    std::string m_title;
    std::vector<ScheduleColumn> m_columns;
    std::vector<Cell> m_cells;  ///< row by row
};

/// As comma-separated text, with the columns' keys as header.
[[nodiscard]] std::string csvOf(const Schedule& schedule);

}  // namespace halltwin::exchange
