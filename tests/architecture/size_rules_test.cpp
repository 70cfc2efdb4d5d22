// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/size_rules.h"
#include "tests/support/catch.h"

using namespace halltwin::tests::architecture;

namespace {

std::string rulesBrokenBy(const std::string& code) {
    std::string rules;
    for (const Violation& violation : tooLarge({{"a.cpp", code}}))
        rules += violation.rule + " " + violation.what + ";";
    return rules;
}

std::string repeated(const std::string& text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i)
        result += text;
    return result;
}

}  // namespace

TEST_CASE("The limits are met exactly") {
    CHECK(rulesBrokenBy(repeated("int a;\n", 400)).empty());
    CHECK(rulesBrokenBy("void f() {\n" + repeated("g();\n", 58) + "}\n").empty());
    CHECK(rulesBrokenBy("void f(int a, int b, int c, int d, int e) { if (a) if (b) if (c) g(); }")
              .empty());
}

TEST_CASE("One more breaks them") {
    CHECK(rulesBrokenBy(repeated("int a;\n", 401)) == "file-length lines;");
    CHECK(rulesBrokenBy("void f() {\n" + repeated("g();\n", 59) + "}\n") == "function-length f;");
    CHECK(rulesBrokenBy("void f(int a, int b, int c, int d, int e, int g) {}") == "parameters f;");
    CHECK(rulesBrokenBy("void f() { if (a) if (b) if (c) if (d) g(); }") == "nesting f;");
}
