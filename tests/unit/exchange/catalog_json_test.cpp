// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/data_paths.h"
#include "model/core/file_io.h"
#include "model/exchange/catalog_json.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <algorithm>

using namespace halltwin;
using namespace halltwin::exchange;

namespace {

std::string figure(const std::string& key, const std::string& value) {
    return "\"" + key + "\": {\"value\": " + value + ", \"source\": \"test\"}";
}

/// One tile on one line; `openArea` is its last figure, as JSON.
std::string aTile(const std::string& key, const std::string& openArea) {
    return "{\"key\": \"" + key + "\", \"name\": \"Tile\", \"figures\": {" +
           figure("width_m", "0.6") + ", " + figure("depth_m", "0.6") + ", " +
           figure("height_m", "0") + ", " + figure("price_usd", "120") + ", " + openArea + "}}";
}

std::string aFileOf(const std::string& kind, const std::string& entries) {
    return "{\"format\": \"halltwin-catalog\", \"version\": 1, \"kind\": \"" + kind +
           "\", \"entries\": [\n" + entries + "\n]}";
}

CatalogLoad loaded(const std::string& text) {
    CatalogLoad load;
    loadCatalogText(text, "tile.json", load);
    return load;
}

}  // namespace

TEST_CASE("the catalogue that comes with the program loads without a problem") {
    const CatalogLoad load = loadCatalog(tests::sourcePath("resources/catalog"));
    for (const CatalogProblem& problem : load.problems)
        FAIL_CHECK(describe(problem));
    CHECK(load.catalog.size() >= 8);
    for (const auto& [key, entry] : load.catalog.entries()) {
        INFO(key);
        CHECK_FALSE(entry.figures.empty());
        for (const auto& [name, read] : entry.figures)
            CHECK_FALSE(read.source.empty());
    }
}

TEST_CASE("an entry's figures fill its spec in the units that their keys name") {
    const CatalogLoad load = loaded(aFileOf("tile", aTile("tile.a", figure("open_area", "0.25"))));
    REQUIRE(load.problems.empty());
    const CatalogEntry* entry = load.catalog.find("tile.a");
    REQUIRE(entry != nullptr);
    CHECK(entry->kind == ItemKind::Tile);
    CHECK(entry->size.width == metres(0.6));
    CHECK(entry->price == dollars(120.0));
    REQUIRE(entry->as<TileSpec>() != nullptr);
    CHECK(entry->as<TileSpec>()->openArea == 0.25);
    CHECK(entry->figures.at("open_area").source == "test");
}

TEST_CASE("a bad entry is named with its line and field, and the others load") {
    const CatalogLoad load =
        loaded(aFileOf("tile", aTile("tile.good", figure("open_area", "0.25")) + ",\n" +
                                   aTile("tile.bad", figure("open_area", "25")) + ",\n" +
                                   aTile("tile.late", figure("open_area", "0.56"))));
    CHECK(load.catalog.size() == 2);
    REQUIRE(load.problems.size() == 1);
    CHECK(load.problems[0].line == 3);
    CHECK(load.problems[0].field == "tile.bad/figures/open_area");
    CHECK(load.problems[0].message == "is 25, expected a number from 0 to 1");
    CHECK(describe(load.problems[0]) ==
          "tile.json:3: tile.bad/figures/open_area: is 25, expected a number from 0 to 1");
}

TEST_CASE("each way in which an entry can be wrong is reported") {
    const auto [openArea, expected] = GENERATE(table<std::string, std::string>({
        {R"("open_area": {"value": 0.25})", "\"source\""},
        {R"("open_area": {"value": 0.25, "source": "  "})", "names no source"},
        {R"("open_area": {"value": 0.25, "source": "x", "unit": "1"})", "nothing else"},
        {R"("open_area": {"value": "0.25", "source": "x"})", "expected a number"},
        {R"("open_area": {"value": [0.25], "source": "x"})", "not a list"},
        {R"("open_area": 0.25)", "\"value\""},
        {R"("open_aera": {"value": 0.25, "source": "x"})", "not a figure"},
        {R"("height_m": {"value": 0.25, "source": "x"})", "twice"},
    }));
    const CatalogLoad load = loaded(aFileOf("tile", aTile("tile.a", openArea)));
    INFO(openArea);
    CHECK(load.catalog.size() == 0);
    const bool isReported = std::any_of(
        load.problems.begin(), load.problems.end(), [&, text = expected](const CatalogProblem& p) {
            return p.message.find(text) != std::string::npos && p.line == 2;
        });
    CHECK(isReported);
}

