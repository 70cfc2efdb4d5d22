// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/twin/twin_case.h"

using namespace halltwin;
using namespace halltwin::tests;

namespace {

Power coilHeatOf(const twin::TwinResult& result) {
    return result.cooling.coilHeat + result.cooling.directHeat;
}

/// Agreement to a hundred-millionth, which is what the coupling asks of a hall's load.
Approx near(Power power) {
    return Approx(power.in(watts)).margin(1e-3).epsilon(1e-8);
}

}  // namespace

TEST_CASE("All books of a complete project close") {
    const auto result = evaluated(aCompleteProject());
    CHECK(result.books.airHeat <= 1e-6);
    CHECK(result.books.airMass <= 1e-6);
    CHECK(result.books.power <= 1e-9);
    CHECK(result.books.heat <= 1e-6);
    CHECK(result.books.cost <= 1e-12);
    CHECK(result.books.carbon <= 1e-12);
    CHECK(result.books.worst() > 0.0);
}

TEST_CASE("PUE is the sum of real draws over the racks' power") {
    const auto result = evaluated(aCompleteProject());
    Power parts = result.kpis.itPower;
    for (const auto& [id, power] : result.mechanicalPower)
        parts += power;
    for (const auto& element : result.power.elements)
        parts += element.loss;
    CHECK(result.kpis.itPower.in(watts) == near(warmedUp(result, kilowatts(10.0))));
    CHECK(result.kpis.facilityPower.in(watts) == near(parts));
    REQUIRE(result.kpis.pue);
    CHECK(*result.kpis.pue == Approx(result.kpis.facilityPower / result.kpis.itPower));
    CHECK(*result.kpis.pue > 1.0);
}

TEST_CASE("Coils take the racks' heat and the fans' heat") {
    const auto result = evaluated(aCompleteProject());
    const Power expected = result.kpis.itPower + kilowatts(3 * 6.0);
    CHECK(expected > kilowatts(78.0) - watts(1.0));
    CHECK(coilHeatOf(result).in(watts) == near(expected));
}

TEST_CASE("The loss of a PDU is cooled where the PDU stands") {
    Project project = aCompleteProject();
    const auto outside = evaluated(project);
    const Power before = coilHeatOf(outside) - outside.kpis.itPower;
    const HallId hall = project.halls.begin()->id;
    moveToHall(project, "PDU A", hall, {metres(20.0), metres(15.0)});
    const auto result = evaluated(project);
    const auto* pdu = result.power.element(itemLabelled(project, "PDU A"));
    REQUIRE(pdu != nullptr);
    CHECK(pdu->loss > watts(100.0));
    CHECK((coilHeatOf(result) - result.kpis.itPower - before).in(watts) == near(pdu->loss));
    CHECK(result.books.heat <= 1e-6);
}

TEST_CASE("A fan at half speed draws an eighth") {
    Project project = aCompleteProject();
    const ItemId id = itemLabelled(project, "C1");
    Item cooler = *project.items.find(id);
    cooler.fanSpeed = 0.5;
    project.items.set(cooler);
    const auto result = evaluated(project);
    CHECK(result.mechanicalPower.at(id).in(kilowatts) == Approx(6.0 / 8.0));
}

TEST_CASE("A CRAC pays for its own compressor and rejects its heat outdoors") {
    Project project = aProject().withRacks(4).withCoolers(2, "test.crac").withPower();
    const auto result = evaluated(project);
    REQUIRE(result.cooling.direct.size() == 2);
    CHECK(result.cooling.compressorPower > kilowatts(5.0));
    CHECK(result.books.heat <= 1e-6);
    const Power drawn = result.mechanicalPower.at(itemLabelled(project, "C1"));
    CHECK(drawn.in(watts) == near(kilowatts(6.0) + result.cooling.direct.front().power));
}

TEST_CASE("A scenario replaces utilisation, tariff and outdoor temperature") {
    Project project = aCompleteProject();
    Scenario half{{}, "Half", 0.5, celsius(40.0), dollarsPerKilowattHour(0.20)};
    const ScenarioId id = project.scenarios.add(half);
    const auto base = evaluated(project);
    const auto other = evaluated(project, id);
    CHECK(other.kpis.itPower.in(watts) == near(warmedUp(other, kilowatts(2.0 + 8.0 * 0.5))));
    CHECK(other.kpis.itPower < base.kpis.itPower);
    const auto energy = economics::OperationCategory::Energy;
    const double perKilowatt =
        other.operation.of(energy).in(dollars) / other.kpis.facilityPower.in(kilowatts);
    CHECK(perKilowatt == Approx(0.20 * 8760.0).epsilon(1e-6));
    CHECK(base.operation.of(energy).in(dollars) / base.kpis.facilityPower.in(kilowatts) ==
          Approx(0.10 * 8760.0).epsilon(1e-6));
}

TEST_CASE("Less utilisation never raises power, cost or carbon") {
    Project project = aCompleteProject();
    std::optional<twin::Kpis> above;
    for (const double utilisation : {1.0, 0.7, 0.4, 0.0}) {
        project.economics.defaultUtilisation = utilisation;
        const twin::Kpis kpis = evaluated(project).kpis;
        if (above) {
            CHECK(kpis.facilityPower < above->facilityPower);
            CHECK(kpis.operatingCost < above->operatingCost);
            CHECK(kpis.carbon < above->carbon);
        }
        above = kpis;
    }
}

TEST_CASE("Server fans draw more from 27 to 35 °C of intake, and no more beyond") {
    CHECK(twin::powerFactorAt(celsius(18.0)) == 1.0);
    CHECK(twin::powerFactorAt(celsius(27.0)) == 1.0);
    CHECK(twin::powerFactorAt(celsius(31.0)) == Approx(1.0 + 0.06 * (1.15 * 1.15 * 1.15 - 1.0)));
    CHECK(twin::powerFactorAt(celsius(35.0)) == Approx(1.0 + 0.06 * (1.3 * 1.3 * 1.3 - 1.0)));
    CHECK(twin::powerFactorAt(celsius(60.0)) == twin::powerFactorAt(celsius(35.0)));
}

TEST_CASE("Warm supply air raises IT power by what the racks' own intakes say") {
    Project project = aCompleteProject();
    const auto cool = evaluated(project);
    for (const char* label : {"C1", "C2", "C3"}) {
        Item cooler = *project.items.find(itemLabelled(project, label));
        cooler.supplyTemperature = celsius(30.0);
        project.items.set(cooler);
    }
    const auto warm = evaluated(project);
    CHECK(warm.kpis.itPower.in(watts) == near(warmedUp(warm, kilowatts(10.0))));
    CHECK(warm.kpis.itPower > cool.kpis.itPower);
    CHECK(warm.books.heat <= 1e-6);
}
