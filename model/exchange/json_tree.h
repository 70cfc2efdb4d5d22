// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace halltwin::exchange {

/// A JSON value that remembers its line, so that whoever reads it can say where something is wrong.
/// Members keep their order; `key` is empty for elements of an array.
struct JsonNode {
    struct Array {};
    struct Object {};
    using Value =
        std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object>;

    std::string key;
    Value value;
    std::vector<JsonNode> children;
    int line = 0;
    bool repeated = false;  ///< an earlier member of the object has the same key

    [[nodiscard]] bool isObject() const { return std::holds_alternative<Object>(value); }
    [[nodiscard]] bool isArray() const { return std::holds_alternative<Array>(value); }
    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&value); }
    [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&value); }

    /// Whether the value is a number, whole or not; `out` gets it.
    [[nodiscard]] bool number(double& out) const;

    /// The member of that name; null when there is none.
    [[nodiscard]] const JsonNode* member(std::string_view name) const;
};

/// Parses standard JSON, nested at most 32 deep, with lists of at most maximumRows. Fails with
/// ParseFailure or OverLimit; the context is
/// "fileName:line:column".
[[nodiscard]] Result<JsonNode> parseJson(std::string_view text, std::string_view fileName);

}  // namespace halltwin::exchange
