// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/heated_box.h"

#include <utility>

namespace halltwin::validation {

using namespace halltwin::airflow;

Result<std::unique_ptr<AirFlow>> solveHeatedBox(const HeatedBox& box) {
    constexpr double prandtl = 0.71;
    AirModel model;
    model.viscosityM2S = prandtl;
    model.prandtl = prandtl;
    model.buoyancyMS2K = box.rayleigh * prandtl;
    model.friction = WallFriction::NoSlip;
    model.turbulence = ConstantEddy{0.0};
    auto air = std::make_unique<AirFlow>(box.domain, model);
    ScalarSources sources = noSources(box.domain.box());
    holdSide(*air, 0, 0.5, sources);
    holdSide(*air, 1, -0.5, sources);
    March march = box.march;
    march.hasHeat = true;
    if (auto done = marchToSteady(*air, sources, march); !done) return tl::unexpected(done.error());
    return air;
}

double nusseltOf(const HeatedBox& box, const AirFlow& air) {
    const Grid& grid = box.domain.grid;
    double heat = 0.0;
    double wall = 0.0;
    for (int k = 0; k < grid.z.cells(); ++k)
        for (int j = 0; j < grid.y.cells(); ++j) {
            const double area = grid.y.width(j) * grid.z.width(k);
            const double beside = air.temperature[box.domain.box().at(0, j, k)];
            heat += 2.0 * (0.5 - beside) / grid.x.width(0) * area;
            wall += area;
        }
    return heat / wall;
}

}  // namespace halltwin::validation
