// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/project_json.h"

#include "model/core/decimal.h"
#include "model/project/fields.h"
#include "model/project/parts.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <type_traits>

namespace halltwin::exchange {
namespace {

std::string jsonText(std::string_view text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string numberText(double value) {
    return std::isfinite(value) ? shortestDecimal(value) : "null";
}

/// Appends an entity's fields; what is not set is left out.
class FieldWriter {
public:
    FieldWriter(std::string& out, std::string_view separator)
        : m_out(out),
          m_separator(separator) {}

    void operator()(std::string_view name, const std::string& text) { put(name, jsonText(text)); }
    template <class Tag>
    void operator()(std::string_view name, Id<Tag> id) {
        put(name, std::to_string(id.value));
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(std::string_view name, Enum value) {
        // A rotation's names are its degrees: a number.
        const std::string text(nameOf(value));
        put(name, std::is_same_v<Enum, Rotation> ? text : jsonText(text));
    }
    void operator()(std::string_view name, double value, Range) { put(name, numberText(value)); }
    void operator()(std::string_view name, int value, Range) { put(name, std::to_string(value)); }
    void operator()(std::string_view name, Temperature value, Range) {
        put(std::string(name) + "_c", numberText(decimalReading(value, celsius)));
    }
    template <class Dim>
    void operator()(std::string_view name, Quantity<Dim> value, Unit<Dim> unit, Range) {
        put(name, numberText(decimalReading(value, unit)));
    }
    template <class T, class... Rest>
    void operator()(std::string_view name, const std::optional<T>& value, Rest... rest) {
        if (value) (*this)(name, *value, rest...);
    }

private:
    void put(std::string_view name, std::string_view json) {
        if (!m_first) m_out.append(",").append(m_separator);
        m_first = false;
        m_out.append("\"").append(name).append("\": ").append(json);
    }

    std::string& m_out;
    std::string_view m_separator;
    bool m_first = true;
};

struct PartWriter {
    std::string& out;

    template <class Entity>
    void operator()(std::string_view name, const Entity& entity) const {
        out.append(",\n  \"").append(name).append("\": {\n    ");
        visitFields(FieldWriter(out, "\n    "), entity);
        out.append("\n  }");
    }
    template <class Entity>
    void operator()(std::string_view name, const Table<Entity>& table) const {
        out.append(",\n  \"").append(name).append("\": [");
        bool first = true;
        for (const Entity& entity : table) {
            out.append(first ? "\n    {" : ",\n    {");
            first = false;
            visitFields(FieldWriter(out, " "), entity);
            out.append("}");
        }
        out.append(first ? "]" : "\n  ]");
    }
};

}  // namespace

std::string toJson(const Project& project) {
    std::string out = "{\n  \"format\": \"halltwin-project\",\n  \"version\": " +
                      std::to_string(projectTextVersion);
    visitParts(PartWriter{out}, project);
    out.append("\n}\n");
    return out;
}

}  // namespace halltwin::exchange
