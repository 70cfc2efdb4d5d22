// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/shift_set_points.h"
#include "tests/unit/edit/edit_checks.h"

using namespace halltwin;
using namespace halltwin::tests;

namespace {

Project aHall() {
    return aProject().withRacks(2).withCoolers(2).withChilledWater();
}

Temperature supplyOf(const Project& project, const char* label) {
    const Item& item = *project.items.find(itemLabelled(project, label));
    return edit::setPointOf(item, aCatalog())->supply;
}

}  // namespace

TEST_CASE("Air and water set-points move by their own shift from where they are") {
    Project project = aHall();
    Item cooler = *project.items.find(itemLabelled(project, "C1"));
    cooler.supplyTemperature = celsius(20.0);
    project.items.set(cooler);
    const auto after = edit::shiftSetPoints(project, aCatalog(), kelvins(2.0), kelvins(-1.5));
    REQUIRE(after);
    CHECK(supplyOf(*after, "C1").in(celsius) == Approx(22.0));
    CHECK(supplyOf(*after, "C2").in(celsius) == Approx(24.0));  // 22 °C of the catalogue
    CHECK(supplyOf(*after, "CH1").in(celsius) == Approx(8.5));  // 10 °C of the catalogue
    for (const char* label : {"R1", "P1"})
        CHECK_FALSE(after->items.find(itemLabelled(*after, label))->supplyTemperature);
}

TEST_CASE("No shift leaves the project as it is") {
    const Project project = aHall();
    const auto after = edit::shiftSetPoints(project, aCatalog(), {}, {});
    REQUIRE(after);
    CHECK(*after == project);
}

TEST_CASE("A set-point that would leave its range is refused by the item's name") {
    const auto after = edit::shiftSetPoints(aHall(), aCatalog(), kelvins(45.0), {});
    REQUIRE_FALSE(after);
    CHECK(after.error().code == ErrorCode::OutOfRange);
    CHECK(after.error().context.find("C1") != std::string::npos);
}

TEST_CASE("Set-points and control go over in one edit") {
    const Project project = aHall();
    Project wanted = *edit::shiftSetPoints(project, aCatalog(), kelvins(1.0), kelvins(3.0));
    wanted.plant.staging = StagingRule::Fewest;
    const edit::SetOperation edit = edit::operationOf(project, wanted);
    CHECK(edit.items.size() == 3);
    CHECK(applied(project, edit) == wanted);
    edit::SetOperation unknown = edit;
    unknown.items.front().id = ItemId{999};
    CHECK(failureOf(project, unknown) == ErrorCode::NotFound);
    edit::SetOperation hot = edit;
    hot.items.front().supplyTemperature = celsius(80.0);
    CHECK(failureOf(project, hot) == ErrorCode::OutOfRange);
}
