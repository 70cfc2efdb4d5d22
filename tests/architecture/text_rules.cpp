// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/text_rules.h"

#include <array>
#include <cctype>
#include <string>

namespace halltwin::tests::architecture {
namespace {

/// Written in two halves, so that this file does not break its own rule.
std::array<std::string, 3> machineFolders() {
    return {std::string("../") + "shared", std::string("/wo") + "rk/", std::string("/tm") + "p/"};
}

/// "framework/" holds one of the names as part of a longer one; a path starts after something else.
bool startsAPath(const std::string& text, std::size_t at) {
    if (at == 0) return true;
    const auto before = static_cast<unsigned char>(text[at - 1]);
    return std::isalnum(before) == 0 && before != '.' && before != '-' && before != '_' &&
           before != '}';
}

bool mentions(const std::string& text, const std::string& folder) {
    for (std::size_t at = text.find(folder); at != std::string::npos;
         at = text.find(folder, at + 1))
        if (startsAPath(text, at)) return true;
    return false;
}

}  // namespace

Violations missingLicence(const std::vector<SourceFile>& files) {
    Violations violations;
    for (const SourceFile& file : files)
        if (!file.text.starts_with("// SPDX-License-Identifier: GPL-3.0-or-later\n"))
            violations.push_back({"licence", file.path, "the first line names no licence"});
    return violations;
}

Violations machinePaths(const std::vector<SourceFile>& files) {
    Violations violations;
    for (const SourceFile& file : files)
        for (const std::string& folder : machineFolders())
            if (mentions(file.text, folder))
                violations.push_back({"machine-path", file.path, folder});
    return violations;
}

}  // namespace halltwin::tests::architecture
