// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "tests/support/catch.h"
#include "tests/support/paths.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace halltwin::tests;

namespace {

const std::string medium = "medium-1000-gpu.json";

double compressorsIn(const std::string& climate) {
    const auto year = jsonOf({"run", example(medium), "--year", "--climate", climate, "--json"});
    return year["energy"]["compressors_kwh"].get<double>();
}

}  // namespace

TEST_CASE("A year has its ratios, its months and its hours, and they add up") {
    const auto year = jsonOf({"run", example(medium), "--year", "--json"});
    REQUIRE(year["hours"].size() == 8760);
    REQUIRE(year["months"].size() == 12);
    double facilityWh = 0.0;
    double itWh = 0.0;
    for (const auto& hour : year["hours"]) {
        facilityWh += hour["facility_w"].get<double>();
        itWh += hour["it_w"].get<double>();
    }
    CHECK(year["pue"].get<double>() == Approx(facilityWh / itWh).epsilon(1e-9));
    double monthsKwh = 0.0;
    for (const auto& month : year["months"])
        monthsKwh += month["facility_kwh"].get<double>();
    CHECK(monthsKwh == Approx(facilityWh / 1e3).epsilon(1e-9));
    CHECK(year["books"]["residual"].get<double>() < 1e-9);
    CHECK(year["books"]["interpolation"].get<double>() < 1e-3);
}

TEST_CASE("A year counts its hours by mode, its water, and stands beside the project's limits") {
    const ScratchFolder folder;
    const auto year = jsonOf({"run", example(medium), "--year", "--json"});
    int hours = 0;
    for (const auto& [mode, count] : year["energy"]["modes_h"].items())
        hours += count.get<int>();
    CHECK(hours == 8760);
    double water = 0.0;
    for (const auto& month : year["months"])
        water += month["water_m3"].get<double>();
    CHECK(water == Approx(year["water_m3"].get<double>()).margin(1e-9));
    CHECK(year["mlc"]["value"].get<double>() > 0.0);
    CHECK(year["mlc"]["met"].is_null());
    auto project = nlohmann::json::parse(std::ifstream(example(medium)));
    project["plant"]["mlc_limit"] = 1e-3;
    project["plant"]["elc_limit"] = 0.9;
    const auto file = folder / "limits.json";
    std::ofstream(file) << project.dump();
    const auto limited = jsonOf({"run", file.string(), "--year", "--json"}, 1);
    CHECK(limited["mlc"]["met"] == false);
    CHECK(limited["elc"]["met"] == true);
    const Outcome told = runCli({"run", file.string(), "--year"});
    CHECK(told.status == 1);
    CHECK(told.output.find("limit 0.001: missed") != std::string::npos);
    CHECK(told.output.find("hours free") != std::string::npos);
}

TEST_CASE("One design takes more compressor energy where the climate is warmer") {
    const double lulea = compressorsIn("se-lulea");
    const double dublin = compressorsIn("ie-dublin");
    const double ashburn = compressorsIn("us-ashburn");
    const double singapore = compressorsIn("sg-singapore");
    CHECK(lulea < dublin);
    CHECK(dublin < ashburn);
    CHECK(ashburn < singapore);
}

TEST_CASE("An hour alone is the same as in its year") {
    const auto year = jsonOf({"run", example(medium), "--year", "--json"});
    for (const int hour : {100, 4767}) {
        const auto alone =
            jsonOf({"run", example(medium), "--hour", std::to_string(hour), "--json"});
        CAPTURE(hour);
        CHECK(alone["facility_power_w"].get<double>() ==
              Approx(year["hours"][static_cast<std::size_t>(hour)]["facility_w"].get<double>())
                  .epsilon(1e-3));
    }
}

TEST_CASE("The hours of a year are written as a table of 8,760 lines under one of names") {
    const ScratchFolder folder;
    const auto csv = folder / "hours.csv";
    const auto year = jsonOf({"run", example(medium), "--year", "--json", "--csv", csv.string()});
    CHECK_FALSE(year.contains("hours"));
    std::ifstream stream(csv, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    CHECK(std::count(text.begin(), text.end(), '\n') == 8761);
    CHECK(text.starts_with("hour,dry_bulb_c,wet_bulb_c,load_factor,it_w,"));
}

TEST_CASE("A tank on the chilled water moves heat from warm to cold hours and gives it all back") {
    const ScratchFolder folder;
    auto project = nlohmann::json::parse(std::ifstream(example(medium)));
    auto tank = *std::find_if(project["items"].begin(), project["items"].end(),
                              [](const auto& item) { return item["label"] == "CH-1"; });
    tank["id"] = 9001;
    tank["label"] = "T-1";
    tank["catalog"] = "water-tank.150";
    tank.erase("supply_temperature_c");
    project["items"].push_back(tank);
    int link = 9001;
    for (const auto& item : nlohmann::json(project["items"]))
        if (item["label"] == "PS-1" || item["label"] == "PS-2")
            project["cooling_links"].push_back(
                {{"id", link++}, {"from", 9001}, {"to", item["id"]}});
    const auto file = folder / "tank.json";
    std::ofstream(file) << project.dump();
    const auto year = jsonOf({"run", file.string(), "--year", "--json"});
    CHECK(year["tanks"]["days"].get<int>() > 50);
    CHECK(year["tanks"]["saved_kwh"].get<double>() > 0.0);
    double heldWh = 0.0;
    double movedWh = 0.0;
    for (const auto& hour : year["hours"]) {
        heldWh += hour["tank_w"].get<double>();
        movedWh += std::max(hour["tank_w"].get<double>(), 0.0);
    }
    CHECK(std::abs(heldWh) < 1e-6 * movedWh);
    CHECK(year["tanks"]["moved_kwh"].get<double>() == Approx(movedWh / 1e3));
    CHECK(runCli({"run", file.string(), "--year"}).output.find("which spared") !=
          std::string::npos);
    const auto plain = jsonOf({"run", example(medium), "--year", "--json"});
    CHECK(plain["tanks"]["days"] == 0);
}

TEST_CASE("Weather that is not there is refused with what to do") {
    const Outcome climate = runCli({"run", example(medium), "--year", "--climate", "mars"});
    CHECK(climate.status == 2);
    CHECK(climate.messages.find("ie-dublin") != std::string::npos);
    const Outcome file = runCli({"run", example(medium), "--year", "--weather", "/no/such.epw"});
    CHECK(file.status == 2);
    CHECK(file.messages.find("/no/such.epw") != std::string::npos);
    const Outcome hour = runCli({"run", example(medium), "--hour", "9000"});
    CHECK(hour.status == 2);
    const Outcome none = runCli({"run", example("empty-hall.json"), "--year"});
    CHECK(none.status == 2);
    CHECK(none.messages.find("climate") != std::string::npos);
    const ScratchFolder folder;
    const auto broken = folder / "broken.epw";
    std::ofstream(broken) << "LOCATION,Nowhere\n";
    const Outcome epw = runCli({"run", example(medium), "--year", "--weather", broken.string()});
    CHECK(epw.status == 2);
    CHECK(epw.messages.find("broken.epw") != std::string::npos);
}
