// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/declared_modules.h"
#include "tests/support/catch.h"

using namespace halltwin::tests::architecture;

namespace {

DeclaredModules threeModules() {
    return DeclaredModules::parse("module model/core\ndepends \n"
                                  "module model/project\ndepends model/core\n"
                                  "module model/power\ndepends model/project\n");
}

}  // namespace

TEST_CASE("A record of the build is read back") {
    const DeclaredModules modules = threeModules();
    REQUIRE(modules.all().size() == 3);
    CHECK(modules.isComplete());
    CHECK(modules.all().at("model/power") == std::set<std::string>{"model/project"});
    CHECK_FALSE(DeclaredModules::parse("partial\n").isComplete());
}

TEST_CASE("A file belongs to the module of its folder") {
    const DeclaredModules modules = threeModules();
    CHECK(modules.moduleOf("model/power/sub/r.cpp") == "model/power");
    CHECK(modules.moduleOf("model/powerless/r.cpp").empty());
}

TEST_CASE("A module sees what its dependencies see, and not what depends on it") {
    const DeclaredModules modules = threeModules();
    CHECK(modules.visibleFrom("model/power") ==
          std::set<std::string>{"model/core", "model/power", "model/project"});
    CHECK(modules.visibleFrom("model/core") == std::set<std::string>{"model/core"});
}
