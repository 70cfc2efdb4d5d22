// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace halltwin::tests::architecture {

/// One place where the tree breaks a rule.
struct Violation {
    std::string rule;  ///< as in exceptions.txt: "file-length", "include"...
    std::string file;  ///< from the root of the tree
    std::string what;  ///< the function, the include, the line
    int measured = 0;  ///< lines, parameters or levels; 0 where nothing is counted

    bool operator==(const Violation&) const = default;
};

using Violations = std::vector<Violation>;

inline std::ostream& operator<<(std::ostream& out, const Violation& violation) {
    out << violation.file << ": " << violation.rule << ": " << violation.what;
    if (violation.measured > 0) out << " (" << violation.measured << ')';
    return out;
}

}  // namespace halltwin::tests::architecture
