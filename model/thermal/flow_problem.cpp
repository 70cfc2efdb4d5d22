// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/flow_problem.h"

#include "model/thermal/air_law.h"
#include "model/thermal/room_check.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace halltwin::thermal {

using airflow::connectedRegions;
using airflow::PressureSolver;
using airflow::Regions;
using airflow::subtractMeans;

namespace {

constexpr int mostLawIterations = 40;
constexpr double usualPressurePa =
    10.0;  // across tiles and leaks, to start from; only ratios matter

}  // namespace

FlowProblem::FlowProblem(const Raster& raster, double densityKgM3, const SolveSettings& settings)
    : m_raster(raster),
      m_settings(settings),
      m_densityKgM3(densityKgM3),
      m_pressure(raster.grid.box.size(), 0.0) {
    collectFaces();
    collectLeaks();
}

void FlowProblem::addFace(const Face& face) {
    if (!std::isfinite(face.lossK)) return;
    const double open = face.areaM2 * mixingTimeS / (m_densityKgM3 * face.distanceM);
    if (face.lossK <= 0.0) {
        m_open[face.axis][face.cell] = open;
        return;
    }
    m_resistive.push_back({face.axis, face.cell, face.areaM2, open,
                           mixingTimeS * face.lossK / (2.0 * face.distanceM),
                           std::sqrt(2.0 * usualPressurePa / (m_densityKgM3 * face.lossK))});
}

void FlowProblem::collectFaces() {
    const CellBox& box = m_raster.grid.box;
    const Grid& grid = m_raster.grid.grid;
    m_open = makeFaceField(box, 0.0);
    const auto& lossK = m_raster.lossK;
    forCells(box, [&](int i, int j, int k) {
        const std::size_t cell = box.at(i, j, k);
        const double dx = grid.x.width(i);
        const double dy = grid.y.width(j);
        const double dz = grid.z.width(k);
        if (i + 1 < box.nx)
            addFace({0, cell, dy * dz, 0.5 * (dx + grid.x.width(i + 1)), lossK[0][cell]});
        if (j + 1 < box.ny)
            addFace({1, cell, dx * dz, 0.5 * (dy + grid.y.width(j + 1)), lossK[1][cell]});
        if (k + 1 < box.nz)
            addFace({2, cell, dx * dy, 0.5 * (dz + grid.z.width(k + 1)), lossK[2][cell]});
    });
}

/// A leak is a passage through the solid cells of its rack, with all of its resistance in the first
/// face, so that the seven-point operator holds it like any other air.
void FlowProblem::collectLeaks() {
    const CellBox& box = m_raster.grid.box;
    for (const LeakPath& leak : m_raster.leaks) {
        const std::size_t stride = box.stride(leak.axis);
        const std::size_t first = std::min(leak.frontCell, leak.rearCell);
        const std::size_t last = std::max(leak.frontCell, leak.rearCell);
        const double distance =
            leak.lengthM * static_cast<double>(stride) / static_cast<double>(last - first);
        for (std::size_t cell = first; cell < last; cell += stride)
            addFace({leak.axis, cell, leak.areaM2, distance, cell == first ? leak.lossK : 0.0});
    }
}

double FlowProblem::slope(const ResistiveFace& face, Linearisation linearisation) {
    const double factor = linearisation == Linearisation::Tangent ? 2.0 : 1.0;
    return face.openConductance / (1.0 + factor * face.slowing * std::abs(face.speedMS));
}

