// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sweep/sweep_table.h"

#include "model/core/file_io.h"
#include "model/exchange/csv.h"
#include "model/exchange/csv_reader.h"
#include "model/sweep/field_setter.h"

#include <algorithm>
#include <utility>

namespace halltwin::sweep {

namespace {

constexpr std::uintmax_t mostBytes = 1ULL << 30U;
constexpr const char* firstColumn = "sweep";
constexpr const char* lastColumn = "error";

tl::unexpected<Error> notASweep(const std::filesystem::path& file, std::string what) {
    return fail(ErrorCode::ParseFailure, std::move(what), file.string(),
                "name a file that a sweep wrote, or another one to write to");
}

bool isPath(const std::string& column) {
    return column.find('.') != std::string::npos;  // figures have none in their names
}

Result<SweepTable> columnsOf(const exchange::CsvRow& header, const std::filesystem::path& file) {
    SweepTable table;
    if (header.size() < 4 || header.front() != firstColumn || header.back() != lastColumn)
        return notASweep(file, "this is no table of a sweep");
    for (std::size_t n = 1; n + 1 < header.size(); ++n)
        (isPath(header[n]) ? table.paths : table.figures).push_back(header[n]);
    return table;
}

Result<SweepRow> rowOf(const exchange::CsvRow& fields, const SweepTable& table,
                       const std::filesystem::path& file) {
    const std::size_t figuresAt = 1 + table.paths.size();
    if (fields.size() != figuresAt + table.figures.size() + 1)
        return notASweep(file, "line " + std::to_string(table.rows.size() + 2) +
                                   " has another number of columns");
    SweepRow row;
    row.point.assign(fields.begin() + 1, fields.begin() + static_cast<std::ptrdiff_t>(figuresAt));
    for (std::size_t n = 0; n < table.figures.size(); ++n)
        row.figures.push_back(numberIn(fields[figuresAt + n]));
    row.error = fields.back();
    return row;
}

}  // namespace

std::optional<std::size_t> SweepTable::figure(std::string_view name) const {
    const auto at = std::find(figures.begin(), figures.end(), name);
    if (at == figures.end()) return std::nullopt;
    return static_cast<std::size_t>(at - figures.begin());
}

Result<SweepTable> readSweep(const std::filesystem::path& file) {
    auto text = readFile(file, mostBytes);
    if (!text) return tl::unexpected(text.error());
    const std::size_t end = text->rfind('\n');
    const std::size_t whole = end == std::string::npos ? 0 : end + 1;
    const bool isTorn = whole < text->size();
    text->resize(whole);
    const auto lines = exchange::readCsv(*text);
    if (!lines) return notASweep(file, lines.error().message);
    if (lines->empty()) return notASweep(file, "this is no table of a sweep");
    auto table = columnsOf(lines->front(), file);
    if (!table) return table;
    for (std::size_t n = 1; n < lines->size(); ++n) {
        const exchange::CsvRow& fields = (*lines)[n];
        auto row = rowOf(fields, *table, file);
        if (!row) return tl::unexpected(row.error());
        if (table->identity.empty()) table->identity = fields.front();
        if (fields.front() != table->identity)
            return notASweep(file, "it holds points of more than one sweep");
        table->rows.push_back(*std::move(row));
    }
    table->tornEnd = isTorn;
    return table;
}

std::string headerText(const std::vector<std::string>& paths,
                       const std::vector<std::string>& figures) {
    std::vector<std::string> names{firstColumn};
    names.insert(names.end(), paths.begin(), paths.end());
    names.insert(names.end(), figures.begin(), figures.end());
    names.emplace_back(lastColumn);
    return exchange::CsvTable(names).str();
}

std::string rowText(const std::string& identity, const SweepRow& row) {
    std::string text = exchange::csvField(identity);
    for (const std::string& value : row.point)
        text += "," + exchange::csvField(value);
    for (const auto& figure : row.figures)
        text += "," + (figure ? exchange::csvNumber(*figure) : std::string());
    std::string error = row.error;  // a line stays a line
    std::replace_if(
        error.begin(), error.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text + "," + exchange::csvField(error) + "\r\n";
}

}  // namespace halltwin::sweep
