// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/catalog_entry.h"
#include "model/project/field_check.h"
#include "model/project/names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace halltwin::exchange {

/// Reads one entry's texts and figures, reports what is wrong, and remembers which names it was
/// asked for.
class EntryReader {
public:
    EntryReader(const JsonNode& entry, const EntryProblem& report)
        : m_entry(entry),
          m_report(report) {
        collectFigures();
    }

    std::string text(std::string_view name, bool required) {
        const JsonNode* node = attribute(name, required);
        if (node == nullptr) return {};
        const std::string* value = node->text();
        const bool isBlank = value != nullptr && required && value->empty();
        if (value == nullptr || isBlank) {
            problem(*node, std::string(name), "expected text that is not empty");
            return {};
        }
        return *value;
    }

    bool flag(std::string_view name, bool fallback) {
        const JsonNode* node = attribute(name, false);
        if (node == nullptr) return fallback;
        if (node->boolean() == nullptr) problem(*node, std::string(name), "expected true or false");
        return node->boolean() == nullptr ? fallback : *node->boolean();
    }

    /// A list of texts that are not empty; none when the entry does not say.
    std::vector<std::string> texts(std::string_view name) {
        const JsonNode* node = attribute(name, false);
        if (node == nullptr) return {};
        std::vector<std::string> list;
        for (const JsonNode& child : node->children) {
            if (child.text() != nullptr && !child.text()->empty()) list.push_back(*child.text());
        }
        const bool isGood = node->isArray() && !list.empty() &&
                            list.size() == node->children.size() && list.size() <= mostInList;
        if (!isGood) problem(*node, std::string(name), "expected a list of texts, none empty");
        return isGood ? list : std::vector<std::string>{};
    }

    /// One of the names of an enumeration, of those in `allowed` when there are any.
    template <class Enum>
    Enum choice(std::string_view name, std::initializer_list<Enum> allowed = {}) {
        const JsonNode* node = attribute(name, true);
        if (node == nullptr) return Enum{};
        const auto value = node->text() == nullptr ? std::nullopt : fromName<Enum>(*node->text());
        const bool isAllowed =
            value && (allowed.size() == 0 ||
                      std::find(allowed.begin(), allowed.end(), *value) != allowed.end());
        if (isAllowed) return *value;
        std::vector<std::string_view> names;
        for (const Enum option : allowed)
            names.push_back(nameOf(option));
        if (names.empty())
            names.assign(EnumNames<Enum>::names.begin(), EnumNames<Enum>::names.end());
        problem(*node, std::string(name),
                fmt::format("expected one of {}", fmt::join(names, ", ")));
        return Enum{};
    }

    /// As above; `fallback` when the entry does not say.
    template <class Enum>
    Enum choiceOr(std::string_view name, Enum fallback) {
        return m_entry.member(name) == nullptr ? fallback : choice<Enum>(name);
    }

    double need(std::string_view key, Range range) { return values(key, range, true, 1, 0.0)[0]; }
    double want(std::string_view key, Range range, double fallback) {
        return values(key, range, false, 1, fallback)[0];
    }
    bool has(std::string_view key) const { return m_figures.contains(key); }

    int whole(std::string_view key, Range range, int fallback) {
        const double value = want(key, range, fallback);
        if (value != std::floor(value)) problemAt(key, "expected a whole number");
        return m_failed ? fallback : static_cast<int>(value);
    }

    template <std::size_t N>
    std::array<double, N> needArray(std::string_view key, Range range) {
        std::array<double, N> result{};
        std::ranges::copy(values(key, range, true, N, 0.0), result.begin());
        return result;
    }

    /// One or more numbers, each above the one before it by at least `step`; empty when not given.
    std::vector<double> wantRising(std::string_view key, Range range, double step) {
        const auto found = m_figures.find(key);
        if (found == m_figures.end()) return {};
        found->second.used = true;
        const std::vector<double>& list = found->second.figure.values;
        if (!found->second.isList || list.empty() || list.size() > mostInList)
            problemAt(key, fmt::format("expected a list of 1 to {} numbers", mostInList));
        checkRange(key, list, range);
        for (std::size_t i = 1; i < list.size(); ++i) {
            if (list[i] - list[i - 1] >= step - 1e-9) continue;
            problemAt(key, fmt::format("expected rising numbers at least {:g} apart", step));
            break;
        }
        return list;
    }

    /// As many numbers as `count`; `count` times `fallback` when not given.
    std::vector<double> wantList(std::string_view key, Range range, std::size_t count,
                                 double fallback) {
        const std::vector<double> none(count, fallback);
        const auto found = m_figures.find(key);
        if (found == m_figures.end()) return none;
        found->second.used = true;
        const std::vector<double>& list = found->second.figure.values;
        if (!found->second.isList || list.size() != count || count == 0) {
            problemAt(key, fmt::format("expected a list of {} numbers", count));
            return none;
        }
        checkRange(key, list, range);
        return list;
    }
    std::vector<double> wantWholes(std::string_view key, Range range, std::size_t count,
                                   double fallback) {
        const std::vector<double> list = wantList(key, range, count, fallback);
        const auto isWhole = [](double value) { return value == std::floor(value); };
        if (!std::ranges::all_of(list, isWhole)) problemAt(key, "expected whole numbers");
        return list;
    }

