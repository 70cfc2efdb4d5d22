// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/signature.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace halltwin::tests::architecture {
namespace {

template <std::size_t N>
bool isOneOf(const Token& token, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), token.text) != words.end();
}

bool isControlWord(const Token& token) {
    constexpr std::array<std::string_view, 7> words{"if", "for", "while", "switch",
                                                    "do", "try", "catch"};
    return isOneOf(token, words);
}

bool opens(const Token& token) {
    return token.is("(") || token.is("[");
}
bool closes(const Token& token) {
    return token.is(")") || token.is("]");
}

/// Position after the bracket that closes the one at `open`; the end when it does not close.
std::size_t afterBracket(const Tokens& head, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < head.size(); ++i) {
        if (opens(head[i])) ++depth;
        if (closes(head[i]) && --depth == 0) return i + 1;
    }
    return head.size();
}

/// Position of the bracket that opens what closes at `close`; the size of `head` when there is
/// none.
std::size_t bracketBefore(const Tokens& head, std::size_t close) {
    int depth = 0;
    for (std::size_t i = close + 1; i-- > 0;) {
        if (closes(head[i])) ++depth;
        if (opens(head[i]) && --depth == 0) return i;
    }
    return head.size();
}

std::size_t afterAngles(const Tokens& head, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < head.size();
         i = opens(head[i]) ? afterBracket(head, i) : i + 1) {
        if (head[i].is("<")) ++depth;
        if (head[i].is(">") && --depth == 0) return i + 1;
    }
    return head.size();
}

/// Skips `template <…>`, attributes and the words that may stand before any declaration.
std::size_t declarationStart(const Tokens& head) {
    constexpr std::array<std::string_view, 6> words{"inline",  "static", "constexpr",
                                                    "typedef", "const",  "extern"};
    std::size_t at = 0;
    while (at < head.size()) {
        if (head[at].is("template"))
            at = afterAngles(head, at + 1);
        else if (head[at].is("["))
            at = afterBracket(head, at);
        else if (isOneOf(head[at], words))
            ++at;
        else
            break;
    }
    return at;
}

bool startsType(const Tokens& head, std::size_t at) {
    constexpr std::array<std::string_view, 4> words{"class", "struct", "union", "enum"};
    return at < head.size() && isOneOf(head[at], words);
}

/// `[…] {`, `[…] (…) {`, with whatever may stand between the parameters and the body.
bool isLambda(const Tokens& head) {
    std::size_t end = head.size();
    while (end > 0 && !closes(head[end - 1]) && !head[end - 1].is("=") && !head[end - 1].is(","))
        --end;  // mutable, noexcept, -> type
    if (end == 0 || !closes(head[end - 1])) return false;
    std::size_t open = bracketBefore(head, end - 1);
    if (open < head.size() && head[open].is("(") && open > 0 && head[open - 1].is("]"))
        open = bracketBefore(head, open - 1);
    if (open >= head.size() || !head[open].is("[")) return false;
    const bool isSubscript = open > 0 && (head[open - 1].isName() || closes(head[open - 1])) &&
                             !head[open - 1].is("return");
    const bool isAttribute = open + 1 < head.size() && head[open + 1].is("[");
    return !isSubscript && !isAttribute;
}

/// The body of a constructor comes after the last of its initializers: `: m_a{1}, m_b(2) {`.
bool isMemberInitializer(const Tokens& head) {
    std::size_t at = 0;
    bool afterColon = false;
    while (at < head.size()) {
        if (head[at].is(":") && at > 0) afterColon = true;
        at = opens(head[at]) ? afterBracket(head, at) : at + 1;
    }
    return afterColon && !head.back().is(")") && !head.back().is("{}");
}

struct ParameterList {
    std::size_t open;
    std::string name;
};

/// `operator+=(…)`, `operator()(…)`, `operator bool()`: the list opens after the operator's own
/// signs.
std::optional<ParameterList> operatorParameters(const Tokens& head, std::size_t at) {
    const bool isCall = at + 2 < head.size() && head[at + 1].is("(") && head[at + 2].is(")");
    for (std::size_t open = at + (isCall ? 3 : 1); open < head.size(); ++open)
        if (head[open].is("(")) return ParameterList{open, "operator" + head[at + 1].text};
    return std::nullopt;
}

