// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/load_profile.h"
#include "model/twin/year.h"
#include "tests/unit/twin/year_case.h"

#include <algorithm>

using namespace halltwin;
using namespace halltwin::tests;
using twin::YearPart;

namespace {

twin::YearResult solved(const Project& project, const weather::WeatherYear& year) {
    auto result = twin::evaluateYear(inputOf(project), year);
    if (!result) FAIL(describe(result.error()));
    return *std::move(result);
}

bool sameToTheBit(const twin::YearHour& a, const twin::YearHour& b) {
    return a.parts == b.parts && a.facility == b.facility && a.rejected == b.rejected &&
           a.recovered == b.recovered && a.unmet == b.unmet && a.water == b.water &&
           a.warm == b.warm && a.mode == b.mode && a.outOfRange == b.outOfRange &&
           a.icing == b.icing;
}

bool sameToTheBit(const twin::YearResult& a, const twin::YearResult& b) {
    return a.total.facility == b.total.facility && a.interpolationError == b.interpolationError &&
           std::equal(a.hours.begin(), a.hours.end(), b.hours.begin(), b.hours.end(),
                      [](const auto& one, const auto& other) { return sameToTheBit(one, other); });
}

Energy compressors(const twin::YearResult& year) {
    return year.total.of(YearPart::Compressors);
}

}  // namespace

TEST_CASE("A year in steady weather is 8,760 times its hour") {
    const Project project = aCompleteProject();
    const auto weather = aYear(30.0, 0.0);
    const auto year = solved(project, weather);
    REQUIRE(year.hours.size() == 8760);
    auto input = inputOf(project);
    input.conditions = *twin::conditionsAt(project, weather, 0);
    const auto hour = twin::evaluate(input);
    REQUIRE(hour);
    CHECK(year.total.facility.si() ==
          Approx(hour->kpis.facilityPower.si() * 8760.0 * 3600.0).epsilon(1e-9));
    CHECK(*year.total.pue() == Approx(*hour->kpis.pue).epsilon(1e-9));
    CHECK(year.cue->si() == Approx(hour->kpis.carbonPerItKwh.value() / 3.6e6).epsilon(1e-6));
}

TEST_CASE("Every hour of a year is the twin solved for that hour") {
    Project project = aCompleteProject();
    project.economics.loadProfile = LoadProfile::Diurnal;
    const auto weather = aYear(18.0, 18.0);
    const auto year = solved(project, weather);
    CHECK(year.interpolationError < 1e-3);
    CHECK(year.residual < 1e-12);
    for (const std::size_t hour : {std::size_t{4}, std::size_t{2345}, std::size_t{4380 + 15},
                                   std::size_t{6000}, std::size_t{8759}}) {
        auto input = inputOf(project);
        const auto conditions = twin::conditionsAt(project, weather, hour);
        REQUIRE(conditions);
        input.conditions = *conditions;
        const auto exact = twin::evaluate(input);
        REQUIRE(exact);
        CAPTURE(hour, weather.hours[hour].dryBulb.in(celsius));
        CHECK(year.hours[hour].facility.si() ==
              Approx(exact->kpis.facilityPower.si()).epsilon(5e-3));
        CHECK(year.hours[hour].of(YearPart::It).si() ==
              Approx(exact->kpis.itPower.si()).epsilon(5e-3));
    }
}

TEST_CASE("Hours add up to months and months to the year") {
    const auto year = solved(aCompleteProject(), aYear(12.0, 20.0));
    twin::YearSum sum;
    std::size_t hours = 0;
    for (const twin::YearSum& month : year.months) {
        sum.facility += month.facility;
        hours += month.hours;
    }
    CHECK(hours == 8760);
    CHECK(year.months[1].hours == 28 * 24);
    CHECK(sum.facility.si() == Approx(year.total.facility.si()).epsilon(1e-12));
}

TEST_CASE("Compressors take more energy in a warmer climate, the others the same") {
    const Project project = aCompleteProject();
    const auto cool = solved(project, aYear(8.0, 15.0));
    const auto warm = solved(project, aYear(28.0, 8.0));
    CHECK(compressors(warm) > compressors(cool) * 1.05);
    CHECK(warm.total.of(YearPart::Fans).si() == Approx(cool.total.of(YearPart::Fans).si()));
}

TEST_CASE("A warmer water set-point never raises the year's compressor energy") {
    Energy before = kilowattHours(1e12);
    for (const double setPointC : {7.0, 9.0, 11.0}) {
        Project project = aCompleteProject();
        const Catalog catalog = aCatalog();
        for (const Item& item : Table<Item>(project.items)) {
            if (catalog.find(item.catalogKey)->as<ChillerSpec>() == nullptr) continue;
            Item changed = item;
            changed.supplyTemperature = celsius(setPointC);
            project.items.set(changed);
        }
        const Energy now = compressors(solved(project, aYear(25.0, 12.0)));
        CAPTURE(setPointC);
        CHECK(now <= before);
        before = now;
    }
}

