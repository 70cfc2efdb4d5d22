// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/file_io.h"
#include "model/exchange/project_json.h"
#include "model/storage/project_file.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"
#include "tests/support/random_project.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <filesystem>
#include <limits>

using namespace halltwin;
using namespace halltwin::storage;
namespace fs = std::filesystem;

TEST_CASE("a saved project opens unchanged, through the text form and back to the byte") {
    const tests::ScratchFolder folder;
    const fs::path file = folder / "random.halltwin";
    for (unsigned seed = 0; seed < 60; ++seed) {
        INFO("seed " << seed);
        const Project project = tests::aRandomProject(seed);
        REQUIRE(saveProject(file, project));
        const auto opened = openProject(file);
        REQUIRE(opened);
        REQUIRE(opened->items == project.items);
        REQUIRE(opened->info == project.info);

        const std::string text = exchange::toJson(project);
        REQUIRE(exchange::toJson(*opened) == text);
        const auto fromText = exchange::projectFromJson(text, "text");
        REQUIRE(fromText);
        REQUIRE(saveProject(file, *fromText));
        const auto again = openProject(file);
        REQUIRE(again);
        REQUIRE(*again == *fromText);
        REQUIRE(exchange::toJson(*again) == text);
    }
}

TEST_CASE("values that were set in a field's unit come back to the bit") {
    const tests::ScratchFolder folder;
    Project project = tests::aProjectOfItems(3);
    project.economics.tariff = dollarsPerKilowattHour(0.137);
    project.economics.gpuLife = years(4.5);
    project.site.outdoorDryBulb = celsius(-12.3);
    Scenario scenario;
    scenario.tariff = dollarsPerKilowattHour(0.3);
    scenario.outdoorDryBulb = celsius(41.7);
    project.scenarios.add(scenario);
    REQUIRE(saveProject(folder / "a.halltwin", project));
    CHECK(openProject(folder / "a.halltwin") == project);
}

TEST_CASE("the same project makes the same file, byte by byte") {
    const tests::ScratchFolder folder;
    const Project project = tests::aRandomProject(11);
    REQUIRE(saveProject(folder / "a.halltwin", project));
    REQUIRE(saveProject(folder / "b.halltwin", project));
    CHECK(readFile(folder / "a.halltwin") == readFile(folder / "b.halltwin"));
}

TEST_CASE("other programs find the values in the unit that a column names") {
    const tests::ScratchFolder folder;
    const fs::path file = folder / "name with space, 50 % ? # é.halltwin";
    Project project = tests::aProjectOfItems(1);
    project.site.outdoorDryBulb = celsius(31.5);
    project.economics.tariff = dollarsPerKilowattHour(0.12);
    REQUIRE(saveProject(file, project));
    CHECK(openProject(file) == project);

    SQLite::Database database(file.string());
    CHECK(database.execAndGet("PRAGMA application_id").getInt64() == projectApplicationId);
    CHECK(database.execAndGet("PRAGMA user_version").getInt() == projectSchemaVersion);
    CHECK(database.execAndGet("SELECT outdoor_dry_bulb_k FROM site").getDouble() == Approx(304.65));
    CHECK(database.execAndGet("SELECT tariff_usd_per_kwh FROM economics").getDouble() == 0.12);
    CHECK(database.execAndGet("SELECT label FROM items").getString() == "R1");
}

TEST_CASE("a project that could not be read back is not saved, and the old file stays") {
    const tests::ScratchFolder folder;
    const fs::path file = folder / "a.halltwin";
    const Project good = tests::aProjectOfItems(2);
    REQUIRE(saveProject(file, good));
    const auto reject = [&](const Project& bad, ErrorCode code) {
        const auto result = saveProject(file, bad);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == code);
        CHECK_FALSE(result.error().remedy.empty());
        CHECK(openProject(file) == good);
    };

    Project notANumber = good;
    notANumber.site.altitude = metres(std::numeric_limits<double>::quiet_NaN());
    reject(notANumber, ErrorCode::OutOfRange);

    Project huge = good;
    Item item = *huge.items.find(ItemId{2});
    item.position.x = metres(1e300);
    huge.items.set(item);
    reject(huge, ErrorCode::OutOfRange);

    Project dangling = good;
    item.position.x = metres(1.0);
    item.hall = HallId{99};
    dangling.items.set(item);
    reject(dangling, ErrorCode::DanglingReference);

    Project longText = good;
    longText.info.notes = std::string(2 << 20, 'x');
    reject(longText, ErrorCode::OutOfRange);
}

TEST_CASE("saving where one may not write is an error") {
    const tests::ScratchFolder folder;
    const auto result = saveProject(folder / "absent/a.halltwin", Project{});
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::IoFailure);
}
