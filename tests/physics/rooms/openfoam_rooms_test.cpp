// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/physics/case_check.h"

using namespace halltwin::tests;
using namespace halltwin::validation;

// What is not met, and by how much, stands in docs/physics/validation.md.

namespace {

void checkConstant(const Case& room, const char* tolerance) {
    checkRows(partOf(room, "constant viscosity"), 10,
              {{", end", tolerance},
               {", middle", tolerance},
               {"the answer stands, 1 = yes", "≥ 1"},
               {"return, by balance", "± 0.05 K"}});
}

}  // namespace

TEST_CASE("With OpenFOAM's constant viscosity every rack's intake is OpenFOAM's") {
    SECTION("room A") {
        checkConstant(openfoamRoomA(), "± 0.4 K");
    }
    SECTION("room B") {
        checkConstant(openfoamRoomB(), "± 0.3 K");
    }
}

TEST_CASE("The default model agrees with OpenFOAM's k-epsilon on warm and cool racks") {
    const Case* room = GENERATE(&openfoamRoomA(), &openfoamRoomB());
    checkRows(partOf(*room, "default model, means over 400 s"), 5,
              {{": end racks", "± 2 K"},
               {": middle racks", "± 2 K"},
               {"mean of all racks", "± 1 K"},
               {"end racks less middle racks", "≥ 0.1 K"},
               {"heat books", "≤ 0.1 %"}});
}

TEST_CASE("At 0.30 m the default model has OpenFOAM's mean intake of the starved room") {
    checkRows(partOf(openfoamRoomB(), "default model, 0.30 m"), 1,
              {{"mean of all racks", "± 1 K"}});
}

TEST_CASE("Mirror images of a rack agree once an answer stands") {
    checkRows(partOf(openfoamRoomB(), "default model and limits"), 5,
              {{"the answer stands, 1 = yes", "≥ 1"}, {"racks that mirror each other", "≤ 0.3 K"}});
}
