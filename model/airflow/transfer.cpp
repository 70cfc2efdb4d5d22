// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/transfer.h"

#include "model/airflow/wide.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace halltwin::airflow {

namespace {

/// What a line keeps for its own parents, and what it gives to those beside them along x.
HALLTWIN_WIDE
void addOwn(std::size_t cells, const float* __restrict residual,
            const std::array<const float*, 3>& weights, float* __restrict own,
            float* __restrict beside) {
    const float* __restrict x = weights[0];
    const float* __restrict y = weights[1];
    const float* __restrict z = weights[2];
    for (std::size_t i = 0; i < cells; ++i) {
        const float given = x[i] * residual[i];
        own[i] += residual[i] - given - (y[i] + z[i]) * residual[i];
        beside[i] += given;
    }
}

HALLTWIN_WIDE
void addShare(std::size_t cells, const float* __restrict residual, const float* __restrict weight,
              float* __restrict own) {
    for (std::size_t i = 0; i < cells; ++i)
        own[i] += weight[i] * residual[i];
}

/// Values of coarse lines spread to the length of fine ones.
struct Spread {
    const float* own;      ///< of the parent
    const float* besideX;  ///< of the parent's neighbour on the fine cell's side
    const float* besideLine;
    const float* besidePlane;
};

HALLTWIN_WIDE
void addInterpolated(std::size_t cells, const Spread& from,
                     const std::array<const float*, 3>& weights, float* __restrict x) {
    const float* __restrict own = from.own;
    const float* __restrict besideX = from.besideX;
    const float* __restrict besideLine = from.besideLine;
    const float* __restrict besidePlane = from.besidePlane;
    const float* __restrict weightX = weights[0];
    const float* __restrict weightLine = weights[1];
    const float* __restrict weightPlane = weights[2];
    for (std::size_t i = 0; i < cells; ++i)
        x[i] += own[i] + weightX[i] * (besideX[i] - own[i]) +
                weightLine[i] * (besideLine[i] - own[i]) +
                weightPlane[i] * (besidePlane[i] - own[i]);
}

void spreadOwn(const std::vector<int>& first, const float* coarse, float* own, float* beside) {
    for (std::size_t n = 0; n + 1 < first.size(); ++n) {
        const auto begin = static_cast<std::size_t>(first[n]);
        const auto last = static_cast<std::size_t>(first[n + 1]) - 1;
        own[begin] = coarse[n];
        own[last] = coarse[n];
        beside[begin] = *(coarse + n - 1);
        beside[last] = coarse[n + 1];
    }
}

void spread(const std::vector<int>& first, const float* coarse, float* own) {
    for (std::size_t n = 0; n + 1 < first.size(); ++n) {
        own[static_cast<std::size_t>(first[n])] = coarse[n];
        own[static_cast<std::size_t>(first[n + 1]) - 1] = coarse[n];
    }
}

/// Fine indices outside a pair, or single, that lean towards it.
struct Neighbours {
    std::array<int, 2> index;
    int count = 0;
};

Neighbours leaningTowards(const AxisGroups& groups, int coarse) {
    Neighbours result{};
    const int before = groups.first[static_cast<std::size_t>(coarse)] - 1;
    const int after = groups.first[static_cast<std::size_t>(coarse) + 1];
    if (before >= 0 && groups.side[static_cast<std::size_t>(before)] > 0)
        result.index[static_cast<std::size_t>(result.count++)] = before;
    if (after < static_cast<int>(groups.side.size()) &&
        groups.side[static_cast<std::size_t>(after)] < 0)
        result.index[static_cast<std::size_t>(result.count++)] = after;
    return result;
}

}  // namespace

void Transfer::restrictTo(int finePlane, const float* residual, float* coarseRight) const {
    const AxisGroups& along = m_groups[m_planes.planeAxis];
    const auto plane = static_cast<std::size_t>(finePlane);
    const int coarsePlane = along.parent[plane];
    if (along.first[static_cast<std::size_t>(coarsePlane) + 1] != finePlane + 1) return;
    const int coarseLines = m_coarse.cells(m_planes.lineAxis);
    for (int line = 0; line < coarseLines; ++line)
        gatherLine(coarsePlane, line, residual,
                   coarseRight + m_planes.at(m_coarse, line, coarsePlane));
}

