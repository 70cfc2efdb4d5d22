// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/events.h"
#include "tests/support/catch.h"
#include "tests/unit/power/chain_builder.h"

#include <set>

using namespace halltwin;
using namespace halltwin::power;
using namespace halltwin::power::test;
using Kind = Incident::Kind;

namespace {

/// Feeds 1 and 2, a generator 3 and a UPS of five modules behind each, PDU 21 to 20 + pdus below
/// in turn, and loads with a cord to one PDU of either side.
ChainBuilder plant(std::int64_t pdus) {
    ChainBuilder chain;
    chain.element(1, ItemKind::UtilityFeed, 9000.0)
        .element(2, ItemKind::UtilityFeed, 9000.0)
        .element(3, ItemKind::Generator, 5000.0)
        .element(4, ItemKind::TransferSwitch, 9000.0)
        .element(11, ItemKind::Ups, 4000.0)
        .element(12, ItemKind::Ups, 4000.0)
        .link(1, 4, Feed::A)
        .link(3, 4, Feed::B)
        .link(4, 11)
        .link(2, 12);
    for (const std::int64_t ups : {11, 12})
        chain.tune(ups, [](Element& element) { element.modules = 5; });
    for (std::int64_t n = 0; n < pdus; ++n)
        chain.element(100 + n, ItemKind::Pdu, 100.0).link(n % 2 == 0 ? 11 : 12, 100 + n);
    for (std::int64_t n = 0; n + 1 < pdus; n += 2)
        chain.load(1000 + n, 20.0)
            .link(100 + n, 1000 + n, Feed::A)
            .link(101 + n, 1000 + n, Feed::B);
    return chain;
}

/// All elements of a chain in a plant room but the loads' PDUs, which stand in the hall.
Project housed(const ChainInput& chain) {
    Project project;
    Hall room;
    room.id = HallId{1};
    room.name = "Plant room";
    room.kind = HallKind::PlantRoom;
    Hall hall;
    hall.id = HallId{2};
    hall.name = "Hall";
    project.halls.set(room);
    project.halls.set(hall);
    for (const Element& element : chain.elements) {
        Item item;
        item.id = element.id;
        item.label = element.name;
        item.hall = element.kind == ItemKind::Pdu ? hall.id : room.id;
        project.items.set(item);
    }
    return project;
}

std::vector<NamedEvent> eventsOf(const ChainBuilder& chain) {
    return power::eventsOf(chain.build(), housed(chain.build()), {});
}

const NamedEvent& eventOf(const std::vector<NamedEvent>& events, const std::string& key) {
    for (const NamedEvent& event : events)
        if (event.key == key) return event;
    FAIL("no event " << key);
    return events.front();
}

std::set<std::int64_t> itemsOf(const NamedEvent& event, Kind kind) {
    std::set<std::int64_t> items;
    for (const Incident& one : event.incidents)
        if (one.kind == kind) items.insert(one.item.value);
    return items;
}

}  // namespace

TEST_CASE("Every named event can be followed, and has a key, a name and a sentence of its own") {
    const ChainBuilder chain = plant(8);
    const auto events = eventsOf(chain);
    std::set<std::string> keys;
    for (const NamedEvent& event : events) {
        INFO(event.key);
        CHECK(keys.insert(event.key).second);
        CHECK_FALSE(event.name.empty());
        CHECK(event.description.back() == '.');
        CHECK_FALSE(event.incidents.empty());
        CHECK(followFailure(chain.build(), event.incidents));
    }
    for (const char* key :
         {"grid-outage", "grid-outage-return", "grid-dip", "feed-loss:element 1",
          "feed-loss:element 2", "generator-fails:element 3", "side-loss:A", "side-loss:B",
          "maintenance:element 11", "maintenance:element 12", "room-loss:Plant room",
          "room-loss:Hall", "distribution-loss:element 100", "module-loss:element 12"})
        CHECK(keys.contains(key));
}

TEST_CASE("A grid outage takes all feeds, and where it returns after ten minutes puts them back") {
    const auto events = eventsOf(plant(4));
    CHECK(itemsOf(eventOf(events, "grid-outage"), Kind::Fails) == std::set<std::int64_t>{1, 2});
    CHECK(itemsOf(eventOf(events, "grid-outage"), Kind::Returns).empty());
    const NamedEvent& back = eventOf(events, "grid-outage-return");
    CHECK(itemsOf(back, Kind::Returns) == std::set<std::int64_t>{1, 2});
    CHECK(back.incidents.back().at == seconds(600.0));
    CHECK(eventOf(events, "grid-dip").incidents.back().at == seconds(2.0));
    // Long enough to see the switch return and the generator stop.
    CHECK(worthFollowing(back) > seconds(600.0 + 300.0 + 300.0));
    CHECK(worthFollowing(eventOf(events, "grid-outage")) == seconds(300.0));
}

