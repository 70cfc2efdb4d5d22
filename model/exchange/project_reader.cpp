// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/json_tree.h"
#include "model/exchange/project_json.h"
#include "model/project/field_check.h"
#include "model/project/fields.h"
#include "model/project/parts.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <optional>
#include <type_traits>

namespace halltwin::exchange {
namespace {

constexpr std::string_view remedy = "correct the text there; docs/file-format.md lists the fields";

/// Where in the text we are, and the first error found.
class Report {
public:
    explicit Report(std::string_view fileName) : m_fileName(fileName) {}

    void add(ErrorCode code, const JsonNode& node, std::string_view pointer, std::string message) {
        if (m_error) return;
        m_error =
            Error{code, std::move(message), fmt::format("{}:{} {}", m_fileName, node.line, pointer),
                  std::string(remedy)};
    }
    [[nodiscard]] bool failed() const { return m_error.has_value(); }
    [[nodiscard]] const Error& error() const { return *m_error; }

private:
    std::string_view m_fileName;
    std::optional<Error> m_error;
};

template <class Enum>
std::string namesOf() {
    return fmt::format("one of {}", fmt::join(EnumNames<Enum>::names, ", "));
}

/// Sets an entity's fields from the members of one JSON object.
class FieldReader {
public:
    FieldReader(const JsonNode& object, std::string pointer, Report& report)
        : m_object(object),
          m_pointer(std::move(pointer)),
          m_report(report) {}

