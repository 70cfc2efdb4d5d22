// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/data_paths.h"
#include "model/exchange/climate_json.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <fstream>
#include <set>
#include <string>

using namespace halltwin;
using exchange::climateFromJson;

namespace {

std::string aClimate() {
    return R"({
  "format": "halltwin-climate",
  "version": 1,
  "key": "xx-testham",
  "name": "Testham",
  "country": "Nowhere",
  "latitude_deg": 51.5,
  "longitude_deg": -0.2,
  "altitude_m": 30,
  "time_zone_h": 0,
  "mean_c": [4, 5, 7, 9, 12, 15, 17, 17, 15, 11, 7, 5],
  "daily_maximum_c": [8, 9, 11, 14, 17, 20, 23, 22, 19, 15, 11, 8],
  "daily_minimum_c": [1, 1, 3, 5, 8, 11, 13, 13, 11, 8, 4, 2],
  "humidity_percent": [83, 80, 75, 70, 69, 68, 68, 70, 75, 80, 84, 85],
  "day_to_day_k": [3.5, 2.5],
  "sources": {"temperature": "made up", "humidity": "made up", "day_to_day": "made up"}
})";
}

std::string with(const std::string& from, const std::string& to) {
    std::string text = aClimate();
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

Error errorOf(const std::string& text) {
    const auto climate = climateFromJson(text, "a.json");
    REQUIRE_FALSE(climate);
    CHECK_FALSE(climate.error().remedy.empty());
    return climate.error();
}

}  // namespace

TEST_CASE("A climate file comes in whole") {
    const auto climate = climateFromJson(aClimate(), "a.json");
    REQUIRE(climate);
    CHECK(climate->key == "xx-testham");
    CHECK(climate->meanC[6] == 17.0);
    CHECK(climate->humidity[0] == Approx(0.83));
    CHECK(climate->coldMonthDayToDayK == 3.5);
    CHECK(climate->altitude.in(metres) == 30.0);
}

TEST_CASE("What is wrong with a climate file is told with line and field") {
    CHECK(errorOf(with("51.5", "151.5")).context == "a.json:7: latitude_deg");
    CHECK(errorOf(with("51.5", "151.5")).code == ErrorCode::OutOfRange);
    CHECK(errorOf(with("\"altitude_m\": 30,", "")).context == "a.json:1: altitude_m");
    CHECK(errorOf(with("[8, 9, 11,", "[8, 11,")).message == "Expected a list of 12 numbers");
    CHECK(errorOf(with("[83,", "[\"wet\",")).message == "Expected a number");
    CHECK(errorOf(with("[4, 5,", "[9, 5,")).message.find("Month 1 ") == 0);
    CHECK(errorOf(with("halltwin-climate", "halltwin-weather")).context == "a.json:2: format");
    CHECK(errorOf(with("\"version\": 1", "\"version\": 2")).code == ErrorCode::Unsupported);
    CHECK(errorOf(with("\"altitude_m\"", "\"colour\": 1, \"altitude_m\"")).context ==
          "a.json:9: colour");
    CHECK(errorOf(with("\"humidity\": \"made up\"", "\"humidity\": \"\"")).context ==
          "a.json:16: humidity");
    CHECK(errorOf(with("{\"temperature\"", "[1], \"x\": {\"temperature\"")).code ==
          ErrorCode::ParseFailure);
    CHECK(errorOf("[1, 2]").code == ErrorCode::ParseFailure);
    CHECK(errorOf("").code == ErrorCode::ParseFailure);
}

TEST_CASE("The climates that come with the program can all be used") {
    const auto load = exchange::loadClimates(resourceDirectory() / "climate");
    CHECK(load.problems.empty());
    std::set<std::string> keys;
    for (const auto& climate : load.climates)
        keys.insert(climate.key);
    for (const char* key :
         {"us-quincy", "us-portland", "is-reykjavik", "no-oslo", "se-lulea", "us-dallas",
          "us-abilene", "us-memphis", "fr-paris", "us-ashburn", "sg-singapore", "cn-beijing",
          "cn-ulanqab", "cn-guiyang", "ie-dublin", "de-frankfurt", "us-phoenix"}) {
        INFO(key);
        CHECK(keys.count(key) == 1);
    }
}

TEST_CASE("Every climate of the program gives a year of its monthly means") {
    for (const auto& climate : exchange::loadClimates(resourceDirectory() / "climate").climates) {
        INFO(climate.key);
        const auto year = weather::weatherYearOf(climate);
        REQUIRE(year);
        std::array<double, 12> meanC{};
        std::array<double, 12> humidity{};
        std::array<int, 12> hours{};
        for (const weather::WeatherHour& hour : year->hours) {
            const auto m = static_cast<std::size_t>(hour.month - 1);
            meanC[m] += hour.dryBulb.in(celsius);
            humidity[m] += relativeHumidity(hour.air());
            ++hours[m];
            CHECK_FALSE(hour.dewPoint > hour.dryBulb);
        }
        for (std::size_t m = 0; m < 12; ++m) {
            CHECK(meanC[m] / hours[m] == Approx(climate.meanC[m]).margin(0.05));
            CHECK(humidity[m] / hours[m] == Approx(climate.humidity[m]).margin(0.005));
        }
    }
}

TEST_CASE("A climate file that cannot be used is reported and the others are read") {
    const tests::ScratchFolder folder;
    std::ofstream(folder / "a.json") << aClimate();
    std::ofstream(folder / "b.json") << aClimate();
    std::ofstream(folder / "c.json") << "{";
    const auto load = exchange::loadClimates(folder.path());
    CHECK(load.climates.size() == 1);
    REQUIRE(load.problems.size() == 2);
    CHECK(load.problems[0].field == "key");
    CHECK(load.problems[1].message.find("c.json") != std::string::npos);
    CHECK(exchange::loadClimates(folder / "none").problems.size() == 1);
}
