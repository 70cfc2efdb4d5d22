// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/sequence.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

#include <algorithm>
#include <limits>

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;
using Kind = Incident::Kind;
using What = SequenceEvent::What;

namespace {

Sequence follow(const ChainInput& input, const std::vector<Incident>& incidents,
                const SequenceSettings& settings = {}) {
    auto sequence = followFailure(input, incidents, settings);
    if (!sequence) FAIL(describe(sequence.error()));
    return *std::move(sequence);
}

/// Seconds at which this befalls the item for the n-th time; −1 where it never does.
double timeOf(const Sequence& sequence, What what, std::int64_t id, int nth = 1) {
    for (const SequenceEvent& event : sequence.events)
        if (event.what == what && event.item == ItemId{id} && --nth == 0)
            return event.at.in(seconds);
    return -1.0;
}

const SequenceSample& sampleAt(const Sequence& sequence, double atS) {
    const SequenceSample* found = nullptr;
    for (const SequenceSample& sample : sequence.samples)
        if (sample.at.in(seconds) <= atS + 1e-9) found = &sample;
    REQUIRE(found != nullptr);
    return *found;
}

/// The utility is lost at 0 and back at this time.
std::vector<Incident> outage(double lengthS) {
    return {{{1}, {}}, {{1}, seconds(lengthS), Kind::Returns}};
}

/// Two feeds, 1 preferred, on switch 3 with a break of 8 ms, to load 10.
ChainBuilder twoFeeds(bool isStatic) {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 100.0)
        .element(2, ItemKind::UtilityFeed, 100.0)
        .element(3, ItemKind::TransferSwitch, 100.0)
        .load(10, 60.0)
        .link(1, 3, Feed::A)
        .link(2, 3, Feed::B)
        .link(3, 10);
    return chain.tune(3, [isStatic](Element& transfer) {
        transfer.transfer = TransferSpec{seconds(0.008), isStatic};
    });
}

/// UPS 4 of 100 kW in modules, between feed 1 and load 10.
ChainBuilder modular(double loadKw, int modules, int redundant) {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(4, ItemKind::Ups, 100.0, 0.01, 0.03)
        .load(10, loadKw)
        .link(1, 4)
        .link(4, 10);
    return chain.tune(4, [=](Element& ups) {
        ups.modules = modules;
        ups.redundantModules = redundant;
    });
}

}  // namespace

TEST_CASE("A switch returns to its preferred side after the delay, a static one quickly") {
    const auto [isStatic, returnsS] =
        GENERATE(table<bool, double>({{false, 400.0}, {true, 103.0}}));
    const Sequence sequence = follow(twoFeeds(isStatic).build(), outage(100.0));
    CHECK(timeOf(sequence, What::Transferred, 3) == Approx(0.008));
    CHECK(timeOf(sequence, What::Retransferred, 3) == Approx(returnsS + 0.008));
    const double between = returnsS - 0.5;
    CHECK(sampleAt(sequence, between).elements[1].output.in(kilowatts) == Approx(60.0));
    CHECK(sequence.end.element({1})->output.in(kilowatts) == Approx(60.0));
    CHECK(sequence.end.element({2})->output == Power{});
}

TEST_CASE("A preferred side that dies again before the delay is over starts the delay anew") {
    std::vector<Incident> incidents = outage(100.0);
    incidents.push_back({{1}, seconds(200.0)});
    incidents.push_back({{1}, seconds(250.0), Kind::Returns});
    const Sequence sequence = follow(twoFeeds(false).build(), incidents);
    CHECK(timeOf(sequence, What::Retransferred, 3) == Approx(550.008));
    CHECK(timeOf(sequence, What::Retransferred, 3, 2) == -1.0);
}

TEST_CASE("A switch does not wait for its delay where its own side dies") {
    std::vector<Incident> incidents = outage(100.0);
    incidents.push_back({{2}, seconds(150.0)});
    const Sequence sequence = follow(twoFeeds(false).build(), incidents);
    CHECK(timeOf(sequence, What::Transferred, 3, 2) == Approx(150.008));
    CHECK(sequence.darkLoads.empty());
}

