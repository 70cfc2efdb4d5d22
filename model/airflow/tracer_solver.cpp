// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/tracer_solver.h"

#include <algorithm>
#include <cmath>

namespace halltwin::airflow {

TracerSolver::TracerSolver(const ScalarCarrier& carrier, const Field& decay)
    : m_box(carrier.space.box),
      m_weights(m_box.size(), Weights{{}, 0.0F}) {
    const GridMetric& metric = carrier.space.metric;
    forCells(m_box, [&](int i, int j, int k) {
        const std::size_t c = m_box.at(i, j, k);
        const std::array<int, 3> position{i, j, k};
        Weights& weights = m_weights[c];
        float sum = decay[c];
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const std::size_t s = m_box.stride(axis);
            const float inverse = 1.0F / metric.axes[axis].widthOf(position[axis]);
            const auto add = [&](std::size_t face, std::size_t side, float inward, int before) {
                if (carrier.space.open[axis][face] == 0.0F) return;
                const std::size_t neighbour = side == 0 ? c - s : c + s;
                const float spread = 0.5F *
                                     (carrier.diffusivity[c] + carrier.diffusivity[neighbour]) *
                                     metric.axes[axis].inverseDistanceAfter(before);
                const float weight = inverse * (spread + std::max(inward, 0.0F));
                weights.neighbour[2 * axis + side] = weight;
                sum += weight;
            };
            add(c - s, 0, carrier.velocity[axis][c - s], position[axis] - 1);
            add(c, 1, -carrier.velocity[axis][c], position[axis]);
        }
        if (sum <= 0.0F) return;
        weights.inverseDiagonal = 1.0F / sum;
        for (float& weight : weights.neighbour)
            weight *= weights.inverseDiagonal;
    });
}

void TracerSolver::relax(std::size_t cell, const std::vector<Lanes>& right,
                         std::vector<Lanes>& phi) const {
    const Weights& weights = m_weights[cell];
    if (weights.inverseDiagonal == 0.0F) return;
    Lanes value = right[cell];
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const Lanes& below = phi[cell - m_box.stride(axis)];
        const Lanes& above = phi[cell + m_box.stride(axis)];
        for (std::size_t lane = 0; lane < lanes; ++lane)
            value[lane] += weights.neighbour[2 * axis] * below[lane] +
                           weights.neighbour[2 * axis + 1] * above[lane];
    }
    phi[cell] = value;
}

void TracerSolver::sweep(int directions, const std::vector<Lanes>& right,
                         std::vector<Lanes>& phi) const {
    const auto ordered = [](int n, int count, bool reverse) { return reverse ? count - 1 - n : n; };
    for (int kk = 0; kk < m_box.nz; ++kk)
        for (int jj = 0; jj < m_box.ny; ++jj)
            for (int ii = 0; ii < m_box.nx; ++ii)
                relax(m_box.at(ordered(ii, m_box.nx, (directions & 1) != 0),
                               ordered(jj, m_box.ny, (directions & 2) != 0),
                               ordered(kk, m_box.nz, (directions & 4) != 0)),
                      right, phi);
}

std::vector<TracerSolver::Lanes> TracerSolver::solve(const std::vector<Source>& sources,
                                                     const std::vector<std::size_t>& watched,
                                                     double tolerance, int mostRounds) const {
    std::vector<Lanes> right(m_box.size(), Lanes{});
    std::vector<Lanes> phi(m_box.size(), Lanes{});
    for (const Source& source : sources)
        right[source.cell][source.lane] += source.rate * m_weights[source.cell].inverseDiagonal;
    std::vector<Lanes> seen(watched.size(), Lanes{});
    constexpr int octants = 8;
    for (int round = 0; round < mostRounds; ++round) {
        for (int half = 0; half < 2; ++half) {
            const int directions = (2 * round + half) * 3 % octants;  // every corner in turn
            sweep(directions, right, phi);
            sweep(octants - 1 - directions, right, phi);
        }
        double change = 0.0;
        for (std::size_t n = 0; n < watched.size(); ++n) {
            for (std::size_t lane = 0; lane < lanes; ++lane)
                change = std::max(
                    change, static_cast<double>(std::abs(phi[watched[n]][lane] - seen[n][lane])));
            seen[n] = phi[watched[n]];
        }
        if (change < tolerance) break;
    }
    return seen;
}

}  // namespace halltwin::airflow
