// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/json_tree.h"

#include "model/project/field_check.h"

#include <algorithm>
#include <cstddef>
#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_set>
#include <utility>

namespace halltwin::exchange {
namespace {

constexpr std::size_t maximumDepth = 32;

struct Place {
    int line = 1;
    int column = 1;
};

/// How far the parser has read. It looks one character ahead after a number, so the line is that of
/// the character before.
struct Progress {
    int line = 1;
    int lineBeforeLast = 1;
};

/// Feeds characters to the parser and counts lines on the way.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, Progress* progress) : m_at(at), m_progress(progress) {}
    reference operator*() const { return *m_at; }
    CountingIterator& operator++() {
        m_progress->lineBeforeLast = m_progress->line;
        if (*m_at == '\n') ++m_progress->line;
        ++m_at;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }
    bool operator!=(const CountingIterator& other) const { return m_at != other.m_at; }

private:
    const char* m_at;
    Progress* m_progress;
};

Place placeOf(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t lineStart = before.rfind('\n');
    const std::size_t column =
        lineStart == std::string_view::npos ? before.size() : before.size() - lineStart - 1;
    return {static_cast<int>(lines) + 1, static_cast<int>(std::max<std::size_t>(column, 1))};
}

void markRepeatedKeys(std::vector<JsonNode>& members) {
    std::unordered_set<std::string_view> seen;
    for (JsonNode& member : members)
        member.repeated = !seen.insert(member.key).second;
}

/// Builds the tree from the parser's events.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit TreeBuilder(const Progress& progress) : m_progress(progress) {}

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(std::int64_t{value}); }
    bool number_unsigned(number_unsigned_t value) override {
        if (std::in_range<std::int64_t>(value)) return add(static_cast<std::int64_t>(value));
        return add(static_cast<double>(value));
    }
    bool number_float(number_float_t value, const string_t&) override { return add(value); }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t&) override { return false; }
    bool key(string_t& value) override {
        m_key = std::move(value);
        return true;
    }
    bool start_object(std::size_t) override { return open(JsonNode::Object{}); }
    bool start_array(std::size_t) override { return open(JsonNode::Array{}); }
    bool end_object() override {
        markRepeatedKeys(m_open.back().children);
        return close();
    }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t offset, const std::string&,
                     const nlohmann::detail::exception& problem) override {
        m_errorOffset = offset;
        // The library's text starts with "[json.exception…] parse error at line 1, column 2: "; we
        // name the place ourselves.
        const std::string_view what = problem.what();
        const std::size_t column = what.find("column ");
        const std::size_t bracket = what.find("] ");
        const std::size_t start =
            column == std::string_view::npos ? bracket : what.find(": ", column);
        m_error = start == std::string_view::npos ? what : what.substr(start + 2);
        return false;
    }

    [[nodiscard]] JsonNode takeRoot() { return std::move(m_root); }
    [[nodiscard]] const std::string& error() const { return m_error; }
    [[nodiscard]] std::size_t errorOffset() const { return m_errorOffset; }
    [[nodiscard]] bool isTooDeep() const { return m_tooDeep; }
    [[nodiscard]] bool isTooLong() const { return m_tooLong; }

private:
    JsonNode node(JsonNode::Value value) {
        JsonNode made;
        made.key = std::exchange(m_key, {});
        made.value = std::move(value);
        made.line = m_progress.lineBeforeLast;
        return made;
    }
    bool place(JsonNode made) {
        if (m_open.empty()) {
            m_root = std::move(made);
        } else if (m_open.back().children.size() >= maximumRows) {
            m_tooLong = true;
            return false;
        } else {
            m_open.back().children.push_back(std::move(made));
        }
        return true;
    }
    bool add(JsonNode::Value value) { return place(node(std::move(value))); }
    bool open(JsonNode::Value value) {
        m_tooDeep = m_open.size() >= maximumDepth;
        if (m_tooDeep) return false;
        m_open.push_back(node(std::move(value)));
        return true;
    }
    bool close() {
        JsonNode done = std::move(m_open.back());
        m_open.pop_back();
        return place(std::move(done));
    }

    const Progress& m_progress;
    std::vector<JsonNode> m_open;
    JsonNode m_root;
    std::string m_key;
    std::string m_error;
    std::size_t m_errorOffset = 0;
    bool m_tooDeep = false;
    bool m_tooLong = false;
};

}  // namespace

bool JsonNode::number(double& out) const {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        out = static_cast<double>(*whole);
        return true;
    }
    const auto* real = std::get_if<double>(&value);
    if (real != nullptr) out = *real;
    return real != nullptr;
}

const JsonNode* JsonNode::member(std::string_view name) const {
    const auto found = std::find_if(children.begin(), children.end(),
                                    [&](const JsonNode& child) { return child.key == name; });
    return isObject() && found != children.end() ? &*found : nullptr;
}

Result<JsonNode> parseJson(std::string_view text, std::string_view fileName) {
    Progress progress;
    TreeBuilder builder(progress);
    const bool parsed =
        nlohmann::json::sax_parse(CountingIterator(text.data(), &progress),
                                  CountingIterator(text.data() + text.size(), &progress), &builder);
    if (parsed) return builder.takeRoot();
    if (builder.isTooDeep()) {
        return fail(ErrorCode::ParseFailure,
                    fmt::format("is nested more than {} deep", maximumDepth),
                    fmt::format("{}:{}", fileName, progress.line), "no HallTwin file is; check it");
    }
    if (builder.isTooLong()) {
        return fail(ErrorCode::OverLimit, fmt::format("has a list of more than {}", maximumRows),
                    fmt::format("{}:{}", fileName, progress.line),
                    "make sure that it is the right file");
    }
    const Place place = placeOf(text, builder.errorOffset());
    return fail(ErrorCode::ParseFailure, "is not valid JSON: " + builder.error(),
                fmt::format("{}:{}:{}", fileName, place.line, place.column),
                "correct the text there");
}

}  // namespace halltwin::exchange
