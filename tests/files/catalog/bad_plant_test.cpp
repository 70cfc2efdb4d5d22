// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/data_paths.h"
#include "model/core/file_io.h"
#include "model/exchange/catalog_json.h"
#include "tests/support/catch.h"

#include <functional>
#include <nlohmann/json.hpp>
#include <string>

using namespace halltwin;
using nlohmann::json;

namespace {

/// One slip in the first entry of a catalogue file that comes with the program, and what it is
/// called.
struct Slip {
    std::string kind;
    std::function<void(json&)> make;
    std::string field;
    std::string message;
};

std::function<void(json&)> setting(const std::string& figure, const json& value) {
    return [=](json& entry) { entry["figures"][figure]["value"] = value; };
}

std::function<void(json&)> leavingOut(const std::string& figure) {
    return [=](json& entry) { entry["figures"].erase(figure); };
}

std::function<void(json&)> saying(const std::string& name, const std::string& value) {
    return [=](json& entry) { entry[name] = value; };
}

json fileOf(const std::string& kind) {
    const auto text = readFile(resourceDirectory() / "catalog" / (kind + ".json"));
    REQUIRE(text);
    json file = json::parse(*text);
    file["entries"] = json::array({file["entries"][0]});
    return file;
}

exchange::CatalogLoad loaded(const json& file) {
    exchange::CatalogLoad load;
    exchange::loadCatalogText(file.dump(), "file.json", load);
    return load;
}

}  // namespace

TEST_CASE("The first entry of each kind of plant loads by itself") {
    const auto kind = GENERATE("cooling-tower", "dry-cooler", "heat-exchanger", "water-source",
                               "water-tank", "heat-reuse");
    INFO(kind);
    const auto load = loaded(fileOf(kind));
    CHECK(load.problems.empty());
    CHECK(load.catalog.size() == 1);
}

TEST_CASE("A slip in a plant unit's figures is named, and the unit left out") {
    const auto slip = GENERATE(
        Slip{"cooling-tower", setting("range_k", 0), "/figures/range_k",
             "is 0, expected a number from 0.1 to 50"},
        Slip{"cooling-tower", setting("range_k", -5.56), "/figures/range_k",
             "is -5.56, expected a number from 0.1 to 50"},
        Slip{"cooling-tower", saying("law", "magic"), "/law", "expected one of york-calc, merkel"},
        Slip{"cooling-tower", saying("law", "merkel"), "/figures/air_m3_per_s", "is missing"},
        Slip{"cooling-tower", leavingOut("wet_bulb_c"), "/figures/wet_bulb_c", "is missing"},
        Slip{"dry-cooler", setting("fluid_out_c", 46), "/figures/fluid_out_c",
             "expected a fluid that leaves colder than fluid_in_c"},
        Slip{"dry-cooler", setting("fluid_out_c", 50), "/figures/fluid_out_c",
             "expected a fluid that leaves colder than fluid_in_c"},
        Slip{"dry-cooler", setting("air_rise_k", 12), "/figures/air_rise_k",
             "the air would leave warmer than the fluid enters"},
        Slip{"dry-cooler", saying("arrangement", "parallel"), "/arrangement",
             "expected one of counter, cross"},
        Slip{"heat-exchanger", setting("approach_k", 0), "/figures/approach_k",
             "is 0, expected a number from 0.1 to 50"},
        Slip{"heat-exchanger", saying("piping", "series"), "/piping",
             "expected one of integrated, alternate"},
        Slip{"water-source", setting("water_by_month_c", json(std::vector<int>(11, 8))),
             "/figures/water_by_month_c", "expected a list of 12 numbers"},
        Slip{"water-source", setting("water_by_month_c", 8), "/figures/water_by_month_c",
             "expected a list of 12 numbers"},
        Slip{"water-source", setting("source_m3_per_s", 0), "/figures/source_m3_per_s",
             "is 0, expected a number from 1e-06 to 100"},
        Slip{"water-tank", saying("model", "layered"), "/model",
             "expected one of stratified, mixed"},
        Slip{"water-tank", setting("volume_m3", 0), "/figures/volume_m3",
             "is 0, expected a number from 0.01 to 1e+06"},
        Slip{"heat-reuse", setting("demand_by_hour", json(std::vector<int>(12, 1))),
             "/figures/demand_by_hour", "expected a list of 24 numbers"},
        Slip{"heat-reuse", setting("demand_by_month", json(std::vector<double>(12, 1.5))),
             "/figures/demand_by_month", "is 1.5, expected a number from 0 to 1"},
        Slip{"heat-reuse", setting("network_return_c", 45), "/figures/network_return_c",
             "expected water colder than network_supply_c"});
    json file = fileOf(slip.kind);
    const std::string key = file["entries"][0]["key"];
    slip.make(file["entries"][0]);
    const auto load = loaded(file);
    INFO(slip.kind << slip.field);
    CHECK(load.catalog.size() == 0);
    REQUIRE_FALSE(load.problems.empty());
    CHECK(load.problems.front().field == key + slip.field);
    CHECK(load.problems.front().message == slip.message);
}
