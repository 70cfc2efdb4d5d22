// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/fields.h"

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace halltwin::views::inspector {

/// Value of a field as the form handles it: nothing (an optional that is not set), text, a number
/// in the field's own unit (°C for temperatures), or the index of an enumeration's value.
using FieldValue = std::variant<std::monostate, std::string, double, int>;

enum class FieldKind { Text, Number, Integer, Choice };

/// One field of an entity, taken from the model's visitFields.
struct Field {
    std::string name;  ///< "width_m"
    FieldKind kind = FieldKind::Text;
    bool isOptional = false;
    Range range;  ///< in the field's unit, inclusive
    FieldValue value;
    std::vector<std::string_view> choices;  ///< stable names of an enumeration's values
};

namespace detail {

struct FieldReader {
    std::vector<Field>& fields;

    void addNumber(std::string_view name, double value, Range range) const;
    void addOptional(std::string_view name, std::optional<double> value, Range range) const;
    void addText(std::string_view name, const std::string& text) const;
    void addInteger(std::string_view name, int value, Range range) const;
    void addChoice(std::string_view name, int index, std::vector<std::string_view> choices) const;

    template <class Tag>
    void operator()(std::string_view, const Id<Tag>&) const {}
    template <class Tag>
    void operator()(std::string_view, const std::optional<Id<Tag>>&) const {}
    void operator()(std::string_view name, const std::optional<int>& number, Range range) const {
        addOptional(name, number ? std::optional<double>(*number) : std::nullopt, range);
    }
    void operator()(std::string_view name, const std::string& text) const { addText(name, text); }
    void operator()(std::string_view name, const double& number, Range range) const {
        addNumber(name, number, range);
    }
    void operator()(std::string_view name, const int& number, Range range) const {
        addInteger(name, number, range);
    }
    void operator()(std::string_view name, const std::optional<double>& number, Range range) const {
        addOptional(name, number, range);
    }
    template <class Dim>
    void operator()(std::string_view name, const Quantity<Dim>& q, Unit<Dim> unit,
                    Range range) const {
        addNumber(name, q.in(unit), range);
    }
    template <class Dim>
    void operator()(std::string_view name, const std::optional<Quantity<Dim>>& q, Unit<Dim> unit,
                    Range range) const {
        addOptional(name, q ? std::optional(q->in(unit)) : std::nullopt, range);
    }
    void operator()(std::string_view name, const Temperature& t, Range range) const {
        addNumber(name, t.in(celsius), range);
    }
    void operator()(std::string_view name, const std::optional<Temperature>& t, Range range) const {
        addOptional(name, t ? std::optional(t->in(celsius)) : std::nullopt, range);
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(std::string_view name, const Enum& value) const {
        const auto& names = EnumNames<Enum>::names;
        addChoice(name, static_cast<int>(value), {names.begin(), names.end()});
    }
};

/// Writes the value to the field of that name, when their types fit; all other fields stay.
struct FieldWriter {
    std::string_view wanted;
    const FieldValue& value;

    [[nodiscard]] const double* number(std::string_view name) const {
        return name == wanted ? std::get_if<double>(&value) : nullptr;
    }
    [[nodiscard]] bool isEmptied(std::string_view name) const {
        return name == wanted && std::holds_alternative<std::monostate>(value);
    }

    template <class Tag>
    void operator()(std::string_view, Id<Tag>&) const {}
    template <class Tag>
    void operator()(std::string_view, std::optional<Id<Tag>>&) const {}
    void operator()(std::string_view name, std::optional<int>& target, Range) const {
        if (const double* given = number(name)) target = static_cast<int>(*given);
        if (isEmptied(name)) target.reset();
    }
    void operator()(std::string_view name, std::string& text) const {
        const auto* given = std::get_if<std::string>(&value);
        if (name == wanted && given != nullptr) text = *given;
    }
    void operator()(std::string_view name, double& target, Range) const {
        if (const double* given = number(name)) target = *given;
    }
    void operator()(std::string_view name, int& target, Range) const {
        if (const double* given = number(name)) target = static_cast<int>(*given);
    }
    void operator()(std::string_view name, std::optional<double>& target, Range) const {
        if (const double* given = number(name)) target = *given;
        if (isEmptied(name)) target.reset();
    }
    template <class Dim>
    void operator()(std::string_view name, Quantity<Dim>& target, Unit<Dim> unit, Range) const {
        if (const double* given = number(name)) target = unit(*given);
    }
    template <class Dim>
    void operator()(std::string_view name, std::optional<Quantity<Dim>>& target, Unit<Dim> unit,
                    Range) const {
        if (const double* given = number(name)) target = unit(*given);
        if (isEmptied(name)) target.reset();
    }
    void operator()(std::string_view name, Temperature& target, Range) const {
        if (const double* given = number(name)) target = celsius(*given);
    }
    void operator()(std::string_view name, std::optional<Temperature>& target, Range) const {
        if (const double* given = number(name)) target = celsius(*given);
        if (isEmptied(name)) target.reset();
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(std::string_view name, Enum& target) const {
        const int* given = std::get_if<int>(&value);
        if (name == wanted && given != nullptr) target = static_cast<Enum>(*given);
    }
};

}  // namespace detail

/// All fields of an entity in file order, ids left out.
template <class Entity>
[[nodiscard]] std::vector<Field> readFields(const Entity& entity) {
    std::vector<Field> fields;
    visitFields(detail::FieldReader{fields}, entity);
    return fields;
}

/// Sets one field. A value of another type than the field's changes nothing.
template <class Entity>
void writeField(Entity& entity, std::string_view name, const FieldValue& value) {
    visitFields(detail::FieldWriter{name, value}, entity);
}

}  // namespace halltwin::views::inspector