TEST_CASE("a rack's servers sit at the heights that its catalogue names, rising") {
    const auto aRack = [](const std::string& slots) {
        return aFileOf("rack",
                       "{\"key\": \"rack.a\", \"name\": \"Rack\", \"role\": \"cpu\", "
                       "\"figures\": {" +
                           figure("width_m", "0.6") + ", " + figure("depth_m", "1") + ", " +
                           figure("height_m", "2") + ", " + figure("price_usd", "1") + ", " +
                           figure("nameplate_w", "1000") + ", " + figure("idle_w", "0") + ", " +
                           figure("airflow_m3_per_s_per_kw", "0.06") + ", " +
                           figure("mass_kg", "500") + ", " + figure("slot_height_m", "0.1") + ", " +
                           figure("slot_bottoms_m", slots) + "}}");
    };
    const CatalogLoad good = loaded(aRack("[0.3, 0.4, 1.2]"));
    REQUIRE(good.problems.empty());
    const auto& filled = good.catalog.find("rack.a")->as<RackSpec>()->filled;
    REQUIRE(filled.size() == 3);
    CHECK(filled[2].bottom == metres(1.2));
    CHECK(filled[2].top.in(metres) == Approx(1.3));
    for (const char* bad : {"[0.3, 0.35]", "[0.4, 0.3]", "[]", "0.3", "[-1]"}) {
        INFO(bad);
        CHECK(loaded(aRack(bad)).problems.size() >= 1);
    }
}

TEST_CASE("what carries power says its voltages, modules, battery and reliability") {
    const auto aUps = [](const std::string& more) {
        return aFileOf("electrical",
                       "{\"key\": \"ups.a\", \"name\": \"UPS\", \"kind\": \"ups\", "
                       "\"system\": \"single\", \"figures\": {" +
                           figure("width_m", "1") + ", " + figure("depth_m", "1") + ", " +
                           figure("height_m", "2") + ", " + figure("price_usd", "1") + ", " +
                           figure("rating_w", "500000") + ", " + figure("fixed_loss", "0.01") +
                           ", " + figure("linear_loss", "0") + ", " +
                           figure("square_loss", "0.02") + ", " + more + "}}");
    };
    const CatalogLoad load =
        loaded(aUps(figure("power_factor", "0.9") + ", " + figure("input_voltage_v", "480") + ", " +
                    figure("output_voltage_v", "415") + ", " + figure("modules", "5") + ", " +
                    figure("redundant_modules", "1") + ", " + figure("battery_energy_kwh", "50") +
                    ", " + figure("battery_usable_share", "0.8") + ", " +
                    figure("failures_per_year", "0.01") + ", " + figure("repair_h", "8")));
    REQUIRE(load.problems.empty());
    const auto& ups = *load.catalog.find("ups.a")->as<ElectricalSpec>();
    CHECK(ups.powerFactor == 0.9);
    CHECK(ups.inputVoltage == volts(480.0));
    CHECK(ups.outputVoltage == volts(415.0));
    CHECK(ups.system == PhaseSystem::Single);
    CHECK(ups.modules == 5);
    CHECK(ups.redundantModules == 1);
    REQUIRE(ups.battery);
    CHECK(ups.battery->energy == kilowattHours(50.0));
    CHECK(ups.battery->usableShare == 0.8);
    CHECK(ups.battery->peukertExponent == 1.0);
    CHECK(ups.reliability == Reliability{0.01, hours(8.0)});
    CHECK_FALSE(ups.generator);
    for (const auto& bad :
         {figure("modules", "2.5"), figure("redundant_modules", "1"), figure("power_factor", "1.1"),
          figure("battery_energy_kwh", "-1"), figure("start_s", "10"), figure("rating_w", "0"),
          figure("battery_usable_share", "0.5"), figure("output_voltage_v", "0")}) {
        INFO(bad);
        CHECK_FALSE(loaded(aUps(bad)).problems.empty());
    }
}

