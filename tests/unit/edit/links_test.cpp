// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/edit/edit_checks.h"

using namespace halltwin;
using namespace halltwin::edit;
using namespace halltwin::tests;

namespace {

const Project three = aProject()
                          .withItem("test.pdu", at(1.0, 1.0))
                          .withItem("test.rack", at(5.0, 1.0))
                          .withItem("test.rack", at(8.0, 1.0));

}  // namespace

TEST_CASE("Power connects two items on each feed once") {
    const Project a = applied(three, ConnectPower{ItemId{1}, ItemId{2}, Feed::A});
    REQUIRE(a.powerLinks.size() == 1);
    CHECK(*a.powerLinks.begin() == PowerLink{PowerLinkId{1}, ItemId{1}, ItemId{2}, Feed::A});
    CHECK(failureOf(a, ConnectPower{ItemId{1}, ItemId{2}, Feed::A}) == ErrorCode::DuplicateId);
    CHECK(applied(a, ConnectPower{ItemId{1}, ItemId{2}, Feed::B}).powerLinks.size() == 2);
    CHECK(applied(a, ConnectPower{ItemId{1}, ItemId{3}, Feed::A}).powerLinks.size() == 2);
}

TEST_CASE("Neither power nor water connects an item to itself or to nothing") {
    CHECK(failureOf(three, ConnectPower{ItemId{2}, ItemId{2}}) == ErrorCode::InvalidArgument);
    CHECK(failureOf(three, ConnectPower{ItemId{2}, ItemId{9}}) == ErrorCode::NotFound);
    CHECK(failureOf(three, ConnectPower{ItemId{9}, ItemId{2}}) == ErrorCode::NotFound);
    CHECK(failureOf(three, ConnectCooling{ItemId{2}, ItemId{2}}) == ErrorCode::InvalidArgument);
    CHECK(failureOf(three, ConnectCooling{ItemId{}, ItemId{2}}) == ErrorCode::NotFound);
}

TEST_CASE("Water connects two items once in each direction") {
    const Project wet = applied(three, ConnectCooling{ItemId{1}, ItemId{2}});
    CHECK(failureOf(wet, ConnectCooling{ItemId{1}, ItemId{2}}) == ErrorCode::DuplicateId);
    CHECK(applied(wet, ConnectCooling{ItemId{2}, ItemId{1}}).coolingLinks.size() == 2);
}

TEST_CASE("A pipe gets its length, bore and insulation, and keeps what it joins") {
    const Project wet = applied(three, ConnectCooling{ItemId{1}, ItemId{2}});
    CoolingLink pipe = *wet.coolingLinks.begin();
    pipe.length = metres(40.0);
    pipe.bore = millimetres(102.3);
    pipe.insulation = millimetres(0.0);
    CHECK(*applied(wet, SetPipes{{pipe}}).coolingLinks.begin() == pipe);
    CHECK(label(SetPipes{{pipe}}).text == "Change 1 pipe");

    CoolingLink other = pipe;
    other.to = ItemId{3};
    CHECK(failureOf(wet, SetPipes{{other}}) == ErrorCode::InvalidArgument);
    other = pipe;
    other.bore = millimetres(0.0);
    CHECK(failureOf(wet, SetPipes{{other}}) == ErrorCode::OutOfRange);
    other.id = CoolingLinkId{9};
    CHECK(failureOf(wet, SetPipes{{other}}) == ErrorCode::NotFound);
    CHECK(failureOf(wet, SetPipes{}) == ErrorCode::InvalidArgument);
}

TEST_CASE("A cable gets its length, area and breaker, and keeps what it joins") {
    const Project linked = applied(three, ConnectPower{ItemId{1}, ItemId{2}, Feed::A});
    PowerLink cable = *linked.powerLinks.begin();
    cable.length = metres(25.0);
    cable.area = squareMillimetres(16.0);
    cable.breaker = amperes(63.0);
    const Project longer = applied(linked, SetCables{{cable}});
    CHECK(*longer.powerLinks.begin() == cable);
    CHECK(label(SetCables{{cable}}).text == "Change 1 cable");

    PowerLink other = cable;
    other.to = ItemId{3};
    CHECK(failureOf(linked, SetCables{{other}}) == ErrorCode::InvalidArgument);
    other = cable;
    other.length = metres(-1.0);
    CHECK(failureOf(linked, SetCables{{other}}) == ErrorCode::OutOfRange);
    other.id = PowerLinkId{9};
    CHECK(failureOf(linked, SetCables{{other}}) == ErrorCode::NotFound);
    CHECK(failureOf(linked, SetCables{}) == ErrorCode::InvalidArgument);
}

TEST_CASE("A cable moves to the other feed unless one is there") {
    Project linked = applied(three, ConnectPower{ItemId{1}, ItemId{2}, Feed::A});
    PowerLink cable = *linked.powerLinks.begin();
    cable.feed = Feed::B;
    CHECK(applied(linked, SetCables{{cable}}).powerLinks.begin()->feed == Feed::B);
    linked = applied(linked, ConnectPower{ItemId{1}, ItemId{2}, Feed::B});
    CHECK(failureOf(linked, SetCables{{cable}}) == ErrorCode::DuplicateId);
}

TEST_CASE("Disconnecting removes the named links") {
    Project linked = applied(three, ConnectPower{ItemId{1}, ItemId{2}, Feed::A});
    linked = applied(linked, ConnectPower{ItemId{1}, ItemId{3}, Feed::A});
    linked = applied(linked, ConnectCooling{ItemId{1}, ItemId{2}});
    const Project less = applied(linked, DisconnectPower{{PowerLinkId{1}}});
    REQUIRE(less.powerLinks.size() == 1);
    CHECK(less.powerLinks.contains(PowerLinkId{2}));
    CHECK(applied(linked, DisconnectCooling{{CoolingLinkId{1}}}).coolingLinks.empty());
    CHECK(failureOf(linked, DisconnectPower{{PowerLinkId{5}}}) == ErrorCode::NotFound);
    CHECK(failureOf(linked, DisconnectCooling{{}}) == ErrorCode::InvalidArgument);
}
