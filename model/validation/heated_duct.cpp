// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/cases.h"
#include "model/validation/march.h"

#include <cstddef>
#include <vector>

namespace halltwin::validation {

using namespace halltwin::airflow;

namespace {

constexpr double flowM3S = 0.3;
constexpr double powerPerCapacity = 4.2;  // P / (ρ c_p), K m³/s
constexpr int across = 4;
constexpr int heaterFrom = 18;
constexpr int heaterTo = 21;

AirDomain duct() {
    AirDomain domain =
        makeClosedBox({evenAxis(40, 8.0), evenAxis(across, 0.6), evenAxis(across, 0.6)});
    const CellBox box = domain.box();
    constexpr double share = flowM3S / (across * across);
    for (int k = 0; k < across; ++k)
        for (int j = 0; j < across; ++j) {
            domain.prescribed.push_back({0, box.at(-1, j, k), share});
            domain.prescribed.push_back({0, box.at(box.nx - 1, j, k), share});
        }
    return domain;
}

ScalarSources heater(const AirFlow& air) {
    const CellBox& box = air.space().box;
    ScalarSources sources = noSources(box);
    carryIn(air.space(), std::vector<double>(air.space().prescribed.size(), 0.0), sources);
    const double heated =
        air.space().metric.volume(0, 0, 0) * (heaterTo - heaterFrom) * across * across;
    for (int k = 0; k < across; ++k)
        for (int j = 0; j < across; ++j)
            for (int i = heaterFrom; i < heaterTo; ++i)
                sources.gain[box.at(i, j, k)] += static_cast<float>(powerPerCapacity / heated);
    return sources;
}

/// Mean over the duct's section.
double meanAcross(const AirFlow& air, int i) {
    double mean = 0.0;
    for (int k = 0; k < across; ++k)
        for (int j = 0; j < across; ++j)
            mean += air.temperature[air.space().box.at(i, j, k)] / (across * across);
    return mean;
}

void addCurves(const AirFlow& air, const GridAxis& axis, CaseResult& result) {
    constexpr double riseK = powerPerCapacity / flowM3S;
    Curve balance{"energy balance", CurveKind::Published, 0, {}};
    Curve ours{"HallTwin", CurveKind::Calculated, 0, {}};
    for (int i = 0; i < axis.cells(); ++i) {
        ours.points.push_back({axis.centre(i), meanAcross(air, i)});
        if (i % 4 == 2 && (i < heaterFrom - 1 || i > heaterTo))
            balance.points.push_back({axis.centre(i), i < heaterFrom ? 0.0 : riseK});
    }
    result
        .profile({"temperature",
                  "Temperature along the duct",
                  {"distance from the inlet", "m", false},
                  {"temperature above the inlet", "K", false},
                  {}})
        .curves = {balance, ours};
}

Result<void> compare(const RunSettings& settings, CaseResult& result) {
    const AirDomain domain = duct();
    AirModel model;
    model.friction = WallFriction::FreeSlip;
    model.buoyancyMS2K = 0.0;
    AirFlow air(domain, model);
    const ScalarSources sources = heater(air);
    const StepEffort effort{2, 2, {1e-3, 4}};
    constexpr int steps = 1500;
    for (int step = 0; step < steps; ++step) {
        if (auto done = air.stepFlow(0.2, effort, settings.stop); !done) return done;
        air.stepHeat(sources, 0.2, effort.scalarSweeps);
        if (settings.progress && step % 50 == 0)
            settings.progress(static_cast<double>(step) / steps, {});
    }
    result.cells = static_cast<std::size_t>(domain.grid.x.cells()) * across * across;
    result.rows.push_back(withinShare("temperature rise, P / (ρ c_p V̇)", "K",
                                      powerPerCapacity / flowM3S,
                                      meanAcross(air, domain.grid.x.cells() - 1), 1e-5));
    addCurves(air, domain.grid.x, result);
    return {};
}

std::vector<Part> parts(Effort /*one grid*/) {
    return {{"steady", "40 × 4 × 4", compare}};
}

}  // namespace

const Case& heatedDuct() {
    static const Case one{"heated-duct", "Heater in a duct",
                          "Heat is neither lost nor made on its way.",
                          "Energy balance of a steady flow, ΔT = P / (ρ c_p V̇)", parts};
    return one;
}

}  // namespace halltwin::validation
