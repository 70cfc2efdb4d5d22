// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/flow.h"

#include "model/thermal/air_law.h"
#include "model/airflow/pressure.h"
#include "model/thermal/room_check.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <set>
#include <utility>

namespace halltwin::thermal {

namespace {

using airflow::connectedRegions;
using airflow::PressureOutcome;
using airflow::PressureSolver;
using airflow::Regions;
using airflow::subtractMeans;

constexpr int mostLawIterations = 40;
constexpr double usualPressurePa =
    10.0;  // across tiles and leaks, to start from; only ratios matter

struct ResistiveFace {
    std::size_t axis;
    std::size_t cell;
    double areaM2;
    double openConductance;  ///< of the same face with K = 0, m³/(s Pa)
    double slowing;          ///< τ K / (2 d), s/m
    double speedMS;          ///< u that the law is linearised about
};

/// How the law u (1 + s |u|) = g Δp is made linear. Secant: u = g Δp / (1 + s |u₀|), which keeps
/// flow and pressure difference of one sign. Tangent: Newton's step about u₀, which converges
/// quadratically.
enum class Linearisation { Secant, Tangent };

class FlowProblem {
public:
    FlowProblem(const Raster& raster, double densityKgM3, const SolveSettings& settings)
        : m_raster(raster),
          m_settings(settings),
          m_source(airSources(raster)) {
        collectFaces(densityKgM3);
    }

    Result<Flow> solve(const std::stop_token& stop);

private:
    void collectFaces(double densityKgM3);
    void addFace(std::size_t axis, std::size_t cell, double areaM2, double distanceM,
                 double densityKgM3);
    [[nodiscard]] FaceField<double> conductance(Linearisation linearisation) const;
    [[nodiscard]] std::vector<double> rightSide(Linearisation linearisation) const;
    double adoptSpeeds(const std::vector<double>& pressure, Linearisation linearisation);
    [[nodiscard]] Result<void> checkBalance(const Regions& islands) const;
    [[nodiscard]] std::vector<ItemId> unbalancedDevices(const std::vector<char>& inIsland) const;
    void finish(const PressureSolver& solver, Flow& flow) const;

