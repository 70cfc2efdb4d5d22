// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "views/inspector/field.h"
#include "views/inspector/field_style.h"

#include <algorithm>

using namespace halltwin;
using namespace halltwin::views::inspector;

namespace {

template <class Entity>
void checkRoundTrip(const Entity& from) {
    Entity to;
    for (const Field& field : readFields(from))
        writeField(to, field.name, field.value);
    const auto sent = readFields(from);
    const auto received = readFields(to);
    REQUIRE(sent.size() == received.size());
    for (std::size_t i = 0; i < sent.size(); ++i) {
        INFO(sent[i].name);
        CHECK(sent[i].value == received[i].value);
    }
}

template <class Entity>
void checkStyled(const char* entity) {
    for (const Field& field : readFields(Entity{})) {
        INFO(entity << "." << field.name);
        CHECK(fieldStyle(entity, field.name).label.toStdString() != field.name);
    }
}

}  // namespace

TEST_CASE("Fields that are read and written again give the same entity") {
    Item item;
    item.label = "R7";
    item.position = {metres(1.25), metres(2.5)};
    item.rotation = Rotation::R270;
    item.supplyTemperature = celsius(21.5);
    item.fanSpeed = 0.75;
    item.width = metres(3.0);
    checkRoundTrip(item);
    Economics economics;
    economics.staff = 12;
    economics.powerBasis = PowerBasis::Nameplate;
    checkRoundTrip(economics);
    Hall hall;
    hall.kind = HallKind::Yard;
    checkRoundTrip(hall);
}

TEST_CASE("Emptying an optional field clears it, and a value of a wrong type changes nothing") {
    Item item;
    item.fanSpeed = 0.5;
    writeField(item, "fan_speed", FieldValue(std::string("fast")));
    CHECK(item.fanSpeed == 0.5);
    writeField(item, "fan_speed", FieldValue());
    CHECK(!item.fanSpeed);
    writeField(item, "x_m", FieldValue());
    CHECK(item.position.x == metres(0.0));
}

TEST_CASE("Every field that a form may show has a label of its own") {
    checkStyled<Item>("item");
    checkStyled<Hall>("hall");
    checkStyled<ProjectInfo>("info");
    checkStyled<Site>("site");
    checkStyled<Scenario>("scenario");
    checkStyled<Economics>("economics");
}
