// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/air.h"
#include "model/weather/climate.h"
#include "tests/support/catch.h"
#include "tests/unit/weather/climates.h"

#include <cmath>
#include <vector>

using namespace halltwin;
using namespace halltwin::weather;
using halltwin::test::aClimate;

namespace {

/// Figures of one day.
struct Day {
    int month = 1;
    double meanC = 0.0;
    double lowC = 1e9;
    double highC = -1e9;
};

std::vector<Day> daysOf(const WeatherYear& year) {
    std::vector<Day> days;
    for (const WeatherHour& hour : year.hours) {
        if (hour.hour == 0) days.push_back({hour.month});
        Day& day = days.back();
        const double c = hour.dryBulb.in(celsius);
        day.meanC += c / 24.0;
        day.lowC = std::min(day.lowC, c);
        day.highC = std::max(day.highC, c);
    }
    return days;
}

}  // namespace

TEST_CASE("A year out of a climate has the climate's monthly means") {
    const Climate climate = aClimate();
    const auto year = weatherYearOf(climate);
    REQUIRE(year);
    REQUIRE(year->hours.size() == hoursOfYear);
    std::array<double, 12> meanC{};
    std::array<double, 12> humidity{};
    std::array<double, 12> hours{};
    for (const WeatherHour& hour : year->hours) {
        const auto m = static_cast<std::size_t>(hour.month - 1);
        meanC[m] += hour.dryBulb.in(celsius);
        humidity[m] += relativeHumidity(hour.air());
        hours[m] += 1.0;
    }
    for (std::size_t m = 0; m < 12; ++m) {
        CHECK(meanC[m] / hours[m] == Approx(climate.meanC[m]).margin(0.05));
        CHECK(humidity[m] / hours[m] == Approx(climate.humidity[m]).margin(0.005));
    }
    CHECK(year->hours.front().month == 1);
    CHECK(year->hours.back().month == 12);
    CHECK(year->hours.back().day == 31);
    CHECK(year->hours.back().hour == 23);
    CHECK(year->hours[24 * 59].month == 3);
    CHECK(year->hours[24 * 59].day == 1);
    CHECK(year->site.altitude == climate.altitude);
    CHECK_FALSE(year->notes.empty());
}

TEST_CASE("Days out of a climate rise to its maximum in the afternoon") {
    const Climate climate = aClimate();
    const auto year = weatherYearOf(climate);
    REQUIRE(year);
    const std::vector<Day> days = daysOf(*year);
    REQUIRE(days.size() == 365);
    std::array<double, 12> rangeK{};
    std::array<double, 12> count{};
    for (const Day& day : days) {
        rangeK[static_cast<std::size_t>(day.month - 1)] += day.highC - day.lowC;
        count[static_cast<std::size_t>(day.month - 1)] += 1.0;
    }
    for (std::size_t m = 0; m < 12; ++m) {
        // A front that passes widens the range of its day, so the bound above is loose.
        const double wantedK = climate.dailyMaximumC[m] - climate.dailyMinimumC[m];
        CHECK(rangeK[m] / count[m] > wantedK - 0.7);
        CHECK(rangeK[m] / count[m] < wantedK + 2.0);
    }
    // July, where fronts are weak: 15:00 is warmer than 03:00 on every day.
    for (std::size_t h = 24 * 181; h < 24 * 212; h += 24)
        CHECK(year->hours[h + 14].dryBulb > year->hours[h + 2].dryBulb);
}

TEST_CASE("Weather fronts have the deviation and persistence that the climate states") {
    Climate climate = aClimate();
    climate.meanC.fill(10.0);
    climate.dailyMaximumC.fill(10.0);
    climate.dailyMinimumC.fill(10.0);
    climate.humidity.fill(0.6);
    climate.coldMonthDayToDayK = climate.warmMonthDayToDayK = 3.0;
    const auto year = weatherYearOf(climate);
    REQUIRE(year);
    const std::vector<Day> days = daysOf(*year);
    double variance = 0.0;
    double together = 0.0;
    for (std::size_t d = 0; d < days.size(); ++d) {
        variance += std::pow(days[d].meanC - 10.0, 2) / 365.0;
        if (d > 0) together += (days[d].meanC - 10.0) * (days[d - 1].meanC - 10.0) / 364.0;
    }
    // That monthly means are held takes a part of the variance: months differ from year to year.
    CHECK(std::sqrt(variance) == Approx(3.0).epsilon(0.15));
    CHECK(together / variance == Approx(frontPersistence).margin(0.12));
}

TEST_CASE("The same climate gives the same year, another place other fronts") {
    const auto year = weatherYearOf(aClimate());
    CHECK(*year == *weatherYearOf(aClimate()));
    Climate other = aClimate();
    other.key = "xx-elsewhere";
    CHECK_FALSE(year->hours[1000].dryBulb == weatherYearOf(other)->hours[1000].dryBulb);
}

TEST_CASE("The pressure of a climate is that of its altitude") {
    Climate high = aClimate();
    high.altitude = metres(1419.0);
    const auto year = weatherYearOf(high);
    CHECK(year->hours[4000].pressure == pressureAtAltitude(metres(1419.0)));
}

TEST_CASE("A climate whose figures cannot be is refused, naming the month") {
    Climate climate = aClimate();
    SECTION("mean above the maximum") {
        climate.meanC[3] = 30.0;
        CHECK(weatherYearOf(climate).error().context == "climate xx-testham, month 4");
    }
    SECTION("humidity of nothing") {
        climate.humidity[11] = 0.0;
        CHECK(weatherYearOf(climate).error().context == "climate xx-testham, month 12");
    }
    SECTION("not a number") {
        climate.dailyMinimumC[0] = std::nan("");
        CHECK_FALSE(weatherYearOf(climate));
    }
    SECTION("fronts beyond reason") {
        climate.coldMonthDayToDayK = 40.0;
        CHECK_FALSE(weatherYearOf(climate));
    }
    SECTION("no altitude on Earth") {
        climate.altitude = metres(20000.0);
        CHECK_FALSE(weatherYearOf(climate));
    }
}
