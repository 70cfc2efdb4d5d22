// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/project.h"
#include "tests/support/catch.h"

#include <string>
#include <vector>

using namespace halltwin;

namespace {

Scenario scenario(std::int64_t id, std::string name) {
    Scenario s;
    s.id = ScenarioId{id};
    s.name = std::move(name);
    return s;
}

std::vector<std::string> names(const Table<Scenario>& table) {
    std::vector<std::string> result;
    for (const Scenario& s : table)
        result.push_back(s.name);
    return result;
}

}  // namespace

TEST_CASE("A table keeps its rows in the order of their ids") {
    Table<Scenario> table;
    table.set(scenario(5, "five"));
    table.set(scenario(2, "two"));
    table.set(scenario(9, "nine"));
    CHECK(names(table) == std::vector<std::string>{"two", "five", "nine"});
    CHECK(table.find(ScenarioId{5})->name == "five");
    CHECK(table.find(ScenarioId{4}) == nullptr);
    CHECK(table.find(ScenarioId{}) == nullptr);
}

TEST_CASE("Adding gives the id after the highest in use") {
    Table<Scenario> table;
    CHECK(table.add(scenario(0, "a")) == ScenarioId{1});
    table.set(scenario(7, "b"));
    CHECK(table.add(scenario(3, "c")) == ScenarioId{8});
    CHECK(table.size() == 3);
}

TEST_CASE("A copy does not see what is written to the other afterwards") {
    Table<Scenario> table;
    table.set(scenario(1, "before"));
    const Table<Scenario> copy = table;
    table.set(scenario(1, "after"));
    table.add(scenario(0, "new"));
    CHECK(names(copy) == std::vector<std::string>{"before"});
    table.eraseIf([](const Scenario&) { return true; });
    CHECK(table.empty());
    CHECK(copy.size() == 1);
}

TEST_CASE("Copies share the rows that neither has changed") {
    Table<Scenario> table;
    table.set(scenario(1, "a"));
    table.set(scenario(2, "b"));
    Table<Scenario> copy = table;
    CHECK(&copy.rows() == &table.rows());
    copy.set(scenario(2, "c"));
    CHECK(copy.rows()[0] == table.rows()[0]);
    CHECK(copy.rows()[1] != table.rows()[1]);
}

TEST_CASE("Setting an equal entity or erasing nothing keeps the rows shared") {
    Table<Scenario> table;
    table.set(scenario(1, "a"));
    Table<Scenario> copy = table;
    copy.set(scenario(1, "a"));
    copy.eraseIf([](const Scenario&) { return false; });
    CHECK(&copy.rows() == &table.rows());
}

TEST_CASE("Tables are equal when their rows are, however they came about") {
    Table<Scenario> a;
    Table<Scenario> b;
    a.set(scenario(1, "x"));
    a.set(scenario(2, "y"));
    b.set(scenario(2, "y"));
    CHECK_FALSE(a == b);
    b.set(scenario(1, "x"));
    CHECK(a == b);
    b.set(scenario(1, "z"));
    CHECK_FALSE(a == b);
}
