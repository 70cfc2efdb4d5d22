// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/declared_modules.h"

#include <iterator>
#include <sstream>
#include <vector>

namespace halltwin::tests::architecture {
namespace {

std::set<std::string> words(std::istringstream& line) {
    return {std::istream_iterator<std::string>(line), std::istream_iterator<std::string>()};
}

}  // namespace

DeclaredModules DeclaredModules::parse(std::string_view record) {
    DeclaredModules result;
    std::set<std::string>* depends = nullptr;
    std::istringstream in{std::string(record)};
    for (std::string text; std::getline(in, text);) {
        std::istringstream line(text);
        std::string key;
        line >> key;
        if (key == "partial") result.m_complete = false;
        if (key == "module") {
            std::string folder;
            line >> folder;
            depends = &result.m_modules[folder];
        }
        if (key == "depends" && depends != nullptr) *depends = words(line);
    }
    return result;
}

std::string DeclaredModules::moduleOf(std::string_view file) const {
    std::string best;
    for (const auto& [folder, depends] : m_modules)
        if (file.starts_with(folder + "/") && folder.size() > best.size()) best = folder;
    return best;
}

std::set<std::string> DeclaredModules::visibleFrom(const std::string& module) const {
    std::set<std::string> seen{module};
    std::vector<std::string> open{module};
    while (!open.empty()) {
        const auto found = m_modules.find(open.back());
        open.pop_back();
        if (found == m_modules.end()) continue;
        for (const std::string& next : found->second)
            if (seen.insert(next).second) open.push_back(next);
    }
    return seen;
}

}  // namespace halltwin::tests::architecture
