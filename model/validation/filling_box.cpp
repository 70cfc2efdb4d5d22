// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/cases.h"
#include "model/validation/march.h"

#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <numbers>

namespace halltwin::validation {

using namespace halltwin::airflow;

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

/// A quarter of a square room over a heat source in its corner x = y = 0, where both sides slip:
/// the mirror planes of a plume in the middle. Away from the plume air comes in through the floor
/// and leaves through the ceiling, and returns through a shaft beyond a wall, at the temperature of
/// the surroundings. Floor and ceiling resist: `lossK` velocity heads each.
AirDomain ventilatedRoom(double lossK) {
    constexpr double cell = heightM / layers;
    AirDomain room =
        makeClosedBox({wideningAxis(across + shaft), wideningAxis(across),
                       evenAxis(layers + 2 * voidLayers, cell * (layers + 2 * voidLayers))});
    for (std::size_t side = 0; side < 4; ++side)
        room.sides[side].slips = true;
    const CellBox box = room.box();
    forCells(box, [&](int i, int j, int k) {
        const std::size_t c = box.at(i, j, k);
        const bool plate = k == voidLayers - 1 || k == voidLayers + layers - 1;
        if (i < across && plate)
            room.lossK[2][c] =
                isFarFromPlume(i, j) ? lossK : std::numeric_limits<double>::infinity();
        if (i == across - 1 && k >= voidLayers && k < voidLayers + layers)
            room.lossK[0][c] = std::numeric_limits<double>::infinity();
    });
    return room;
}

/// Height of the layer's lower edge over the room's height by P. F. Linden, G. F. Lane-Serff,
/// D. A. Smeed, J. Fluid Mech. 212 (1990), for the effective area of the openings over height².
double publishedInterface(double area) {
    const double entrainment = 0.1;
    const double c =
        1.2 * entrainment * std::cbrt(0.9 * entrainment) * std::pow(std::numbers::pi, 2.0 / 3.0);
    double low = 0.0;
    double high = 1.0;
    while (high - low > 1e-9) {
        const double middle = 0.5 * (low + high);
        const double needs = std::pow(c, 1.5) * std::sqrt(std::pow(middle, 5.0) / (1.0 - middle));
        (needs < area ? low : high) = middle;
    }
    return low;
}

/// Effective area A* of the openings over height²: flow = A* √(g β ΔT · height of the warm layer).
constexpr double openingArea = 0.012;
constexpr double heatKM3S = 0.4;  // P / (ρ c_p) of the whole source
constexpr double gravityPerK = 9.81 / 293.15;

/// Loss of the plates that gives the openings their effective area: A* = a / √K for two alike.
double plateLoss() {
    const GridAxis axis = wideningAxis(across);
    const double farM2 =
        4.0 * (std::pow(axis.faces.back(), 2.0) - std::pow(axis.faces[plumeCells], 2.0));
    return std::pow(farM2 / (openingArea * heightM * heightM), 2.0);
}

ScalarSources plumeAndSurroundings(const AirFlow& air) {
    const CellBox& box = air.space().box;
    ScalarSources sources = noSources(box);
    forCells(box, [&](int i, int j, int k) {
        const std::size_t c = box.at(i, j, k);
        if (i >= across || k < voidLayers || k >= voidLayers + layers) sources.decay[c] = 20.0F;
        if (i == 0 && j == 0 && k == voidLayers)
            sources.gain[c] =
                static_cast<float>(heatKM3S / 4.0 / air.space().metric.volume(i, j, k));
    });
    return sources;
}

/// Mean excess temperature of each layer away from the plume, K.
double layerMean(const AirFlow& air, int k) {
    double sum = 0.0;
    int count = 0;
    for (int j = 0; j < across; ++j)
        for (int i = 0; i < across; ++i) {
            if (!isFarFromPlume(i, j)) continue;
            sum += air.temperature[air.space().box.at(i, j, k + voidLayers)];
            ++count;
        }
    return sum / count;
}

Samples layersOf(const AirFlow& air) {
    Samples profile;
    for (int k = 0; k < layers; ++k)
        profile.add((k + 0.5) / layers, layerMean(air, k));
    return profile;
}

/// Where the temperature passes one half of that of the warm layer.
double interfaceOf(const Samples& profile) {
    const double half = 0.5 * profile.at(0.8);
    std::size_t n = 1;
    while (n + 1 < profile.values.size() && profile.values[n] < half)
        ++n;
    const double share =
        (half - profile.values[n - 1]) / (profile.values[n] - profile.values[n - 1]);
    return profile.positions[n - 1] + share * (profile.positions[n] - profile.positions[n - 1]);
}

double flowThroughCeiling(const AirFlow& air) {
    const CellBox& box = air.space().box;
    double flow = 0.0;
    for (int j = 0; j < across; ++j)
        for (int i = 0; i < across; ++i)
            flow += 4.0 * air.velocity[2][box.at(i, j, voidLayers + layers - 1)] *
                    air.space().metric.area(2, i, j, 0);
    return flow;
}

/// By k and ε: the zero-equation model mixes a plume too much. Starts near the end it is to find,
/// as a room takes many changes of its air to fill from nothing.
Result<void> fill(AirFlow& air, const RunSettings& settings) {
    const ScalarSources sources = plumeAndSurroundings(air);
    const CellBox box = air.space().box;
    forCells(box, [&](int i, int j, int k) {
        if (i < across && k >= voidLayers + layers / 2 && k < voidLayers + layers)
            air.temperature[box.at(i, j, k)] = 6.0F;
    });
    const StepEffort effort{2, 2, {1e-3, 3}};
    constexpr double dtS = 0.4;
    constexpr int steps = 1200;
    for (int step = 0; step < steps; ++step) {
        if (auto done = air.stepFlow(dtS, effort, settings.stop); !done) return done;
        air.stepHeat(sources, dtS, 2);
        if (settings.progress && step % 20 == 0)
            settings.progress(static_cast<double>(step) / steps, {});
    }
    return {};
}

void addRows(const AirFlow& air, const Samples& profile, CaseResult& result) {
    const double found = interfaceOf(profile);
    const double warmK = profile.at(0.8);
    result.rows.push_back(withinShare("height of the warm layer's lower edge / room height", "",
                                      publishedInterface(openingArea), found, 0.15));
    result.rows.push_back(atMost("excess temperature at 1/4 height / that of the warm layer", "",
                                 profile.at(0.25) / warmK, 0.05, 0.0));
    const double draught = gravityPerK * warmK * (1.0 - found) * heightM;
    result.rows.push_back(withinShare("flow through the room, by the draught of the warm layer",
                                      "m³/s", openingArea * heightM * heightM * std::sqrt(draught),
                                      flowThroughCeiling(air), 0.1));
}

Result<void> compare(const RunSettings& settings, CaseResult& result) {
    AirModel model;
    model.turbulence = KEpsilon{};
    model.buoyancyMS2K = gravityPerK;
    AirFlow air(ventilatedRoom(plateLoss()), model);
    if (auto done = fill(air, settings); !done) return done;
    const CellBox box = air.space().box;
    result.cells = static_cast<std::size_t>(box.nx) * static_cast<std::size_t>(box.ny * box.nz);
    const Samples profile = layersOf(air);
    addRows(air, profile, result);
    const double warmK = profile.at(0.8);
    const double edge = publishedInterface(openingArea);
    Curve ours{"HallTwin, k-epsilon", CurveKind::Calculated, 0, {}};
    for (std::size_t n = 0; n < profile.positions.size(); ++n)
        ours.points.push_back({profile.values[n] / warmK, profile.positions[n]});
    result
        .profile({"layers",
                  "Temperature away from the plume",
                  {"excess temperature / that at 0.8 height", "", false},
                  {"height / room height", "", false},
                  {}})
        .curves = {
        {"edge of the warm layer, Linden and others", CurveKind::Published, 0, {{0.5, edge}}},
        ours};
    return {};
}

std::vector<Part> parts(Effort /*one grid*/) {
    return {{"k-epsilon", "23 × 20 × 44, one quarter", compare}};
}

}  // namespace

const Case& fillingBox() {
    static const Case one{
        "filling-box", "Ventilated room over a heat source",
        "A plume and the warm layer under a ceiling: the recirculation of hot aisles in its "
        "simplest form.",
        "P. F. Linden, G. F. Lane-Serff, D. A. Smeed, Emptying filling boxes: the fluid mechanics "
        "of natural ventilation, J. Fluid Mech. 212 (1990), entrainment 0.1",
        parts};
    return one;
}

}  // namespace halltwin::validation
