// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/cases.h"
#include "model/validation/heated_box.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

namespace halltwin::validation {

using namespace halltwin::airflow;

namespace {

struct Published {
    const char* name;
    double rayleigh;
    double nusselt;  ///< mean of the hot wall
    double tolerance;
};

constexpr Published tricLow{"Ra 1e4", 1e4, 2.054, 0.02};
constexpr Published tricHigh{"Ra 1e5", 1e5, 4.337, 0.03};

/// One half of the cube: the flow is its own mirror image about the middle plane across y.
AirDomain halfCube(const GridAxis& axis) {
    GridAxis half;
    for (int n = 0; n <= axis.cells() / 2; ++n)
        half.faces.push_back(axis.faces[static_cast<std::size_t>(n)]);
    AirDomain domain = makeClosedBox({axis, half, axis});
    domain.sides[3].slips = true;
    return domain;
}

/// Over the logarithm of the Rayleigh number; adds what was published at the first call.
Profile& nusseltProfile(CaseResult& result) {
    Profile& profile = result.profile({"nusselt",
                                       "Heat through the hot wall",
                                       {"log₁₀ of the Rayleigh number", "", true},
                                       {"mean Nusselt number", "", false},
                                       {}});
    if (profile.curves.empty()) {
        profile.curves.push_back({"Tric and others",
                                  CurveKind::Published,
                                  0,
                                  {{3.0, 1.070}, {4.0, 2.054}, {5.0, 4.337}, {6.0, 8.6407}}});
        profile.curves.push_back({"Fusegi and others",
                                  CurveKind::Published,
                                  1,
                                  {{3.0, 1.085}, {4.0, 2.100}, {5.0, 4.361}, {6.0, 8.770}}});
        profile.curves.push_back({"HallTwin", CurveKind::Calculated, 0, {}});
    }
    return profile;
}

Result<void> compare(const Published& figures, const GridAxis& axis, const RunSettings& settings,
                     CaseResult& result) {
    HeatedBox box{figures.rayleigh, halfCube(axis), marchOf(settings)};
    box.march.settled = 3e-4;
    box.march.longestStepS = 3e-3;
    box.march.mostSteps = 3000;
    box.march.effort = {3, 3, {2e-2, 3}};
    const auto air = solveHeatedBox(box);
    if (!air) return tl::unexpected(air.error());
    const CellBox cells = box.domain.box();
    result.cells = std::max(result.cells, static_cast<std::size_t>(cells.nx) *
                                              static_cast<std::size_t>(cells.ny * cells.nz));
    const std::string name = figures.name;
    result.rows.push_back(withinShare(name + ": mean Nusselt number of the hot wall", "",
                                      figures.nusselt, nusseltOf(box, **air), figures.tolerance));
    nusseltProfile(result).curves.back().points.push_back(
        {std::log10(figures.rayleigh), nusseltOf(box, **air)});
    return {};
}

std::vector<Part> parts(Effort /*one grid*/) {
    const auto part = [](const Published& figures, const GridAxis& axis) {
        return [&figures, axis](const RunSettings& settings, CaseResult& result) {
            return compare(figures, axis, settings, result);
        };
    };
    return {{tricLow.name, "48 × 48 × 48, one half", part(tricLow, evenAxis(48, 1.0))},
            {tricHigh.name, "64 × 64 × 64 stretched, one half",
             part(tricHigh, wallAxis(64, 1.0, 1.2))}};
}

}  // namespace

const Case& heatedCube() {
    static const Case one{
        "heated-cube", "Cube between a hot and a cold wall", "The same in three dimensions.",
        "E. Tric, G. Labrosse, M. Betrouni, A first incursion into the 3D structure of natural "
        "convection of air in a differentially heated cubic cavity, Int. J. Heat Mass Transfer 43 "
        "(2000); in the plot also T. Fusegi and others, the same journal 34 (1991); Prandtl number "
        "0.71",
        parts};
    return one;
}

}  // namespace halltwin::validation