TEST_CASE("A generator cools down unloaded, and takes load at once when it is wanted again") {
    std::vector<Incident> incidents = outage(60.0);
    incidents.push_back({{1}, seconds(500.0)});
    const Sequence sequence = follow(backedUp(60.0, 0.0, 30.0).build(), incidents);
    CHECK(timeOf(sequence, What::CoolingDown, 2) == Approx(360.0));
    CHECK(sampleAt(sequence, 400.0).elements[1].output == Power{});
    CHECK(timeOf(sequence, What::Running, 2, 2) == Approx(500.0));  // no start time
    CHECK(timeOf(sequence, What::Starting, 2, 2) == -1.0);
    CHECK(timeOf(sequence, What::Stopped, 2) == -1.0);
    CHECK(sequence.end.element({2})->output.in(kilowatts) == Approx(60.0));
}

TEST_CASE("A dip shorter than the start of the generator calls it off") {
    const Sequence sequence = follow(backedUp(60.0, 0.0, 10.0).build(), outage(2.0));
    CHECK(timeOf(sequence, What::Starting, 2) == 0.0);
    CHECK(timeOf(sequence, What::Stopped, 2) == Approx(2.0));
    CHECK(timeOf(sequence, What::Running, 2) == -1.0);
    CHECK(timeOf(sequence, What::Transferred, 3) == -1.0);
    CHECK(timeOf(sequence, What::Dark, 10) == -1.0);
}

TEST_CASE("A generator that will not start cranks three times, and the battery runs out") {
    std::vector<Incident> incidents{{{2}, {}, Kind::FailsToStart}, {{1}, {}}};
    const ChainInput chain = backedUp(60.0, 0.0, 10.0).build();
    const Sequence sequence = follow(chain, incidents);
    CHECK(timeOf(sequence, What::Starting, 2) == 0.0);
    CHECK(timeOf(sequence, What::StartFailed, 2) == Approx(75.0));  // 3 · 15 s and 2 · 15 s between
    CHECK(timeOf(sequence, What::Running, 2) == -1.0);
    CHECK(timeOf(sequence, What::Dark, 10) == Approx(1000.0));
    // Repaired meanwhile it starts as always.
    incidents.push_back({{2}, seconds(200.0), Kind::Returns});
    const Sequence repaired = follow(chain, incidents);
    CHECK(timeOf(repaired, What::Running, 2) == Approx(210.0));
    CHECK(repaired.darkLoads.empty());
}

TEST_CASE("Only a generator can be asked not to start, and only at a time") {
    const ChainInput chain = backedUp(60.0, 0.0, 10.0).build();
    const auto refused = [&](const Incident& one) {
        const auto outcome = followFailure(chain, std::vector{one});
        REQUIRE_FALSE(outcome);
        return outcome.error().code;
    };
    CHECK(refused({{4}, {}, Kind::FailsToStart}) == ErrorCode::InvalidArgument);
    CHECK(refused({{1}, seconds(-1.0)}) == ErrorCode::InvalidArgument);
    CHECK(refused({{1}, seconds(std::numeric_limits<double>::quiet_NaN())}) ==
          ErrorCode::InvalidArgument);
    CHECK(refused({{10}, {}, Kind::LosesModule}) == ErrorCode::NotFound);
}