    /// A fitted range: low below high.
    std::array<double, 2> needSpan(std::string_view key, Range range) {
        const auto span = needArray<2>(key, range);
        if (has(key) && !m_failed && span[0] >= span[1]) {
            problemAt(key, "expected the low end before the high end");
        }
        return span;
    }

    void problemAt(std::string_view figure, std::string message) {
        const auto found = m_figures.find(figure);
        problem(found == m_figures.end() ? m_entry : *found->second.node,
                "figures/" + std::string(figure), std::move(message));
    }

    void rejectOthers() {
        for (const JsonNode& node : m_entry.children) {
            if (!m_known.contains(node.key)) problem(node, node.key, "is not a known field");
            if (node.repeated) problem(node, node.key, "is given twice");
        }
        for (const auto& [key, figure] : m_figures) {
            if (!figure.used) problemAt(key, "is not a figure that this kind has");
        }
    }

    [[nodiscard]] bool failed() const { return m_failed; }

    [[nodiscard]] std::map<std::string, Figure> figures() const {
        std::map<std::string, Figure> all;
        for (const auto& [key, figure] : m_figures)
            all.emplace(key, figure.figure);
        return all;
    }

private:
    static constexpr std::size_t mostInList = 100;

    struct Read {
        const JsonNode* node = nullptr;
        Figure figure;
        bool isList = false;
        bool used = false;
    };

    void problem(const JsonNode& node, std::string field, std::string message) {
        m_failed = true;
        m_report(node.line, std::move(field), std::move(message));
    }

    const JsonNode* attribute(std::string_view name, bool required) {
        m_known.emplace(std::string(name), true);
        const JsonNode* node = m_entry.member(name);
        if (node == nullptr && required) problem(m_entry, std::string(name), "is missing");
        return node;
    }

    void collectFigures() {
        const JsonNode* figures = attribute("figures", true);
        if (figures == nullptr) return;
        if (!figures->isObject())
            return problem(*figures, "figures", "expected an object in braces");
        for (const JsonNode& node : figures->children) {
            if (node.repeated) problem(node, "figures/" + node.key, "is given twice");
            m_figures[node.key] = readFigure(node);
        }
    }

    Read readFigure(const JsonNode& node) {
        const std::string field = "figures/" + node.key;
        Read read{&node, {}, false, false};
        const JsonNode* value = node.member("value");
        const JsonNode* source = node.member("source");
        if (value == nullptr || source == nullptr || node.children.size() != 2) {
            problem(node, field, "expected {\"value\": …, \"source\": \"…\"} and nothing else");
            return read;
        }
        if (source->text() == nullptr ||
            source->text()->find_first_not_of(" \t\r\n") == std::string::npos) {
            problem(*source, field, "names no source");
            return read;
        }
        read.figure.source = *source->text();
        read.isList = value->isArray();
        const auto addNumber = [&](const JsonNode& number) {
            double x = 0.0;
            if (!number.number(x)) problem(number, field, "expected a number");
            read.figure.values.push_back(x);
        };
        if (read.isList) {
            std::ranges::for_each(value->children, addNumber);
        } else {
            addNumber(*value);
        }
        return read;
    }

    std::vector<double> values(std::string_view key, Range range, bool required, std::size_t count,
                               double fallback) {
        const std::vector<double> none(count, fallback);
        const auto found = m_figures.find(key);
        if (found == m_figures.end()) {
            if (required) problem(m_entry, "figures/" + std::string(key), "is missing");
            return none;
        }
        found->second.used = true;
        const Figure& figure = found->second.figure;
        if (figure.source.empty()) return none;  // already reported
        if (figure.values.size() != count || found->second.isList != (count > 1)) {
            problemAt(key, count > 1 ? fmt::format("expected a list of {} numbers", count)
                                     : "expected one number, not a list");
            return none;
        }
        checkRange(key, figure.values, range);
        return figure.values;
    }

    void checkRange(std::string_view key, const std::vector<double>& values, Range range) {
        for (const double value : values) {
            if (isInRange(value, range)) continue;
            problemAt(key, fmt::format("is {:g}, expected {}", value, describeRange(range)));
        }
    }

    const JsonNode& m_entry;
    const EntryProblem& m_report;
    std::map<std::string, bool, std::less<>> m_known;
    std::map<std::string, Read, std::less<>> m_figures;
    bool m_failed = false;
};

}  // namespace halltwin::exchange
