// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace halltwin::tests::architecture {

struct Token {
    std::string text;  ///< a name, a number, `::`, `->`, a comparison, or one character
    int line = 1;

    [[nodiscard]] bool is(std::string_view what) const { return text == what; }
    [[nodiscard]] bool isName() const;
};

using Tokens = std::vector<Token>;

/// Splits code that has been through blankNonCode; a literal is the token `"`.
[[nodiscard]] Tokens tokensOf(std::string_view code);

}  // namespace halltwin::tests::architecture