TEST_CASE("A battery is charged by a tenth of its UPS once the mains are back, until it is full") {
    // 60 kW for 120 s out of 100 kW · 600 s; the charger stores 10 kW · 0.8.
    ChainBuilder chain = backedUp(60.0, 0.0, 10.0);
    chain.tune(2, [](Element& generator) { generator.kind = ItemKind::Pdu; });
    chain.tune(4, [](Element& ups) { ups.battery->dischargeEfficiency = 0.8; });
    const Sequence sequence = follow(chain.build(), outage(120.0));
    const double usedShare = 60.0 * 120.0 / (100.0 * 600.0 * 0.8);
    const double backS = 120.0;  // the switch never left A
    CHECK(timeOf(sequence, What::Charging, 4) == Approx(backS));
    const double fillS = usedShare * 100.0 * 600.0 / (10.0 * 0.8);
    CHECK(timeOf(sequence, What::Charged, 4) == Approx(backS + fillS));
    const SequenceSample& during = sampleAt(sequence, 200.0);
    CHECK(during.elements[0].output.in(kilowatts) == Approx(70.0));
    CHECK(during.sourceInput.in(kilowatts) == Approx(70.0));
    CHECK(sequence.samples.back().elements[3].charge == 1.0);
    CHECK(sequence.end.element({1})->output.in(kilowatts) == Approx(60.0));
}

TEST_CASE("What a charger draws is stored or lost, and the books close while it does") {
    SequenceSettings settings;
    settings.horizon = seconds(300.0);
    ChainBuilder chain = backedUp(60.0, 0.0, 10.0);
    chain.tune(2, [](Element& generator) { generator.kind = ItemKind::Pdu; });
    chain.tune(4, [](Element& ups) { ups.battery->dischargeEfficiency = 0.8; });
    const Sequence sequence = follow(chain.build(), outage(120.0), settings);
    CHECK(sequence.end.stored.in(kilowatts) == Approx(8.0));
    CHECK(sequence.end.losses.in(kilowatts) == Approx(2.0));
    CHECK(sequence.end.element({4})->toBattery.in(kilowatts) == Approx(8.0));
    CHECK(sequence.end.element({4})->loading == Approx(0.6));  // chargers do not load its output
    CHECK(sequence.end.relativeResidual < 1e-12);
}

TEST_CASE("A battery's own charger counts, shared by what it hangs on, and not beside a UPS") {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 1000.0)
        .element(4, ItemKind::Ups, 100.0)
        .element(5, ItemKind::Pdu, 100.0)
        .element(9, ItemKind::Battery, 100.0)
        .load(10, 60.0)
        .link(1, 4)
        .link(4, 10)
        .link(1, 5)
        .link(9, 4)
        .link(9, 5);
    chain.tune(9, [](Element& battery) {
        battery.battery = BatterySpec{kilowattHours(10.0), 1.0, 1.0, 1.0, kilowatts(6.0)};
    });
    SequenceSettings settings;
    settings.horizon = seconds(100.0);
    const Sequence sequence = follow(chain.build(), outage(60.0), settings);
    CHECK(sequence.end.element({4})->toBattery.in(kilowatts) == Approx(3.0));
    CHECK(sequence.end.element({5})->toBattery.in(kilowatts) == Approx(3.0));
    // Without its own, the UPS charges it; the PDU cannot.
    chain.tune(9, [](Element& battery) { battery.battery->charge = Power{}; });
    const Sequence byUps = follow(chain.build(), outage(60.0), settings);
    CHECK(byUps.end.element({4})->toBattery.in(kilowatts) == Approx(10.0));
    CHECK(byUps.end.element({5})->toBattery == Power{});
}

TEST_CASE("An empty battery that was charged again gives again") {
    ChainBuilder chain = backedUp(60.0, 0.0, 1.0);  // 100 s
    chain.tune(2, [](Element& generator) { generator.kind = ItemKind::Pdu; });
    std::vector<Incident> incidents = outage(200.0);
    incidents.push_back({{1}, seconds(800.0)});
    const Sequence sequence = follow(chain.build(), incidents);
    CHECK(timeOf(sequence, What::BatteryEmpty, 4) == Approx(100.0));
    CHECK(timeOf(sequence, What::Charged, 4) == Approx(800.0));  // 6,000 kJ by 10 kW
    CHECK(timeOf(sequence, What::OnBattery, 4, 2) == Approx(800.0));
    CHECK(timeOf(sequence, What::BatteryEmpty, 4, 2) == Approx(900.0));
}