/// The first parentheses after a name, unless a value is assigned before them.
std::optional<ParameterList> parameterList(const Tokens& head) {
    constexpr std::array<std::string_view, 7> notFunctions{
        "noexcept", "decltype", "alignas", "requires", "explicit", "sizeof", "__attribute__"};
    std::size_t at = declarationStart(head);
    while (at < head.size() && !head[at].is("=")) {
        if (head[at].is("operator")) return operatorParameters(head, at);
        if (head[at].is("(") && at > 0 && head[at - 1].isName() &&
            !isOneOf(head[at - 1], notFunctions))
            return ParameterList{at, head[at - 1].text};
        at = opens(head[at]) ? afterBracket(head, at) : at + 1;
    }
    return std::nullopt;
}

/// Commas between the parentheses that stand in no other bracket, plus one.
int countParameters(const Tokens& head, std::size_t open) {
    const std::size_t end = afterBracket(head, open) - 1;
    if (end == open + 1 || (end == open + 2 && head[open + 1].is("void"))) return 0;
    int count = 1;
    int angles = 0;
    for (std::size_t at = open + 1; at < end;
         at = opens(head[at]) ? afterBracket(head, at) : at + 1) {
        if (head[at].is("<")) ++angles;
        if (head[at].is(">") && angles > 0) --angles;
        if (head[at].is(",") && angles == 0) ++count;
    }
    return count;
}

/// TEST_CASE(…), BENCHMARK(…): what stands in a macro's parentheses is no parameter.
bool isMacroName(const std::string& name) {
    return std::none_of(name.begin(), name.end(),
                        [](unsigned char c) { return std::islower(c) != 0; });
}

}  // namespace

BraceKind kindOfBrace(const Tokens& head, Surrounding surrounding) {
    if (surrounding == Surrounding::Statements && head.empty()) return BraceKind::Block;
    if (head.empty()) return BraceKind::Initializer;
    if (isLambda(head)) return BraceKind::Lambda;
    if (surrounding == Surrounding::Values) return BraceKind::Initializer;
    const std::size_t start = declarationStart(head);
    const bool isNamespace = start < head.size() && head[start].is("namespace");
    if (isNamespace || head.back().is("\"")) return BraceKind::Namespace;  // the latter: extern "C"
    const bool hasAssignment =
        std::any_of(head.begin() + static_cast<std::ptrdiff_t>(start), head.end(),
                    [](const Token& token) { return token.is("="); });
    if (startsType(head, start) && !hasAssignment && (head.back().isName() || head.back().is(">")))
        return BraceKind::Type;
    if (surrounding == Surrounding::Declarations) {
        if (!signatureOf(head)) return BraceKind::Initializer;
        return isMemberInitializer(head) ? BraceKind::Initializer : BraceKind::Function;
    }
    const bool isControl =
        isControlWord(head.front()) || head.front().is("else") || isControlWord(head.back());
    const bool isMacroBlock =
        head.back().is(")") && head.front().isName() && isMacroName(head.front().text);
    return isControl || isMacroBlock ? BraceKind::Block : BraceKind::Initializer;
}

std::optional<Signature> signatureOf(const Tokens& head) {
    const std::optional<ParameterList> list = parameterList(head);
    if (!list) return std::nullopt;
    return Signature{list->name, isMacroName(list->name) && list->name.size() > 1
                                     ? 0
                                     : countParameters(head, list->open)};
}

int controlWords(const Tokens& head) {
    int words = 0;
    for (std::size_t at = 0; at < head.size();
         at = opens(head[at]) ? afterBracket(head, at) : at + 1)
        if (isControlWord(head[at])) ++words;
    const bool isPlainElse = words == 0 && !head.empty() && head.front().is("else");
    return isPlainElse ? 1 : words;
}

}  // namespace halltwin::tests::architecture
