// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/declared_modules.h"
#include "tests/architecture/exceptions.h"
#include "tests/architecture/include_rules.h"
#include "tests/architecture/size_rules.h"
#include "tests/architecture/source_tree.h"
#include "tests/architecture/text_rules.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <fstream>
#include <iterator>
#include <sstream>

using namespace halltwin::tests;
using namespace halltwin::tests::architecture;

namespace {

std::string fileText(const std::filesystem::path& path) {
    std::ifstream in(path);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<SourceFile> productCode() {
    return readTree(sourcePath("."), {"model", "views", "app"}, isCode);
}

std::vector<SourceFile> allCode() {
    return readTree(sourcePath("."), {"model", "views", "app", "tests"}, isCode);
}

DeclaredModules declaredModules() {
    return DeclaredModules::parse(fileText(buildPath("declared_dependencies.txt")));
}

void expectNone(const Violations& violations) {
    std::ostringstream list;
    for (const Violation& violation : violations)
        list << violation << '\n';
    INFO(list.str());
    CHECK(violations.empty());
}

}  // namespace

TEST_CASE("The tree is there to be checked") {
    CHECK(productCode().size() > 10);
    CHECK_FALSE(declaredModules().all().empty());
}

TEST_CASE("Modules include only what they declare") {
    expectNone(includesBeyondDeclared(productCode(), declaredModules()));
}

TEST_CASE("The engine knows neither Qt nor VTK, and only the charts know Qt Charts") {
    expectNone(forbiddenLibraries(productCode()));
}

TEST_CASE("Every source file is listed by its module") {
    const std::vector<SourceFile> buildFiles =
        readTree(sourcePath("."), {"model", "views", "app"}, isBuildFile);
    expectNone(unlistedFiles(productCode(), buildFiles, declaredModules()));
}

TEST_CASE("Files, functions, parameter lists and nesting keep to the limits") {
    expectNone(withoutExceptions(tooLarge(allCode()),
                                 fileText(sourcePath("tests/architecture/exceptions.txt"))));
}

TEST_CASE("Every code file names its licence") {
    expectNone(missingLicence(allCode()));
}

TEST_CASE("No file of the project names a path of one machine") {
    expectNone(machinePaths(
        readTree(sourcePath("."),
                 {"model", "views", "app", "tests", "docs", "resources", "examples"}, isText)));
}
