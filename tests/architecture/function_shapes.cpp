// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/function_shapes.h"

#include "tests/architecture/code_text.h"
#include "tests/architecture/scope_scanner.h"

namespace halltwin::tests::architecture {

std::vector<FunctionShape> functionShapes(std::string_view code) {
    return ScopeScanner().scan(tokensOf(blankNonCode(code)));
}

}  // namespace halltwin::tests::architecture
