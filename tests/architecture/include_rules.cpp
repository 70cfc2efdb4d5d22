// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/include_rules.h"

#include "tests/architecture/code_text.h"

#include <map>
#include <regex>
#include <set>
#include <string>

namespace halltwin::tests::architecture {
namespace {

bool isGenerated(const std::string& include) {
    return include.ends_with(".moc") || include.starts_with("moc_") || include.starts_with("ui_");
}

bool isQtOrVtk(const std::string& include) {
    static const std::regex name("^(Qt|Q[A-Z]|q[a-z]+\\.h|vtk)");
    return std::regex_search(include, name);
}

bool isQtCharts(const std::string& include) {
    static const std::regex name(
        "^(QtCharts|Q.*Chart|Q[A-Za-z]*Series$|Q[A-Za-z]+Axis$|QLegend|QBarSet|QPieSlice"
        "|QBoxSet|QCandlestickSet)");
    return std::regex_search(include, name);
}

/// The file names in a CMakeLists.txt are words between blanks and parentheses.
std::set<std::string> wordsOf(const std::string& text) {
    static const std::regex word("[^\\s()\";]+");
    return {std::sregex_token_iterator(text.begin(), text.end(), word),
            std::sregex_token_iterator()};
}

}  // namespace

Violations includesBeyondDeclared(const std::vector<SourceFile>& files,
                                  const DeclaredModules& modules) {
    Violations violations;
    for (const SourceFile& file : files) {
        const std::string module = modules.moduleOf(file.path);
        if (module.empty()) continue;
        const std::set<std::string> visible = modules.visibleFrom(module);
        for (const Include& include : includesOf(file.text)) {
            if (!include.quoted || isGenerated(include.name)) continue;
            const std::string target = modules.moduleOf(include.name);
            // A build without windows knows nothing of the modules that it leaves out.
            if (target.empty() && !modules.isComplete()) continue;
            if (target.empty())
                violations.push_back(
                    {"include", file.path, include.name + " is no path from the root to a module"});
            else if (!visible.contains(target))
                violations.push_back(
                    {"include", file.path,
                     include.name + ": " + module + " does not declare " + target});
        }
    }
    return violations;
}

Violations forbiddenLibraries(const std::vector<SourceFile>& files) {
    Violations violations;
    for (const SourceFile& file : files) {
        const bool inModel = file.path.starts_with("model/");
        const bool inCharts = file.path.starts_with("views/charts/");
        for (const Include& include : includesOf(file.text)) {
            if (inModel && isQtOrVtk(include.name))
                violations.push_back({"library", file.path, include.name + " under model/"});
            else if (!inCharts && isQtCharts(include.name))
                violations.push_back(
                    {"library", file.path, include.name + " outside views/charts"});
        }
    }
    return violations;
}

Violations unlistedFiles(const std::vector<SourceFile>& files,
                         const std::vector<SourceFile>& buildFiles,
                         const DeclaredModules& modules) {
    std::map<std::string, std::set<std::string>> named;
    for (const SourceFile& buildFile : buildFiles)
        named[buildFile.path] = wordsOf(buildFile.text);
    Violations violations;
    for (const SourceFile& file : files) {
        const std::string module = modules.moduleOf(file.path);
        const std::string list = module + "/CMakeLists.txt";
        if (module.empty() && modules.isComplete())
            violations.push_back({"unlisted", file.path, "belongs to no module"});
        if (!module.empty() && !named[list].contains(file.path.substr(module.size() + 1)))
            violations.push_back({"unlisted", file.path, "is not named in " + list});
    }
    return violations;
}

}  // namespace halltwin::tests::architecture
