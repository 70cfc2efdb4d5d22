// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/csv_reader.h"

#include <utility>

namespace halltwin::exchange {

namespace {

/// Takes one character after the other; what a quote means depends on where it stands.
class CsvScanner {
public:
    void take(char c) {
        if (m_quoted) {
            takeQuoted(c);
        } else if (c == '"' && m_field.empty() && !m_closed) {
            m_quoted = true;
            m_openedAt = m_line;
        } else if (c == '"' && m_closed) {  // doubled: it belongs to the field
            m_field += '"';
            m_quoted = true;
        } else if (c == ',') {
            endField();
        } else if (c == '\n') {
            endRow();
        } else if (c != '\r') {
            m_field += c;
        }
        if (c == '\n') ++m_line;
    }

    Result<std::vector<CsvRow>> finish() {
        if (m_quoted)
            return fail(ErrorCode::ParseFailure, "a quote is not closed",
                        "line " + std::to_string(m_openedAt), "check the file");
        if (!m_row.empty() || !m_field.empty() || m_closed) endRow();
        return std::move(m_rows);
    }

private:
    void takeQuoted(char c) {
        if (c != '"') {
            m_field += c;
            return;
        }
        m_quoted = false;
        m_closed = true;
    }

    void endField() {
        m_row.push_back(std::exchange(m_field, {}));
        m_closed = false;
    }

    void endRow() {
        endField();
        m_rows.push_back(std::exchange(m_row, {}));
    }

    std::vector<CsvRow> m_rows;
    CsvRow m_row;
    std::string m_field;
    bool m_quoted = false;
    bool m_closed = false;  ///< the field had a closing quote
    int m_line = 1;
    int m_openedAt = 1;
};

}  // namespace

Result<std::vector<CsvRow>> readCsv(std::string_view text) {
    CsvScanner scanner;
    for (const char c : text)
        scanner.take(c);
    return scanner.finish();
}

}  // namespace halltwin::exchange
