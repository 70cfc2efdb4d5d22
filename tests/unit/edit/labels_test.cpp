// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/edit/edit_checks.h"

using namespace halltwin;
using namespace halltwin::edit;
using namespace halltwin::tests;

namespace {

Project labelled(const std::vector<std::string>& labels) {
    ProjectBuilder builder;
    for (const std::string& label : labels) {
        builder.withItem("test.rack", at(1.0, 1.0), Rotation::R0, label);
    }
    return builder;
}

}  // namespace

TEST_CASE("A free label is kept, a taken one counts its number on") {
    LabelMaker labels(labelled({"R12", "R13", "R15"}));
    CHECK(labels.freeOr("R7") == "R7");
    CHECK(labels.freeOr("R12") == "R14");
    CHECK(labels.freeOr("R12") == "R16");
    CHECK(labels.freeOr("R7") == "R8");
}

TEST_CASE("Leading zeros keep their width") {
    LabelMaker labels(labelled({"A09", "B99"}));
    CHECK(labels.freeOr("A09") == "A10");
    CHECK(labels.freeOr("B99") == "B100");
}

TEST_CASE("A label without a number gets one") {
    LabelMaker labels(labelled({"UPS"}));
    CHECK(labels.freeOr("UPS") == "UPS 2");
    CHECK(labels.freeOr("UPS") == "UPS 3");
    CHECK(labels.freeOr("").empty());
    CHECK(labels.freeOr("").empty());
}

TEST_CASE("Next gives the lowest free number, also after numbers further on were given") {
    LabelMaker labels(labelled({"R1", "R3", "R50"}));
    CHECK(labels.freeOr("R50") == "R51");
    CHECK(labels.next("R") == "R2");
    CHECK(labels.next("R") == "R4");
    CHECK(labels.freeOr("R50") == "R52");
    CHECK(labels.next("R") == "R5");
}

TEST_CASE("A number too long to count is a stem like any other") {
    const std::string endless = "R" + std::string(40, '9');
    LabelMaker labels(labelled({endless}));
    const std::string next = labels.freeOr(endless);
    CHECK(next != endless);
    CHECK_FALSE(next.empty());
}

TEST_CASE("Building parts go unlabelled, equipment has a usual prefix") {
    CHECK(labelPrefix(ItemKind::Rack) == "R");
    CHECK(labelPrefix(ItemKind::Wall).empty());
    CHECK(labelPrefix(ItemKind::Tile).empty());
}
