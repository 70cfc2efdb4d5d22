// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/physics/airflow/march.h"
#include "tests/support/catch.h"

#include <cstddef>

using namespace halltwin;
using namespace halltwin::airflow;
using namespace halltwin::tests;

namespace {

/// One half of a cube of side 1 whose wall x = 0 is hot and whose wall x = 1 is cold, Pr 0.71: the
/// flow is its own mirror image about the middle plane across y. Mean Nusselt number of the hot
/// wall.
double nusseltOfHeatedCube(const GridAxis& axis, double rayleigh) {
    constexpr double prandtl = 0.71;
    GridAxis half;
    for (int n = 0; n <= axis.cells() / 2; ++n)
        half.faces.push_back(axis.faces[static_cast<std::size_t>(n)]);
    AirDomain domain = makeClosedBox({axis, half, axis});
    domain.sides[3].slips = true;
    AirModel model;
    model.viscosityM2S = prandtl;
    model.prandtl = prandtl;
    model.buoyancyMS2K = rayleigh * prandtl;
    model.friction = WallFriction::NoSlip;
    model.turbulence = ConstantEddy{0.0};
    AirFlow air(domain, model);
    ScalarSources sources = noSources(domain.box());
    holdSide(air, 0, 0.5, sources);
    holdSide(air, 1, -0.5, sources);
    March march;
    march.hasHeat = true;
    march.settled = 3e-4;
    march.longestStepS = 3e-3;
    march.mostSteps = 3000;
    march.effort = {3, 3, {2e-2, 3}};
    const int steps = marchToSteady(air, sources, march);
    REQUIRE(steps < march.mostSteps);
    double heat = 0.0;
    for (int k = 0; k < axis.cells(); ++k)
        for (int j = 0; j < half.cells(); ++j)
            heat += (0.5 - air.temperature[domain.box().at(0, j, k)]) * 2.0 / axis.width(0) *
                    half.width(j) * axis.width(k);
    return heat / 0.5;
}

}  // namespace

// E. Tric, G. Labrosse, M. Betrouni, Int. J. Heat Mass Transfer 43 (2000).
TEST_CASE(
    "A cube with a hot and a cold wall passes the heat that Tric, Labrosse and Betrouni found") {
    const double ours = nusseltOfHeatedCube(evenAxis(48, 1.0), 1e4);
    CHECK(ours == Approx(2.054).epsilon(0.02));
}

TEST_CASE("A cube at Rayleigh number 1e5 passes the heat that Tric, Labrosse and Betrouni found") {
    const double ours = nusseltOfHeatedCube(wallAxis(64, 1.0, 1.2), 1e5);
    CHECK(ours == Approx(4.337).epsilon(0.03));
}
