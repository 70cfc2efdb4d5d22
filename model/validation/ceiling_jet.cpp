// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/cases.h"
#include "model/validation/march.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace halltwin::validation {

using namespace halltwin::airflow;

namespace {

// 9 m × 3 m, slot of 0.168 m under the ceiling, outlet of 0.48 m at the foot of the opposite wall.
constexpr double slotM = 0.168;
constexpr double outletM = 0.48;
constexpr double inflowMS = 0.455;
constexpr double heightM = 3.0;

// Fluxes at x = H by the wall-jet measurements of A. Restivo (1979), in slot fluxes. In two
// dimensions the forward flux less the reverse flux is 1, while 1.17 was measured: both cannot be
// met at once. The greatest speed is quoted in the literature as 0.85 to 0.9; it was not checked
// against the original tables.
constexpr double forwardFlux = 2.07;
constexpr double reverseFlux = -0.90;
constexpr double greatestSpeed = 0.87;

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
        joined({evenAxis(8, outletM), evenAxis(28, heightM - outletM - slotM), evenAxis(4, slotM)});
    AirDomain room = planeBox({evenAxis(90, 9.0), evenAxis(1, 0.1), height}, 1);
    const CellBox box = room.box();
    for (int k = 0; k < box.nz; ++k) {
        const double flow = 0.1 * height.width(k);
        if (height.centre(k) > heightM - slotM)
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
    Samples u;  ///< at x = H, in inflow speeds
    std::size_t cells = 0;

    [[nodiscard]] std::size_t fastest() const {
        const auto top = std::max_element(u.values.begin(), u.values.end());
        return static_cast<std::size_t>(top - u.values.begin());
    }
};

Result<CeilingJet> solveAnnexRoom(const Turbulence& turbulence, const RunSettings& settings) {
    const AirDomain room = annexRoom();
    AirModel model;
    model.viscosityM2S = 15.3e-6;
    model.turbulence = turbulence;
    AirFlow air(room, model);
    March march = marchOf(settings);
    march.settled = 2e-4;
    march.courant = 1.0;  // a longer step makes the thin jet flap
    march.mostSteps = 12000;
    if (auto done = marchToSteady(air, noSources(room.box()), march); !done)
        return tl::unexpected(done.error());
    CeilingJet jet;
    const CellBox box = room.box();
    jet.cells = static_cast<std::size_t>(box.nx) * static_cast<std::size_t>(box.nz);
    for (int k = 0; k < box.nz; ++k) {
        const double u = air.velocity[0][box.at(box.nx / 3 - 1, 0, k)] / inflowMS;
        (u > 0.0 ? jet.forward : jet.reverse) += u * room.grid.z.width(k) / slotM;
        jet.u.add(room.grid.z.centre(k), u);
    }
    return jet;
}

void addCurve(const CeilingJet& jet, const std::string& name, int pair, CaseResult& result) {
    Profile& profile = result.profile({"u-third",
                                       "Speed one room height from the slot",
                                       {"u / inflow speed", "", false},
                                       {"height", "m", false},
                                       {}});
    Curve curve{name + ", HallTwin", CurveKind::Calculated, pair, {}};
    for (std::size_t n = 0; n < jet.u.positions.size(); ++n)
        curve.points.push_back({jet.u.values[n], jet.u.positions[n]});
    if (profile.curves.empty())
        profile.curves.push_back({"greatest speed, about",
                                  CurveKind::Published,
                                  0,
                                  {{greatestSpeed, heightM - 0.04 * heightM}}});
    profile.curves.push_back(std::move(curve));
}

Result<void> compareKEpsilon(const RunSettings& settings, CaseResult& result) {
    KEpsilon model;
    model.inflowIntensity = 0.04;
    model.inflowLengthM = 0.1643 * slotM / 10.0;  // ε = k^1.5 / (slot / 10)
    const auto jet = solveAnnexRoom(model, settings);
    if (!jet) return tl::unexpected(jet.error());
    result.cells = jet->cells;
    const std::string name = "k-epsilon: ";
    result.rows.push_back(withinShare(name + "forward flux at x = H, in slot fluxes", "",
                                      forwardFlux, jet->forward, 0.15));
    result.rows.push_back(withinShare(name + "reverse flux at x = H, in slot fluxes", "",
                                      reverseFlux, jet->reverse, 0.15));
    result.rows.push_back(within(name + "greatest speed at x = H, in inflow speeds", "",
                                 greatestSpeed, jet->u.greatest(), 0.1));
    result.rows.push_back(atMost(name + "fastest layer below the ceiling", "m",
                                 heightM - jet->u.positions[jet->fastest()], 0.06 * heightM,
                                 0.04 * heightM));
    addCurve(*jet, "k-epsilon", 0, result);
    return {};
}

// Its mixing length is bounded for halls full of racks, which makes the eddies of an empty room too
// weak: some 20 % less is drawn in than was measured. Unbounded it would be 60 % more.
Result<void> compareZeroEquation(const RunSettings& settings, CaseResult& result) {
    const auto jet = solveAnnexRoom(ZeroEquation{}, settings);
    if (!jet) return tl::unexpected(jet.error());
    result.cells = jet->cells;
    const std::string name = "zero-equation: ";
    result.rows.push_back(withinShare(name + "forward flux at x = H, in slot fluxes", "",
                                      forwardFlux, jet->forward, 0.25));
    result.rows.push_back(withinShare(name + "reverse flux at x = H, in slot fluxes", "",
                                      reverseFlux, jet->reverse, 0.25));
    addCurve(*jet, "zero-equation", 1, result);
    return {};
}

std::vector<Part> parts(Effort /*one grid*/) {
    return {{"k-epsilon", "90 × 40", compareKEpsilon},
            {"zero-equation", "90 × 40", compareZeroEquation}};
}

}  // namespace

const Case& ceilingJet() {
    static const Case one{
        "annex-20", "Isothermal room of IEA Annex 20",
        "A turbulent jet along a ceiling: how much room air it draws in.",
        "P. V. Nielsen, Specification of a two-dimensional test case, Aalborg University R9040 "
        "(1990); measured by A. Restivo (1979) in a model whose flow is not quite two-dimensional",
        parts};
    return one;
}

}  // namespace halltwin::validation
