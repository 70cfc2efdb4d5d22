// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace halltwin::exchange {

/// One field of a comma-separated file: quoted, with inner quotes doubled, where it holds a comma,
/// quote or line break. Source: RFC 4180, section 2.
[[nodiscard]] std::string csvField(std::string_view text);

/// Shortest decimal that reads back to the same number, with a point whatever the locale. Not
/// finite: an empty field.
[[nodiscard]] std::string csvNumber(double value);

/// Builds comma-separated text: a header, then rows of the same number of fields, each ended by CR
/// LF as RFC 4180 says.
class CsvTable {
public:
    explicit CsvTable(const std::vector<std::string>& header);

    CsvTable& text(std::string_view value);
    CsvTable& number(double value);
    CsvTable& empty();

    /// The table so far; rows that are not full are a programmer's mistake (assert).
    [[nodiscard]] const std::string& str() const;
    [[nodiscard]] std::size_t columns() const { return m_columns; }

private:
    void add(std::string_view field);

    std::string m_text;
    std::size_t m_columns = 0;
    std::size_t m_filled = 0;  ///< fields in the row being built
};

}  // namespace halltwin::exchange
