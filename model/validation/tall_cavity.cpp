// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/wall_layer.h"
#include "model/validation/cases.h"
#include "model/validation/march.h"

#include <array>
#include <cstddef>
#include <fmt/format.h>

namespace halltwin::validation {

using namespace halltwin::airflow;

namespace {

constexpr double heightM = 2.18;
constexpr double widthM = 0.076;
constexpr double coldC = 15.1;
constexpr double hotC = 34.7;
constexpr double middleC = 0.5 * (coldC + hotC);
constexpr int cellsAcross = 24;
constexpr int cellsUp = 110;

struct Measured {
    double xMm;
    double temperatureC;
};

/// Half way up. The first and last eight stand in the layers on the walls, which wall functions
/// bridge: only the core between them is compared.
constexpr std::size_t layerPoints = 8;
constexpr std::array<Measured, 27> halfWayUp{
    {{0.33, 15.62},  {0.84, 16.45},  {1.6, 17.58},   {2.61, 19.05},  {3.88, 19.96},  {5.15, 20.46},
     {6.42, 21.32},  {8.96, 22.01},  {12.77, 22.74}, {17.85, 23.35}, {22.93, 23.69}, {28.01, 24.25},
     {33.09, 25.15}, {38.17, 25.26}, {43.11, 25.57}, {48.19, 26.12}, {53.27, 26.30}, {58.35, 26.99},
     {63.43, 27.53}, {67.24, 27.71}, {69.78, 28.61}, {71.05, 29.44}, {72.32, 30.06}, {73.59, 31.12},
     {74.6, 32.37},  {75.36, 33.37}, {75.87, 34.21}}};

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

Result<Samples> temperatureHalfWayUp(const RunSettings& settings) {
    const AirDomain cavity =
        planeBox({evenAxis(cellsAcross, widthM), evenAxis(1, 0.01), evenAxis(cellsUp, heightM)}, 1);
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
    march.stop = settings.stop;
    // Heat through the walls answers to the turbulence: it is set anew twelve times.
    constexpr int rounds = 12;
    for (int round = 0; round < rounds; ++round) {
        holdWalls(air, sources);
        if (auto done = marchToSteady(air, sources, march); !done)
            return tl::unexpected(done.error());
        if (settings.progress) settings.progress(static_cast<double>(round + 1) / rounds, {});
    }
    const CellBox box = cavity.box();
    Samples samples;
    for (int i = 0; i < box.nx; ++i)
        samples.add(1000.0 * cavity.grid.x.centre(i),
                    middleC + 0.5 * (air.temperature[box.at(i, 0, cellsUp / 2 - 1)] +
                                     air.temperature[box.at(i, 0, cellsUp / 2)]));
    return samples;
}

Result<void> compare(const RunSettings& settings, CaseResult& result) {
    const auto ours = temperatureHalfWayUp(settings);
    if (!ours) return tl::unexpected(ours.error());
    result.cells = static_cast<std::size_t>(cellsAcross) * cellsUp;
    Curve measured{"Betts and Bokhari", CurveKind::Published, 0, {}};
    for (std::size_t n = 0; n < halfWayUp.size(); ++n) {
        const Measured& point = halfWayUp[n];
        measured.points.push_back({point.xMm, point.temperatureC});
        if (n >= layerPoints && n < halfWayUp.size() - layerPoints)
            result.rows.push_back(within(fmt::format("temperature at x = {:.2f} mm", point.xMm),
                                         "°C", point.temperatureC, ours->at(point.xMm), 1.0));
    }
    constexpr double fromMm = 17.85;
    constexpr double toMm = 58.35;
    const auto slope = [](double low, double high) { return (high - low) / (toMm - fromMm); };
    result.rows.push_back(withinShare("slope of the core", "K/mm", slope(23.35, 26.99),
                                      slope(ours->at(fromMm), ours->at(toMm)), 0.3));
    Curve calculated{"HallTwin, k-epsilon", CurveKind::Calculated, 0, {}};
    for (std::size_t n = 0; n < ours->positions.size(); ++n)
        calculated.points.push_back({ours->positions[n], ours->values[n]});
    result
        .profile({"temperature",
                  "Temperature half way up",
                  {"distance from the cold wall", "mm", false},
                  {"temperature", "°C", false},
                  {}})
        .curves = {measured, calculated};
    return {};
}

std::vector<Part> parts(Effort /*one grid*/) {
    return {{"k-epsilon", "24 × 110", compare}};
}

}  // namespace

const Case& tallCavity() {
    static const Case one{
        "tall-cavity", "Tall narrow cavity, turbulent",
        "Turbulent buoyant air by k and epsilon with wall functions, against measurements.",
        "P. L. Betts, I. H. Bokhari, Experiments on turbulent natural convection in an enclosed "
        "tall cavity, Int. J. Heat Fluid Flow 21 (2000); 2.18 m × 0.076 m, Rayleigh number 0.86e6 "
        "on the width",
        parts};
    return one;
}

}  // namespace halltwin::validation