void Transfer::gatherLine(int coarsePlane, int coarseLine, const float* residual,
                          float* out) const {
    const auto cells = static_cast<std::size_t>(m_fine.nx);
    thread_local std::vector<float> scratch;
    scratch.assign(2 * cells + 2, 0.0F);
    float* own = scratch.data();
    float* beside = own + cells + 1;  // with one cell before the first and one after the last
    const AxisGroups& planeGroups = m_groups[m_planes.planeAxis];
    const AxisGroups& lineGroups = m_groups[m_planes.lineAxis];
    const int planeBegin = planeGroups.first[static_cast<std::size_t>(coarsePlane)];
    const int planeEnd = planeGroups.first[static_cast<std::size_t>(coarsePlane) + 1];
    const int lineBegin = lineGroups.first[static_cast<std::size_t>(coarseLine)];
    const int lineEnd = lineGroups.first[static_cast<std::size_t>(coarseLine) + 1];
    const auto share = [&](int line, int plane, std::size_t axis) {
        const std::size_t row = m_planes.at(m_fine, line, plane);
        addShare(cells, residual + row, &m_weights[axis][row], own);
    };
    for (int plane = planeBegin; plane < planeEnd; ++plane)
        for (int line = lineBegin; line < lineEnd; ++line) {
            const std::size_t row = m_planes.at(m_fine, line, plane);
            addOwn(cells, residual + row,
                   {&m_weights[0][row], &m_weights[1][row], &m_weights[2][row]}, own, beside);
        }
    const Neighbours planes = leaningTowards(planeGroups, coarsePlane);
    for (int n = 0; n < planes.count; ++n)
        for (int line = lineBegin; line < lineEnd; ++line)
            share(line, planes.index[static_cast<std::size_t>(n)], m_planes.planeAxis);
    const Neighbours lines = leaningTowards(lineGroups, coarseLine);
    for (int n = 0; n < lines.count; ++n)
        for (int plane = planeBegin; plane < planeEnd; ++plane)
            share(lines.index[static_cast<std::size_t>(n)], plane, m_planes.lineAxis);
    const std::vector<int>& first = m_groups[0].first;
    for (std::size_t n = 0; n + 1 < first.size(); ++n) {
        const auto begin = static_cast<std::size_t>(first[n]);
        const auto end = static_cast<std::size_t>(first[n + 1]);
        const float two = end - begin == 2 ? own[begin + 1] : 0.0F;
        out[n] = (own[begin] + two) + (*(beside + begin - 1) + beside[end]);
    }
}

void Transfer::addTo(int finePlane, const float* coarseX, float* x) const {
    const AxisGroups& along = m_groups[m_planes.planeAxis];
    const AxisGroups& across = m_groups[m_planes.lineAxis];
    const auto cells = static_cast<std::size_t>(m_fine.nx);
    const int coarseLines = m_coarse.cells(m_planes.lineAxis);
    const int parent = along.parent[static_cast<std::size_t>(finePlane)];
    const int beside = parent + along.side[static_cast<std::size_t>(finePlane)];
    thread_local std::vector<float> scratch;
    scratch.resize(3 * cells * static_cast<std::size_t>(coarseLines));
    const auto part = [&](int line, std::size_t which) {
        return scratch.data() + (3 * static_cast<std::size_t>(line) + which) * cells;
    };
    for (int line = 0; line < coarseLines; ++line) {
        spreadOwn(m_groups[0].first, coarseX + m_planes.at(m_coarse, line, parent), part(line, 0),
                  part(line, 1));
        spread(m_groups[0].first, coarseX + m_planes.at(m_coarse, line, beside), part(line, 2));
    }
    for (int line = 0; line < m_planes.lines; ++line) {
        const int own = across.parent[static_cast<std::size_t>(line)];
        // Beyond the edge the weight is zero and any line will do.
        const int next =
            std::clamp(own + across.side[static_cast<std::size_t>(line)], 0, coarseLines - 1);
        const std::size_t row = m_planes.at(m_fine, line, finePlane);
        addInterpolated(cells, {part(own, 0), part(own, 1), part(next, 0), part(own, 2)},
                        {&m_weights[0][row], &m_weights[m_planes.lineAxis][row],
                         &m_weights[m_planes.planeAxis][row]},
                        x + row);
    }
}

}  // namespace halltwin::airflow