    void operator()(std::string_view name, std::string& text) {
        const JsonNode* node = take(name, isRequired(name));
        if (node == nullptr) return;
        const std::string* value = node->text();
        if (value == nullptr) return wrongType(*node, "text in quotes");
        if (value->size() > maximumTextBytes) {
            return add(ErrorCode::OverLimit, *node,
                       fmt::format("is longer than {} bytes", maximumTextBytes));
        }
        text = *value;
    }
    template <class Tag>
    void operator()(std::string_view name, Id<Tag>& id) {
        const JsonNode* node = take(name, true);
        if (node == nullptr) return;
        const auto* value = std::get_if<std::int64_t>(&node->value);
        if (value == nullptr || *value < 1) return wrongType(*node, "a whole number of 1 or more");
        id = Id<Tag>{*value};
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(std::string_view name, Enum& field) {
        const JsonNode* node = take(name, false);
        if (node == nullptr) return;
        std::optional<Enum> value;
        if constexpr (std::is_same_v<Enum, Rotation>) {
            const auto* degrees = std::get_if<std::int64_t>(&node->value);
            if (degrees != nullptr) value = fromName<Enum>(std::to_string(*degrees));
        } else if (node->text() != nullptr) {
            value = fromName<Enum>(*node->text());
        }
        if (!value) return wrongType(*node, namesOf<Enum>());
        field = *value;
    }
    void operator()(std::string_view name, double& field, Range range) {
        if (const auto value = number(name, range)) field = *value;
    }
    void operator()(std::string_view name, int& field, Range range) {
        const auto value = number(name, range);
        if (!value) return;
        if (*value != std::round(*value))
            return wrongType(*m_object.member(name), "a whole number");
        field = static_cast<int>(*value);
    }
    void operator()(std::string_view name, Temperature& field, Range range) {
        if (const auto value = number(std::string(name) + "_c", range)) field = celsius(*value);
    }
    template <class Dim>
    void operator()(std::string_view name, Quantity<Dim>& field, Unit<Dim> unit, Range range) {
        if (const auto value = number(name, range)) field = unit(*value);
    }
    void operator()(std::string_view name, std::optional<double>& field, Range range) {
        if (const auto value = number(name, range)) field = *value;
    }
    void operator()(std::string_view name, std::optional<Temperature>& field, Range range) {
        if (const auto value = number(std::string(name) + "_c", range)) field = celsius(*value);
    }
    void operator()(std::string_view name, std::optional<int>& field, Range range) {
        int value = 0;
        const bool isGiven = m_object.member(name) != nullptr;
        (*this)(name, value, range);
        if (isGiven) field = value;
    }
    template <class Tag>
    void operator()(std::string_view name, std::optional<Id<Tag>>& field) {
        const JsonNode* node = take(name, false);
        if (node == nullptr) return;
        const auto* value = std::get_if<std::int64_t>(&node->value);
        if (value == nullptr || *value < 1) return wrongType(*node, "a whole number of 1 or more");
        field = Id<Tag>{*value};
    }
    template <class Dim>
    void operator()(std::string_view name, std::optional<Quantity<Dim>>& field, Unit<Dim> unit,
                    Range range) {
        if (const auto value = number(name, range)) field = unit(*value);
    }

    /// Members that no field asked for are mistakes, not extras: a misspelt name must not lose its
    /// value.
    void rejectOthers() {
        if (m_taken == m_object.children.size()) return;
        for (const JsonNode& node : m_object.children) {
            if (node.repeated) add(ErrorCode::ParseFailure, node, "is given twice");
            if (std::find(m_known.begin(), m_known.end(), node.key) == m_known.end()) {
                add(ErrorCode::ParseFailure, node,
                    fmt::format("is not a known field; expected {}", fmt::join(m_known, ", ")));
            }
        }
    }

private:
    static bool isRequired(std::string_view name) { return name == "catalog"; }

    const JsonNode* take(std::string_view name, bool required) {
        m_known.emplace_back(name);
        // Fields mostly come in file order, so the next member is tried before a search.
        const JsonNode* node = nullptr;
        if (m_taken < m_object.children.size() && m_object.children[m_taken].key == name) {
            node = &m_object.children[m_taken];
        } else {
            node = m_object.member(name);
        }
        if (node != nullptr) ++m_taken;
        if (node == nullptr && required) {
            add(ErrorCode::ParseFailure, m_object, fmt::format("lacks the field \"{}\"", name));
        }
        return node;
    }

    std::optional<double> number(std::string_view name, const Range& range) {
        const JsonNode* node = take(name, false);
        if (node == nullptr) return std::nullopt;
        double value = 0.0;
        if (!node->number(value)) {
            wrongType(*node, describeRange(range));
            return std::nullopt;
        }
        if (isInRange(value, range)) return value;
        add(ErrorCode::OutOfRange, *node,
            fmt::format("is {:g}, expected {}", value, describeRange(range)));
        return std::nullopt;
    }

    void wrongType(const JsonNode& node, const std::string& expected) {
        add(ErrorCode::ParseFailure, node, "expected " + expected);
    }

    void add(ErrorCode code, const JsonNode& node, const std::string& message) {
        const bool isField = &node != &m_object;
        const std::string pointer = isField ? m_pointer + "/" + node.key : m_pointer;
        m_report.add(code, node, pointer,
                     isField ? fmt::format("\"{}\" {}", node.key, message) : message);
    }

    const JsonNode& m_object;
    std::string m_pointer;
    Report& m_report;
    std::vector<std::string> m_known;
    std::size_t m_taken = 0;
};

template <class Entity>
void readEntity(const JsonNode& node, const std::string& pointer, Entity& entity, Report& report) {
    if (!node.isObject()) {
        return report.add(ErrorCode::ParseFailure, node, pointer, "expected an object in braces");
    }
    FieldReader reader(node, pointer, report);
    visitFields(reader, entity);
    reader.rejectOthers();
}

template <class Entity>
void fillTable(const JsonNode& list, std::string_view name, Table<Entity>& table, Report& report) {
    std::vector<std::pair<Entity, const JsonNode*>> read;
    read.reserve(list.children.size());
    for (std::size_t i = 0; i < list.children.size() && !report.failed(); ++i) {
        read.emplace_back(Entity{}, &list.children[i]);
        readEntity(list.children[i], fmt::format("/{}/{}", name, i), read.back().first, report);
    }
    // Rows in the order of their ids append; in any other order each would move all that follow.
    const auto byId = [](const auto& a, const auto& b) { return a.first.id < b.first.id; };
    std::stable_sort(read.begin(), read.end(), byId);
    for (std::size_t i = 0; i < read.size() && !report.failed(); ++i) {
        const auto& [entity, node] = read[i];
        if (i > 0 && read[i - 1].first.id == entity.id) {
            report.add(ErrorCode::DuplicateId, *node, fmt::format("/{}", name),
                       fmt::format("the id {} is given twice", entity.id.value));
        }
        table.set(entity);
    }
}

class PartReader {
public:
    PartReader(const JsonNode& root, Report& report) : m_root(root), m_report(report) {}

