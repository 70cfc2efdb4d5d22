// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace halltwin::tests::architecture {

struct DeclaredModule {
    int layer = 0;
    std::set<std::string> depends;  ///< folders of other modules, as "model/core"
};

/// What the build declares of each module, keyed by folder. Written by the build system beside its
/// cache.
class DeclaredModules {
public:
    [[nodiscard]] static DeclaredModules parse(std::string_view record);

    /// False when the build leaves modules out: then a folder may be unknown.
    [[nodiscard]] bool isComplete() const { return m_complete; }

    [[nodiscard]] const std::map<std::string, DeclaredModule>& all() const { return m_modules; }

    /// The module a file belongs to, "" when none. The longest folder wins.
    [[nodiscard]] std::string moduleOf(std::string_view file) const;

    /// Itself, what it depends on, and what those depend on: libraries pass their dependencies on.
    [[nodiscard]] std::set<std::string> visibleFrom(const std::string& module) const;

private:
    std::map<std::string, DeclaredModule> m_modules;
    bool m_complete = true;
};

}  // namespace halltwin::tests::architecture
