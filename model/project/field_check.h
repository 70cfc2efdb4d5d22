// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/fields.h"

#include <cmath>
#include <cstddef>
#include <fmt/format.h>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace halltwin {

/// Bounds on what a file may hold, so that a forged one cannot exhaust the memory.
inline constexpr std::size_t maximumRows = 1'000'000;
inline constexpr std::size_t maximumTextBytes = 1 << 20;

/// Finite and inside the range; a value that a unit's conversion moved off its end by rounding is
/// inside.
[[nodiscard]] inline bool isInRange(double value, const Range& range) {
    const double slack = 1e-12;
    return std::isfinite(value) && value >= range.min - slack * std::abs(range.min) &&
           value <= range.max + slack * std::abs(range.max);
}

/// "a number from 0 to 1", to finish a message with.
[[nodiscard]] inline std::string describeRange(const Range& range) {
    if (range.max >= std::numeric_limits<double>::max()) return "a finite number";
    return fmt::format("a number from {:g} to {:g}", range.min, range.max);
}

/// A field that no file could give back: out of its range, not finite, or too long.
struct FieldProblem {
    std::string field;
    std::string message;
};

/// Visitor that keeps the first problem among the fields of an entity.
class FieldChecker {
public:
    void operator()(std::string_view name, const std::string& text) {
        if (text.size() <= maximumTextBytes) return;
        report(name, fmt::format("is longer than {} bytes", maximumTextBytes));
    }
    template <class Tag>
    void operator()(std::string_view name, Id<Tag> id) {
        if (!id.isValid()) report(name, fmt::format("is {}, expected 1 or more", id.value));
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(std::string_view, Enum) {}
    void operator()(std::string_view name, double value, Range range) {
        if (isInRange(value, range)) return;
        report(name, fmt::format("is {:g}, expected {}", value, describeRange(range)));
    }
    void operator()(std::string_view name, int value, Range range) {
        (*this)(name, static_cast<double>(value), range);
    }
    void operator()(std::string_view name, Temperature value, Range range) {
        (*this)(name, value.in(celsius), range);
    }
    template <class Dim>
    void operator()(std::string_view name, Quantity<Dim> value, Unit<Dim> unit, Range range) {
        (*this)(name, value.in(unit), range);
    }
    template <class T, class... Rest>
    void operator()(std::string_view name, const std::optional<T>& value, Rest... rest) {
        if (value) (*this)(name, *value, rest...);
    }

    [[nodiscard]] const std::optional<FieldProblem>& problem() const { return m_problem; }

private:
    void report(std::string_view name, std::string message) {
        if (!m_problem) m_problem = FieldProblem{std::string(name), std::move(message)};
    }

    std::optional<FieldProblem> m_problem;
};

/// The first problem among the entity's fields, if any.
template <class Entity>
[[nodiscard]] std::optional<FieldProblem> checkFields(const Entity& entity) {
    FieldChecker checker;
    visitFields(checker, entity);
    return checker.problem();
}

}  // namespace halltwin