TEST_CASE("A diurnal load takes less energy than a constant one, in the shape of its profile") {
    Project project = aCompleteProject();
    const auto weather = aYear(15.0, 10.0);
    const auto constant = solved(project, weather);
    project.economics.loadProfile = LoadProfile::Diurnal;
    const auto diurnal = solved(project, weather);
    CHECK(diurnal.total.facility < constant.total.facility);
    CHECK(diurnal.hours[20].of(YearPart::It) > diurnal.hours[4].of(YearPart::It) * 1.1);
    CHECK(diurnal.hours[5 * 24 + 20].of(YearPart::It) < diurnal.hours[20].of(YearPart::It));
}

TEST_CASE("Hours in which the chillers cannot take the heat are marked, and the year goes on") {
    const Project project = aCompleteProject();
    const auto usual = solved(project, aYear(30.0, 0.0));
    // A hot hour asks for the same heat, and the chiller has less to give.
    const Power heat = usual.hours[0].rejected - usual.hours[0].of(YearPart::Compressors);
    const auto year = twin::evaluateYear(inputOf(project, heat), aYear(30.0, 22.0));
    REQUIRE(year);
    CHECK(year->hours.size() == 8760);
    CHECK(year->hoursUnmet > 0);
    CHECK(year->hoursUnmet < 8760);
    const auto hottest =
        std::max_element(year->hours.begin(), year->hours.end(),
                         [](const auto& a, const auto& b) { return a.dryBulb < b.dryBulb; });
    CHECK(year->hours[year->worstUnmetHour].unmet.si() ==
          Approx(hottest->unmet.si()).epsilon(1e-6));
}

TEST_CASE("A year without hours, an hour beyond it and a stop are refused by name") {
    const Project project = aCompleteProject();
    const auto empty = twin::evaluateYear(asInput(project), {});
    REQUIRE_FALSE(empty);
    CHECK(empty.error().code == ErrorCode::InvalidArgument);
    const auto beyond = twin::conditionsAt(project, aYear(10.0, 1.0), 8760);
    REQUIRE_FALSE(beyond);
    CHECK(beyond.error().code == ErrorCode::OutOfRange);
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = twin::evaluateYear(asInput(project), aYear(10.0, 5.0), stop.get_token());
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
}

TEST_CASE("A year evaluator with a history answers as a fresh one does, to the bit") {
    const auto weather = aYear(14.0, 20.0);
    const Project base = aCompleteProject();
    const Project warmer = withSupplyAt(base, celsius(22.0));
    Project diurnal = warmer;
    diurnal.economics.loadProfile = LoadProfile::Diurnal;
    Project leaky = base;  // weather reaches the air of the hall
    Hall hall = *leaky.halls.begin();
    hall.roofTransmittance = wattsPerSquareMetreKelvin(0.6);
    leaky.halls.set(hall);
    twin::YearEvaluator evaluator;
    for (const Project* project :
         std::initializer_list<const Project*>{&base, &warmer, &diurnal, &leaky, &base, &warmer}) {
        const auto kept = evaluator.evaluate(inputOf(*project), weather);
        REQUIRE(kept);
        CHECK(sameToTheBit(*kept, solved(*project, weather)));
    }
    auto cubicCells = inputOf(base);
    cubicCells.settings.gridM = 1.2;
    const auto kept = evaluator.evaluate(cubicCells, weather);
    const auto fresh = twin::evaluateYear(cubicCells, weather);
    REQUIRE(kept);
    REQUIRE(fresh);
    CHECK(sameToTheBit(*kept, *fresh));
}

TEST_CASE("With momentum, too, a year evaluator with a history answers as a fresh one does") {
    const auto weather = aYear(14.0, 20.0);
    twin::YearEvaluator evaluator;
    for (const double supplyC : {18.0, 22.0, 18.0}) {
        auto input = inputOf(withSupplyAt(aCompleteProject(), celsius(supplyC)));
        input.settings = {1.2, thermal::Stage::Coarse};  // few cells: this is about memory
        const auto kept = evaluator.evaluate(input, weather);
        const auto fresh = twin::evaluateYear(input, weather);
        REQUIRE(kept);
        REQUIRE(fresh);
        CHECK(sameToTheBit(*kept, *fresh));
    }
}

TEST_CASE("The load profile is constant or goes with the hour, and weekends are lower") {
    CHECK(loadFactor(LoadProfile::Constant, 4000) == 1.0);
    CHECK(loadFactor(LoadProfile::Diurnal, 20) == 1.0);
    CHECK(loadFactor(LoadProfile::Diurnal, 5 * 24 + 20) == Approx(0.9));
    for (std::size_t hour = 0; hour < 168; ++hour) {
        CHECK(loadFactor(LoadProfile::Diurnal, hour) > 0.4);
        CHECK(loadFactor(LoadProfile::Diurnal, hour) <= 1.0);
    }
}
