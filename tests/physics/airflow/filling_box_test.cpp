// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/physics/case_check.h"

using namespace halltwin::tests;
using namespace halltwin::validation;

TEST_CASE("A room over a heat source fills with warm air down to where Linden and others found") {
    checkRows(partOf(fillingBox(), "k-epsilon"), 3,
              {{"height of the warm layer's lower edge / room height", "± 15 %"},
               {"excess temperature at 1/4 height / that of the warm layer", "≤ 0.05"},
               {"flow through the room, by the draught of the warm layer", "± 10 %"}});
}
