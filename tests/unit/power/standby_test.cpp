// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/contingency.h"
#include "model/power/sequence.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

#include <algorithm>
#include <cmath>

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;
using What = SequenceEvent::What;

namespace {

/// Seconds at which this first befalls the item; −1 where it never does.
double timeOf(const Sequence& sequence, What what, std::int64_t id) {
    const auto at =
        std::find_if(sequence.events.begin(), sequence.events.end(), [&](const auto& event) {
            return event.what == what && event.item == ItemId{id};
        });
    return at == sequence.events.end() ? -1.0 : at->at.in(seconds);
}

Sequence lose(const ChainInput& input, std::int64_t id, const SequenceSettings& settings = {}) {
    const auto sequence = followFailure(input, std::vector<ItemId>{{id}}, settings);
    REQUIRE(sequence);
    return *sequence;
}

/// The last sample at or before a time.
const SequenceSample& sampleAt(const Sequence& sequence, double atS) {
    const SequenceSample* found = nullptr;
    for (const SequenceSample& sample : sequence.samples)
        if (sample.at.in(seconds) <= atS + 1e-9) found = &sample;
    REQUIRE(found != nullptr);
    return *found;
}

}  // namespace

TEST_CASE("Without a generator the rack goes dark when the battery of its UPS is empty") {
    ChainBuilder chain = backedUp(60.0, 0.0, 10.0);
    chain.tune(2, [](Element& generator) { generator.kind = ItemKind::Pdu; });
    const Sequence sequence = lose(chain.build(), 1);
    CHECK(timeOf(sequence, What::OnBattery, 4) == 0.0);
    // 10 min at 100 kW are 1000 s at 60 kW.
    CHECK(timeOf(sequence, What::BatteryEmpty, 4) == Approx(1000.0));
    CHECK(timeOf(sequence, What::Dark, 10) == Approx(1000.0));
    REQUIRE(sequence.outages.size() == 2);  // the chiller from the start, then the rack
    CHECK(sequence.outages[1].load == ItemId{10});
    CHECK(sequence.outages[1].cause == ItemId{4});
    CHECK(sampleAt(sequence, 999.0).elements[3].fromBattery.in(kilowatts) == Approx(60.0));
    CHECK(sequence.samples.back().elements[3].charge == 0.0);
}

TEST_CASE("A battery beside the UPS runs down by its own law, whatever the load does") {
    ChainBuilder chain = singlePath(60.0);
    chain.element(9, ItemKind::Battery, 100.0).link(9, 3).tune(9, [](Element& battery) {
        battery.battery = BatterySpec{kilowattHours(20.0), 0.9, 0.95, 1.15, {}};
    });
    const Sequence sequence = lose(chain.build(), 1);
    const auto whole = solveChain(chain.build());
    const Power drawn = whole->element({3})->input;  // the UPS and what hangs below it
    const double hoursLeft =
        20.0 * 0.9 * 0.95 / drawn.in(kilowatts)*std::pow(100.0 / drawn.in(kilowatts), 0.15);
    CHECK(timeOf(sequence, What::BatteryEmpty, 9) == Approx(3600.0 * hoursLeft).epsilon(1e-9));
    CHECK(timeOf(sequence, What::Dark, 10) == Approx(3600.0 * hoursLeft).epsilon(1e-9));
}

TEST_CASE(
    "Loss of the utility: UPS on battery, generator, transfer, chiller again, in this order") {
    SequenceSettings settings;
    settings.restart[{11}] = seconds(60.0);
    const Sequence sequence = lose(backedUp(60.0, 20.0, 10.0).build(), 1, settings);
    CHECK(timeOf(sequence, What::OnBattery, 4) == 0.0);
    CHECK(timeOf(sequence, What::Starting, 2) == 0.0);
    CHECK(timeOf(sequence, What::Running, 2) == Approx(10.0));
    CHECK(timeOf(sequence, What::Transferred, 3) == Approx(10.5));
    CHECK(timeOf(sequence, What::OffBattery, 4) == Approx(10.5));
    CHECK(timeOf(sequence, What::Dark, 11) == 0.0);
    CHECK(timeOf(sequence, What::Back, 11) == Approx(70.5));
    CHECK(timeOf(sequence, What::Dark, 10) == -1.0);  // the rack never notices
    CHECK(sequence.darkLoads.empty());
    CHECK(sampleAt(sequence, 11.0).elements[1].output.in(kilowatts) == Approx(60.0));
    CHECK(sampleAt(sequence, 71.0).elements[1].output.in(kilowatts) == Approx(80.0));
    // 60 kW for 10.5 s out of 10 min at 100 kW.
    CHECK(sequence.samples.back().elements[3].charge == Approx(1.0 - 60.0 * 10.5 / 60000.0));
}

