// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/pump.h"
#include "tests/unit/twin/year_case.h"

#include <algorithm>

using namespace halltwin;
using namespace halltwin::tests;
using twin::YearPart;

namespace {

/// The hall's chiller and pumps, with a tank of this size beside the chiller; none: no tank.
twin::TwinInput withTank(double volumeM3, LoadProfile profile = LoadProfile::Constant) {
    Project project = aCompleteProject();
    project.economics.loadProfile = profile;
    Catalog catalog = weatherCatalog(kilowatts(400.0));
    CatalogEntry entry = *catalog.find("test.chiller");
    entry.key = "test.water-tank";
    entry.kind = ItemKind::WaterTank;
    entry.spec = TankSpec{cubicMetres(std::max(volumeM3, 1.0)), TankModel::Stratified, {}};
    catalog.add(entry);
    ItemId pumps;
    Item tank;
    for (const Item& item : project.items) {
        if (item.catalogKey == "test.pumps") pumps = item.id;
        if (item.catalogKey == "test.chiller") tank = item;
    }
    tank.id = {};
    tank.catalogKey = "test.water-tank";
    tank.label = "T1";
    tank.position.x += metres(14.0);
    if (volumeM3 > 0.0) project.coolingLinks.add({{}, project.items.add(tank), pumps});
    auto input = asInput(project);
    input.catalog = std::make_shared<const Catalog>(catalog);
    return input;
}

twin::YearResult yearWith(double volumeM3, const weather::WeatherYear& weather,
                          LoadProfile profile = LoadProfile::Constant) {
    auto year = twin::evaluateYear(withTank(volumeM3, profile), weather);
    if (!year) FAIL(describe(year.error()));
    return *std::move(year);
}

}  // namespace

TEST_CASE("A tank beside a chiller moves heat from warm to cold hours and spares energy") {
    const auto weather = aYear(26.0, 20.0);
    const auto none = yearWith(0.0, weather);
    const auto year = yearWith(60.0, weather);
    CHECK(year.daysShifted > 300);
    CHECK(year.savedByTanks > Energy{});
    CHECK(year.total.facility.si() ==
          Approx((none.total.facility - year.savedByTanks).si()).epsilon(1e-9));
    for (std::size_t day = 0; day < 365; ++day) {
        Power peak;
        Power peakAtRest;
        for (std::size_t hour = 24 * day; hour < 24 * (day + 1); ++hour) {
            peak = std::max(peak, year.hours[hour].facility);
            peakAtRest = std::max(peakAtRest, none.hours[hour].facility);
        }
        CHECK(peak <= peakAtRest);
    }
    CHECK(year.total.of(YearPart::It) == none.total.of(YearPart::It));
    // The chiller's power falls by 1.5 % of that at 35 °C with each of the day's 12 K.
    CHECK(year.savedByTanks < none.total.of(YearPart::Compressors) * (12.0 * 0.015));
    CHECK(none.daysShifted == 0);
    CHECK(year.interpolationError < 1e-3);
    CHECK(year.residual < 1e-12);
}

TEST_CASE("A day gives back what its tank took, and never holds more than half of it") {
    const auto year = yearWith(60.0, aYear(26.0, 20.0), LoadProfile::Diurnal);
    double shiftedJ = 0.0;
    for (std::size_t day = 0; day < 365; ++day) {
        double heldJ = 0.0;
        double mostJ = 0.0;
        for (std::size_t hour = 24 * day; hour < 24 * (day + 1); ++hour) {
            heldJ += year.hours[hour].tank.si() * 3600.0;
            mostJ = std::max(mostJ, heldJ);
            CHECK(heldJ > -1.0);
            shiftedJ -= std::min(year.hours[hour].tank.si(), 0.0) * 3600.0;
        }
        CHECK(std::abs(heldJ) < 1.0);
        CHECK(mostJ < (cooling::waterDensity * cooling::waterSpecificHeat).si() * 30.0 * 6.5);
    }
    CHECK(year.shifted.si() == Approx(shiftedJ));
    CHECK(shiftedJ > 0.0);
    CHECK(year.residual < 1e-12);
}

TEST_CASE("A tank is left alone where the day does not make it pay") {
    CHECK(yearWith(60.0, aYear(30.0, 0.0)).daysShifted == 0);
    for (const double meanC : {5.0, 15.0, 30.0}) {
        const auto weather = aYear(meanC, 15.0);
        CHECK(yearWith(60.0, weather).total.facility <= yearWith(0.0, weather).total.facility);
    }
}

TEST_CASE("A larger tank moves more, and one beyond all need leaves no heat") {
    const auto weather = aYear(26.0, 20.0);
    const auto small = yearWith(4.0, weather);
    const auto large = yearWith(8.0, weather);
    CHECK(large.shifted.si() == Approx(2.0 * small.shifted.si()).epsilon(0.05));
    CHECK(yearWith(5000.0, weather).hoursUnmet == yearWith(0.0, weather).hoursUnmet);
}
