// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/physics/case_check.h"

using namespace halltwin::tests;
using namespace halltwin::validation;

TEST_CASE("Air in a cavity under a moving lid runs as Ghia, Ghia and Shin found") {
    const auto [part, greatest] = GENERATE(table<const char*, const char*>(
        {{"Re 100", "≤ 0.02"}, {"Re 400", "≤ 0.02"}, {"Re 1000", "≤ 0.03"}}));
    checkRows(partOf(lidCavity(), part), 2,
              {{"greatest difference of u and v, in lid speeds", greatest},
               {"RMS difference, in lid speeds", "≤ 0.01"}});
}

TEST_CASE("Errors under a moving lid shrink with the square of the cell width") {
    checkRows(partOf(lidCavity(), "order of convergence"), 1, {{"order of convergence", "≥ 1.7"}});
}