    const Raster& m_raster;
    const SolveSettings& m_settings;
    std::vector<double> m_source;
    FaceField<double> m_open;  ///< conductance of faces without resistance
    std::vector<ResistiveFace> m_resistive;
};

void FlowProblem::addFace(std::size_t axis, std::size_t cell, double areaM2, double distanceM,
                          double densityKgM3) {
    const double lossK = m_raster.lossK[axis][cell];
    if (!std::isfinite(lossK)) return;
    const double open = areaM2 * mixingTimeS / (densityKgM3 * distanceM);
    if (lossK <= 0.0) {
        m_open[axis][cell] = open;
        return;
    }
    m_resistive.push_back({axis, cell, areaM2, open, mixingTimeS * lossK / (2.0 * distanceM),
                           std::sqrt(2.0 * usualPressurePa / (densityKgM3 * lossK))});
}

void FlowProblem::collectFaces(double densityKgM3) {
    const CellBox& box = m_raster.grid.box;
    const Grid& grid = m_raster.grid.grid;
    m_open = makeFaceField(box, 0.0);
    forCells(box, [&](int i, int j, int k) {
        const std::size_t cell = box.at(i, j, k);
        const double dx = grid.x.width(i);
        const double dy = grid.y.width(j);
        const double dz = grid.z.width(k);
        if (i + 1 < box.nx)
            addFace(0, cell, dy * dz, 0.5 * (dx + grid.x.width(i + 1)), densityKgM3);
        if (j + 1 < box.ny)
            addFace(1, cell, dx * dz, 0.5 * (dy + grid.y.width(j + 1)), densityKgM3);
        if (k + 1 < box.nz)
            addFace(2, cell, dx * dy, 0.5 * (dz + grid.z.width(k + 1)), densityKgM3);
    });
}

double slope(const ResistiveFace& face, Linearisation linearisation) {
    const double factor = linearisation == Linearisation::Tangent ? 2.0 : 1.0;
    return face.openConductance / (1.0 + factor * face.slowing * std::abs(face.speedMS));
}

/// Flow at Δp = 0 of the linear law, m³/s.
double offset(const ResistiveFace& face, Linearisation linearisation) {
    if (linearisation == Linearisation::Secant) return 0.0;
    const double ratio = face.slowing * std::abs(face.speedMS);
    return face.areaM2 * face.speedMS * ratio / (1.0 + 2.0 * ratio);
}

FaceField<double> FlowProblem::conductance(Linearisation linearisation) const {
    FaceField<double> result = m_open;
    for (const ResistiveFace& face : m_resistive)
        result[face.axis][face.cell] = slope(face, linearisation);
    return result;
}

std::vector<double> FlowProblem::rightSide(Linearisation linearisation) const {
    std::vector<double> right = m_source;
    for (const ResistiveFace& face : m_resistive) {
        const double flow = offset(face, linearisation);
        right[face.cell] -= flow;
        right[face.cell + m_raster.grid.box.stride(face.axis)] += flow;
    }
    return right;
}

/// Takes the speeds of a solution over; returns by how much flow they moved, against the sum of all
/// flows.
double FlowProblem::adoptSpeeds(const std::vector<double>& pressure, Linearisation linearisation) {
    double moved = 0.0;
    double total = 0.0;
    for (ResistiveFace& face : m_resistive) {
        const std::size_t next = face.cell + m_raster.grid.box.stride(face.axis);
        const double flow = offset(face, linearisation) +
                            slope(face, linearisation) * (pressure[face.cell] - pressure[next]);
        const double speed = flow / face.areaM2;
        moved += std::abs(speed - face.speedMS) * face.areaM2;
        total += std::abs(flow);
        face.speedMS = speed;
    }
    return total > 0.0 ? moved / total : 0.0;
}

std::vector<ItemId> FlowProblem::unbalancedDevices(const std::vector<char>& inIsland) const {
    std::vector<ItemId> items;
    const auto balance = [&](const RasterDevice& device) {
        double inside = 0.0;
        for (const PortCell& port : device.outlet.cells)
            inside += inIsland[port.cell] != 0 ? port.areaM2 / device.outlet.areaM2 : 0.0;
        for (const PortCell& port : device.intake.cells)
            inside -= inIsland[port.cell] != 0 ? port.areaM2 / device.intake.areaM2 : 0.0;
        if (std::abs(inside) > 1e-9) items.push_back(device.id);
    };
    std::for_each(m_raster.racks.begin(), m_raster.racks.end(), balance);
    std::for_each(m_raster.coolers.begin(), m_raster.coolers.end(), balance);
    return items;
}

Result<void> FlowProblem::checkBalance(const Regions& islands) const {
    constexpr double tolerance = 1e-7;  // of the flow in the island: rounding of the input
    const auto count =
        static_cast<std::size_t>(islands.count) + 1;  // the last: cells without open faces
    std::vector<double> sum(count, 0.0);
    std::vector<double> total(count, 0.0);
    const auto islandOf = [&](std::size_t cell) {
        return islands.label[cell] < 0 ? count - 1 : static_cast<std::size_t>(islands.label[cell]);
    };
    for (std::size_t cell = 0; cell < m_source.size(); ++cell) {
        sum[islandOf(cell)] +=
            islandOf(cell) + 1 == count ? std::abs(m_source[cell]) : m_source[cell];
        total[islandOf(cell)] += std::abs(m_source[cell]);
    }
    for (std::size_t island = 0; island < count; ++island) {
        if (std::abs(sum[island]) <= tolerance * total[island]) continue;
        std::vector<char> inside(m_source.size(), 0);
        for (std::size_t cell = 0; cell < inside.size(); ++cell)
            inside[cell] = islandOf(cell) == island ? 1 : 0;
        const char* what = sum[island] > 0.0
                               ? "More air is blown into a closed space than drawn out of it."
                               : "More air is drawn out of a closed space than blown into it.";
        return tl::unexpected(toError(
            makeIssue("thermal.closedSpace", Severity::Error, unbalancedDevices(inside), what,
                      "Give the space an opening: a tile, a leakage above zero, a gap.")));
    }
    return {};
}

void FlowProblem::finish(const PressureSolver& solver, Flow& flow) const {
    const CellBox& box = m_raster.grid.box;
    subtractMeans(solver.islands(), flow.pressurePa);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const std::size_t stride = box.stride(axis);
        const auto& conductance = solver.conductance()[axis];
        for (std::size_t cell = 0; cell + stride < box.size(); ++cell)
            flow.flowM3S[axis][cell] =
                conductance[cell] * (flow.pressurePa[cell] - flow.pressurePa[cell + stride]);
    }
    std::vector<double> left;
    solver.residual(m_source, flow.pressurePa, left);
    double greatest = 0.0;
    for (const double value : left)
        greatest = std::max(greatest, std::abs(value));
    flow.massResidual = greatest / flow.deviceFlowM3S;
}

Result<Flow> FlowProblem::solve(const std::stop_token& stop) {
    const CellBox& box = m_raster.grid.box;
    Flow flow;
    flow.flowM3S = makeFaceField(box, 0.0);
    flow.pressurePa.assign(box.size(), 0.0);
    for (const double source : m_source)
        flow.deviceFlowM3S += std::max(0.0, source);
    if (flow.deviceFlowM3S <= 0.0) {
        flow.converged = true;
        return flow;
    }
    PressureSolver solver(box, connectedRegions(box, m_open));
    solver.setConductance(conductance(Linearisation::Secant),
                          PressureSolver::Preconditioner::Rebuild);
    if (auto balanced = checkBalance(solver.islands()); !balanced)
        return tl::unexpected(balanced.error());
    // The last solution is a secant one: its flows run down the pressure, as the energy equation
    // wants them.
    Linearisation linearisation = Linearisation::Secant;
    const double finest = m_settings.massTolerance * flow.deviceFlowM3S;
    double moved = m_resistive.empty() ? 0.0 : 1.0;
    for (int iteration = 0; iteration < mostLawIterations && !flow.converged; ++iteration) {
        const bool last = linearisation == Linearisation::Secant && iteration > 0;
        const bool exact = last || m_resistive.empty();
        // While the law still moves the flows, solving for them exactly would be wasted.
        const double tolerance =
            exact ? finest : std::max(finest, 0.02 * moved * flow.deviceFlowM3S);
        const auto outcome =
            solver.solve(rightSide(linearisation), tolerance, flow.pressurePa, stop);
        if (!outcome) return tl::unexpected(outcome.error());
        flow.iterations += outcome->iterations;
        if (exact && !outcome->converged) break;
        moved = adoptSpeeds(flow.pressurePa, linearisation);
        flow.converged = exact && moved <= m_settings.openingTolerance;
        if (flow.converged) break;
        linearisation = moved <= 0.3 * m_settings.openingTolerance ? Linearisation::Secant
                                                                   : Linearisation::Tangent;
        solver.setConductance(conductance(linearisation), PressureSolver::Preconditioner::Keep);
    }
    finish(solver, flow);
    return flow;
}

}  // namespace

std::vector<double> airSources(const Raster& raster) {
    std::vector<double> source(raster.grid.box.size(), 0.0);
    const auto add = [&](const RasterDevice& device) {
        for (const PortCell& port : device.outlet.cells)
            source[port.cell] += device.flowM3S * port.areaM2 / device.outlet.areaM2;
        for (const PortCell& port : device.intake.cells)
            source[port.cell] -= device.flowM3S * port.areaM2 / device.intake.areaM2;
    };
    std::for_each(raster.racks.begin(), raster.racks.end(), add);
    std::for_each(raster.coolers.begin(), raster.coolers.end(), add);
    return source;
}

Result<Flow> solveFlow(const Raster& raster, double densityKgM3, const SolveSettings& settings,
                       const std::stop_token& stop) {
    return FlowProblem(raster, densityKgM3, settings).solve(stop);
}

}  // namespace halltwin::thermal
