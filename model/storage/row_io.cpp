// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/row_io.h"

#include <cmath>

namespace halltwin::storage {

void RowReader::operator()(std::string_view name, std::string& text) {
    const SQLite::Column column = m_row.getColumn(m_index++);
    if (!column.isText()) return problem(ErrorCode::CorruptFile, name, "does not hold text");
    if (static_cast<std::size_t>(column.getBytes()) > maximumTextBytes) {
        return problem(ErrorCode::OverLimit, name,
                       fmt::format("is longer than {} bytes", maximumTextBytes));
    }
    text = column.getString();
}

void RowReader::operator()(std::string_view name, double& field, Range range) {
    const auto value = real(name);
    if (!value) return;
    if (!isInRange(*value, range)) {
        return problem(ErrorCode::OutOfRange, name,
                       fmt::format("is {:g}, expected {}", *value, describeRange(range)));
    }
    field = *value;
}

void RowReader::operator()(std::string_view name, int& field, Range range) {
    const auto value = whole(name);
    if (!value) return;
    if (!isInRange(static_cast<double>(*value), range)) {
        return problem(ErrorCode::OutOfRange, name,
                       fmt::format("is {}, expected {}", *value, describeRange(range)));
    }
    field = static_cast<int>(*value);
}

void RowReader::operator()(std::string_view name, Temperature& field, Range rangeC) {
    const auto value = real(name);
    if (!value) return;
    const Temperature temperature = kelvin(*value);
    if (!isInRange(temperature.in(celsius), rangeC)) {
        return problem(ErrorCode::OutOfRange, name,
                       fmt::format("is {:g} K, expected {} in °C", *value, describeRange(rangeC)));
    }
    field = temperature;
}

std::optional<std::int64_t> RowReader::whole(std::string_view name) {
    const SQLite::Column column = m_row.getColumn(m_index++);
    if (column.isInteger()) return column.getInt64();
    problem(ErrorCode::CorruptFile, name, "does not hold a whole number");
    return std::nullopt;
}

std::optional<double> RowReader::real(std::string_view name) {
    const SQLite::Column column = m_row.getColumn(m_index++);
    if (column.isFloat() || column.isInteger()) return column.getDouble();
    problem(ErrorCode::CorruptFile, name, "does not hold a number");
    return std::nullopt;
}

void RowReader::problem(ErrorCode code, std::string_view name, std::string message) {
    if (m_error) return;
    m_error = Error{code, fmt::format("\"{}\" {}", name, message), {}, {}};
}

}  // namespace halltwin::storage