TEST_CASE("When the utility is back the switch returns to it and the generator rests") {
    const std::vector<Incident> incidents{{{1}, {}},
                                          {{1}, seconds(300.0), Incident::Kind::Returns}};
    const auto sequence = followFailure(backedUp(60.0, 0.0, 10.0).build(), incidents);
    REQUIRE(sequence);
    CHECK(timeOf(*sequence, What::Returned, 1) == 300.0);
    // Five minutes until the switch trusts the mains, five until the generator is cool.
    CHECK(timeOf(*sequence, What::CoolingDown, 2) == Approx(600.0));
    CHECK(timeOf(*sequence, What::Retransferred, 3) == Approx(600.5));
    CHECK(timeOf(*sequence, What::Stopped, 2) == Approx(900.0));
    CHECK(sequence->end.element({1})->output.in(kilowatts) == Approx(60.0));
    CHECK_FALSE(sequence->end.element({2})->energised);
    CHECK(timeOf(*sequence, What::Dark, 10) == -1.0);
    CHECK(sequence->gone.empty());
}

TEST_CASE("A short gap of a static switch passes unseen, a long one restarts the rack") {
    const auto [breakMs, outages] = GENERATE(table<double, std::size_t>({{8.0, 0}, {500.0, 1}}));
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 100.0)
        .element(2, ItemKind::UtilityFeed, 100.0)
        .element(3, ItemKind::TransferSwitch, 100.0)
        .load(10, 60.0)
        .link(1, 3, Feed::A)
        .link(2, 3, Feed::B)
        .link(3, 10);
    chain.tune(3, [ms = breakMs](Element& transfer) {
        transfer.transfer = TransferSpec{seconds(0.001 * ms), true};
    });
    const Sequence sequence = lose(chain.build(), 1);
    CHECK(timeOf(sequence, What::Transferred, 3) == Approx(0.001 * breakMs));
    CHECK(sequence.outages.size() == outages);
    CHECK(sequence.darkLoads.empty());
    const auto sweep = sweepFailures(chain.build());
    CHECK(sweep->front().survives() == (outages == 0));
}

TEST_CASE("A generator takes its load in steps, and batteries carry the rest meanwhile") {
    // 200 kW in steps of 20 %: 40 kW at 10 s, 80 kW from 15 s on. The UPS wants 60 kW.
    ChainBuilder chain = backedUp(60.0, 0.0, 10.0);
    chain.tune(2, [](Element& generator) { generator.generator->acceptedStep = 0.2; });
    const Sequence sequence = lose(chain.build(), 1);
    const SequenceSample& first = sampleAt(sequence, 12.0);
    CHECK(first.elements[1].output.in(kilowatts) == Approx(40.0));
    CHECK(first.elements[3].fromBattery.in(kilowatts) == Approx(20.0));
    CHECK(timeOf(sequence, What::StepTaken, 2) == Approx(15.0));
    CHECK(timeOf(sequence, What::OffBattery, 4) == Approx(15.0));
    CHECK(sampleAt(sequence, 15.0).elements[1].output.in(kilowatts) == Approx(60.0));
    CHECK(timeOf(sequence, What::Overstepped, 2) == -1.0);
}

TEST_CASE("A first step that no battery can soften is told") {
    // The chiller wants 90 kW at once; the generator accepts 40 kW.
    ChainBuilder chain = backedUp(10.0, 90.0, 10.0);
    chain.tune(2, [](Element& generator) { generator.generator->acceptedStep = 0.2; });
    const Sequence sequence = lose(chain.build(), 1);
    const auto told =
        std::find_if(sequence.events.begin(), sequence.events.end(),
                     [](const auto& event) { return event.what == What::Overstepped; });
    REQUIRE(told != sequence.events.end());
    CHECK(told->loading == Approx(90.0 / 40.0));
}

