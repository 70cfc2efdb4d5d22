// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/physics/case_check.h"

using namespace halltwin::tests;
using namespace halltwin::validation;

TEST_CASE("Air in a tall cavity is as warm in its core as Betts and Bokhari measured") {
    // Eleven points clear of the layers on the walls.
    checkRows(partOf(tallCavity(), "k-epsilon"), 12,
              {{"mm", "± 1 K"}, {"slope of the core", "± 30 %"}});
}
