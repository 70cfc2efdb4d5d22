// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/weather/climate.h"
#include "model/weather/year_figures.h"
#include "tests/support/catch.h"
#include "tests/unit/weather/climates.h"

#include <numeric>

using namespace halltwin;
using namespace halltwin::weather;
using halltwin::test::aClimate;

namespace {

/// 10,000 hours, each 0.01 °C warmer than the one before, dew point 5 K below.
WeatherYear aRamp() {
    WeatherYear year;
    for (int n = 0; n < 10000; ++n) {
        WeatherHour hour;
        hour.dryBulb = celsius(-50.0 + 0.01 * n);
        hour.dewPoint = hour.dryBulb - kelvins(5.0);
        hour.pressure = pascals(101325.0);
        year.hours.push_back(hour);
    }
    return year;
}

}  // namespace

TEST_CASE("Design dry bulbs are exceeded for their share of the hours") {
    const auto design = designConditions(aRamp());
    REQUIRE(design);
    // 40, 100 and 200 hours of 10,000 are warmer.
    CHECK(design->cooling[0].temperature.in(celsius) == Approx(49.99 - 0.40));
    CHECK(design->cooling[1].temperature.in(celsius) == Approx(49.99 - 1.00));
    CHECK(design->cooling[2].temperature.in(celsius) == Approx(49.99 - 2.00));
    CHECK(design->heating[0].temperature.in(celsius) == Approx(49.99 - 99.60));
    CHECK(design->hottest.in(celsius) == Approx(49.99));
    CHECK(design->coldest.in(celsius) == Approx(-50.0));
    CHECK(design->cooling[1].exceededFor == 0.01);
}

TEST_CASE("The coincident wet bulb is the mean in the hours near the design dry bulb") {
    const WeatherYear year = aRamp();
    const auto design = designConditions(year);
    REQUIRE(design);
    const Temperature at = design->cooling[2].temperature;
    const Temperature exact = wetBulb(airOfDewPoint(at, at - kelvins(5.0), pascals(101325.0)));
    CHECK(design->cooling[2].coincident.in(celsius) == Approx(exact.in(celsius)).margin(0.01));
    CHECK(design->evaporation[0].coincident > design->evaporation[0].temperature);
    CHECK(design->highestWetBulb < design->hottest);
}

TEST_CASE("Bins hold every hour once") {
    const WeatherYear year = *weatherYearOf(aClimate());
    const auto bins = binsOf(year, kelvins(2.5));
    REQUIRE(bins);
    std::size_t hours = 0;
    for (const TemperatureBin& bin : *bins) {
        hours += bin.hours;
        if (bin.hours > 0) CHECK(bin.meanWetBulb < bin.low + kelvins(2.5));
    }
    CHECK(hours == hoursOfYear);
    CHECK(bins->front().hours > 0);
    CHECK(bins->back().hours > 0);
    CHECK_FALSE(binsOf(year, kelvins(0.0)));
    CHECK_FALSE(binsOf(WeatherYear{}, kelvins(2.0)));
}

TEST_CASE("Cooling less heating degree-hours are the mean above the base") {
    const WeatherYear year = *weatherYearOf(aClimate());
    double sum = 0.0;
    for (const WeatherHour& hour : year.hours)
        sum += hour.dryBulb.in(celsius)-18.0;
    const double cooling = coolingDegreeHours(year, celsius(18.0));
    const double heating = heatingDegreeHours(year, celsius(18.0));
    CHECK(cooling > 0.0);
    CHECK(cooling - heating == Approx(sum));
}

TEST_CASE("A carpet has a row of 24 hours for each day") {
    std::vector<double> hours(hoursOfYear);
    std::iota(hours.begin(), hours.end(), 0.0);
    const auto carpet = carpetOf(hours);
    REQUIRE(carpet);
    CHECK(carpet->days == 365);
    CHECK(carpet->at(0, 23) == 23.0);
    CHECK(carpet->at(364, 0) == 364.0 * 24.0);
    CHECK_FALSE(carpetOf(std::vector<double>(25)));
    CHECK_FALSE(carpetOf({}));
}

TEST_CASE("A share that cannot be is refused") {
    CHECK_FALSE(exceededFor({}, 0.5));
    CHECK_FALSE(exceededFor({celsius(1.0)}, 1.5));
    CHECK(exceededFor({celsius(1.0), celsius(2.0)}, 1.0)->in(celsius) == Approx(1.0));
    CHECK_FALSE(designConditions(WeatherYear{}));
}
