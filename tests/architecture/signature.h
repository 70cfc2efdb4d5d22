// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/architecture/tokens.h"

#include <optional>
#include <string>

namespace halltwin::tests::architecture {

/// What a brace opens, told from the tokens before it.
enum class BraceKind { Namespace, Type, Function, Lambda, Block, Initializer };

/// Where the brace stands: a statement is only possible in a function.
enum class Surrounding { Declarations, Statements, Values };

/// `head`: the tokens from the start of the declaration or statement up to the brace. A brace pair
/// that is already closed is left in it as the single token `{}`.
[[nodiscard]] BraceKind kindOfBrace(const Tokens& head, Surrounding surrounding);

struct Signature {
    std::string name;
    int parameters = 0;

    bool operator==(const Signature&) const = default;
};

/// Name and number of parameters of the function whose declaration `head` is; nothing when it is
/// not one.
[[nodiscard]] std::optional<Signature> signatureOf(const Tokens& head);

/// Control words (if, for, while, switch, do, try, catch) outside parentheses; `else if` is one.
[[nodiscard]] int controlWords(const Tokens& head);

}  // namespace halltwin::tests::architecture