TEST_CASE("Chargers rest while a generator carries the load, unless told otherwise") {
    SequenceSettings settings;
    const ChainInput chain = backedUp(60.0, 0.0, 10.0).build();
    const std::vector<Incident> lost{{{1}, {}}};
    CHECK(timeOf(follow(chain, lost, settings), What::Charging, 4) == -1.0);
    settings.chargeOn = ChargeOn::Generators;
    const Sequence sequence = follow(chain, lost, settings);
    CHECK(timeOf(sequence, What::Charging, 4) == Approx(10.5));
    CHECK(sampleAt(sequence, 12.0).elements[1].output.in(kilowatts) == Approx(70.0));
}

TEST_CASE("A redundant module may go without a trace, one more takes its share of the rating") {
    const ChainInput chain = modular(80.0, 6, 1).build();
    const Sequence one = follow(chain, {{{4}, {}, Kind::LosesModule}});
    CHECK(one.end.element({4})->loading == Approx(0.8));
    CHECK(one.darkLoads.empty());
    REQUIRE(one.events.size() == 1);
    CHECK(one.events[0].what == What::ModuleLost);
    CHECK(one.events[0].loading == Approx(1.0));
    // Two of six: four fifths of the rating carry 80 of 80 kW.
    const Sequence two =
        follow(chain, {{{4}, {}, Kind::LosesModule}, {{4}, {}, Kind::LosesModule}});
    CHECK(two.end.element({4})->loading == Approx(1.0));
    CHECK(two.end.element({4})->headroom.in(kilowatts) == Approx(0.0).margin(1e-9));
    // Fewer modules idle, and each carries more: 100 · (0.01 · 4/6 + 0.03 · 0.64 · 6/4).
    CHECK(two.end.element({4})->loss.in(kilowatts) ==
          Approx(100.0 * (0.01 * 4.0 / 6.0 + 0.03 * 0.64 * 1.5)));
}

TEST_CASE("Without a redundant module the rest is overloaded and trips by its law") {
    // 90 kW on three quarters of 100 kW: 120 %, 80 / ((1.2 / 1.05)² − 1) = 261.33 s.
    const Sequence sequence = follow(modular(90.0, 4, 0).build(), {{{4}, {}, Kind::LosesModule}});
    CHECK(timeOf(sequence, What::Tripped, 4) == Approx(261.333).epsilon(1e-5));
    CHECK(timeOf(sequence, What::Dark, 10) == Approx(261.333).epsilon(1e-5));
    const Sequence inTime =
        follow(modular(90.0, 4, 0).build(),
               {{{4}, {}, Kind::LosesModule}, {{4}, seconds(100.0), Kind::ReturnsModule}});
    CHECK_FALSE(inTime.trips());
    CHECK(timeOf(inTime, What::ModuleBack, 4) == Approx(100.0));
    CHECK(inTime.end.element({4})->loading == Approx(0.9));
}

TEST_CASE("With its last module an element fails, and with the first one it is back") {
    std::vector<Incident> incidents{{{4}, {}, Kind::LosesModule}, {{4}, {}, Kind::LosesModule}};
    const Sequence lost = follow(modular(30.0, 2, 0).build(), incidents);
    CHECK(timeOf(lost, What::Failed, 4) == 0.0);
    CHECK(lost.darkLoads == std::vector<ItemId>{{10}});
    incidents.push_back({{4}, seconds(50.0), Kind::ReturnsModule});
    const Sequence back = follow(modular(30.0, 2, 0).build(), incidents);
    CHECK(back.darkLoads.empty());
    CHECK(back.end.element({4})->loading == Approx(0.6));
    CHECK(back.gone.empty());
    // One that has no modules is one.
    const Sequence whole = follow(modular(30.0, 1, 0).build(), {{{4}, {}, Kind::LosesModule}});
    CHECK(whole.darkLoads.size() == 1);
}
