// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/file_io.h"
#include "model/exchange/catalog_json.h"
#include "model/exchange/project_json.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"
#include "tests/support/random_project.h"

#include <algorithm>
using namespace halltwin;
using namespace halltwin::exchange;

namespace {

bool hasLine(const std::string& text, const std::string& line) {
    return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("random projects survive the text form unchanged") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        const Project project = tests::aRandomProject(seed);
        const std::string text = toJson(project);
        const auto back = projectFromJson(text, "random.json");
        INFO("seed " << seed << (back ? "" : describe(back.error())));
        REQUIRE(back);
        REQUIRE(toJson(*back) == text);
        REQUIRE(back->items == project.items);
        REQUIRE(back->halls == project.halls);
        REQUIRE(back->powerLinks == project.powerLinks);
        REQUIRE(back->coolingLinks == project.coolingLinks);
        REQUIRE(back->info == project.info);
        REQUIRE(back->energy == project.energy);
    }
}

TEST_CASE("the text form has one entity a line and numbers as people write them") {
    Project project;
    project.info.name = "Two \"A\" halls";
    Hall hall;
    hall.name = "机房 1";
    hall.floorVoid = metres(0.8);
    Item item;
    item.hall = project.halls.add(hall);
    item.catalogKey = "cooler.crah";
    item.position = {metres(0.1), metres(22.2)};
    item.rotation = Rotation::R270;
    item.supplyTemperature = celsius(22.2);
    project.items.add(item);
    const std::string text = toJson(project);

    CHECK(hasLine(text, R"(    "name": "Two \"A\" halls",)"));
    CHECK(hasLine(text, R"(    "tariff_usd_per_kwh": 0.1,)"));
    CHECK(hasLine(text, R"(    "gpu_life_years": 4,)"));
    CHECK(hasLine(
        text, R"(    {"id": 1, "name": "机房 1", "kind": "data-hall", "origin_x_m": 0, )"
              R"("origin_y_m": 0, "width_m": 24, "depth_m": 18, "height_m": 3.6, )"
              R"("floor_void_m": 0.8, "tile_m": 0.6, "floor_leakage": 0.0025, )"
              R"("plant_room_temperature_c": 25, "ceiling_void_m": 0, "ceiling_leakage": 0.0025, )"
              R"("lights_w_per_m2": 0, "people": 0, "wall_w_per_m2_k": 0, "roof_w_per_m2_k": 0, )"
              R"("outside_air": "none"})"));
    CHECK(hasLine(text, R"(    {"id": 1, "hall": 1, "catalog": "cooler.crah", "label": "", )"
                        R"("x_m": 0.1, "y_m": 22.2, "rotation_deg": 270, )"
                        R"("supply_temperature_c": 22.2})"));
    CHECK(hasLine(text, R"(  "power_links": [],)"));
}

TEST_CASE("an edit of one item changes one line of the text form") {
    Project project = tests::aProjectOfItems(50);
    const std::string before = toJson(project);
    Item item = *project.items.find(ItemId{20});
    item.label = "Renamed";
    project.items.set(item);
    const std::string after = toJson(project);

    const auto lines = [](const std::string& text) {
        return std::count(text.begin(), text.end(), '\n');
    };
    CHECK(lines(before) == lines(after));
    const auto differs = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto tail = std::mismatch(before.rbegin(), before.rend(), after.rbegin(), after.rend());
    const std::string changed(differs.second, tail.second.base());
    CHECK(changed.find('\n') == std::string::npos);
}

TEST_CASE("what the text leaves out takes its default") {
    const auto project = projectFromJson(R"({"format": "halltwin-project", "version": 1,
                            "halls": [{"id": 7}],
                            "items": [{"id": 3, "hall": 7, "catalog": "rack.x"}],
                            "economics": {"staff": 12}})",
                                         "short.json");
    REQUIRE(project);
    CHECK(project->info == ProjectInfo{});
    CHECK(project->halls.find(HallId{7})->width == Hall{}.width);
    CHECK_FALSE(project->items.find(ItemId{3})->utilisation.has_value());
    CHECK(project->economics.staff == 12);
    CHECK(project->economics.tariff == Economics{}.tariff);
    CHECK(project->energy == EnergySupply{});
}

TEST_CASE("an energy mix buys nothing from sources that it does not name") {
    const auto project = projectFromJson(
        R"({"format": "halltwin-project", "version": 1, "energy": {"nuclear": 1}})", "mix.json");
    REQUIRE(project);
    CHECK(project->energy.of(EnergySource::Nuclear) == 1.0);
    CHECK(project->energy.of(EnergySource::Coal) == 0.0);
}

TEST_CASE("a link of version 2 has all phases and no cable, one of version 3 says what it has") {
    const auto project = projectFromJson(
        R"({"format": "halltwin-project", "version": 2, "halls": [{"id": 1}], "items": [
            {"id": 1, "hall": 1, "catalog": "a"}, {"id": 2, "hall": 1, "catalog": "a"}],
            "power_links": [{"id": 1, "from": 1, "to": 2},
            {"id": 2, "from": 1, "to": 2, "feed": "b", "phase": "l2", "length_m": 30,
             "area_mm2": 240, "conductor": "aluminium", "breaker_a": 400}]})",
        "links.json");
    REQUIRE(project);
    CHECK(*project->powerLinks.find(PowerLinkId{1}) ==
          PowerLink{PowerLinkId{1}, ItemId{1}, ItemId{2}});
    const PowerLink cable{PowerLinkId{2},
                          ItemId{1},
                          ItemId{2},
                          Feed::B,
                          Phase::L2,
                          metres(30.0),
                          squareMillimetres(240.0),
                          Conductor::Aluminium,
                          amperes(400.0)};
    CHECK(*project->powerLinks.find(PowerLinkId{2}) == cable);
}

TEST_CASE("entities may come in any order") {
    const auto project = projectFromJson(
        R"({"format": "halltwin-project", "version": 1, "halls": [{"id": 9}, {"id": 2}]})", "x");
    REQUIRE(project);
    CHECK(project->halls.rows().front()->id == HallId{2});
}

TEST_CASE("the examples of the format's documentation are read") {
    const auto page = readFile(tests::sourcePath("docs/file-format.md"));
    REQUIRE(page);
    int projects = 0;
    exchange::CatalogLoad catalog;
    const std::string fence = "```json\n";
    for (auto at = page->find(fence); at != std::string::npos; at = page->find(fence, at + 1)) {
        const std::size_t start = at + fence.size();
        const std::string example = page->substr(start, page->find("```", start) - start);
        if (example.find("halltwin-project") == std::string::npos) {
            loadCatalogText(example, "docs", catalog);
            continue;
        }
        const auto project = projectFromJson(example, "docs");
        INFO((project ? std::string() : describe(project.error())));
        REQUIRE(project);
        ++projects;
    }
    CHECK(projects == 1);
    CHECK(catalog.catalog.size() == 1);
    CHECK(catalog.problems.empty());
}
