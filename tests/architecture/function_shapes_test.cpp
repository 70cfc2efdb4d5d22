// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/function_shapes.h"
#include "tests/support/catch.h"

using namespace halltwin::tests::architecture;

namespace {

FunctionShape onlyFunction(std::string_view code) {
    const std::vector<FunctionShape> shapes = functionShapes(code);
    REQUIRE(shapes.size() == 1);
    return shapes.front();
}

std::vector<std::string> names(std::string_view code) {
    std::vector<std::string> result;
    for (const FunctionShape& shape : functionShapes(code))
        result.push_back(shape.name);
    return result;
}

}  // namespace

TEST_CASE("A function is measured from its declaration to its brace") {
    CHECK(onlyFunction("namespace a {\n\nint f(int x,\n      int y) {\n    return x;\n}\n}\n") ==
          FunctionShape{"f", 3, 4, 2, 0});
}

TEST_CASE("Functions in namespaces, classes and templates are found, declarations are not") {
    CHECK(names("namespace a::b { namespace { void f() {} } }") == std::vector<std::string>{"f"});
    CHECK(names("class [[nodiscard]] A final : public B<int> {\npublic:\n    A() : m_x{1}, m_y(2) "
                "{ g(); }\n"
                "    int h() const noexcept override { return 1; }\n    void d();\n    int m_x = "
                "0;\n};") == std::vector<std::string>{"A", "h"});
    CHECK(names("template <class T, int N> struct S { T f() { return {}; } };") ==
          std::vector<std::string>{"f"});
    CHECK(names("template <typename T> auto f(T t) -> std::vector<T> { return {t}; }") ==
          std::vector<std::string>{"f"});
    CHECK(names("template <class M, class F = S<(1 > 0)>> class A final : public B<M> { void f() "
                "{} };") == std::vector<std::string>{"f"});
    CHECK(names("template <int N> typename enable_if<N == 1, int>::type f() { return 1; }") ==
          std::vector<std::string>{"f"});
    CHECK(names("enum class E : int { A, B };\nstruct P { double x{0}; int y = {1}; };").empty());
    CHECK(names("constexpr std::array<int, 2> a{1, 2};\nconst std::map<int, S> m = {{1, {2}}, {3, "
                "{4}}};")
              .empty());
    CHECK(names("A::A() : m_x{1}, m_y{f(2)} {\n    g();\n}\nvoid B::h() {}") ==
          std::vector<std::string>{"A", "h"});
    CHECK(names("class W : public QObject {\n    Q_OBJECT\nQ_SIGNALS:\n    void s();\npublic "
                "slots:\n    void t() {}\n};") == std::vector<std::string>{"t"});
    CHECK(names("extern \"C\" { void f() {} }") == std::vector<std::string>{"f"});
}

TEST_CASE("Operators and macros are functions") {
    CHECK(onlyFunction("bool operator==(const A& a, const B& b) { return true; }").parameters == 2);
    CHECK(onlyFunction("int A::operator()(int a, int b, int c) const { return a; }").parameters ==
          3);
    CHECK(onlyFunction("A& A::operator=(A other) { return *this; }").parameters == 1);
    CHECK(onlyFunction("bool operator<(A a, A b) { return a <= b; }").parameters == 2);
    CHECK(onlyFunction("A& operator+=(A other) { return *this; }").name == "operator+");
    CHECK(onlyFunction("A::operator bool() const { return true; }").parameters == 0);
    CHECK(onlyFunction("TEST_CASE(\"a, b\", \"[c]\") { CHECK(x == 1); }") ==
          FunctionShape{"TEST_CASE", 1, 1, 0, 0});
}

TEST_CASE("Parameters are counted, commas inside brackets are not") {
    CHECK(onlyFunction("void f() {}").parameters == 0);
    CHECK(onlyFunction("void f(void) {}").parameters == 0);
    CHECK(onlyFunction(
              "void f(std::map<int, std::pair<A, B>> m, void (*g)(int, int), int c = h(1, 2)) {}")
              .parameters == 3);
    CHECK(onlyFunction("[[nodiscard]] explicit(false) A(int a, int b) {}").parameters == 2);
}

TEST_CASE("Nesting counts control statements one in another") {
    CHECK(onlyFunction("void f() { g(); }").nesting == 0);
    CHECK(onlyFunction("void f() { for (int i = 0; i < 3; ++i) { if (i) { g(); } } if (a) {} }")
              .nesting == 2);
    CHECK(onlyFunction("void f() { if (a) {} else if (b) {} else {} }").nesting == 1);
    CHECK(onlyFunction("void f() { if (a) { } else { while (b) { } } }").nesting == 2);
    CHECK(onlyFunction("void f() { do { g(); } while (a); }").nesting == 1);
    CHECK(onlyFunction("void f() { { std::lock_guard l(m); g(); } }").nesting == 0);
    CHECK(onlyFunction(
              "int f(E e) { switch (e) { case E::A: { return 1; } default: break; } return 0; }")
              .nesting == 1);
}

TEST_CASE("Leaving out the braces does not hide a level") {
    CHECK(onlyFunction("void f() { for (A a : as)\n for (B b : bs)\n if (c)\n for (;;)\n g(); }")
              .nesting == 4);
    CHECK(onlyFunction("void f() { for (A a : as)\n for (B b : bs) {\n if (c) g(); } }").nesting ==
          3);
}

TEST_CASE("A lambda belongs to its function: its lines count, it adds no level of its own") {
    const FunctionShape shape = onlyFunction(
        "void f() {\n    run(1, [&, x = S{2}](int i) mutable -> int {\n        if (i) { g(); }\n"
        "        return 1;\n    }, {3, 4});\n    if (a) g();\n}\n");
    CHECK(shape == FunctionShape{"f", 1, 7, 0, 1});
    CHECK(onlyFunction("void f() { for (;;) { run([] { if (a) g(); }); } }").nesting == 2);
    CHECK(names("const auto f = [](int a) {\n    return a;\n};\nvoid g() {}") ==
          std::vector<std::string>{"lambda", "g"});
}

TEST_CASE("Values in braces inside a function open no level") {
    CHECK(
        onlyFunction(
            "A f() { const A a{1, {2}}; g(A{3}, {4}); if (h(A{5})) return A{6}; return {.x = 1}; }")
            .nesting == 1);
    CHECK(onlyFunction("void f() { struct L { int x = 0; bool operator<(L) const; }; v[0] = {1}; }")
              .name == "f");
}
