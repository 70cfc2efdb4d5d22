// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/physics/case_check.h"

using namespace halltwin::tests;
using namespace halltwin::validation;

TEST_CASE(
    "A cube with a hot and a cold wall passes the heat that Tric, Labrosse and Betrouni found") {
    checkRows(partOf(heatedCube(), "Ra 1e4"), 1,
              {{"mean Nusselt number of the hot wall", "± 2 %"}});
}

TEST_CASE("A cube at Rayleigh number 1e5 passes the heat that Tric, Labrosse and Betrouni found") {
    checkRows(partOf(heatedCube(), "Ra 1e5"), 1,
              {{"mean Nusselt number of the hot wall", "± 3 %"}});
}
