// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace halltwin::tests::architecture {

/// What each module may use according to the build system, which writes it beside its cache.
/// A module is named by its folder, as in "model/core".
class DeclaredModules {
public:
    [[nodiscard]] static DeclaredModules parse(std::string_view record);

    /// False when the build leaves modules out: then a folder may be unknown.
    [[nodiscard]] bool isComplete() const { return m_complete; }

    [[nodiscard]] const std::map<std::string, std::set<std::string>>& all() const {
        return m_modules;
    }

    /// The module a file belongs to, "" when none. The longest folder wins.
    [[nodiscard]] std::string moduleOf(std::string_view file) const;

    /// Itself, what it depends on, and what those depend on: libraries pass their dependencies on.
    [[nodiscard]] std::set<std::string> visibleFrom(const std::string& module) const;

private:
    std::map<std::string, std::set<std::string>> m_modules;  ///< with what each depends on
    bool m_complete = true;
};

}  // namespace halltwin::tests::architecture
