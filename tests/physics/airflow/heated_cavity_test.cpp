// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/physics/case_check.h"

using namespace halltwin::tests;
using namespace halltwin::validation;

namespace {

void check(const char* part, const char* nusseltTolerance) {
    checkRows(partOf(heatedCavity(), part), 3,
              {{"mean Nusselt number of the hot wall", nusseltTolerance},
               {"greatest u, in diffusivity / side", "± 2 %"},
               {"greatest w, in diffusivity / side", "± 2 %"}});
}

}  // namespace

TEST_CASE("Air between a hot and a cold wall turns as de Vahl Davis found") {
    const char* part = GENERATE("Ra 1e3", "Ra 1e4", "Ra 1e5");
    check(part, "± 1 %");
}

TEST_CASE("Air between a hot and a cold wall at Rayleigh number 1e6 keeps thin layers") {
    check("Ra 1e6", "± 2 %");
}