TEST_CASE("A generator runs until its tank is empty, then the battery, then nothing") {
    ChainBuilder chain = backedUp(60.0, 0.0, 10.0);
    chain.tune(2, [](Element& generator) {
        generator.generator->fuel = kilowattHours(60.0);  // one hour of it
    });
    const Sequence sequence = lose(chain.build(), 1);
    CHECK(timeOf(sequence, What::FuelEmpty, 2) == Approx(10.5 + 3600.0));
    // 10.5 s of the battery are used already.
    CHECK(timeOf(sequence, What::BatteryEmpty, 4) == Approx(10.5 + 3600.0 + 1000.0 - 10.5));
    CHECK(timeOf(sequence, What::Dark, 10) == Approx(4600.0));
}

TEST_CASE("A generator is not called for what it cannot reach") {
    // The UPS itself fails: the rack is lost, and no generator can help.
    const Sequence sequence = lose(backedUp(60.0, 20.0, 10.0).build(), 4);
    CHECK(timeOf(sequence, What::Starting, 2) == -1.0);
    CHECK(timeOf(sequence, What::Dark, 10) == 0.0);
    CHECK(sequence.end.load({11})->supplied.in(kilowatts) == Approx(20.0));
}

TEST_CASE("A generator that is too small trips, and the rack goes dark when the battery is empty") {
    ChainBuilder chain = backedUp(60.0, 0.0, 10.0);
    chain.tune(2, [](Element& generator) { generator.rating = kilowatts(40.0); });
    const Sequence sequence = lose(chain.build(), 1);
    // 150 %: 76.86 s after the transfer.
    CHECK(timeOf(sequence, What::Tripped, 2) == Approx(10.5 + 76.8627).epsilon(1e-5));
    CHECK(timeOf(sequence, What::Dark, 10) == Approx(1000.0 + 76.8627).epsilon(1e-5));
}

TEST_CASE("A breaker that the shifted load overloads trips its cord") {
    // Two PDUs of 400 V share 60 kW; one cord alone carries 86.6 A on a breaker of 63 A.
    ChainBuilder chain;
    for (const std::int64_t n : {1, 2}) {
        Link cord{{10 + n}, {100}, n == 1 ? Feed::A : Feed::B};
        cord.breaker = amperes(63.0);
        cord.id = PowerLinkId{n};
        chain.element(n, ItemKind::UtilityFeed, 500.0)
            .element(10 + n, ItemKind::Pdu, 100.0)
            .link(n, 10 + n)
            .cord(cord);
        chain.tune(10 + n, [](Element& pdu) { pdu.outputVoltage = volts(400.0); });
    }
    chain.load(100, 60.0);
    const Sequence sequence = lose(chain.build(), 1);
    const auto trip = std::find_if(sequence.events.begin(), sequence.events.end(),
                                   [](const auto& event) { return event.what == What::Tripped; });
    REQUIRE(trip != sequence.events.end());
    CHECK(trip->link == PowerLinkId{2});
    CHECK(trip->item == ItemId{100});
    CHECK(trip->loading == Approx(86.6025 / 63.0).epsilon(1e-5));
    CHECK(sequence.darkLoads == std::vector<ItemId>{{100}});
}

TEST_CASE("Of two losses at once each load is told its own") {
    ChainBuilder chain = twoPaths(40.0);
    chain.load(21, 10.0).link(3, 21).load(22, 10.0).link(13, 22);
    const auto sequence = followFailure(chain.build(), std::vector<ItemId>{{1}, {11}});
    REQUIRE(sequence);
    for (const Outage& outage : sequence->outages) {
        if (outage.load == ItemId{21}) CHECK(outage.cause == ItemId{1});
        if (outage.load == ItemId{22}) CHECK(outage.cause == ItemId{11});
    }
    CHECK(sequence->outages.size() == 3);
}
