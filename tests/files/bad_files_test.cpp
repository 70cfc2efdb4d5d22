// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/files/forged_file.h"

#include <chrono>
#include <string>

using namespace halltwin;
using namespace halltwin::storage;
using tests::ForgedFile;

namespace {

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// Replaces a table by one without our constraints, so that anything can be put into it.
std::string loosened(const std::string& table) {
    return "CREATE TABLE loose AS SELECT * FROM " + table + "; DROP TABLE " + table +
           "; ALTER TABLE loose RENAME TO " + table + ";";
}

}  // namespace

TEST_CASE("files that are no project are told so") {
    const tests::ScratchFolder folder;
    const auto refuse = [&](const std::string& bytes) {
        tests::put(folder / "a.halltwin", bytes);
        const auto project = openProject(folder / "a.halltwin");
        REQUIRE_FALSE(project);
        CHECK(project.error().code == ErrorCode::NotAProject);
    };
    refuse("");
    refuse("{\"format\": \"halltwin-project\"}");
    refuse(std::string(5000, 'x'));
    refuse(std::string("SQLite format 3\0", 16));
    refuse(std::string("SQLite format 3\0", 16) + std::string(2000, '\0'));

    CHECK(openProject(folder / "absent.halltwin").error().code == ErrorCode::NotFound);
    CHECK(openProject(folder.path()).error().code == ErrorCode::NotAProject);
    CHECK(openProject("/dev/zero").error().code == ErrorCode::NotAProject);

    ForgedFile other;
    CHECK(other.run("PRAGMA application_id = 1").refusal().code == ErrorCode::NotAProject);
}

TEST_CASE("a file of a newer schema names both versions") {
    ForgedFile file;
    file.run("PRAGMA user_version = 7; ALTER TABLE items ADD COLUMN liquid_flow_l_per_s REAL");
    const Error error = file.refusal();
    CHECK(error.code == ErrorCode::NewerSchema);
    CHECK(mentions(error.message, "schema 7"));
    CHECK(mentions(error.message, "schema 6"));
}

TEST_CASE("a file of a schema that never was is refused and not touched") {
    CHECK(ForgedFile().run("PRAGMA user_version = 0").refusal().code == ErrorCode::Unsupported);
    CHECK(ForgedFile().run("PRAGMA user_version = -3").refusal().code == ErrorCode::NewerSchema);
}

TEST_CASE("a wrong type in a column is named with its row") {
    ForgedFile file;
    file.run(loosened("items") + "UPDATE items SET x_m = 'left' WHERE id = 3");
    const Error error = file.refusal();
    CHECK(error.code == ErrorCode::CorruptFile);
    CHECK(mentions(error.context, "items 3"));
    CHECK(mentions(error.message, "\"x_m\""));

    const auto [looseTable, change] = GENERATE(table<std::string, std::string>({
        {"items", "UPDATE items SET label = x'00ff'"},
        {"items", "UPDATE items SET label = NULL"},
        {"items", "UPDATE items SET hall = 1.5"},
        {"items", "UPDATE items SET rotation_deg = 'ninety'"},
        {"halls", "UPDATE halls SET width_m = NULL"},
        {"halls", "UPDATE halls SET id = 'one'"},
        {"economics", "UPDATE economics SET staff = 2.5"},
        {"economics", "UPDATE economics SET power_basis = x'61'"},
    }));
    INFO(change);
    CHECK(ForgedFile().run(loosened(looseTable) + change).refusal().code == ErrorCode::CorruptFile);
}

TEST_CASE("values out of range, unknown names, infinities and 1e300 are refused") {
    const auto change = GENERATE(
        as<std::string>(), "UPDATE items SET x_m = 1e300 WHERE id = 2",
        "UPDATE items SET x_m = 9e999 WHERE id = 2", "UPDATE items SET rotation_deg = 45",
        "UPDATE items SET utilisation = 1.5", "UPDATE items SET hall = -1",
        "UPDATE items SET id = -4 WHERE id = 4", "UPDATE halls SET kind = 'cellar'",
        "UPDATE site SET outdoor_dry_bulb_k = 20", "UPDATE economics SET staff = 4000000000",
        "UPDATE economics SET staff = 9223372036854775807", "UPDATE energy SET coal = -0.1");
    INFO(change);
    CHECK(ForgedFile().run(change).refusal().code == ErrorCode::OutOfRange);
}

TEST_CASE("a cable without length, of no metal or on a fourth phase is refused") {
    const auto values =
        GENERATE(as<std::string>(), "'all', -5, NULL, 'copper', NULL",
                 "'all', NULL, 0, 'copper', NULL", "'l4', NULL, NULL, 'copper', NULL",
                 "'all', NULL, NULL, 'silver', NULL", "'all', NULL, NULL, 'copper', 0");
    INFO(values);
    const std::string link = "INSERT INTO power_links VALUES (1, 1, 2, 'a', " + values + ")";
    CHECK(ForgedFile().run(link).refusal().code == ErrorCode::OutOfRange);
}

