// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/decimal.h"
#include "model/core/error.h"
#include "model/project/field_check.h"
#include "model/project/fields.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace halltwin::storage {

/// Visitor that lists an entity's columns in file order.
class ColumnNames {
public:
    template <class T, class... Rest>
    void operator()(std::string_view name, const T&, Rest...) {
        std::string column(name);
        std::replace(column.begin(), column.end(), '-', '_');
        if (std::is_same_v<T, Temperature> || std::is_same_v<T, std::optional<Temperature>>) {
            column += "_k";
        }
        names.push_back(std::move(column));
    }

    std::vector<std::string> names;
};

template <class Entity>
[[nodiscard]] std::vector<std::string> columnsOf() {
    ColumnNames columns;
    const Entity entity{};
    visitFields(columns, entity);
    return columns.names;
}

/// Visitor that binds an entity's fields to the parameters of a statement. Quantities go in the
/// unit that the column names, temperatures in kelvin.
class RowBinder {
public:
    explicit RowBinder(SQLite::Statement& statement) : m_statement(statement) {}

    void operator()(std::string_view, const std::string& text) {
        m_statement.bindNoCopy(++m_index, text);
    }
    template <class Tag>
    void operator()(std::string_view, Id<Tag> id) {
        m_statement.bind(++m_index, id.value);
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(std::string_view, Enum value) {
        if constexpr (std::is_same_v<Enum, Rotation>) {
            m_statement.bind(++m_index, 90 * static_cast<int>(value));
        } else {
            m_statement.bind(++m_index, std::string(nameOf(value)));
        }
    }
    void operator()(std::string_view, double value, Range) { m_statement.bind(++m_index, value); }
    void operator()(std::string_view, int value, Range) { m_statement.bind(++m_index, value); }
    void operator()(std::string_view, Temperature value, Range) {
        m_statement.bind(++m_index, value.si());
    }
    template <class Dim>
    void operator()(std::string_view, Quantity<Dim> value, Unit<Dim> unit, Range) {
        m_statement.bind(++m_index, decimalReading(value, unit));
    }
    template <class T, class... Rest>
    void operator()(std::string_view name, const std::optional<T>& value, Rest... rest) {
        if (value) {
            (*this)(name, *value, rest...);
        } else {
            m_statement.bind(++m_index);
        }
    }

private:
    SQLite::Statement& m_statement;
    int m_index = 0;
};

/// Visitor that sets an entity's fields from a row and checks each: its type, its range, its
/// length. Keeps the first problem; `code` and `message` say what it is.
class RowReader {
public:
    explicit RowReader(SQLite::Statement& row) : m_row(row) {}

    void operator()(std::string_view name, std::string& text);
    void operator()(std::string_view name, double& value, Range range);
    void operator()(std::string_view name, int& value, Range range);
    void operator()(std::string_view name, Temperature& value, Range rangeC);
    template <class Tag>
    void operator()(std::string_view name, Id<Tag>& id) {
        const auto value = whole(name);
        if (value && *value < 1) {
            return problem(ErrorCode::OutOfRange, name,
                           fmt::format("is {}, expected 1 or more", *value));
        }
        if (value) id = Id<Tag>{*value};
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(std::string_view name, Enum& field) {
        std::string text;
        if constexpr (std::is_same_v<Enum, Rotation>) {
            text = std::to_string(whole(name).value_or(0));
        } else {
            (*this)(name, text);
        }
        if (m_error) return;
        const auto value = fromName<Enum>(text);
        if (!value) {
            return problem(ErrorCode::OutOfRange, name,
                           fmt::format("is \"{}\", expected one of {}", text.substr(0, 40),
                                       fmt::join(EnumNames<Enum>::names, ", ")));
        }
        field = *value;
    }
    template <class Dim>
    void operator()(std::string_view name, Quantity<Dim>& field, Unit<Dim> unit, Range range) {
        double value = 0.0;
        (*this)(name, value, range);
        if (!m_error) field = unit(value);
    }
    template <class T, class... Rest>
    void operator()(std::string_view name, std::optional<T>& field, Rest... rest) {
        field.reset();
        if (m_row.isColumnNull(m_index)) {
            ++m_index;
            return;
        }
        T value{};
        (*this)(name, value, rest...);
        field = value;
    }

    /// The first problem: what, and in which column.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    std::optional<std::int64_t> whole(std::string_view name);
    std::optional<double> real(std::string_view name);
    void problem(ErrorCode code, std::string_view name, std::string message);

    SQLite::Statement& m_row;
    int m_index = 0;
    std::optional<Error> m_error;
};

}  // namespace halltwin::storage
