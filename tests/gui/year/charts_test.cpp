// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "views/charts/carpet.h"
#include "views/charts/year_words.h"
#include "views/year/duration_chart.h"
#include "views/year/pareto.h"

using namespace halltwin;
using views::charts::CarpetMeasure;
using views::year::paretoFront;

namespace {

/// Power rises by a kilowatt an hour; the mode is free at night and mechanical from noon.
twin::YearResult aYear() {
    twin::YearResult year;
    for (int n = 0; n < 8760; ++n) {
        twin::YearHour hour;
        hour.facility = kilowatts(1000.0 + n);
        hour.parts[0] = kilowatts(1000.0);
        hour.mode = n % 24 < 12 ? cooling::LoopMode::Free : cooling::LoopMode::Mechanical;
        hour.dryBulb = celsius(10.0);
        year.hours.push_back(hour);
    }
    return year;
}

}  // namespace

TEST_CASE("A carpet has a column for each day, midnight at the bottom") {
    const views::bridge::Theme theme;
    const auto carpet = views::charts::carpetOf(aYear(), CarpetMeasure::Mode, theme);
    CHECK(carpet.picture.size() == QSize(365, 24));
    CHECK(carpet.picture.pixelColor(100, 23) ==
          views::charts::modeColor(theme, cooling::LoopMode::Free));
    CHECK(carpet.picture.pixelColor(100, 0) ==
          views::charts::modeColor(theme, cooling::LoopMode::Mechanical));
}

TEST_CASE("The colours of a carpet cover the range of the year") {
    const views::bridge::Theme theme;
    const auto power = views::charts::carpetOf(aYear(), CarpetMeasure::Power, theme);
    CHECK(power.low == Approx(1000.0));
    CHECK(power.high == Approx(9759.0));
    CHECK(power.picture.pixel(0, 23) != power.picture.pixel(364, 0));
    const auto flat = views::charts::carpetOf(aYear(), CarpetMeasure::DryBulb, theme);
    CHECK(flat.high > flat.low);
}

TEST_CASE("An hour without IT power has no PUE and leaves its place empty") {
    twin::YearResult year = aYear();
    year.hours[5].parts[0] = {};
    const views::bridge::Theme theme;
    CHECK_FALSE(views::charts::carpetValue(year.hours[5], CarpetMeasure::Pue));
    const auto carpet = views::charts::carpetOf(year, CarpetMeasure::Pue, theme);
    CHECK(carpet.picture.pixelColor(0, 18) == theme.colors().border);
    CHECK(durationCurve(year, views::year::DurationMeasure::Pue).size() == 8759);
}

TEST_CASE("A duration curve falls from the highest hour to the lowest") {
    const auto curve = durationCurve(aYear(), views::year::DurationMeasure::Power);
    REQUIRE(curve.size() == 8760);
    CHECK(curve.front() == Approx(9759.0));
    CHECK(curve.back() == Approx(1000.0));
    CHECK(std::is_sorted(curve.rbegin(), curve.rend()));
}

TEST_CASE("An hour is named by its day, in leap years too") {
    CHECK(views::charts::hourName(0, 8760) == "1 January, 00:00");
    CHECK(views::charts::hourName(59 * 24 + 13, 8760) == "1 March, 13:00");
    CHECK(views::charts::hourName(59 * 24 + 13, 8784) == "29 February, 13:00");
}

TEST_CASE("The Pareto front is what nothing beats in both figures") {
    using Front = std::vector<std::size_t>;
    CHECK(paretoFront({{1, 5}, {2, 3}, {3, 4}, {4, 1}}) == Front{0, 1, 3});
    CHECK(paretoFront({{2, 2}, {2, 2}, {2, 1}}) == Front{2});
    CHECK(paretoFront({{1, 1}, {1, 1}}) == Front{0});
    CHECK(paretoFront({}).empty());
}