TEST_CASE("a NaN cannot come in: the database makes it a missing value, which is refused") {
    ForgedFile file;
    file.run(loosened("items") + "UPDATE items SET y_m = 9e999 - 9e999 WHERE id = 1");
    CHECK(file.refusal().code == ErrorCode::CorruptFile);
}

TEST_CASE("ids that nothing has are refused, with both ends") {
    const Error item = ForgedFile().run("UPDATE items SET hall = 77 WHERE id = 2").refusal();
    CHECK(item.code == ErrorCode::DanglingReference);
    CHECK(mentions(item.message, "item 2"));
    CHECK(mentions(item.message, "77"));
    const std::string power =
        "INSERT INTO power_links VALUES (1, 2, 900, 'a', 'all', NULL, NULL, 'copper', NULL)";
    CHECK(ForgedFile().run(power).refusal().code == ErrorCode::DanglingReference);
    const std::string cooling = "INSERT INTO cooling_links VALUES (1, 900, 2, NULL, NULL, NULL)";
    CHECK(ForgedFile().run(cooling).refusal().code == ErrorCode::DanglingReference);
}

TEST_CASE("two halls of the same id are refused") {
    ForgedFile file;
    file.run(loosened("halls") + "INSERT INTO halls SELECT * FROM halls");
    const Error error = file.refusal();
    CHECK(error.code == ErrorCode::DuplicateId);
    CHECK(mentions(error.context, "halls"));
}

TEST_CASE("a missing table, and one that is not as it should be, are named") {
    const Error missing = ForgedFile().run("DROP TABLE scenarios").refusal();
    CHECK(missing.code == ErrorCode::CorruptFile);
    CHECK(mentions(missing.context, "scenarios"));

    const auto change = GENERATE(
        as<std::string>(), "ALTER TABLE items DROP COLUMN fan_speed",
        "ALTER TABLE items ADD COLUMN color TEXT",
        "DROP TABLE scenarios; CREATE VIEW scenarios AS SELECT 1 AS id",
        "DROP TABLE scenarios; CREATE VIRTUAL TABLE scenarios USING fts5(id, name, utilisation, "
        "outdoor_dry_bulb_k, tariff_usd_per_kwh)",
        "ALTER TABLE cooling_links DROP COLUMN \"to\"; "
        "ALTER TABLE cooling_links ADD COLUMN \"to\" INTEGER AS (\"from\" + 1)",
        "DELETE FROM info", "INSERT INTO energy SELECT * FROM energy");
    INFO(change);
    CHECK(ForgedFile().run(change).refusal().code == ErrorCode::CorruptFile);
}

TEST_CASE("tables that are not ours, as those of results, do no harm") {
    ForgedFile file;
    file.run("CREATE TABLE result_cells (run INTEGER, t_k REAL); INSERT INTO result_cells VALUES "
             "(1, 300)");
    CHECK(openProject(file.path()) == tests::aProjectOfItems(5));
}

TEST_CASE("a text longer than a project may hold is refused") {
    ForgedFile file;
    file.run("UPDATE items SET label = hex(zeroblob(1000000)) WHERE id = 1");
    CHECK(file.refusal().code == ErrorCode::OverLimit);
    file.run("UPDATE items SET label = hex(zeroblob(10000000)) WHERE id = 1");
    CHECK(file.refusal().code != ErrorCode::NotAProject);
}

TEST_CASE("ten million rows are refused at once") {
    ForgedFile file;
    file.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
             "WITH RECURSIVE n(i) AS (SELECT 6 UNION ALL SELECT i + 1 FROM n WHERE i < 10000000) "
             "INSERT INTO cooling_links SELECT i, 1, 2, NULL, NULL, NULL FROM n");
    const auto start = std::chrono::steady_clock::now();
    const auto project = openProject(file.path());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    REQUIRE_FALSE(project);
    CHECK(project.error().code == ErrorCode::OverLimit);
    CHECK(mentions(project.error().context, "cooling_links"));
    CHECK(took.count() < 2.0);
}

TEST_CASE("a file in write-ahead mode is refused with what to do, and gets no companions") {
    ForgedFile file;
    file.run("PRAGMA journal_mode = WAL; UPDATE info SET name = 'x'");
    const Error error = file.refusal();
    CHECK(error.code == ErrorCode::CorruptFile);
    CHECK(mentions(error.remedy, "journal_mode"));
}
