// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/architecture/function_shapes.h"
#include "tests/architecture/signature.h"
#include "tests/architecture/tokens.h"

#include <vector>

namespace halltwin::tests::architecture {

/// Follows the braces of one file and notes the shape of each function body.
/// Not a parser: it tells what a brace opens from the words before it, which suffices for code in
/// this project's style.
class ScopeScanner {
public:
    [[nodiscard]] std::vector<FunctionShape> scan(const Tokens& tokens);

private:
    struct Scope {
        BraceKind kind = BraceKind::Namespace;
        Tokens outerHead;  ///< what stood before the brace, to go on with after it closes
        int outerParentheses = 0;
        int levels = 0;  ///< nesting that this brace adds
        int shape = -1;  ///< of the function that starts here, in m_shapes
    };

    void take(const Token& token);
    void open(const Token& token);
    void close(const Token& token);
    void endStatement();
    void noteNesting(int extra);
    [[nodiscard]] Surrounding surrounding() const;
    [[nodiscard]] bool endsLabel() const;
    [[nodiscard]] int startFunction(BraceKind kind, const Token& brace);

    std::vector<Scope> m_scopes;
    std::vector<FunctionShape> m_shapes;
    std::vector<int> m_openShapes;
    std::vector<int> m_depths;  ///< nesting reached now, one entry per open function
    Tokens m_head;
    int m_parentheses = 0;
};

}  // namespace halltwin::tests::architecture
