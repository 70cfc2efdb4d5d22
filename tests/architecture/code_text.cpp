// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/code_text.h"

#include <algorithm>
#include <cctype>

namespace halltwin::tests::architecture {
namespace {

enum class Keep { Literals, Nothing };

/// Walks over the code once; `skip…` members return the position after what starts at `at`.
class Blanker {
public:
    Blanker(std::string_view code, Keep keep) : m_code(code), m_keep(keep), m_out(code) {}

    std::string run() {
        std::size_t at = 0;
        while (at < m_code.size())
            at = step(at);
        return std::move(m_out);
    }

private:
    std::size_t step(std::size_t at) {
        if (startsWith(at, "//")) return blank(at, lineEnd(at));
        if (startsWith(at, "/*")) return blank(at, after("*/", at + 2));
        if (startsWith(at, "R\"") && !isNameCharacter(before(at)))
            return skipLiteral(at, rawStringEnd(at));
        if (m_code[at] == '"') return skipLiteral(at, quotedEnd(at));
        // an apostrophe after a digit or a letter separates digits: 10'000
        if (m_code[at] == '\'' && !isNameCharacter(before(at)))
            return skipLiteral(at, quotedEnd(at));
        if (m_code[at] == '#' && m_keep == Keep::Nothing) return skipDirective(at);
        return at + 1;
    }

    bool startsWith(std::size_t at, std::string_view what) const {
        return m_code.substr(at, what.size()) == what;
    }
    char before(std::size_t at) const { return at == 0 ? '\n' : m_code[at - 1]; }
    static bool isNameCharacter(char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
    }

    std::size_t after(std::string_view what, std::size_t from) const {
        const std::size_t found = m_code.find(what, from);
        return found == std::string_view::npos ? m_code.size() : found + what.size();
    }

    /// End of a line, lines continued with a backslash joined.
    std::size_t lineEnd(std::size_t at) const {
        std::size_t end = std::min(m_code.find('\n', at), m_code.size());
        while (end < m_code.size() && m_code[end - 1] == '\\')
            end = std::min(m_code.find('\n', end + 1), m_code.size());
        return end;
    }

    std::size_t quotedEnd(std::size_t at) const {
        const char quote = m_code[at];
        std::size_t end = at + 1;
        while (end < m_code.size() && m_code[end] != quote && m_code[end] != '\n')
            end += m_code[end] == '\\' ? 2 : 1;
        return std::min(end + 1, m_code.size());
    }

    std::size_t rawStringEnd(std::size_t at) const {
        const std::size_t open = m_code.find('(', at);
        if (open == std::string_view::npos) return m_code.size();
        const std::string close = ")" + std::string(m_code.substr(at + 2, open - at - 2)) + "\"";
        return after(close, open);
    }

    /// Literals become blanks between their quotes: a token must stay, as in `f("a", "b")`.
    std::size_t skipLiteral(std::size_t at, std::size_t end) {
        if (m_keep == Keep::Nothing) {
            blank(at, end);
            m_out[at] = '"';
        }
        return end;
    }

    /// A directive may hold a comment that runs on over several lines.
    std::size_t skipDirective(std::size_t at) {
        const std::size_t end = lineEnd(at);
        const std::size_t comment = m_code.find("/*", at);
        return blank(at, comment < end ? comment : end);
    }

    std::size_t blank(std::size_t from, std::size_t to) {
        std::replace_if(
            m_out.begin() + static_cast<std::ptrdiff_t>(from),
            m_out.begin() + static_cast<std::ptrdiff_t>(to), [](char c) { return c != '\n'; }, ' ');
        return to;
    }

    std::string_view m_code;
    Keep m_keep;
    std::string m_out;
};

std::string_view trimmedFront(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

bool consume(std::string_view& text, std::string_view start) {
    text = trimmedFront(text);
    if (!text.starts_with(start)) return false;
    text = trimmedFront(text.substr(start.size()));
    return true;
}

}  // namespace

std::string blankNonCode(std::string_view code) {
    return Blanker(code, Keep::Nothing).run();
}

std::vector<Include> includesOf(std::string_view code) {
    const std::string text = Blanker(code, Keep::Literals).run();
    std::vector<Include> includes;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
        std::string_view line = rest.substr(0, end + 1);
        rest.remove_prefix(end + 1);
        if (!consume(line, "#") || !consume(line, "include") || line.empty()) continue;
        const bool quoted = line.front() == '"';
        const std::size_t close = line.find(quoted ? '"' : '>', 1);
        includes.push_back({std::string(line.substr(1, close - 1)), quoted});
    }
    return includes;
}

int lineCount(std::string_view text) {
    const auto breaks = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    return breaks + (text.empty() || text.back() == '\n' ? 0 : 1);
}

}  // namespace halltwin::tests::architecture
