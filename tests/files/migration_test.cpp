// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/parts.h"
#include "model/storage/database.h"
#include "model/storage/migration.h"
#include "model/storage/row_io.h"
#include "model/storage/schema.h"
#include "tests/files/forged_file.h"

#include <array>
#include <string>

using namespace halltwin;
using namespace halltwin::storage;
using tests::ForgedFile;
namespace fs = std::filesystem;

namespace {

// What the newest schema has and an older one had not, from the newest backwards.
const std::string since5 = "DROP TABLE fabrics; DROP TABLE fabric_edits; DROP TABLE trays;";
const std::string since4 = since5 + "ALTER TABLE site DROP COLUMN outdoor_wet_bulb_k;"
                           "ALTER TABLE halls DROP COLUMN outside_air;"
                           "ALTER TABLE cooling_links DROP COLUMN length_m;"
                           "ALTER TABLE cooling_links DROP COLUMN bore_mm;"
                           "ALTER TABLE cooling_links DROP COLUMN insulation_mm;"
                           "DROP TABLE plant;";
const std::string since3 = since4 + "ALTER TABLE site DROP COLUMN climate;"
                                    "ALTER TABLE site DROP COLUMN weather_file;"
                                    "ALTER TABLE economics DROP COLUMN load_profile;";
const std::string since2 = since3 + "ALTER TABLE power_links DROP COLUMN phase;"
                                    "ALTER TABLE power_links DROP COLUMN length_m;"
                                    "ALTER TABLE power_links DROP COLUMN area_mm2;"
                                    "ALTER TABLE power_links DROP COLUMN conductor;"
                                    "ALTER TABLE power_links DROP COLUMN breaker_a;";
const std::string since1 = since2 + "ALTER TABLE halls DROP COLUMN ceiling_void_m;"
                                    "ALTER TABLE halls DROP COLUMN ceiling_leakage;"
                                    "ALTER TABLE halls DROP COLUMN lights_w_per_m2;"
                                    "ALTER TABLE halls DROP COLUMN people;"
                                    "ALTER TABLE halls DROP COLUMN wall_w_per_m2_k;"
                                    "ALTER TABLE halls DROP COLUMN roof_w_per_m2_k;"
                                    "ALTER TABLE items DROP COLUMN blanking_gap;";

const std::string toSchema5 = since5 + "PRAGMA user_version = 5";
const std::string toSchema4 = since4 + "PRAGMA user_version = 4";
const std::string toSchema3 = since3 + "PRAGMA user_version = 3";
const std::string toSchema2 = since2 + "INSERT INTO power_links VALUES (1, 1, 2, 'b');"
                                       "PRAGMA user_version = 2";
const std::string toSchema1 = since1 + "PRAGMA user_version = 1";

std::size_t filesBeside(const ForgedFile& file) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(file.folder()), {}));
}

template <class Entity>
std::vector<std::string> columnsFor(const Entity&) {
    return columnsOf<Entity>();
}
template <class Entity>
std::vector<std::string> columnsFor(const Table<Entity>&) {
    return columnsOf<Entity>();
}

}  // namespace

TEST_CASE("an older file is copied beside and then upgraded") {
    ForgedFile file;
    file.run(toSchema1);
    const auto before = readFile(file.path());
    REQUIRE(upgradeFile(file.path(), 1, projectSchemaVersion, migrations()));
    CHECK(openProject(file.path()) == tests::aProjectOfItems(5));
    CHECK(readFile(file.folder() / "forged.schema-1.bak.halltwin") == before);
    CHECK(filesBeside(file) == 2);
}

TEST_CASE("a file of schema 1 opens, and what it could not hold takes its default") {
    ForgedFile file;
    file.run(toSchema1);
    const auto project = openProject(file.path());
    REQUIRE(project);
    CHECK(*project == tests::aProjectOfItems(5));
    const Hall& hall = *project->halls.begin();
    CHECK(hall.ceilingVoid == metres(0.0));
    CHECK(hall.ceilingLeakage == Hall{}.ceilingLeakage);
    CHECK(hall.people == 0);
    CHECK_FALSE(project->items.begin()->blankingGap);
    CHECK(filesBeside(file) == 2);
}

