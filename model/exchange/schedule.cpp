// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/schedule.h"

#include "model/exchange/csv.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace halltwin::exchange {

Schedule::Schedule(std::string key, std::string title, std::vector<ScheduleColumn> columns)
    : m_key(std::move(key)),
      m_title(std::move(title)),
      m_columns(std::move(columns)) {
    assert(!m_columns.empty());
}

void Schedule::add(std::initializer_list<Cell> row) {
    assert(row.size() == m_columns.size());
    m_cells.insert(m_cells.end(), row.begin(), row.end());
}

std::optional<std::size_t> Schedule::find(std::string_view columnKey) const {
    const auto at = std::ranges::find(m_columns, columnKey, &ScheduleColumn::key);
    if (at == m_columns.end()) return std::nullopt;
    return static_cast<std::size_t>(at - m_columns.begin());
}

double Schedule::sumOf(std::string_view columnKey) const {
    const auto column = find(columnKey);
    double sum = 0.0;
    for (std::size_t row = 0; column && row < rowCount(); ++row) {
        if (const auto* number = std::get_if<double>(&at(row, *column))) sum += *number;
    }
    return sum;
}

std::string csvOf(const Schedule& schedule) {
    std::vector<std::string> header;
    for (const ScheduleColumn& column : schedule.columns())
        header.push_back(column.key);
    CsvTable table(header);
    for (std::size_t row = 0; row < schedule.rowCount(); ++row) {
        for (std::size_t column = 0; column < header.size(); ++column) {
            const Cell& cell = schedule.at(row, column);
            if (const auto* text = std::get_if<std::string>(&cell))
                table.text(*text);
            else if (const auto* number = std::get_if<double>(&cell))
                table.number(*number);
            else
                table.empty();
        }
    }
    return table.str();
}

}  // namespace halltwin::exchange
