// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace halltwin::tests::architecture {

/// The code with comments, the content of string and character literals, and preprocessor lines
/// replaced by blanks. Same length and same line breaks as the original, so that positions stay
/// valid.
[[nodiscard]] std::string blankNonCode(std::string_view code);

struct Include {
    std::string name;
    bool quoted = false;  ///< "name" and not <name>

    bool operator==(const Include&) const = default;
};

/// The #include lines, those in comments left out.
[[nodiscard]] std::vector<Include> includesOf(std::string_view code);

/// Number of lines; a last line without a line break counts.
[[nodiscard]] int lineCount(std::string_view text);

}  // namespace halltwin::tests::architecture
