// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/size_rules.h"

#include "tests/architecture/code_text.h"
#include "tests/architecture/function_shapes.h"

namespace halltwin::tests::architecture {

Violations tooLarge(const std::vector<SourceFile>& files, const SizeLimits& limits) {
    Violations violations;
    for (const SourceFile& file : files) {
        const auto check = [&](const char* rule, const std::string& what, int measured, int limit) {
            if (measured > limit) violations.push_back({rule, file.path, what, measured});
        };
        check("file-length", "lines", lineCount(file.text), limits.fileLines);
        for (const FunctionShape& shape : functionShapes(file.text)) {
            check("function-length", shape.name, shape.lines, limits.functionLines);
            check("parameters", shape.name, shape.parameters, limits.parameters);
            check("nesting", shape.name, shape.nesting, limits.nesting);
        }
    }
    return violations;
}

}  // namespace halltwin::tests::architecture
