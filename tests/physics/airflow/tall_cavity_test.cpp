// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/wall_layer.h"
#include "tests/physics/airflow/march.h"
#include "tests/support/catch.h"

#include <array>
#include <cmath>

using namespace halltwin;
using namespace halltwin::airflow;
using namespace halltwin::tests;

namespace {

// P. L. Betts, I. H. Bokhari, Int. J. Heat Fluid Flow 21 (2000): cavity of 2.18 m × 0.076 m, walls
// at 15.1 °C and 34.7 °C, Rayleigh number 0.86e6 on the width.
constexpr double heightM = 2.18;
constexpr double widthM = 0.076;
constexpr double coldC = 15.1;
constexpr double hotC = 34.7;
constexpr double middleC = 0.5 * (coldC + hotC);

struct Measured {
    double xMm;
    double temperatureC;
};

/// Half way up, clear of the layers on the walls.
constexpr std::array<Measured, 11> core{{{12.77, 22.74},
                                         {17.85, 23.35},
                                         {22.93, 23.69},
                                         {28.01, 24.25},
                                         {33.09, 25.15},
                                         {38.17, 25.26},
                                         {43.11, 25.57},
                                         {48.19, 26.12},
                                         {53.27, 26.30},
                                         {58.35, 26.99},
                                         {63.43, 27.53}}};

/// Heat through the wall functions of both walls, for k as it is.
void holdWalls(const AirFlow& air, ScalarSources& sources) {
    sources.gain.fill(0.0F);
    sources.decay.fill(0.0F);
    const AirSpace& space = air.space();
    const Field& energy = air.kEpsilon()->k;
    for (int k = 0; k < space.box.nz; ++k)
        for (const int i : {0, space.box.nx - 1}) {
            const std::size_t c = space.box.at(i, 0, k);
            const double width = space.metric.axes[0].widthOf(i);
            const double conduction =
                WallLayer{0.5 * width, energy[c], air.model().viscosityM2S}.heatPerKelvin(
                    air.model().prandtl, air.model().turbulentPrandtl) /
                width;
            sources.decay[c] = static_cast<float>(conduction);
            sources.gain[c] = static_cast<float>(conduction * ((i == 0 ? coldC : hotC) - middleC));
        }
}

Profile temperatureHalfWayUp(int cells) {
    const AirDomain cavity =
        planeBox({evenAxis(cells, widthM), evenAxis(1, 0.01), evenAxis(110, heightM)}, 1);
    AirModel model;
    model.viscosityM2S = 1.53e-5;
    model.buoyancyMS2K = 9.81 / (273.15 + middleC);
    model.turbulence = KEpsilon{};
    AirFlow air(cavity, model);
    ScalarSources sources = noSources(cavity.box());
    March march;
    march.hasHeat = true;
    march.mostSteps = 100;
    march.settled = 0.0;
    march.longestStepS = 0.2;
    // Heat through the walls answers to the turbulence: it is set anew twelve times.
    for (int round = 0; round < 12; ++round) {
        holdWalls(air, sources);
        marchToSteady(air, sources, march);
    }
    const CellBox box = cavity.box();
    Profile profile;
    for (int i = 0; i < box.nx; ++i)
        profile.add(1000.0 * cavity.grid.x.centre(i),
                    middleC + 0.5 * (air.temperature[box.at(i, 0, 54)] +
                                     air.temperature[box.at(i, 0, 55)]));
    return profile;
}

}  // namespace

TEST_CASE("Air in a tall cavity is as warm in its core as Betts and Bokhari measured") {
    const Profile ours = temperatureHalfWayUp(24);
    for (const Measured& point : core) {
        INFO("x " << point.xMm << " mm");
        CHECK(ours.at(point.xMm) == Approx(point.temperatureC).margin(1.0));
    }
    const auto slope = [](double low, double high) { return (high - low) / (58.35 - 17.85); };
    CHECK(slope(ours.at(17.85), ours.at(58.35)) == Approx(slope(23.35, 26.99)).epsilon(0.3));
}
