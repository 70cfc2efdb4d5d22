// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/coarsening.h"

#include "model/airflow/stencil.h"

#include <algorithm>
#include <cstddef>

namespace halltwin::airflow {

namespace {

using Coupling = std::array<std::vector<double>, 3>;

/// Sum of the conductances that cross each plane between neighbouring layers, along the three axes.
Coupling planeCoupling(const CellBox& box, const FaceField<float>& conductance) {
    Coupling sums;
    for (std::size_t axis = 0; axis < 3; ++axis)
        sums[axis].assign(static_cast<std::size_t>(box.cells(axis)), 0.0);
    for (int k = 0; k < box.nz; ++k)
        for (int j = 0; j < box.ny; ++j) {
            const std::size_t row = box.at(0, j, k);
            for (int i = 0; i < box.nx; ++i) {
                const std::size_t c = row + static_cast<std::size_t>(i);
                sums[0][static_cast<std::size_t>(i)] += static_cast<double>(conductance[0][c]);
                sums[1][static_cast<std::size_t>(j)] += static_cast<double>(conductance[1][c]);
                sums[2][static_cast<std::size_t>(k)] += static_cast<double>(conductance[2][c]);
            }
        }
    return sums;
}

double meanCoupling(const std::vector<double>& planes, std::size_t cellsInPlane) {
    if (planes.size() < 2) return 0.0;
    double sum = 0.0;
    for (const double plane : planes)
        sum += plane;
    return sum / static_cast<double>((planes.size() - 1) * cellsInPlane);
}

AxisGroups alone(std::size_t cells) {
    AxisGroups groups;
    for (std::size_t i = 0; i < cells; ++i) {
        groups.parent.push_back(static_cast<int>(i));
        groups.side.push_back(0);
        groups.first.push_back(static_cast<int>(i));
    }
    groups.first.push_back(static_cast<int>(cells));
    return groups;
}

/// Pairs of greatest total worth among those that do not overlap (dynamic programming from the
/// left). A plane that conducts three quarters of the mean or less stays between coarse cells: it
/// holds a wall, or it joins cells so thick that they can wait.
AxisGroups pairs(const std::vector<double>& planes) {
    constexpr double worthOfAnyPair = 0.5;   // against the worth ≤ 1 of crossing an open plane
    constexpr double worthLostByWall = 6.0;  // times the share of the plane that it closes
    const std::size_t cells = planes.size();
    const double mean = meanCoupling(planes, 1);
    std::vector<double> best(cells + 1, 0.0);
    std::vector<char> joined(cells + 1, 0);
    for (std::size_t i = 2; i <= cells; ++i) {
        const double open = std::min(1.0, planes[i - 2] / mean);
        const double worth = worthOfAnyPair + 1.0 - worthLostByWall * (1.0 - open);
        const double withPair = best[i - 2] + worth;
        joined[i] = worth > 0.0 && withPair > best[i - 1] ? 1 : 0;
        best[i] = joined[i] != 0 ? withPair : best[i - 1];
    }
    std::vector<int> side(cells, 0);
    for (std::size_t i = cells; i > 0; i -= joined[i] != 0 ? 2 : 1)
        if (joined[i] != 0) {
            side[i - 1] = 1;
            side[i - 2] = -1;
        }
    AxisGroups groups;
    groups.side = side;
    int index = -1;
    for (std::size_t i = 0; i < cells; ++i) {
        if (side[i] != 1) {
            ++index;
            groups.first.push_back(static_cast<int>(i));
        }
        groups.parent.push_back(index);
    }
    groups.first.push_back(static_cast<int>(cells));
    return groups;
}

/// Conductance of the fine path through face `c` along an axis, between the centres of the pairs on
/// either side.
float pathConductance(float face, float before, float after) {
    if (face <= 0.0F || before <= 0.0F || after <= 0.0F) return 0.0F;
    return face / (1.0F + 0.5F * face / before + 0.5F * face / after);
}

constexpr float noResistance = 1e30F;

/// Conductance between the halves of the pair that holds index `n`, or none to speak of when it is
/// alone.
float insidePair(const std::vector<float>& along, const std::vector<int>& side, std::size_t n,
                 std::size_t cell, std::size_t stride) {
    if (side[n] == 0) return noResistance;
    return side[n] < 0 ? along[cell] : along[cell - stride];
}

struct FineCell {
    std::array<std::size_t, 3> index;
    std::size_t cell;
};

FineCell fineCell(const CellBox& box, int i, int j, int k) {
    return {{static_cast<std::size_t>(i), static_cast<std::size_t>(j), static_cast<std::size_t>(k)},
            box.at(i, j, k)};
}

/// Conductance that a fine cell's upper face adds to that of its parent's upper face.
float conductanceUpwards(const CellBox& box, const std::vector<float>& along,
                         const AxisGroups& groups, const FineCell& fine, std::size_t axis) {
    const std::size_t n = fine.index[axis];
    if (groups.side[n] < 0 || n + 1 == groups.side.size())
        return 0.0F;  // inside a pair, or at the edge of the hall
    const std::size_t stride = box.stride(axis);
    return pathConductance(along[fine.cell], insidePair(along, groups.side, n, fine.cell, stride),
                           insidePair(along, groups.side, n + 1, fine.cell + stride, stride));
}

float weightTowards(const CellBox& box, const std::vector<float>& along, const AxisGroups& groups,
                    const FineCell& fine, std::size_t axis) {
    const std::size_t n = fine.index[axis];
    const int side = groups.side[n];
    const bool first = side < 0;
    if (side == 0 || (first ? n == 0 : n + 1 == groups.side.size())) return 0.0F;
    const std::size_t stride = box.stride(axis);
    const std::size_t next = first ? fine.cell - stride : fine.cell + stride;
    const float face = first ? along[next] : along[fine.cell];
    const float inside = first ? along[fine.cell] : along[fine.cell - stride];
    const float beyond = insidePair(along, groups.side, first ? n - 1 : n + 1, next, stride);
    if (face <= 0.0F || beyond <= 0.0F) return 0.0F;
    // ½/inside over (½/inside + 1/face + ½/beyond), written so that a wall inside (0) gives 1
    return 0.5F / (0.5F + inside / face + 0.5F * inside / beyond);
}

}  // namespace

Groups chooseGroups(const CellBox& box, const FaceField<float>& conductance) {
    constexpr double tooWeak = 0.3;  // against the strongest axis
    const Coupling planes = planeCoupling(box, conductance);
    std::array<double, 3> mean{};
    for (std::size_t axis = 0; axis < 3; ++axis)
        mean[axis] = meanCoupling(planes[axis], box.interior() / planes[axis].size());
    Groups groups;
    double strongest = 0.0;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        groups[axis] = mean[axis] > 0.0 ? pairs(planes[axis]) : alone(planes[axis].size());
        if (groups[axis].coarseCells() < box.cells(axis))
            strongest = std::max(strongest, mean[axis]);
    }
    for (std::size_t axis = 0; axis < 3; ++axis)
        if (mean[axis] < tooWeak * strongest) groups[axis] = alone(planes[axis].size());
    return groups;
}

