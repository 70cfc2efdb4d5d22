// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/csv.h"

#include "model/core/decimal.h"

#include <cassert>
#include <cmath>

namespace halltwin::exchange {

std::string csvField(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csvNumber(double value) {
    return std::isfinite(value) ? shortestDecimal(value) : std::string();
}

CsvTable::CsvTable(const std::vector<std::string>& header) : m_columns(header.size()) {
    for (const std::string& name : header)
        text(name);
}

CsvTable& CsvTable::text(std::string_view value) {
    add(csvField(value));
    return *this;
}

CsvTable& CsvTable::number(double value) {
    add(csvNumber(value));
    return *this;
}

CsvTable& CsvTable::empty() {
    add({});
    return *this;
}

const std::string& CsvTable::str() const {
    assert(m_filled == 0 && "the last row lacks fields");
    return m_text;
}

void CsvTable::add(std::string_view field) {
    if (m_filled > 0) m_text += ',';
    m_text += field;
    if (++m_filled < m_columns) return;
    m_text += "\r\n";
    m_filled = 0;
}

}  // namespace halltwin::exchange
