// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/physics/airflow/march.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

using namespace halltwin;
using namespace halltwin::airflow;
using namespace halltwin::tests;

namespace {

// The isothermal room of IEA Annex 20 in two dimensions (P. V. Nielsen, Aalborg University R9040
// (1990)): 9 m × 3 m, slot of 0.168 m under the ceiling, outlet of 0.48 m at the foot of the
// opposite wall.
constexpr double slotM = 0.168;
constexpr double outletM = 0.48;
constexpr double inflowMS = 0.455;

GridAxis joined(const std::vector<GridAxis>& parts) {
    GridAxis axis{{0.0}};
    for (const GridAxis& part : parts) {
        const double start = axis.faces.back();
        for (std::size_t n = 1; n < part.faces.size(); ++n)
            axis.faces.push_back(start + part.faces[n]);
    }
    return axis;
}

AirDomain annexRoom() {
    const GridAxis height =
        joined({evenAxis(8, outletM), evenAxis(28, 3.0 - outletM - slotM), evenAxis(4, slotM)});
    AirDomain room = planeBox({evenAxis(90, 9.0), evenAxis(1, 0.1), height}, 1);
    const CellBox box = room.box();
    for (int k = 0; k < box.nz; ++k) {
        const double flow = 0.1 * height.width(k);
        if (height.centre(k) > 3.0 - slotM)
            room.prescribed.push_back({0, box.at(-1, 0, k), inflowMS * flow});
        if (height.centre(k) < outletM)
            room.prescribed.push_back(
                {0, box.at(box.nx - 1, 0, k), inflowMS * slotM / outletM * flow});
    }
    return room;
}

struct CeilingJet {
    double forward = 0.0;  ///< flux at x = H in slot fluxes
    double reverse = 0.0;
    Profile u;  ///< at x = H, in inflow speeds
    int steps = 0;

    [[nodiscard]] std::size_t fastest() const {
        const auto top = std::max_element(u.values.begin(), u.values.end());
        return static_cast<std::size_t>(top - u.values.begin());
    }
};

CeilingJet solveAnnexRoom(const Turbulence& turbulence) {
    const AirDomain room = annexRoom();
    AirModel model;
    model.viscosityM2S = 15.3e-6;
    model.turbulence = turbulence;
    AirFlow air(room, model);
    March march;
    march.settled = 2e-4;  // a longer step makes the thin jet flap
    march.courant = 1.0;
    march.mostSteps = 12000;
    CeilingJet jet;
    jet.steps = marchToSteady(air, noSources(room.box()), march);
    REQUIRE(jet.steps < march.mostSteps);
    const CellBox box = room.box();
    for (int k = 0; k < box.nz; ++k) {
        const double u = air.velocity[0][box.at(box.nx / 3 - 1, 0, k)] / inflowMS;
        (u > 0.0 ? jet.forward : jet.reverse) += u * room.grid.z.width(k) / slotM;
        jet.u.add(room.grid.z.centre(k), u);
    }
    return jet;
}

}  // namespace

// Fluxes at x = H by the wall-jet measurements of A. Restivo (1979). In two dimensions the forward
// flux less the reverse flux is 1, while 1.17 was measured: both cannot be met at once.
TEST_CASE("The ceiling jet of the Annex 20 room draws in what was measured, by k and epsilon") {
    KEpsilon model;
    model.inflowIntensity = 0.04;
    model.inflowLengthM = 0.1643 * slotM / 10.0;  // ε = k^1.5 / (slot / 10)
    const CeilingJet jet = solveAnnexRoom(model);
    CHECK(jet.forward == Approx(2.07).epsilon(0.15));
    CHECK(jet.reverse == Approx(-0.90).epsilon(0.15));
    CHECK(jet.u.positions[jet.fastest()] > 3.0 - 0.06 * 3.0);
    CHECK(jet.u.greatest() == Approx(0.87).margin(0.1));
}

// Its mixing length is bounded for halls full of racks, which makes the eddies of an empty room too
// weak: some 20 % less is drawn in than was measured. Unbounded it would be 60 % more.
TEST_CASE(
    "The ceiling jet of the Annex 20 room draws in most of what was measured, by zero equations") {
    const CeilingJet jet = solveAnnexRoom(ZeroEquation{});
    CHECK(jet.forward == Approx(2.07).epsilon(0.25));
    CHECK(jet.reverse == Approx(-0.90).epsilon(0.25));
}
