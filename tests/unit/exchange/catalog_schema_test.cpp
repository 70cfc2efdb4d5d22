// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/catalog_json.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

using namespace halltwin;
using nlohmann::json;

namespace {

json catalogSchema() {
    std::ifstream file(tests::sourcePath("resources/schema/catalog.schema.json"));
    return json::parse(file);
}

const std::vector<std::string> fileKinds{"rack",          "cooler",      "tile",
                                         "barrier",       "containment", "electrical",
                                         "chiller",       "pump",        "grille",
                                         "rear-door",     "immersion",   "cdu",
                                         "generator",     "battery",     "transfer-switch",
                                         "cooling-tower", "dry-cooler",  "heat-exchanger",
                                         "water-source",  "water-tank",  "heat-reuse",
                                         "switch",        "nic",         "cable"};

json numberIn(const json& schema, const char* end) {
    return schema[end];
}

/// The lowest figure that the schema allows; a fitted range gets its two ends.
json valueFor(const json& schema) {
    if (schema["type"] != "array") return numberIn(schema, "minimum");
    json list = json::array();
    for (int i = 0; i < schema["minItems"].get<int>(); ++i)
        list.push_back(numberIn(schema["items"], i == 0 ? "minimum" : "maximum"));
    return list;
}

/// An entry that has every attribute and figure of the schema. Choice `variant` is taken of each
/// list.
json fullEntry(const json& schema, std::size_t variant) {
    json entry;
    for (const auto& [name, property] : schema["properties"].items()) {
        if (property.contains("enum")) {
            entry[name] = property["enum"][variant % property["enum"].size()];
        } else if (property["type"] == "boolean") {
            entry[name] = false;
        } else if (property["type"] == "array") {
            entry[name] = {"a stage"};
        } else if (property["type"] == "string") {
            entry[name] = "a.key";
        }
    }
    for (const auto& [name, property] : schema["properties"]["figures"]["properties"].items()) {
        entry["figures"][name] = {{"value", valueFor(property["properties"]["value"])},
                                  {"source", "test"}};
    }
    if (entry["figures"].contains("rated_return_c"))
        entry["figures"]["rated_return_c"]["value"] = 35;
    if (entry["figures"].contains("fluid_in_c")) entry["figures"]["fluid_in_c"]["value"] = 46;
    return entry;
}

/// The choice that lets an entry of the kind have every figure: of what carries power, only a UPS
/// has a battery.
std::size_t richestChoice(const std::string& kind) {
    return kind == "electrical" ? 2 : 0;
}

/// A schema cannot say simply when these are required.
bool dependsOnOthers(const std::string& figure) {
    return figure == "rated_water_in_c" || figure == "compressor_cop" ||
           figure == "stage_efficiency" || figure == "battery_energy_kwh" ||
           figure == "air_m3_per_s";
}

void dropBattery(json& entry) {
    if (entry.value("kind", "ups") == "ups") return;
    json kept;
    for (const auto& [name, figure] : entry["figures"].items()) {
        if (name.find("battery_") != 0) kept[name] = figure;
    }
    entry["figures"] = kept;
}

std::vector<std::string> problemsOf(const std::string& kind, const json& entry) {
    const json file{
        {"format", "halltwin-catalog"}, {"version", 1}, {"kind", kind}, {"entries", {entry}}};
    exchange::CatalogLoad load;
    exchange::loadCatalogText(file.dump(), "file.json", load);
    std::vector<std::string> problems;
    for (const auto& problem : load.problems)
        problems.push_back(problem.field + ": " + problem.message);
    CHECK(problems.empty() == (load.catalog.size() + load.catalog.equipment().size() == 1));
    return problems;
}

bool needs(const json& schema, const std::string& name) {
    const json& required = schema["required"];
    return std::find(required.begin(), required.end(), name) != required.end();
}

}  // namespace

TEST_CASE(
    "an entry with all that the catalogue's JSON Schema lists loads, whichever choice it takes") {
    const json schema = catalogSchema();
    for (const std::string& kind : fileKinds) {
        for (std::size_t variant = 0; variant < 10; ++variant) {
            json entry = fullEntry(schema["$defs"][kind], variant);
            if (kind == "electrical") dropBattery(entry);
            const auto problems = problemsOf(kind, entry);
            INFO(kind << ": " << (problems.empty() ? "" : problems[0]));
            CHECK(problems.empty());
        }
    }
}

TEST_CASE("the loader needs exactly the figures that the JSON Schema requires") {
    const json schema = catalogSchema();
    for (const std::string& kind : fileKinds) {
        const json& rules = schema["$defs"][kind];
        const json& figures = rules["properties"]["figures"];
        for (const auto& [name, property] : figures["properties"].items()) {
            if (dependsOnOthers(name)) continue;
            json entry = fullEntry(rules, richestChoice(kind));
            entry["figures"].erase(name);
            INFO(kind << " without " << name);
            CHECK(problemsOf(kind, entry).empty() != needs(figures, name));
        }
    }
}

TEST_CASE("the loader keeps the ranges of the JSON Schema") {
    const json schema = catalogSchema();
    for (const std::string& kind : fileKinds) {
        const json& rules = schema["$defs"][kind];
        for (const auto& [name, property] : rules["properties"]["figures"]["properties"].items()) {
            const json& value = property["properties"]["value"];
            const json& number = value["type"] == "array" ? value["items"] : value;
            for (const double beyond : {number["minimum"].get<double>() - 0.5,
                                        number["maximum"].get<double>() * 1.01 + 0.5}) {
                json entry = fullEntry(rules, richestChoice(kind));
                json& field = entry["figures"][name]["value"];
                (field.is_array() ? field[0] : field) = beyond;
                INFO(kind << " with " << name << " of " << beyond);
                CHECK_FALSE(problemsOf(kind, entry).empty());
            }
        }
    }
}

TEST_CASE("only a UPS among what passes power on has a battery, and a battery is one") {
    const json rules = catalogSchema()["$defs"]["electrical"];
    for (std::size_t variant = 0; variant < 10; ++variant) {
        const json entry = fullEntry(rules, variant);
        INFO(entry["kind"]);
        CHECK(problemsOf("electrical", entry).empty() == (entry["kind"] == "ups"));
    }
    json battery = fullEntry(catalogSchema()["$defs"]["battery"], 0);
    battery["figures"].erase("battery_energy_kwh");
    CHECK_FALSE(problemsOf("battery", battery).empty());
}

TEST_CASE("a chilled-water cooler needs its water and a direct-expansion one its compressor") {
    const json rules = catalogSchema()["$defs"]["cooler"];
    json water = fullEntry(rules, 0);
    water["figures"].erase("compressor_cop");
    CHECK(problemsOf("cooler", water).empty());
    water["figures"].erase("rated_water_in_c");
    CHECK_FALSE(problemsOf("cooler", water).empty());

    json compressor = fullEntry(rules, 1);
    compressor["figures"].erase("rated_water_in_c");
    CHECK(problemsOf("cooler", compressor).empty());
    compressor["figures"].erase("compressor_cop");
    CHECK_FALSE(problemsOf("cooler", compressor).empty());
}
