// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/lid_cavity.h"

#include "model/validation/cases.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <fmt/format.h>
#include <limits>

namespace halltwin::validation {

using namespace halltwin::airflow;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

struct Published {
    double at;
    std::array<double, 3> speed;  // Re 100, 400, 1000
};

constexpr std::array<double, 3> reynolds{100.0, 400.0, 1000.0};
constexpr std::array<double, 3> greatestMisfit{0.02, 0.02, 0.03};

// U. Ghia, K. N. Ghia, C. T. Shin, J. Comput. Phys. 48 (1982): u on the upright centre line.
constexpr std::array<Published, 15> uprightU{{{0.9766, {0.84123, 0.75837, 0.65928}},
                                              {0.9688, {0.78871, 0.68439, 0.57492}},
                                              {0.9609, {0.73722, 0.61756, 0.51117}},
                                              {0.9531, {0.68717, 0.55892, 0.46604}},
                                              {0.8516, {0.23151, 0.29093, 0.33304}},
                                              {0.7344, {0.00332, 0.16256, 0.18719}},
                                              {0.6172, {-0.13641, 0.02135, 0.05702}},
                                              {0.5000, {-0.20581, -0.11477, -0.06080}},
                                              {0.4531, {-0.21090, -0.17119, -0.10648}},
                                              {0.2813, {-0.15662, -0.32726, -0.27805}},
                                              {0.1719, {-0.10150, -0.24299, -0.38289}},
                                              {0.1016, {-0.06434, -0.14612, -0.29730}},
                                              {0.0703, {-0.04775, -0.10338, -0.22220}},
                                              {0.0625, {-0.04192, -0.09266, -0.20196}},
                                              {0.0547, {-0.03717, -0.08186, -0.18109}}}};

// The same source: v on the level centre line. One figure of Re 400 is a known misprint.
constexpr std::array<Published, 15> levelV{{{0.9688, {-0.05906, -0.12146, -0.21388}},
                                            {0.9609, {-0.07391, -0.15663, -0.27669}},
                                            {0.9531, {-0.08864, -0.19254, -0.33714}},
                                            {0.9453, {-0.10313, -0.22847, -0.39188}},
                                            {0.9063, {-0.16914, none, -0.51550}},
                                            {0.8594, {-0.22445, -0.44993, -0.42665}},
                                            {0.8047, {-0.24533, -0.38598, -0.31966}},
                                            {0.5000, {0.05454, 0.05186, 0.02526}},
                                            {0.2344, {0.17527, 0.30174, 0.32235}},
                                            {0.2266, {0.17507, 0.30203, 0.33075}},
                                            {0.1563, {0.16077, 0.28124, 0.37095}},
                                            {0.0938, {0.12317, 0.22965, 0.32627}},
                                            {0.0781, {0.10890, 0.20920, 0.30353}},
                                            {0.0703, {0.10091, 0.19713, 0.29012}},
                                            {0.0625, {0.09233, 0.18360, 0.27485}}}};

struct Misfit {
    double greatest = 0.0;
    double square = 0.0;
    int count = 0;

