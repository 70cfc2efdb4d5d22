// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/fields.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace halltwin::sweep {

/// The number that the whole text is, with a point whatever the locale; none for anything else.
[[nodiscard]] inline std::optional<double> numberIn(std::string_view text) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// Visitor that sets the field of one name from text; ranges are checked by the edit that follows.
class FieldSetter {
public:
    FieldSetter(std::string_view name, std::string_view text) : m_name(name), m_text(text) {}

    void operator()(std::string_view name, std::string& field) {
        if (isWanted(name)) field = std::string(m_text);
    }
    template <class Tag>
    void operator()(std::string_view, Id<Tag>) {}  // what a thing is and where it belongs stays
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(std::string_view name, Enum& field) {
        if (!isWanted(name)) return;
        if (const auto value = fromName<Enum>(m_text)) {
            field = *value;
            return;
        }
        std::string known;
        for (const std::string_view one : EnumNames<Enum>::names)
            known += (known.empty() ? "" : ", ") + std::string(one);
        refuse("is none of its names", "use one of: " + known);
    }
    void operator()(std::string_view name, double& field, Range) {
        if (isWanted(name)) number([&](double value) { field = value; });
    }
    void operator()(std::string_view name, int& field, Range) {
        if (!isWanted(name)) return;
        number([&](double value) {
            if (value != std::round(value) || std::abs(value) > 1e9)
                return refuse("is no whole number", "enter a whole number");
            field = static_cast<int>(value);
        });
    }
    void operator()(std::string_view name, Temperature& field, Range) {
        const std::string withUnit = std::string(name) + "_c";
        if (isWanted(name) || m_name == withUnit) {
            m_found = true;
            number([&](double value) { field = celsius(value); });
        }
    }
    template <class Dim>
    void operator()(std::string_view name, Quantity<Dim>& field, Unit<Dim> unit, Range) {
        if (isWanted(name)) number([&](double value) { field = unit(value); });
    }
    template <class T, class... Rest>
    void operator()(std::string_view name, std::optional<T>& field, Rest... rest) {
        const bool wasFound = m_found;
        T value = field.value_or(T{});
        (*this)(name, value, rest...);
        if (!m_found || wasFound) return;
        if (m_text == "none") {
            m_problem.reset();
            field.reset();
        } else if (!m_problem) {
            field = value;
        }
    }

    [[nodiscard]] bool found() const { return m_found; }
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }
    /// The names that there are, separated by commas.
    [[nodiscard]] const std::string& names() const { return m_names; }

private:
    bool isWanted(std::string_view name) {
        m_names += (m_names.empty() ? "" : ", ") + std::string(name);
        if (name != m_name) return false;
        m_found = true;
        return true;
    }

    template <class Take>
    void number(const Take& take) {
        if (const auto value = numberIn(m_text))
            take(*value);
        else
            refuse("is no number", "enter a number, with a point for decimals");
    }

    void refuse(const char* what, std::string remedy) {
        m_problem = Error{ErrorCode::InvalidArgument, "'" + std::string(m_text) + "' " + what,
                          std::string(m_name), std::move(remedy)};
    }

    std::string_view m_name;
    std::string_view m_text;
    bool m_found = false;
    std::optional<Error> m_problem;
    std::string m_names;
};

}  // namespace halltwin::sweep
