// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/include_rules.h"
#include "tests/support/catch.h"

using namespace halltwin::tests::architecture;

namespace {

const DeclaredModules modules = DeclaredModules::parse("module model/core\ndepends \n"
                                                       "module model/power\ndepends model/core\n"
                                                       "module model/thermal\ndepends model/core\n"
                                                       "module views/plan\ndepends model/power\n");

Violations includesIn(const std::string& path, const std::string& code) {
    return includesBeyondDeclared({{path, code}}, modules);
}

}  // namespace

TEST_CASE("Own module, declared modules and what those pass on may be included") {
    CHECK(
        includesIn("model/power/p.h", "#include \"model/power/q.h\"\n#include \"model/core/a.h\"\n")
            .empty());
    CHECK(includesIn("views/plan/v.h",
                     "#include \"model/core/a.h\"\n#include \"v.moc\"\n#include <vector>\n")
              .empty());
}

TEST_CASE("A sibling, a higher module and a path that is not from the root are found") {
    CHECK(includesIn("model/power/p.h", "#include \"model/thermal/t.h\"\n").size() == 1);
    CHECK(includesIn("model/core/a.h", "#include \"model/power/p.h\"\n").size() == 1);
    CHECK(includesIn("model/core/a.h", "#include \"b.h\"\n").size() == 1);
}

TEST_CASE("A build that leaves modules out does not ask after them") {
    const auto partial = DeclaredModules::parse("partial\nmodule app/cli\ndepends \n");
    const SourceFile report{"app/cli/report.cpp", "#include \"views/report/report.h\"\n"};
    CHECK(includesBeyondDeclared({report}, partial).empty());
    CHECK(includesBeyondDeclared({report}, DeclaredModules::parse("module app/cli\ndepends \n"))
              .size() == 1);
}

TEST_CASE("Qt and VTK under model are found") {
    CHECK(forbiddenLibraries({{"model/core/a.h", "#include <QString>\n"}}).size() == 1);
    CHECK(forbiddenLibraries({{"model/core/a.h", "#include <QtCore/QObject>\n"}}).size() == 1);
    CHECK(forbiddenLibraries({{"model/core/a.h", "#include <qglobal.h>\n"}}).size() == 1);
    CHECK(forbiddenLibraries({{"model/core/a.h", "#include <vtkImageData.h>\n"}}).size() == 1);
    CHECK(forbiddenLibraries({{"model/core/a.h", "#include <queue>\n"},
                              {"views/plan/v.h", "#include <QString>\n"}})
              .empty());
}

TEST_CASE("Qt Charts is found outside views/charts only") {
    CHECK(forbiddenLibraries({{"views/plan/v.h", "#include <QtCharts/QChartView>\n"}}).size() == 1);
    CHECK(forbiddenLibraries({{"views/plan/v.h", "#include <QLineSeries>\n"}}).size() == 1);
    CHECK(forbiddenLibraries({{"app/gui/main.cpp", "#include <QValueAxis>\n"}}).size() == 1);
    CHECK(forbiddenLibraries({{"views/charts/c.h", "#include <QChartView>\n"}}).empty());
}

TEST_CASE("A file that its module's build file does not name is found") {
    const std::vector<SourceFile> build{
        {"model/core/CMakeLists.txt", "add(SOURCES a.cpp sub/b.cpp\n  HEADERS a.h)"}};
    const SourceFile listed{"model/core/a.cpp", ""};
    const SourceFile below{"model/core/sub/b.cpp", ""};
    CHECK(unlistedFiles({listed, below}, build, modules).empty());
    CHECK(unlistedFiles({{"model/core/b.cpp", ""}}, build, modules).size() == 1);
}

TEST_CASE("A folder that is no module is found when the build leaves none out") {
    CHECK(unlistedFiles({{"model/nowhere/a.cpp", ""}}, {}, modules).size() == 1);
    CHECK(unlistedFiles({{"model/nowhere/a.cpp", ""}}, {}, DeclaredModules::parse("partial\n"))
              .empty());
}
