// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/year.h"
#include "tests/unit/twin/twin_case.h"

#include <cmath>
#include <numbers>

using namespace halltwin;
using namespace halltwin::tests;
using cooling::LoopMode;
using twin::YearPart;

namespace {

/// The first days of a month each: weather that swings about a mean over the seasons and the day.
weather::WeatherYear someWeather(double meanC, double swingK) {
    weather::WeatherYear year;
    for (int month = 1; month <= 12; ++month)
        for (int hour = 0; hour < 48; ++hour) {
            const double season = std::cos(2.0 * std::numbers::pi * (month - 1) / 12.0);
            const double daily = std::sin(2.0 * std::numbers::pi * (hour - 9.0) / 24.0);
            weather::WeatherHour at;
            at.month = month;
            at.day = 1 + hour / 24;
            at.hour = hour % 24;
            at.dryBulb = celsius(meanC - 0.7 * swingK * season + 0.3 * swingK * daily);
            at.dewPoint = at.dryBulb - kelvins(6.0);
            at.pressure = pascals(101325.0);
            year.hours.push_back(at);
        }
    return year;
}

Catalog plantCatalog() {
    Catalog catalog = aCatalog();
    const auto add = [&](const char* key, ItemKind kind, ItemSpec spec) {
        CatalogEntry entry = *catalog.find("test.pumps");
        entry.key = key;
        entry.kind = kind;
        entry.spec = std::move(spec);
        catalog.add(entry);
    };
    ChillerSpec chiller = *catalog.find("test.chiller")->as<ChillerSpec>();
    chiller.condenser = CondenserMedium::Water;
    chiller.referenceCapacity = kilowatts(300.0);
    chiller.eirCurve = {0.6, 0.0, 0.0, 0.02, 0.0, 0.0};
    chiller.condenserRangeC = {10.0, 40.0};
    chiller.defaultSupply = celsius(16.0);
    add("test.wet-chiller", ItemKind::Chiller, chiller);
    TowerSpec tower;
    tower.water = litresPerSecond(8.0);
    tower.fan = kilowatts(4.0);
    tower.defaultSupply = celsius(20.0);
    add("test.tower", ItemKind::CoolingTower, tower);
    add("test.hx", ItemKind::HeatExchanger,
        ExchangerSpec{.hot = litresPerSecond(6.0), .cold = litresPerSecond(6.0)});
    DryCoolerSpec dry;
    dry.heat = kilowatts(120.0);
    dry.fan = kilowatts(5.0);
    dry.defaultSupply = celsius(18.0);
    add("test.dry", ItemKind::DryCooler, dry);
    return catalog;
}

ItemId place(Project& project, const char* key, const char* label, double xM) {
    Item item;
    item.hall = project.halls.begin()->id;
    for (const Hall& hall : project.halls)
        if (hall.kind == HallKind::Yard) item.hall = hall.id;
    item.catalogKey = key;
    item.label = label;
    item.position = {metres(xM), metres(8.0)};
    return project.items.add(item);
}

ItemId itemOf(const Project& project, const std::string& key) {
    for (const Item& item : project.items)
        if (item.catalogKey == key) return item.id;
    return {};
}

void swapKey(Project& project, ItemId id, const char* key) {
    Item item = *project.items.find(id);
    item.catalogKey = key;
    project.items.set(item);
}

/// Water-cooled chiller behind a plate exchanger, both on one tower.
Project aTowerProject(bool withExchanger = true) {
    Project project = aCompleteProject();
    const ItemId chiller = itemOf(project, "test.chiller");
    const ItemId pumps = itemOf(project, "test.pumps");
    swapKey(project, chiller, "test.wet-chiller");
    const ItemId tower = place(project, "test.tower", "CT1", 12.0);
    const ItemId condenser = place(project, "test.pumps", "P2", 16.0);
    project.coolingLinks.add({{}, tower, condenser});
    project.coolingLinks.add({{}, condenser, chiller});
    if (!withExchanger) return project;
    const ItemId exchanger = place(project, "test.hx", "HX1", 20.0);
    project.coolingLinks.add({{}, exchanger, pumps});
    project.coolingLinks.add({{}, condenser, exchanger});
    return project;
}

twin::TwinInput plantInput(Project project) {
    auto input = asInput(std::move(project));
    input.catalog = std::make_shared<const Catalog>(plantCatalog());
    return input;
}

twin::YearResult yearOf(const Project& project, const weather::WeatherYear& weather) {
    auto year = twin::evaluateYear(plantInput(project), weather);
    if (!year) FAIL(describe(year.error()));
    return *std::move(year);
}

}  // namespace

TEST_CASE("A tower plant closes the books of the whole project and knows its water") {
    const auto result = twin::evaluate(plantInput(aTowerProject()));
    REQUIRE(result);
    CHECK(result->books.heat < 1e-6);
    CHECK(result->books.power < 1e-9);
    REQUIRE(result->kpis.waterPerItKwh);
    CHECK(*result->kpis.waterPerItKwh > 0.5);
    CHECK(*result->kpis.waterPerItKwh < 4.0);
    const auto derived = std::find_if(result->derivations.begin(), result->derivations.end(),
                                      [](const auto& d) { return d.key == "wue_l_per_kwh"; });
    REQUIRE(derived != result->derivations.end());
    CHECK(derived->value == Approx(*result->kpis.waterPerItKwh));
    CHECK(result->mechanicalPower.at(itemOf(aTowerProject(), "test.tower")) > Power{});
}