/// Flow at Δp = 0 of the linear law, m³/s.
double FlowProblem::offset(const ResistiveFace& face, Linearisation linearisation) {
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
double FlowProblem::adoptSpeeds(Linearisation linearisation) {
    double moved = 0.0;
    double total = 0.0;
    for (ResistiveFace& face : m_resistive) {
        const std::size_t next = face.cell + m_raster.grid.box.stride(face.axis);
        const double flow = offset(face, linearisation) +
                            slope(face, linearisation) * (m_pressure[face.cell] - m_pressure[next]);
        const double speed = flow / face.areaM2;
        moved += std::abs(speed - face.speedMS) * face.areaM2;
        total += std::abs(flow);
        face.speedMS = speed;
    }
    return total > 0.0 ? moved / total : 0.0;
}

std::vector<ItemId> FlowProblem::unbalancedDevices(const std::vector<char>& inIsland) const {
    std::vector<double> inside(m_raster.devices.size(), 0.0);
    for (const RasterSlice& slice : m_raster.slices) {
        const double share = slice.flowM3S / m_raster.devices[slice.device].flowM3S;
        for (const PortCell& port : slice.outlet.cells)
            if (inIsland[port.cell] != 0)
                inside[slice.device] += share * port.areaM2 / slice.outlet.areaM2;
        for (const PortCell& port : slice.intake.cells)
            if (inIsland[port.cell] != 0)
                inside[slice.device] -= share * port.areaM2 / slice.intake.areaM2;
    }
    std::vector<ItemId> items;
    for (std::size_t n = 0; n < inside.size(); ++n)
        if (std::abs(inside[n]) > 1e-9) items.push_back(m_raster.devices[n].id);
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

/// Leaks are no part of the field of face flows: their cells are solid.
void FlowProblem::separateLeaks(Flow& flow) const {
    for (const LeakPath& leak : m_raster.leaks) {
        const std::size_t stride = m_raster.grid.box.stride(leak.axis);
        const std::size_t first = std::min(leak.frontCell, leak.rearCell);
        const std::size_t last = std::max(leak.frontCell, leak.rearCell);
        const double along = flow.flowM3S[leak.axis][first];
        flow.leakM3S.push_back(first == leak.frontCell ? along : -along);
        for (std::size_t cell = first; cell < last; cell += stride) {
            flow.flowM3S[leak.axis][cell] = 0.0;
            if (cell != first) flow.pressurePa[cell] = 0.0;
        }
    }
}

void FlowProblem::finish(Flow& flow) const {
    const CellBox& box = m_raster.grid.box;
    flow.pressurePa = m_pressure;
    subtractMeans(m_solver->islands(), flow.pressurePa);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const std::size_t stride = box.stride(axis);
        const auto& conductance = m_solver->conductance()[axis];
        for (std::size_t cell = 0; cell + stride < box.size(); ++cell)
            flow.flowM3S[axis][cell] =
                conductance[cell] * (flow.pressurePa[cell] - flow.pressurePa[cell + stride]);
    }
    std::vector<double> left;
    m_solver->residual(m_source, flow.pressurePa, left);
    double greatest = 0.0;
    for (const double value : left)
        greatest = std::max(greatest, std::abs(value));
    flow.massResidual = greatest / flow.deviceFlowM3S;
    separateLeaks(flow);
}

Result<void> FlowProblem::prepare(Linearisation linearisation) {
    auto preconditioner = PressureSolver::Preconditioner::Keep;
    if (!m_solver) {
        m_solver.emplace(m_raster.grid.box, connectedRegions(m_raster.grid.box, m_open));
        preconditioner = PressureSolver::Preconditioner::Rebuild;
    }
    m_solver->setConductance(conductance(linearisation), preconditioner);
    return checkBalance(m_solver->islands());
}

Result<void> FlowProblem::iterate(Flow& flow, const std::stop_token& stop) {
    // The last solution is a secant one: its flows run down the pressure, as the energy equation
    // wants them.
    Linearisation linearisation = Linearisation::Secant;
    if (auto prepared = prepare(linearisation); !prepared) return prepared;
    const double finest = m_settings.massTolerance * flow.deviceFlowM3S;
    double moved = m_resistive.empty() ? 0.0 : 1.0;
    for (int iteration = 0; iteration < mostLawIterations && !flow.converged; ++iteration) {
        const bool last = linearisation == Linearisation::Secant && iteration > 0;
        const bool exact = last || m_resistive.empty();
        // While the law still moves the flows, solving for them exactly would be wasted.
        const double tolerance =
            exact ? finest : std::max(finest, 0.02 * moved * flow.deviceFlowM3S);
        auto outcome = m_solver->solve(rightSide(linearisation), tolerance, m_pressure, stop);
        if (outcome && !outcome->converged) {
            // Flows have moved so far that the preconditioner no longer fits them.
            flow.iterations += outcome->iterations;
            m_solver->setConductance(conductance(linearisation),
                                     PressureSolver::Preconditioner::Rebuild);
            outcome = m_solver->solve(rightSide(linearisation), tolerance, m_pressure, stop);
        }
        if (!outcome) return tl::unexpected(outcome.error());
        flow.iterations += outcome->iterations;
        if (exact && !outcome->converged) break;
        moved = adoptSpeeds(linearisation);
        flow.converged = exact && moved <= m_settings.openingTolerance;
        if (flow.converged) break;
        linearisation = moved <= 0.3 * m_settings.openingTolerance ? Linearisation::Secant
                                                                   : Linearisation::Tangent;
        m_solver->setConductance(conductance(linearisation), PressureSolver::Preconditioner::Keep);
    }
    return {};
}

Result<Flow> FlowProblem::solve(const std::stop_token& stop) {
    m_source = airSources(m_raster);
    Flow flow;
    flow.flowM3S = makeFaceField(m_raster.grid.box, 0.0);
    for (const double source : m_source)
        flow.deviceFlowM3S += std::abs(source);
    flow.deviceFlowM3S *= 0.5;  // what goes in comes out, or there is no solution
    for (const RasterDevice& device : m_raster.devices)
        flow.deviceM3S.push_back(device.flowM3S);
    if (flow.deviceFlowM3S <= 0.0) {
        flow.pressurePa = m_pressure;
        flow.leakM3S.assign(m_raster.leaks.size(), 0.0);
        flow.converged = true;
        return flow;
    }
    if (auto iterated = iterate(flow, stop); !iterated) return tl::unexpected(iterated.error());
    finish(flow);
    return flow;
}

}  // namespace halltwin::thermal
