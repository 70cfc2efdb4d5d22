// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/physics/airflow/march.h"
#include "tests/support/catch.h"

#include <cmath>
#include <limits>

using namespace halltwin;
using namespace halltwin::airflow;
using namespace halltwin::tests;

namespace {

constexpr double heightM = 3.0;
constexpr int layers = 40;
constexpr int across = 20;
constexpr int voidLayers = 2;
constexpr int shaft = 3;

constexpr int plumeCells = 15;

bool isFarFromPlume(int i, int j) {
    return i >= plumeCells || j >= plumeCells;
}

/// Narrow cells where the plume starts.
GridAxis wideningAxis(int cells) {
    GridAxis axis{{0.0}};
    for (int n = 0; n < cells; ++n)
        axis.faces.push_back(axis.faces.back() + 0.025 * std::pow(1.1, n));
    return axis;
}

/// A quarter of a square room over a heat source in its corner x = y = 0, where both sides slip: the
/// mirror planes of a plume in the middle. Air comes in through the whole floor and leaves through
/// the whole ceiling, and returns through a shaft beyond the wall x = sideM, at the temperature of
/// the surroundings. Floor and ceiling resist: `lossK` velocity heads each.
AirDomain ventilatedRoom(double lossK) {
    constexpr double cell = heightM / layers;
    AirDomain room = makeClosedBox({wideningAxis(across + shaft), wideningAxis(across),
                                    evenAxis(layers + 2 * voidLayers,
                                             cell * (layers + 2 * voidLayers))});
    for (std::size_t side = 0; side < 4; ++side)
        room.sides[side].slips = true;
    const CellBox box = room.box();
    forCells(box, [&](int i, int j, int k) {
        const std::size_t c = box.at(i, j, k);
        const bool plate = k == voidLayers - 1 || k == voidLayers + layers - 1;
        if (i < across && plate)
            room.lossK[2][c] = isFarFromPlume(i, j) ? lossK : std::numeric_limits<double>::infinity();
        if (i == across - 1 && k >= voidLayers && k < voidLayers + layers)
            room.lossK[0][c] = std::numeric_limits<double>::infinity();
    });
    return room;
}

/// Height of the layer's lower edge over the room's height by P. F. Linden, G. F. Lane-Serff,
/// D. A. Smeed, J. Fluid Mech. 212 (1990), for the effective area of the openings over height².
double publishedInterface(double area) {
    const double entrainment = 0.1;
    const double c = 1.2 * entrainment * std::cbrt(0.9 * entrainment) *
                     std::pow(3.14159265358979, 2.0 / 3.0);
    double low = 0.0;
    double high = 1.0;
    while (high - low > 1e-9) {
        const double middle = 0.5 * (low + high);
        const double needs = std::pow(c, 1.5) * std::sqrt(std::pow(middle, 5.0) / (1.0 - middle));
        (needs < area ? low : high) = middle;
    }
    return low;
}

}  // namespace

TEST_CASE("A room over a heat source fills with warm air down to where Linden and others found") {
    const double wanted = 0.012;
    const GridAxis axis = wideningAxis(across);
    const double openM2 = 4.0 * (std::pow(axis.faces.back(), 2.0) - std::pow(axis.faces[plumeCells], 2.0));
    const double area = wanted * heightM * heightM;
    const double lossK = openM2 * openM2 / (area * area);
    const AirDomain room = ventilatedRoom(lossK);
    AirModel model;
    const char* which = getenv("MODEL");
    if (which && which[0] == 'k') model.turbulence = KEpsilon{};
    if (which && which[0] == 'c') model.turbulence = ConstantEddy{atof(which + 1)};
    AirFlow air(room, model);
    ScalarSources sources = noSources(room.box());
    const CellBox box = room.box();
    forCells(box, [&](int i, int j, int k) {
        const std::size_t c = box.at(i, j, k);
        if (i >= across || k < voidLayers || k >= voidLayers + layers) sources.decay[c] = 20.0F;
        if (i < 2 && j < 2 && k == voidLayers)
            sources.gain[c] = static_cast<float>(0.1 / 4.0 / air.space().metric.volume(i, j, k));
    });
    const StepEffort effort{2, 2, {1e-3, 5}};
    double mean[64] = {};
    int n = 0;
    const int steps = getenv("NS") ? atoi(getenv("NS")) : 1500;
    const double dtS = getenv("DT") ? atof(getenv("DT")) : 0.3;
    for (int step = 0; step < steps; ++step) {
        REQUIRE(air.stepFlow(dtS, effort));
        air.stepHeat(sources, dtS, 2);
        if (step * 2 > steps) {
            ++n;
            for (int k = 0; k < layers; ++k)
                for (int j = 0; j < across; ++j)
                    for (int i = 0; i < across; ++i)
                        if (isFarFromPlume(i, j)) mean[k] += air.temperature[box.at(i, j, k + voidLayers)] / (400.0 - plumeCells * plumeCells);
        }
        if (step % 250 == 249) std::printf("step %d rate %g plume %g\n", step, air.greatestRate() * dtS, air.velocity[2][box.at(0, 0, 20)]);
    }
    for (int k = 0; k < layers; ++k)
        std::printf("%.3f %.4f  plume w %.3f T %.3f\n", (k + 0.5) / layers, mean[k] / n, air.velocity[2][box.at(0,0,k+voidLayers)], air.temperature[box.at(0,0,k+voidLayers)]);
    double q=0; for (int j=0;j<across;++j) for (int i=0;i<across;++i) q+=4*air.velocity[2][box.at(i,j,voidLayers+layers-1)]*air.space().metric.area(2,i,j,0); std::printf("Q %g\n", q);
    std::printf("published %g\n", publishedInterface(wanted));
}
