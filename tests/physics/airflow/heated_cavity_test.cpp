// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/physics/airflow/march.h"
#include "tests/support/catch.h"

using namespace halltwin;
using namespace halltwin::airflow;
using namespace halltwin::tests;

namespace {

/// G. de Vahl Davis, Int. J. Numer. Methods Fluids 3 (1983): square cavity, left wall hot, right
/// wall cold, Pr 0.71; lengths in the side, velocities in diffusivity per side.
struct Published {
    double rayleigh;
    double greatestU;  ///< on the upright centre line
    double greatestW;  ///< on the level centre line
    double nusselt;    ///< mean
};

struct HeatedCavity {
    Profile u;
    Profile w;
    double nusselt = 0.0;
    int steps = 0;
};

HeatedCavity solveHeatedCavity(const GridAxis& axis, double rayleigh) {
    constexpr double prandtl = 0.71;
    const int cells = axis.cells();
    const AirDomain domain = planeBox({axis, evenAxis(1, 0.02), axis}, 1);
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
    march.settled = 1e-4;
    march.longestStepS = 2e-3;
    march.mostSteps = 8000;
    HeatedCavity result;
    result.steps = marchToSteady(air, sources, march);
    REQUIRE(result.steps < march.mostSteps);
    result.u.add(0.0, 0.0);
    result.w.add(0.0, 0.0);
    for (int n = 0; n < cells; ++n) {
        const double width = axis.width(n);
        const double wallSlope =
            2.0 * (0.5 - air.temperature[domain.box().at(0, 0, n)]) / axis.width(0);
        result.nusselt += wallSlope * width;
        result.u.add(axis.centre(n), air.velocity[0][domain.box().at(cells / 2 - 1, 0, n)]);
        result.w.add(axis.centre(n), air.velocity[2][domain.box().at(n, 0, cells / 2 - 1)]);
    }
    result.u.add(1.0, 0.0);
    result.w.add(1.0, 0.0);
    return result;
}

void compare(const HeatedCavity& ours, const Published& published, double nusseltTolerance) {
    INFO("Ra " << published.rayleigh);
    CHECK(ours.nusselt == Approx(published.nusselt).epsilon(nusseltTolerance));
    CHECK(ours.u.greatest() == Approx(published.greatestU).epsilon(0.02));
    CHECK(ours.w.greatest() == Approx(published.greatestW).epsilon(0.02));
}

}  // namespace

TEST_CASE("Air between a hot and a cold wall turns as de Vahl Davis found") {
    for (const Published& published :
         {Published{1e3, 3.649, 3.697, 1.118}, Published{1e4, 16.178, 19.617, 2.243},
          Published{1e5, 34.73, 68.59, 4.519}})
        compare(solveHeatedCavity(evenAxis(80, 1.0), published.rayleigh), published, 0.01);
}

TEST_CASE("Air between a hot and a cold wall at Rayleigh number 1e6 keeps thin layers") {
    const Published published{1e6, 64.63, 219.36, 8.800};
    compare(solveHeatedCavity(wallAxis(128, 1.0, 1.5), 1e6), published, 0.02);
}
