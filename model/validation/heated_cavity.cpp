// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/cases.h"
#include "model/validation/heated_box.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <fmt/format.h>

namespace halltwin::validation {

using namespace halltwin::airflow;

namespace {

struct Published {
    const char* name;
    double rayleigh;
    double greatestU;  ///< on the upright centre line
    double heightOfU;
    double greatestW;  ///< on the level centre line
    double placeOfW;
    double nusselt;  ///< mean
    double nusseltTolerance;
};

constexpr std::array<Published, 4> published{
    {{"Ra 1e3", 1e3, 3.649, 0.813, 3.697, 0.178, 1.118, 0.01},
     {"Ra 1e4", 1e4, 16.178, 0.823, 19.617, 0.119, 2.243, 0.01},
     {"Ra 1e5", 1e5, 34.73, 0.855, 68.59, 0.066, 4.519, 0.01},
     {"Ra 1e6", 1e6, 64.63, 0.850, 219.36, 0.0379, 8.800, 0.02}}};

struct Centrelines {
    Samples u;
    Samples w;
};

Centrelines centrelinesOf(const HeatedBox& box, const AirFlow& air) {
    const GridAxis& axis = box.domain.grid.x;
    const int cells = axis.cells();
    Centrelines lines;
    lines.u.add(0.0, 0.0);
    lines.w.add(0.0, 0.0);
    for (int n = 0; n < cells; ++n) {
        const CellBox cellBox = box.domain.box();
        lines.u.add(axis.centre(n), air.velocity[0][cellBox.at(cells / 2 - 1, 0, n)]);
        lines.w.add(axis.centre(n), air.velocity[2][cellBox.at(n, 0, cells / 2 - 1)]);
    }
    lines.u.add(1.0, 0.0);
    lines.w.add(1.0, 0.0);
    return lines;
}

void addCurves(const Published& figures, const Centrelines& lines, CaseResult& result) {
    const auto pair = static_cast<int>(&figures - published.data());
    const std::string name = figures.name;
    // Shares of the published peaks: the Rayleigh numbers differ by powers of ten.
    Profile& upright = result.profile({"u-upright",
                                       "Level speed on the upright centre line",
                                       {"u / published greatest u", "", false},
                                       {"height / side", "", false},
                                       {}});
    upright.curves.push_back(
        {name + ", de Vahl Davis", CurveKind::Published, pair, {{1.0, figures.heightOfU}}});
    Curve u{name + ", HallTwin", CurveKind::Calculated, pair, {}};
    for (std::size_t n = 0; n < lines.u.positions.size(); ++n)
        u.points.push_back({lines.u.values[n] / figures.greatestU, lines.u.positions[n]});
    upright.curves.push_back(std::move(u));
    Profile& level = result.profile({"w-level",
                                     "Upright speed on the level centre line",
                                     {"distance from the hot wall / side", "", false},
                                     {"w / published greatest w", "", false},
                                     {}});
    level.curves.push_back(
        {name + ", de Vahl Davis", CurveKind::Published, pair, {{figures.placeOfW, 1.0}}});
    Curve w{name + ", HallTwin", CurveKind::Calculated, pair, {}};
    for (std::size_t n = 0; n < lines.w.positions.size(); ++n)
        w.points.push_back({lines.w.positions[n], lines.w.values[n] / figures.greatestW});
    level.curves.push_back(std::move(w));
}

Result<void> compare(const Published& figures, const GridAxis& axis, const RunSettings& settings,
                     CaseResult& result) {
    HeatedBox box{figures.rayleigh, planeBox({axis, evenAxis(1, 0.02), axis}, 1),
                  marchOf(settings)};
    box.march.settled = 1e-4;
    box.march.longestStepS = 2e-3;
    box.march.mostSteps = 8000;
    const auto air = solveHeatedBox(box);
    if (!air) return tl::unexpected(air.error());
    const auto cells = static_cast<std::size_t>(axis.cells());
    result.cells = std::max(result.cells, cells * cells);
    const Centrelines lines = centrelinesOf(box, **air);
    const std::string name = figures.name;
    result.rows.push_back(withinShare(name + ": mean Nusselt number of the hot wall", "",
                                      figures.nusselt, nusseltOf(box, **air),
                                      figures.nusseltTolerance));
    result.rows.push_back(withinShare(name + ": greatest u, in diffusivity / side", "",
                                      figures.greatestU, lines.u.greatest(), 0.02));
    result.rows.push_back(withinShare(name + ": greatest w, in diffusivity / side", "",
                                      figures.greatestW, lines.w.greatest(), 0.02));
    addCurves(figures, lines, result);
    return {};
}

std::vector<Part> parts(Effort /*one grid*/) {
    std::vector<Part> all;
    for (const Published& figures : published) {
        const bool thin = figures.rayleigh > 5e5;  // thin layers: cells narrow at the walls
        all.push_back({figures.name, thin ? "128 × 128, stretched" : "80 × 80",
                       [&figures, thin](const RunSettings& settings, CaseResult& result) {
                           const GridAxis axis = thin ? wallAxis(128, 1.0, 1.5) : evenAxis(80, 1.0);
                           return compare(figures, axis, settings, result);
                       }});
    }
    return all;
}

}  // namespace

const Case& heatedCavity() {
    static const Case one{
        "heated-cavity", "Square cavity between a hot and a cold wall",
        "Buoyancy and heat without turbulence, up to thin boundary layers.",
        "G. de Vahl Davis, Natural convection of air in a square cavity: a bench mark numerical "
        "solution, Int. J. Numer. Methods Fluids 3 (1983); Prandtl number 0.71",
        parts};
    return one;
}

}  // namespace halltwin::validation
