// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/tokens.h"

#include <array>
#include <cctype>

namespace halltwin::tests::architecture {
namespace {

bool isWordCharacter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '\'';
}

std::size_t tokenLength(std::string_view rest) {
    constexpr std::array<std::string_view, 6> pairs{"::", "->", "==", "!=", "<=", ">="};
    for (const std::string_view pair : pairs)
        if (rest.starts_with(pair)) return pair.size();
    std::size_t length = 0;
    while (length < rest.size() && isWordCharacter(rest[length]))
        ++length;
    return length == 0 ? 1 : length;
}

}  // namespace

bool Token::isName() const {
    return std::isalpha(static_cast<unsigned char>(text.front())) != 0 || text.front() == '_';
}

Tokens tokensOf(std::string_view code) {
    Tokens tokens;
    int line = 1;
    while (!code.empty()) {
        std::size_t length = 1;
        if (code.front() == '\n') {
            ++line;
        } else if (std::isspace(static_cast<unsigned char>(code.front())) == 0) {
            length = tokenLength(code);
            tokens.push_back({std::string(code.substr(0, length)), line});
        }
        code.remove_prefix(length);
    }
    return tokens;
}

}  // namespace halltwin::tests::architecture
