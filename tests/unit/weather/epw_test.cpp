// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/air.h"
#include "model/weather/epw.h"
#include "tests/support/catch.h"
#include "tests/unit/weather/epw_builder.h"

#include <string>

using namespace halltwin;
using namespace halltwin::weather;
using halltwin::test::EpwBuilder;

namespace {

Error errorOf(const EpwBuilder& file) {
    const auto year = readEpw(file.text());
    REQUIRE_FALSE(year);
    CHECK_FALSE(year.error().remedy.empty());
    return year.error();
}

}  // namespace

TEST_CASE("A year of an EnergyPlus weather file comes in whole") {
    const auto year = readEpw(EpwBuilder().text());
    REQUIRE(year);
    CHECK(year->notes.empty());
    CHECK(year->site.city == "Testham");
    CHECK(year->site.latitudeDeg == 51.5);
    CHECK(year->site.longitudeDeg == -0.2);
    CHECK(year->site.altitude.in(metres) == 30.0);
    REQUIRE(year->hours.size() == hoursOfYear);
    const WeatherHour& first = year->hours.front();
    CHECK(first.month == 1);
    CHECK(first.hour == 0);
    CHECK(first.dryBulb.in(celsius) == Approx(1.1));
    CHECK(first.dewPoint.in(celsius) == Approx(-0.9));
    CHECK(first.pressure.in(pascals) == 101000.0);
    CHECK(first.directNormal.in(wattsPerSquareMetre) == 200.0);
    CHECK(first.wind.in(metresPerSecond) == 3.5);
    CHECK(first.windFromDeg == 270.0);
    CHECK(first.skyCover == Approx(0.4));
    const WeatherHour& last = year->hours.back();
    CHECK(last.month == 12);
    CHECK(last.day == 31);
    CHECK(last.hour == 23);
    CHECK(last.dryBulb.in(celsius) == Approx(14.4));
}

TEST_CASE("A leap year has 8,784 hours") {
    const auto year = readEpw(EpwBuilder(true).text());
    REQUIRE(year);
    CHECK(year->hours.size() == hoursOfLeapYear);
    CHECK(year->hours[(31 + 28) * 24].day == 29);
}

TEST_CASE("Missing hours are filled in and told") {
    const std::size_t line = 8 + 12;  // 12:00 of 1 January
    SECTION("dry bulb by a straight line") {
        const auto year =
            readEpw(EpwBuilder().set(line, 7, "99.9").set(line + 1, 7, "99.9").text());
        REQUIRE(year);
        CHECK(year->hours[11].dryBulb.in(celsius) == Approx(2.2));
        CHECK(year->hours[12].dryBulb.in(celsius) == Approx(2.3));
        REQUIRE(year->notes.size() == 1);
        CHECK(year->notes[0].find("2 hours") == 0);
    }
    SECTION("at the end by the last one there") {
        const auto year = readEpw(EpwBuilder().set(8 + 8760, 7, "99.9").text());
        REQUIRE(year);
        CHECK(year->hours.back().dryBulb.in(celsius) == Approx(14.3));
    }
    SECTION("dew point from humidity") {
        const auto year = readEpw(EpwBuilder().set(line, 8, "99.9").set(line, 9, "50").text());
        REQUIRE(year);
        CHECK(relativeHumidity(year->hours[11].air()) == Approx(0.5).epsilon(1e-4));
    }
    SECTION("pressure of the altitude where no hour has one") {
        EpwBuilder file;
        for (std::size_t n = 9; n <= 8768; ++n)
            file.set(n, 10, "999999");
        const auto year = readEpw(file.text());
        REQUIRE(year);
        CHECK(year->hours[5].pressure == pressureAtAltitude(metres(30.0)));
    }
    SECTION("sun by none") {
        const auto year = readEpw(EpwBuilder().set(line, 14, "9999").text());
        REQUIRE(year);
        CHECK(year->hours[11].globalHorizontal.si() == 0.0);
    }
    SECTION("not for days on end") {
        EpwBuilder file;
        for (std::size_t n = 0; n <= static_cast<std::size_t>(longestGapH); ++n)
            file.set(line + n, 7, "99.9");
        const Error error = errorOf(file);
        CHECK(error.code == ErrorCode::OutOfRange);
        CHECK(error.context == "line 20");
    }
}

TEST_CASE("What is wrong with a weather file is told with line and column") {
    SECTION("no weather file at all") {
        const auto year = readEpw("rack,power\n1,2\n");
        REQUIRE_FALSE(year);
        CHECK(year.error().code == ErrorCode::NotAProject);
    }
    SECTION("an empty one") {
        CHECK_FALSE(readEpw(""));
    }
    SECTION("a header is gone") {
        CHECK(errorOf(EpwBuilder().erase(4)).context == "line 4");
    }
    SECTION("a latitude off the globe") {
        const Error error = errorOf(EpwBuilder().set(1, 7, "120"));
        CHECK(error.code == ErrorCode::OutOfRange);
        CHECK(error.context == "line 1, column 7");
    }
    SECTION("a word for a number") {
        const Error error = errorOf(EpwBuilder().set(100, 7, "warm"));
        CHECK(error.code == ErrorCode::ParseFailure);
        CHECK(error.context == "line 100, column 7");
        CHECK(error.message.find("warm") != std::string::npos);
    }
    SECTION("not a number") {
        CHECK(errorOf(EpwBuilder().set(100, 8, "nan")).code == ErrorCode::ParseFailure);
    }
    SECTION("an impossible temperature") {
        CHECK(errorOf(EpwBuilder().set(100, 7, "-200")).code == ErrorCode::OutOfRange);
    }
    SECTION("hours in the wrong order") {
        const Error error = errorOf(EpwBuilder().set(50, 4, "3"));
        CHECK(error.context == "line 50, column 2");
    }
    SECTION("an hour twice") {
        CHECK(
            errorOf(EpwBuilder().append("2001,12,31,24,60,?,1,1,50,101000,0,0,0,0,0,0,0,0,0,0,0,0,"
                                        "0,0"))
                .code == ErrorCode::ParseFailure);
    }
    SECTION("cut off between lines") {
        CHECK(errorOf(EpwBuilder().keep(5000)).message.find("4992 hours") != std::string::npos);
    }
    SECTION("cut off within a line") {
        CHECK(errorOf(EpwBuilder().replace(8768, "2001,12,31,24,60,?,1.0")).context ==
              "line 8768, column 8");
    }
}