    template <class Entity>
    void operator()(std::string_view name, Entity& entity) {
        m_known.emplace_back(name);
        const JsonNode* node = m_root.member(name);
        if (node == nullptr) return;
        // A mix that names some sources buys nothing from the others.
        if constexpr (std::is_same_v<Entity, EnergySupply>) entity.share.fill(0.0);
        readEntity(*node, fmt::format("/{}", name), entity, m_report);
    }
    template <class Entity>
    void operator()(std::string_view name, Table<Entity>& table) {
        m_known.emplace_back(name);
        const JsonNode* node = m_root.member(name);
        if (node == nullptr || m_report.failed()) return;
        const std::string pointer = fmt::format("/{}", name);
        if (!node->isArray()) {
            return m_report.add(ErrorCode::ParseFailure, *node, pointer,
                                "expected a list in brackets");
        }
        fillTable(*node, name, table, m_report);
    }
    void rejectOthers() {
        for (const JsonNode& node : m_root.children) {
            const std::string pointer = "/" + node.key;
            if (node.repeated) {
                m_report.add(ErrorCode::ParseFailure, node, pointer,
                             fmt::format("\"{}\" is given twice", node.key));
            }
            if (std::find(m_known.begin(), m_known.end(), node.key) == m_known.end()) {
                m_report.add(ErrorCode::ParseFailure, node, pointer,
                             fmt::format("\"{}\" is not a part of a project; expected {}", node.key,
                                         fmt::join(m_known, ", ")));
            }
        }
    }

private:
    const JsonNode& m_root;
    Report& m_report;
    std::vector<std::string> m_known{"format", "version"};
};

void checkHead(const JsonNode& root, Report& report) {
    const JsonNode* format = root.member("format");
    if (format == nullptr || format->text() == nullptr || *format->text() != "halltwin-project") {
        return report.add(ErrorCode::NotAProject, format != nullptr ? *format : root, "/format",
                          "is not a HallTwin project: \"format\" must be \"halltwin-project\"");
    }
    const JsonNode* version = root.member("version");
    const auto* number = version == nullptr ? nullptr : std::get_if<std::int64_t>(&version->value);
    if (number == nullptr || *number < 1) {
        return report.add(ErrorCode::ParseFailure, version != nullptr ? *version : root, "/version",
                          "\"version\" must be a whole number of 1 or more");
    }
    if (*number > projectTextVersion) {
        report.add(ErrorCode::NewerSchema, *version, "/version",
                   fmt::format("was written in version {} of the text form; this program reads up "
                               "to version {}: a newer HallTwin is needed",
                               *number, projectTextVersion));
    }
}

}  // namespace

Result<Project> projectFromJson(std::string_view text, std::string_view fileName) {
    const Result<JsonNode> root = parseJson(text, fileName);
    if (!root) return tl::unexpected(root.error());

    Report report(fileName);
    Project project;
    checkHead(*root, report);
    if (!report.failed()) {
        PartReader reader(*root, report);
        visitParts(reader, project);
        reader.rejectOthers();
    }
    if (report.failed()) return tl::unexpected(report.error());

    const Result<void> references = checkReferences(project);
    if (!references) {
        Error error = references.error();
        error.context = fmt::format("{} {}", fileName, error.context);
        return tl::unexpected(error);
    }
    return project;
}

}  // namespace halltwin::exchange