TEST_CASE("A side is what only the cords of one letter hang on") {
    const auto events = eventsOf(plant(4));
    CHECK(itemsOf(eventOf(events, "side-loss:A"), Kind::Fails) ==
          std::set<std::int64_t>{1, 3, 4, 11, 100, 102});
    CHECK(itemsOf(eventOf(events, "side-loss:B"), Kind::Fails) ==
          std::set<std::int64_t>{2, 12, 101, 103});
    // What both sides hang on belongs to neither; a chain of one way has no sides.
    ChainBuilder common = plant(4);
    common.element(9, ItemKind::Switchboard, 9000.0).link(9, 11).link(9, 12).link(1, 9);
    CHECK_FALSE(itemsOf(eventOf(eventsOf(common), "side-loss:A"), Kind::Fails).contains(9));
    // And so does what is A to one load and B to another.
    ChainBuilder crossed = plant(4);
    crossed.load(2000, 5.0).link(101, 2000, Feed::A).link(100, 2000, Feed::B);
    CHECK(itemsOf(eventOf(eventsOf(crossed), "side-loss:A"), Kind::Fails) ==
          std::set<std::int64_t>{102});
    for (const NamedEvent& event : eventsOf(singlePath(50.0)))
        CHECK(event.key.rfind("side-loss", 0) == std::string::npos);
}

TEST_CASE("Maintenance takes a UPS out first, and the grid fails meanwhile") {
    const auto events = eventsOf(plant(4));
    const NamedEvent& event = eventOf(events, "maintenance:element 11");
    REQUIRE(event.incidents.size() == 3);
    CHECK(event.incidents[0].item == ItemId{11});
    CHECK(event.incidents[0].at == Duration{});
    CHECK(event.incidents[1].at == maintenanceLead);
}

TEST_CASE("A generator that does not start is asked to in a grid outage") {
    const auto events = eventsOf(plant(4));
    const NamedEvent& event = eventOf(events, "generator-fails:element 3");
    CHECK(itemsOf(event, Kind::FailsToStart) == std::set<std::int64_t>{3});
    CHECK(itemsOf(event, Kind::Fails) == std::set<std::int64_t>{1, 2});
}

TEST_CASE("A room is lost with all that stands in it, and nothing else") {
    const auto events = eventsOf(plant(4));
    CHECK(itemsOf(eventOf(events, "room-loss:Plant room"), Kind::Fails) ==
          std::set<std::int64_t>{1, 2, 3, 4, 11, 12});
    CHECK(itemsOf(eventOf(events, "room-loss:Hall"), Kind::Fails) ==
          std::set<std::int64_t>{100, 101, 102, 103});
}

TEST_CASE("Hundreds of PDUs are told by what feeds them, and the list stays short") {
    const ChainBuilder chain = plant(300);
    const auto events = eventsOf(chain);
    CHECK(events.size() < 200);
    CHECK(itemsOf(eventOf(events, "distribution-loss:element 11"), Kind::Fails).size() == 150);
    const auto again = eventsOf(chain);
    REQUIRE(again.size() == events.size());
    for (std::size_t n = 0; n < events.size(); ++n)
        CHECK(again[n].key == events[n].key);
}

TEST_CASE("Two items of one label have keys of their own") {
    ChainBuilder chain = plant(4);
    for (const std::int64_t id : {100, 101})
        chain.tune(id, [](Element& element) { element.name = "PDU"; });
    const auto events = eventsOf(chain);
    CHECK(eventOf(events, "distribution-loss:PDU").incidents.front().item == ItemId{100});
    CHECK(eventOf(events, "distribution-loss:PDU#101").incidents.front().item == ItemId{101});
}

TEST_CASE("A chain that cannot be followed has no events") {
    ChainBuilder chain = plant(4);
    chain.element(100, ItemKind::Pdu, 10.0);  // an id given twice
    CHECK(eventsOf(chain).empty());
    CHECK(power::eventsOf({}, {}, {}).empty());
}

TEST_CASE("Keys that look like a mistyped one are named, the nearest first") {
    const auto events = eventsOf(plant(4));
    CHECK(nearKeys(events, "grid-outag").front() == "grid-outage");
    CHECK(nearKeys(events, "SIDE-LOSS:a").front() == "side-loss:A");
    CHECK(nearKeys(events, "gird-dip").front() == "grid-dip");
    CHECK(nearKeys(events, "x", 3).size() == 3);
    CHECK(nearKeys({}, "x").empty());
}