    void add(double difference) {
        if (std::isnan(difference)) return;
        greatest = std::max(greatest, std::abs(difference));
        square += difference * difference;
        ++count;
    }
    [[nodiscard]] double rms() const { return std::sqrt(square / count); }
};

Misfit againstGhia(const Centrelines& lines, std::size_t column) {
    Misfit misfit;
    for (const Published& point : uprightU)
        misfit.add(lines.u.at(point.at) - point.speed[column]);
    for (const Published& point : levelV)
        misfit.add(lines.v.at(point.at) - point.speed[column]);
    return misfit;
}

/// RMS distance of two solutions on both centre lines.
double distance(const Centrelines& a, const Centrelines& b) {
    Misfit misfit;
    constexpr int points = 200;
    for (int n = 1; n < points; ++n) {
        const double at = static_cast<double>(n) / points;
        misfit.add(a.u.at(at) - b.u.at(at));
        misfit.add(a.v.at(at) - b.v.at(at));
    }
    return misfit.rms();
}

/// Both curves of one Reynolds number; positions along x or along y of the plot.
enum class Across { X, Y };

void addCurves(Profile& profile, const std::array<Published, 15>& published, const Samples& ours,
               std::size_t column, Across across) {
    const auto placed = [&](double at, double speed) {
        return across == Across::X ? Point{at, speed} : Point{speed, at};
    };
    const std::string name = fmt::format("Re {:g}", reynolds[column]);
    Curve reference{name + ", Ghia and others", CurveKind::Published, static_cast<int>(column), {}};
    for (const Published& point : published)
        if (!std::isnan(point.speed[column]))
            reference.points.push_back(placed(point.at, point.speed[column]));
    Curve calculated{name + ", HallTwin", CurveKind::Calculated, static_cast<int>(column), {}};
    for (std::size_t n = 0; n < ours.positions.size(); ++n)
        calculated.points.push_back(placed(ours.positions[n], ours.values[n]));
    profile.curves.push_back(std::move(reference));
    profile.curves.push_back(std::move(calculated));
}

Result<void> compare(std::size_t column, const RunSettings& settings, CaseResult& result) {
    constexpr int cells = 128;
    const auto lines = solveLidCavity(cells, reynolds[column], settings);
    if (!lines) return tl::unexpected(lines.error());
    result.cells = std::max<std::size_t>(result.cells, cells * cells);
    const Misfit misfit = againstGhia(*lines, column);
    const std::string name = fmt::format("Re {:g}: ", reynolds[column]);
    result.rows.push_back(atMost(name + "greatest difference of u and v, in lid speeds", "",
                                 misfit.greatest, greatestMisfit[column]));
    result.rows.push_back(atMost(name + "RMS difference, in lid speeds", "", misfit.rms(), 0.01));
    addCurves(result.profile({"u-upright",
                              "Speed along the lid on the upright centre line",
                              {"u / lid speed", "", false},
                              {"height / side", "", false},
                              {}}),
              uprightU, lines->u, column, Across::Y);
    addCurves(result.profile({"v-level",
                              "Upright speed on the level centre line",
                              {"distance / side", "", false},
                              {"v / lid speed", "", false},
                              {}}),
              levelV, lines->v, column, Across::X);
    return {};
}

Result<void> measureOrder(const RunSettings& settings, CaseResult& result) {
    std::array<Centrelines, 3> solutions;
    constexpr std::array<int, 3> cells{32, 64, 128};
    for (std::size_t n = 0; n < 3; ++n) {
        auto solved = solveLidCavity(cells[n], 400.0, settings);
        if (!solved) return tl::unexpected(solved.error());
        solutions[n] = *std::move(solved);
    }
    const double order =
        std::log2(distance(solutions[0], solutions[1]) / distance(solutions[1], solutions[2]));
    result.rows.push_back(atLeast("Re 400: order of convergence", "", order, 1.7));
    return {};
}

std::vector<Part> parts(Effort /*one grid*/) {
    std::vector<Part> all;
    for (std::size_t n = 0; n < reynolds.size(); ++n)
        all.push_back({fmt::format("Re {:g}", reynolds[n]), "128 × 128",
                       [n](const RunSettings& settings, CaseResult& result) {
                           return compare(n, settings, result);
                       }});
    all.push_back({"order of convergence", "32², 64², 128²", measureOrder});
    return all;
}

}  // namespace

Result<Centrelines> solveLidCavity(int cells, double reynoldsNumber, const RunSettings& settings) {
    AirDomain domain =
        planeBox({evenAxis(cells, 1.0), evenAxis(cells, 1.0), evenAxis(1, 1.0 / cells)}, 2);
    domain.sides[3].velocityMS = {1.0, 0.0, 0.0};
    AirModel model;
    model.viscosityM2S = 1.0 / reynoldsNumber;
    model.friction = WallFriction::NoSlip;
    model.turbulence = ConstantEddy{0.0};
    AirFlow air(domain, model);
    March march = marchOf(settings);
    march.settled = 2e-4;
    march.mostSteps = 6000;
    if (auto done = marchToSteady(air, noSources(domain.box()), march); !done)
        return tl::unexpected(done.error());
    Centrelines lines;
    lines.u.add(0.0, 0.0);
    lines.v.add(0.0, 0.0);
    for (int n = 0; n < cells; ++n) {
        const double centre = (n + 0.5) / cells;
        lines.u.add(centre, air.velocity[0][domain.box().at(cells / 2 - 1, n, 0)]);
        lines.v.add(centre, air.velocity[1][domain.box().at(n, cells / 2 - 1, 0)]);
    }
    lines.u.add(1.0, 1.0);
    lines.v.add(1.0, 0.0);
    return lines;
}

const Case& lidCavity() {
    static const Case one{
        "lid-cavity", "Cavity under a moving lid",
        "Momentum, pressure and their order of accuracy, without turbulence or heat.",
        "U. Ghia, K. N. Ghia, C. T. Shin, High-Re solutions for incompressible flow using the "
        "Navier-Stokes equations and a multigrid method, J. Comput. Phys. 48 (1982), 129 × 129 "
        "points",
        parts};
    return one;
}

}  // namespace halltwin::validation
