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
