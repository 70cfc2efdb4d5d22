// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/hydraulic_network.h"
#include "tests/support/catch.h"
#include "tests/unit/cooling/hydraulic_builder.h"

#include <cmath>

using namespace halltwin;
using namespace halltwin::cooling;
using halltwin::test::HydraulicBuilder;

namespace {

/// A pipe of h = K Q² with h in feet and Q in ft³/s; a foot stands as 1 MPa and a ft³/s as 1 m³/s,
/// which leaves the flows as they are.
HydraulicCoil pipe(double k) {
    return {cubicMetresPerSecond(1.0), pascals(1e6 * k)};
}

}  // namespace

TEST_CASE("Three loops of a Hardy Cross textbook case come out as published") {
    // Michigan Technological University, CE 3620 Water Resources Engineering (2013), lecture 9:
    // reservoir A stands 10 ft above B, junctions 1…4 draw 2, 4, 1 and 3 ft³/s. Published after 16
    // rounds, to 0.01: pipe 1–2 2.13, pipe 4–2 0.32, pipe 1–4 2.16; the rest follows by continuity.
    const auto result = solveHydraulics(HydraulicBuilder(6)
                                            .fix(0, 10e6)
                                            .fix(5, 0.0)
                                            .demand(1, 2.0)
                                            .demand(2, 4.0)
                                            .demand(3, 1.0)
                                            .demand(4, 3.0)
                                            .link("A-1", 0, 1, pipe(0.38))
                                            .link("1-2", 1, 2, pipe(2.89))
                                            .link("1-4", 1, 4, pipe(2.53))
                                            .link("4-2", 4, 2, pipe(12.13))
                                            .link("3-2", 3, 2, pipe(2.17))
                                            .link("3-4", 3, 4, pipe(2.89))
                                            .link("B-3", 5, 3, pipe(0.94))
                                            .network());
    REQUIRE(result);
    const double published[] = {6.29, 2.13, 2.16, 0.32, 1.55, 1.16, 3.71};
    for (std::size_t n = 0; n < 7; ++n) {
        INFO(n);
        CHECK(result->links[n].flow.si() == Approx(published[n]).margin(0.011));
    }
    CHECK(result->continuityM3S < 1e-9);
    // Around the loop A, 1, 2, 3, B: 10 ft.
    const auto head = [&](std::size_t n, double k) {
        return k * std::pow(result->links[n].flow.si(), 2);
    };
    CHECK(head(0, 0.38) + head(1, 2.89) - head(4, 2.17) - head(6, 0.94) ==
          Approx(10.0).epsilon(1e-6));
    CHECK(head(1, 2.89) - head(3, 12.13) - head(2, 2.53) == Approx(0.0).margin(1e-6 * 13.0));
}

TEST_CASE("Flow in a long pipe between two levels is that of the friction law") {
    // 1,000 m of 300 mm steel pipe under 10 m of water: v from f L/D v²/2g = 10 by hand.
    HydraulicPipe main{.length = metres(1000.0), .diameter = metres(0.3)};
    main.friction = FrictionLaw::Colebrook;
    const auto result = solveHydraulics(HydraulicBuilder(2)
                                            .fix(0, 998.2 * 9.81 * 10.0)
                                            .fix(1, 0.0)
                                            .link("main", 0, 1, main)
                                            .network());
    REQUIRE(result);
    const double v = result->links[0].flow.si() / (0.25 * 3.14159265358979 * 0.09);
    const double f =
        frictionFactor(FrictionLaw::Colebrook, 998.2 * v * 0.3 / 1.002e-3, 0.045 / 300.0);
    CHECK(f * 1000.0 / 0.3 * v * v / (2.0 * 9.81) == Approx(10.0).epsilon(1e-6));
    CHECK(v == Approx(1.98).margin(0.03));
}
