// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sweep/parameter.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::tests;

namespace {

Project aHall() {
    return aProject().withRacks(2).withCoolers(2).withChilledWater();
}

Project with(const char* path, const char* value) {
    const auto after = sweep::withParameter(aHall(), aCatalog(), path, value);
    if (!after) FAIL(describe(after.error()));
    return *after;
}

Error refusal(const char* path, const char* value) {
    const auto after = sweep::withParameter(aHall(), aCatalog(), path, value);
    INFO(path << " = " << value);
    REQUIRE_FALSE(after);
    CHECK_FALSE(after.error().remedy.empty());
    return after.error();
}

const Item& labelled(const Project& project, const char* label) {
    return *project.items.find(itemLabelled(project, label));
}

}  // namespace

TEST_CASE("A path sets the field of site, plant, economics, mix, hall and item") {
    CHECK(with("site.condenser_water_supply", "21.5").site.condenserWaterSupply == celsius(21.5));
    CHECK(with("site.condenser_water_supply_c", "21.5").site.condenserWaterSupply == celsius(21.5));
    CHECK(with("plant.staging", "fewest").plant.staging == StagingRule::Fewest);
    CHECK(with("plant.mlc_limit", "0.3").plant.mlcLimit == 0.3);
    CHECK(with("economics.tariff_usd_per_kwh", "0.2").economics.tariff ==
          dollarsPerKilowattHour(0.2));
    CHECK(with("economics.staff", "12").economics.staff == 12);
    CHECK(with("energy.nuclear", "1").energy.of(EnergySource::Nuclear) == Approx(1.0));
    CHECK(with("halls[Hall 1].people", "7").halls.begin()->people == 7);
    const Project cooler = with("items[C1].supply_temperature", "19");
    CHECK(labelled(cooler, "C1").supplyTemperature == celsius(19.0));
    CHECK_FALSE(labelled(cooler, "C2").supplyTemperature);
}

TEST_CASE("Items can be chosen by kind and by catalogue key, and a value taken away again") {
    const Project byKind = with("items[kind=cooler].supply_temperature", "18");
    CHECK(labelled(byKind, "C2").supplyTemperature == celsius(18.0));
    CHECK_FALSE(labelled(byKind, "CH1").supplyTemperature);
    const Project byKey = with("items[catalog=test.chiller].supply_temperature", "12");
    CHECK(labelled(byKey, "CH1").supplyTemperature == celsius(12.0));
    const auto none =
        sweep::withParameter(byKind, aCatalog(), "items[C1].supply_temperature", "none");
    REQUIRE(none);
    CHECK_FALSE(labelled(*none, "C1").supplyTemperature);
}

TEST_CASE("A shift moves the set-points of its kind only") {
    const Project shifted = with("shift.water_k", "2");
    CHECK(labelled(shifted, "CH1").supplyTemperature == celsius(12.0));
    CHECK_FALSE(labelled(shifted, "C1").supplyTemperature);
}

TEST_CASE("A climate puts the weather file of the site aside") {
    Project project = aHall();
    project.site.weatherFile = "here.epw";
    const auto after = sweep::withParameter(project, aCatalog(), "site.climate", "ie-dublin");
    REQUIRE(after);
    CHECK(after->site.climate == "ie-dublin");
    CHECK(after->site.weatherFile.empty());
}

TEST_CASE("A path that names nothing says what there is") {
    CHECK(refusal("site.wind", "1").remedy.find("outdoor_dry_bulb") != std::string::npos);
    CHECK(refusal("items[C9].supply_temperature", "1").remedy.find("C1, C2") != std::string::npos);
    CHECK(refusal("items[C1].colour", "1").remedy.find("supply_temperature") != std::string::npos);
    CHECK(refusal("halls[X].people", "1").remedy.find("Hall 1") != std::string::npos);
    CHECK(refusal("weather.x", "1").remedy.find("site.") != std::string::npos);
    CHECK(refusal("shift.soil_k", "1").remedy.find("air_k") != std::string::npos);
    CHECK(refusal("nonsense", "1").code == ErrorCode::InvalidArgument);
    CHECK(refusal("items[C1].id", "9").code == ErrorCode::NotFound);
}

TEST_CASE("A value of the wrong kind or beyond its range is refused") {
    CHECK(refusal("site.outdoor_dry_bulb", "warm").code == ErrorCode::InvalidArgument);
    CHECK(refusal("site.outdoor_dry_bulb", "nan").code == ErrorCode::InvalidArgument);
    CHECK(refusal("site.outdoor_dry_bulb", "90").code == ErrorCode::OutOfRange);
    CHECK(refusal("plant.staging", "some").remedy.find("least-power") != std::string::npos);
    CHECK(refusal("economics.staff", "1.5").code == ErrorCode::InvalidArgument);
    CHECK(refusal("energy.coal", "1.2").code == ErrorCode::OutOfRange);
    CHECK(refusal("shift.air_k", "50").code == ErrorCode::OutOfRange);
}
