// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace halltwin::tests::architecture {

/// A function body and its size. Lambdas count as part of the function they stand in.
struct FunctionShape {
    std::string name;
    int line = 0;   ///< where the declaration starts
    int lines = 0;  ///< from there to the closing brace
    int parameters = 0;
    int nesting = 0;  ///< control statements one in another, with braces or without

    bool operator==(const FunctionShape&) const = default;
};

[[nodiscard]] std::vector<FunctionShape> functionShapes(std::string_view code);

}  // namespace halltwin::tests::architecture
