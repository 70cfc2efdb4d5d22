// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/fields.h"
#include "model/project/parts.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <type_traits>

using namespace halltwin;
using nlohmann::json;

namespace {

/// Compares an entity's fields with the properties of its JSON Schema.
class SchemaComparison {
public:
    explicit SchemaComparison(const json& properties) : m_properties(properties) {}

    void operator()(std::string_view name, const std::string&) { type(name, "string"); }
    template <class Tag>
    void operator()(std::string_view name, Id<Tag>) {
        type(name, "integer");
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(std::string_view name, Enum) {
        const json& values = property(name)["enum"];
        REQUIRE(values.size() == EnumNames<Enum>::names.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::string value =
                values[i].is_string() ? values[i].get<std::string>() : values[i].dump();
            CHECK(value == EnumNames<Enum>::names[i]);
        }
    }
    void operator()(std::string_view name, double, Range range) { number(name, "number", range); }
    void operator()(std::string_view name, int, Range range) { number(name, "integer", range); }
    void operator()(std::string_view name, Temperature, Range range) {
        number(std::string(name) + "_c", "number", range);
    }
    template <class Dim>
    void operator()(std::string_view name, Quantity<Dim>, Unit<Dim>, Range range) {
        number(name, "number", range);
    }
    template <class T, class... Rest>
    void operator()(std::string_view name, const std::optional<T>&, Rest... rest) {
        (*this)(name, T{}, rest...);
    }

    std::set<std::string> names;

private:
    const json& property(std::string_view name) {
        names.emplace(name);
        INFO("field " << name);
        REQUIRE(m_properties.contains(std::string(name)));
        return m_properties[std::string(name)];
    }
    void type(std::string_view name, const std::string& expected) {
        CHECK(property(name)["type"] == expected);
    }
    void number(std::string_view name, const std::string& expected, Range range) {
        const json& found = property(name);
        INFO("field " << name);
        CHECK(found["type"] == expected);
        CHECK(found["minimum"] == range.min);
        CHECK(found["maximum"] == range.max);
    }

    const json& m_properties;
};

template <class Entity>
Entity entityOf(const Entity&) {
    return {};
}
template <class Entity>
Entity entityOf(const Table<Entity>&) {
    return {};
}

}  // namespace

TEST_CASE("the project's JSON Schema has exactly the fields, types and ranges of the code") {
    std::ifstream file(tests::sourcePath("resources/schema/project.schema.json"));
    const json schema = json::parse(file);
    const Project project;
    std::set<std::string> parts{"format", "version"};
    visitParts(
        [&](std::string_view name, const auto& part) {
            INFO("part " << name);
            parts.emplace(name);
            const json& properties = schema["$defs"].at(std::string(name))["properties"];
            SchemaComparison comparison(properties);
            const auto entity = entityOf(part);
            visitFields(comparison, entity);
            CHECK(properties.size() == comparison.names.size());
        },
        project);
    std::set<std::string> listed;
    for (const auto& [name, value] : schema["properties"].items())
        listed.insert(name);
    CHECK(listed == parts);
}
