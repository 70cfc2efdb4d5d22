// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/cables.h"
#include "tests/support/catch.h"

using namespace halltwin;

TEST_CASE("A cable resists by its length, area and metal") {
    PowerLink link;
    link.length = metres(100.0);
    link.area = squareMillimetres(95.0);
    CHECK(cableResistance(link).in(ohms) == Approx(0.0225 * 100.0 / 95.0));
    CHECK(cableReactance(link).in(ohms) == Approx(0.008));
    link.conductor = Conductor::Aluminium;
    CHECK(cableResistance(link).in(ohms) == Approx(0.036 * 100.0 / 95.0));
}

// IEC 60228 table 2, class 2: largest resistance at 20 °C; copper at 70 °C has 1.2 times that.
TEST_CASE("Copper in service resists 10 to 25 % more than IEC 60228 allows it at 20 °C") {
    PowerLink link;
    link.length = metres(1000.0);
    for (const auto& [areaMm2, ohmsAt20] :
         {std::pair{16.0, 1.15}, {50.0, 0.387}, {240.0, 0.0754}}) {
        link.area = squareMillimetres(areaMm2);
        const double ratio = cableResistance(link).in(ohms) / ohmsAt20;
        CHECK(ratio > 1.10);
        CHECK(ratio < 1.26);
    }
}

TEST_CASE("A link without length or area loses nothing") {
    PowerLink link;
    CHECK(cableResistance(link) == Resistance{});
    link.length = metres(10.0);
    CHECK(cableResistance(link) == Resistance{});
    CHECK(cableReactance(link) == Resistance{});
}