TEST_CASE("a rack's supply stages have as many units and efficiencies as names") {
    const auto aRack = [](const std::string& stages, const std::string& more) {
        return aFileOf("rack", "{\"key\": \"rack.a\", \"name\": \"Rack\", \"role\": \"cpu\", " +
                                   stages + "\"figures\": {" + figure("width_m", "0.6") + ", " +
                                   figure("depth_m", "1") + ", " + figure("height_m", "2") + ", " +
                                   figure("price_usd", "1") + ", " + figure("nameplate_w", "1000") +
                                   ", " + figure("idle_w", "0") + ", " +
                                   figure("airflow_m3_per_s_per_kw", "0.06") + ", " +
                                   figure("mass_kg", "500") + ", " + more + "}}");
    };
    const std::string two = "\"stages\": [\"DC-DC\", \"Rectifier\"], ";
    const CatalogLoad good = loaded(aRack(two, figure("stage_units", "[4, 2]") + ", " +
                                                   figure("stage_efficiency", "[0.98, 0.96]")));
    REQUIRE(good.problems.empty());
    const auto& stages = good.catalog.find("rack.a")->as<RackSpec>()->stages;
    REQUIRE(stages.size() == 2);
    CHECK(stages[0].name == "DC-DC");
    CHECK(stages[1].units == 2);
    CHECK(stages[1].standing == Power{});
    CHECK(stages[1].efficiency == 0.96);
    for (const auto& bad :
         {figure("stage_efficiency", "[0.98]"), figure("stage_efficiency", "[0.98, 1.2]"),
          figure("stage_efficiency", "[0.98, 0]"), figure("unconverted_w", "5"),
          figure("stage_efficiency", "[0.98, 0.96]") + ", " + figure("stage_units", "[4, 2.5]")}) {
        INFO(bad);
        CHECK_FALSE(loaded(aRack(two, bad)).problems.empty());
    }
    CHECK_FALSE(loaded(aRack("", figure("stage_efficiency", "[0.98]"))).problems.empty());
    CHECK_FALSE(loaded(aRack("\"stages\": [\"\"], ", figure("stage_efficiency", "[0.98]")))
                    .problems.empty());
}

TEST_CASE("an entry needs a plain key of its own and a name") {
    const std::string good = figure("open_area", "0.25");
    CHECK(loaded(aFileOf("tile", aTile("Tile A", good))).catalog.size() == 0);
    CHECK(loaded(aFileOf("tile", aTile("", good))).catalog.size() == 0);
    const CatalogLoad twice =
        loaded(aFileOf("tile", aTile("tile.a", good) + ",\n" + aTile("tile.a", good)));
    CHECK(twice.catalog.size() == 1);
    REQUIRE(twice.problems.size() == 1);
    CHECK(twice.problems[0].line == 3);
}

TEST_CASE("a file that is no catalogue is one problem, and says where") {
    for (const std::string& text :
         {std::string("{"), std::string("[]"), aFileOf("carpet", ""),
          std::string("{\"format\": \"halltwin-catalog\", \"version\": 2}")}) {
        const CatalogLoad load = loaded(text);
        INFO(text);
        CHECK(load.catalog.size() == 0);
        REQUIRE(load.problems.size() == 1);
        CHECK(load.problems[0].line >= 1);
    }
}

TEST_CASE("a user's folder overrides the entries of ours and its faults do not stop it") {
    const tests::ScratchFolder ours;
    const tests::ScratchFolder theirs;
    const auto write = [](const std::filesystem::path& file, const std::string& text) {
        REQUIRE(writeFileAtomically(file, text));
    };
    write(ours / "tile.json", aFileOf("tile", aTile("tile.a", figure("open_area", "0.25"))));
    write(theirs / "broken.json", "{");
    write(theirs / "mine.json", aFileOf("tile", aTile("tile.a", figure("open_area", "0.5"))));
    write(theirs / "notes.txt", "not a catalogue");

    const CatalogLoad load = loadCatalog(ours.path(), theirs.path());
    CHECK(load.catalog.find("tile.a")->as<TileSpec>()->openArea == 0.5);
    REQUIRE(load.problems.size() == 1);
    CHECK(load.problems[0].file.filename() == "broken.json");

    CHECK(loadCatalog(ours.path(), ours / "absent").problems.empty());
    CHECK(loadCatalog(ours / "absent").problems.size() == 1);
}
