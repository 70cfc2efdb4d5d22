// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/code_text.h"
#include "tests/support/catch.h"

using namespace halltwin::tests::architecture;

TEST_CASE("Comments, literals and preprocessor lines are blanked, lines stay") {
    CHECK(blankNonCode("a; // b {\nc;") == "a;       \nc;");
    CHECK(blankNonCode("a /* {\n } */ b") == "a     \n      b");
    CHECK(blankNonCode("f(\"}\\\"{\");") == "f(\"     );");
    CHECK(blankNonCode("c = '{';") == "c = \"  ;");
    CHECK(blankNonCode("#define A {\\\n {\nb") == "            \n  \nb");
    CHECK(blankNonCode("x = R\"(a)\" + R\"k( )\" )k\";") == "x = \"      + \"          ;");
}

TEST_CASE("A digit separator is not a character literal") {
    CHECK(blankNonCode("int n = 10'000; char c = '{';") == "int n = 10'000; char c = \"  ;");
}

TEST_CASE("Includes are listed, commented ones are not") {
    const std::vector<Include> found = includesOf("#include \"model/core/units.h\"\n"
                                                  "  #  include <vector>\n"
                                                  "// #include <QString>\n"
                                                  "/* #include <QWidget> */\n"
                                                  "#include <tbb/parallel_for.h> // why\n");
    CHECK(found == std::vector<Include>{{"model/core/units.h", true},
                                        {"vector", false},
                                        {"tbb/parallel_for.h", false}});
}

TEST_CASE("A last line without a line break counts") {
    CHECK(lineCount("") == 0);
    CHECK(lineCount("a\nb\n") == 2);
    CHECK(lineCount("a\nb") == 2);
}
