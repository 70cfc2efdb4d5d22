// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/scope_scanner.h"

#include <algorithm>
#include <utility>

namespace halltwin::tests::architecture {

std::vector<FunctionShape> ScopeScanner::scan(const Tokens& tokens) {
    *this = ScopeScanner();
    for (const Token& token : tokens)
        take(token);
    return std::move(m_shapes);
}

void ScopeScanner::take(const Token& token) {
    if (token.is("{")) return open(token);
    if (token.is("}")) return close(token);
    if (token.is("(") || token.is("[")) ++m_parentheses;
    if (token.is(")") || token.is("]")) --m_parentheses;
    if (token.is(";") && m_parentheses == 0) return endStatement();
    if (token.is(":") && endsLabel()) return m_head.clear();
    m_head.push_back(token);
}

void ScopeScanner::open(const Token& token) {
    Scope scope;
    scope.kind = m_parentheses > 0 && surrounding() == Surrounding::Declarations
                     ? kindOfBrace(m_head, Surrounding::Values)
                     : kindOfBrace(m_head, surrounding());
    scope.levels = scope.kind == BraceKind::Block ? controlWords(m_head) : 0;
    scope.shape = startFunction(scope.kind, token);
    scope.outerHead = std::exchange(m_head, {});
    scope.outerParentheses = std::exchange(m_parentheses, 0);
    noteNesting(scope.levels);
    if (!m_depths.empty()) m_depths.back() += scope.levels;
    m_scopes.push_back(std::move(scope));
}

void ScopeScanner::close(const Token& token) {
    if (m_scopes.empty()) return;
    Scope scope = std::move(m_scopes.back());
    m_scopes.pop_back();
    if (scope.shape >= 0) {
        FunctionShape& shape = m_shapes[static_cast<std::size_t>(scope.shape)];
        shape.lines = token.line - shape.line + 1;
        m_openShapes.pop_back();
        m_depths.pop_back();
    }
    if (!m_depths.empty()) m_depths.back() -= scope.levels;
    m_head.clear();
    m_parentheses = scope.outerParentheses;
    const bool goesOn = scope.kind == BraceKind::Lambda || scope.kind == BraceKind::Initializer ||
                        scope.kind == BraceKind::Type;
    if (!goesOn) return;
    m_head = std::move(scope.outerHead);
    m_head.push_back({"{}", token.line});
}

void ScopeScanner::endStatement() {
    noteNesting(controlWords(m_head));
    m_head.clear();
}

void ScopeScanner::noteNesting(int extra) {
    if (m_openShapes.empty()) return;
    FunctionShape& shape = m_shapes[static_cast<std::size_t>(m_openShapes.back())];
    shape.nesting = std::max(shape.nesting, m_depths.back() + extra);
}

Surrounding ScopeScanner::surrounding() const {
    if (m_scopes.empty()) return Surrounding::Declarations;
    switch (m_scopes.back().kind) {
        case BraceKind::Namespace:
        case BraceKind::Type: return Surrounding::Declarations;
        case BraceKind::Initializer: return Surrounding::Values;
        default: return Surrounding::Statements;
    }
}

/// `public:`, `case x:`, `default:`; not the `:` of a range, a base class, a member initializer or
/// `?:`.
bool ScopeScanner::endsLabel() const {
    if (m_head.empty() || m_parentheses > 0) return false;
    const Token& last = m_head.back();
    const bool isAccess = last.is("public") || last.is("protected") || last.is("private") ||
                          last.is("signals") || last.is("Q_SIGNALS") || last.is("slots") ||
                          last.is("Q_SLOTS");
    return isAccess || m_head.front().is("case") || m_head.front().is("default");
}

/// A lambda belongs to the function it stands in; one outside all functions counts as a function.
int ScopeScanner::startFunction(BraceKind kind, const Token& brace) {
    const bool isOutermostLambda = kind == BraceKind::Lambda && m_openShapes.empty();
    if (kind != BraceKind::Function && !isOutermostLambda) return -1;
    const Signature signature = signatureOf(m_head).value_or(Signature{"lambda", 0});
    const int line = m_head.empty() ? brace.line : m_head.front().line;
    const int index = static_cast<int>(m_shapes.size());
    m_shapes.push_back({signature.name, line, 0, signature.parameters, 0});
    m_openShapes.push_back(index);
    m_depths.push_back(0);
    return index;
}

}  // namespace halltwin::tests::architecture