TEST_CASE("a link of schema 2 opens as a cord of all phases without a cable") {
    ForgedFile file;
    file.run(toSchema2);
    const auto project = openProject(file.path());
    REQUIRE(project);
    REQUIRE(project->powerLinks.size() == 1);
    CHECK(*project->powerLinks.begin() == PowerLink{PowerLinkId{1}, ItemId{1}, ItemId{2}, Feed::B});
    CHECK(fs::exists(file.folder() / "forged.schema-2.bak.halltwin"));
}

TEST_CASE("a site of schema 3 opens without a climate, and its load is constant") {
    ForgedFile file;
    file.run(toSchema3);
    const auto project = openProject(file.path());
    REQUIRE(project);
    CHECK(project->site.climate.empty());
    CHECK(project->site.weatherFile.empty());
    CHECK(project->economics.loadProfile == LoadProfile::Constant);
    CHECK(fs::exists(file.folder() / "forged.schema-3.bak.halltwin"));
}

TEST_CASE("a project of schema 4 opens with all units of its plant running and no reset") {
    ForgedFile file;
    file.run(toSchema4);
    const auto project = openProject(file.path());
    REQUIRE(project);
    CHECK(project->plant == PlantControl{});
    CHECK_FALSE(project->site.outdoorWetBulb);
    CHECK(fs::exists(file.folder() / "forged.schema-4.bak.halltwin"));
}

TEST_CASE("a project of schema 5 opens without fabrics and trays") {
    ForgedFile file;
    file.run(toSchema5);
    const auto project = openProject(file.path());
    REQUIRE(project);
    CHECK(*project == tests::aProjectOfItems(5));
    CHECK(project->fabrics.empty());
    CHECK(project->trays.empty());
    CHECK(fs::exists(file.folder() / "forged.schema-5.bak.halltwin"));
}

TEST_CASE("an earlier copy beside is never overwritten") {
    ForgedFile file;
    file.run(toSchema1);
    const auto old = readFile(file.path());
    REQUIRE(writeFileAtomically(file.folder() / "forged.schema-1.bak.halltwin", "earlier"));
    REQUIRE(upgradeFile(file.path(), 1, projectSchemaVersion, migrations()));
    CHECK(readFile(file.folder() / "forged.schema-1.bak.halltwin") == std::string("earlier"));
    CHECK(readFile(file.folder() / "forged.schema-1.bak-2.halltwin") == old);
}

TEST_CASE("an upgrade that fails half-way changes nothing") {
    ForgedFile file;
    file.run(toSchema1);
    const auto before = readFile(file.path());
    constexpr std::array broken{
        Migration{1, "ALTER TABLE items ADD COLUMN blanking_gap REAL; DELETE FROM nowhere;"}};
    CHECK_FALSE(upgradeFile(file.path(), 1, 2, broken));
    const auto gap = upgradeFile(file.path(), 1, projectSchemaVersion + 1, migrations());
    REQUIRE_FALSE(gap);
    CHECK(gap.error().code == ErrorCode::Unsupported);
    CHECK(readFile(file.path()) == before);
    CHECK(filesBeside(file) == 1);
}

TEST_CASE("the steps lead from schema 1 to the newest without a gap") {
    CHECK(migrations().size() == static_cast<std::size_t>(projectSchemaVersion - 1));
    for (std::size_t i = 0; i < migrations().size(); ++i)
        CHECK(migrations()[i].from == static_cast<int>(i) + 1);
}

TEST_CASE("the newest schema has the tables and columns that the fields need, in their order") {
    SQLite::Database database = openMemory();
    database.exec(std::string(schemaSql()));
    int tables = 0;
    const Project project;
    visitParts(
        [&](std::string_view name, const auto& part) {
            ++tables;
            std::vector<std::string> found;
            SQLite::Statement info(database, "PRAGMA table_info(\"" + std::string(name) + "\")");
            while (info.executeStep())
                found.push_back(info.getColumn(1).getString());
            INFO("table " << name);
            CHECK(found == columnsFor(part));
        },
        project);
    const char* count = "SELECT count(*) FROM sqlite_schema WHERE type = 'table'";
    CHECK(database.execAndGet(count).getInt() == tables);
}