TEST_CASE("Condensers that take the site's water leave the water use unknown") {
    Project project = aTowerProject();
    project.coolingLinks.eraseIf(
        [&](const CoolingLink& link) { return link.to == itemOf(project, "test.wet-chiller"); });
    const auto result = twin::evaluate(plantInput(project));
    REQUIRE(result);
    CHECK_FALSE(result->kpis.waterPerItKwh);
}

TEST_CASE("Every hour of a year with towers and an exchanger is the twin solved for that hour") {
    const Project project = aTowerProject();
    const auto weather = someWeather(12.0, 20.0);
    const auto year = yearOf(project, weather);
    CHECK(year.interpolationError < 2e-3);
    CHECK(year.residual < 1e-12);
    for (std::size_t hour = 0; hour < weather.hours.size(); hour += 61) {
        auto input = plantInput(project);
        input.conditions = *twin::conditionsAt(project, weather, hour);
        const auto exact = twin::evaluate(input);
        REQUIRE(exact);
        CAPTURE(hour, weather.hours[hour].dryBulb.in(celsius));
        CHECK(year.hours[hour].facility.si() ==
              Approx(exact->kpis.facilityPower.si()).epsilon(5e-3));
        CHECK(year.hours[hour].mode == exact->cooling.mode);
        CHECK(exact->books.heat < 1e-6);
    }
    CHECK(year.total.modes[static_cast<std::size_t>(LoopMode::Free)] > 0);
    CHECK(year.total.modes[static_cast<std::size_t>(LoopMode::Mechanical)] > 0);
    CHECK(*year.total.litresPerItKwh() > 0.5);
}

TEST_CASE("An economizer never raises a year's energy") {
    for (const double meanC : {2.0, 12.0, 26.0}) {
        const auto weather = someWeather(meanC, 15.0);
        const auto with = yearOf(aTowerProject(true), weather);
        const auto without = yearOf(aTowerProject(false), weather);
        CAPTURE(meanC);
        CHECK(with.total.facility.si() <= without.total.facility.si() * (1.0 + 1e-6));
    }
}

TEST_CASE("A dry cooler that cannot hold the set-point says when and by how much, and rooms warm") {
    Project project = aCompleteProject();
    swapKey(project, itemOf(project, "test.chiller"), "test.dry");
    const auto year = yearOf(project, someWeather(8.0, 16.0));
    CHECK(year.hoursWarm > 0);
    CHECK(year.hoursWarm < year.hours.size());
    const auto& worst = year.hours[year.worstWarmHour];
    CHECK(worst.warm > kelvins(1.0));
    CHECK(worst.dryBulb > celsius(12.0));
    CHECK(year.total.of(YearPart::Compressors) == Energy{});
    auto cool = plantInput(project);
    cool.conditions.outdoors = cooling::PlantOutdoors{{celsius(5.0), 0.004}, 1, 3};
    auto hot = cool;
    hot.conditions.outdoors->air.dryBulb = celsius(16.0);
    const auto atCool = twin::evaluate(cool);
    const auto atHot = twin::evaluate(hot);
    REQUIRE(atCool);
    REQUIRE(atHot);
    CHECK(hasIssue(*atHot, "cooling.warm-supply"));
    CHECK_FALSE(hasIssue(*atCool, "cooling.warm-supply"));
    CHECK(*atHot->kpis.maxInlet > *atCool->kpis.maxInlet);
    CHECK(atHot->books.heat < 1e-6);
}

TEST_CASE("A room that warm water leaves without an answer still says which loop is warm") {
    Project project = aCompleteProject();
    swapKey(project, itemOf(project, "test.chiller"), "test.dry");
    auto input = plantInput(project);
    input.conditions.outdoors = cooling::PlantOutdoors{{celsius(70.0), 0.004}, 7, 15};
    const auto result = twin::evaluate(input);
    REQUIRE(result);
    CHECK(result->rooms.empty());
    CHECK(hasIssue(*result, "thermal.unsolved"));
    CHECK(hasIssue(*result, "cooling.warm-supply"));
    CHECK(result->books.heat < 1e-6);
}

TEST_CASE("A year counts the warm hours of a loop whose rooms have no answer at its hottest") {
    Project project = aCompleteProject();
    swapKey(project, itemOf(project, "test.chiller"), "test.dry");
    const auto mild = yearOf(project, someWeather(8.0, 16.0));
    const auto desert = yearOf(project, someWeather(40.0, 30.0));
    CHECK(desert.hoursWarm > mild.hoursWarm);
    CHECK(desert.hours[desert.worstWarmHour].warm > mild.hours[mild.worstWarmHour].warm);
    CHECK(desert.hours[desert.worstWarmHour].rejected > mild.hours[0].rejected * 0.9);
}

TEST_CASE("Outside air in a hall saves compressors where the climate allows it") {
    Project closed = aCompleteProject();
    Project open = closed;
    Hall hall = *open.halls.begin();
    hall.outsideAir = OutsideAir::Economizer;
    open.halls.set(hall);
    const auto cool = someWeather(8.0, 12.0);
    const auto shut = yearOf(closed, cool);
    const auto aired = yearOf(open, cool);
    CHECK(aired.total.of(YearPart::Compressors).si() <
          0.5 * shut.total.of(YearPart::Compressors).si());
    CHECK(aired.total.facility < shut.total.facility);
    const auto result = twin::evaluate(plantInput(open));
    REQUIRE(result);
    CHECK(result->books.heat < 1e-6);
}