FaceField<float> coarseConductance(const CellBox& fine, const FaceField<float>& conductance,
                                   const Groups& groups, const CellBox& coarse) {
    FaceField<float> result = makeFaceField(coarse, 0.0F);
    const auto addLine = [&](int j, int k) {
        for (int i = 0; i < fine.nx; ++i) {
            const FineCell cell = fineCell(fine, i, j, k);
            const std::size_t parent =
                coarse.at(groups[0].parent[cell.index[0]], groups[1].parent[cell.index[1]],
                          groups[2].parent[cell.index[2]]);
            for (std::size_t axis = 0; axis < 3; ++axis)
                result[axis][parent] +=
                    conductanceUpwards(fine, conductance[axis], groups[axis], cell, axis);
        }
    };
    forRows(coarse, [&](int coarseJ, int coarseK) {
        const auto y = static_cast<std::size_t>(coarseJ);
        const auto z = static_cast<std::size_t>(coarseK);
        for (int k = groups[2].first[z]; k < groups[2].first[z + 1]; ++k)
            for (int j = groups[1].first[y]; j < groups[1].first[y + 1]; ++j)
                addLine(j, k);
    });
    return result;
}

FaceField<float> interpolationWeights(const CellBox& fine, const FaceField<float>& conductance,
                                      const Groups& groups) {
    FaceField<float> weights = makeFaceField(fine, 0.0F);
    forRows(fine, [&](int j, int k) {
        for (int i = 0; i < fine.nx; ++i) {
            const FineCell cell = fineCell(fine, i, j, k);
            std::array<float, 3> w{};
            for (std::size_t axis = 0; axis < 3; ++axis)
                w[axis] = weightTowards(fine, conductance[axis], groups[axis], cell, axis);
            const float scale = 1.0F / std::max(1.0F, w[0] + w[1] + w[2]);
            for (std::size_t axis = 0; axis < 3; ++axis)
                weights[axis][cell.cell] = w[axis] * scale;
        }
    });
    return weights;
}

}  // namespace halltwin::airflow
