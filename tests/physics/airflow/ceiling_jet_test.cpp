// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/physics/case_check.h"

using namespace halltwin::tests;
using namespace halltwin::validation;

TEST_CASE("The ceiling jet of the Annex 20 room draws in what was measured, by k and epsilon") {
    checkRows(partOf(ceilingJet(), "k-epsilon"), 4,
              {{"forward flux at x = H, in slot fluxes", "± 15 %"},
               {"reverse flux at x = H, in slot fluxes", "± 15 %"},
               {"greatest speed at x = H, in inflow speeds", "± 0.1"},
               {"fastest layer below the ceiling", "≤ 0.18 m"}});
}

TEST_CASE(
    "The ceiling jet of the Annex 20 room draws in most of what was measured, by zero equations") {
    checkRows(partOf(ceilingJet(), "zero-equation"), 2,
              {{"forward flux at x = H, in slot fluxes", "± 25 %"},
               {"reverse flux at x = H, in slot fluxes", "± 25 %"}});
}
