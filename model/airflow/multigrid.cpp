// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/multigrid.h"

#include "model/airflow/stencil.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace halltwin::airflow {

namespace {

constexpr int red = 0;
constexpr int black = 1;
constexpr int sweepsPerSide = 2;  // before and after the coarse correction

/// The rows of coarse cells that one row of fine cells gives to and takes from.
struct CoarseRows {
    const int* parent;  ///< position in a coarse row, for each fine cell
    const int* side;
    std::size_t own;      ///< first cell of the row of the parents
    std::size_t acrossY;  ///< first cell of the row beside it, on the fine row's side
    std::size_t acrossZ;
};

CoarseRows coarseRows(const CellBox& coarse, const Groups& groups, int j, int k) {
    const auto row = static_cast<std::size_t>(j);
    const auto layer = static_cast<std::size_t>(k);
    const int y = groups[1].parent[row];
    const int z = groups[2].parent[layer];
    return {groups[0].parent.data(), groups[0].side.data(), coarse.at(0, y, z),
            coarse.at(0, y + groups[1].side[row], z), coarse.at(0, y, z + groups[2].side[layer])};
}

}  // namespace

Multigrid::Level Multigrid::makeLevel(const CellBox& box, FaceField<float> conductance) {
    Level level;
    level.box = box;
    level.conductance = std::move(conductance);
    sumConductances(box, level.conductance, level.diagonal);
    level.inverseDiagonal.assign(box.size(), 0.0F);
    for (std::size_t c = 0; c < box.size(); ++c)
        if (level.diagonal[c] > 0.0F) level.inverseDiagonal[c] = 1.0F / level.diagonal[c];
    level.x.assign(box.size(), 0.0F);
    level.right.assign(box.size(), 0.0F);
    level.residual.assign(box.size(), 0.0F);
    return level;
}

void Multigrid::build(const CellBox& box, const FaceField<double>& conductance) {
    m_levels.clear();
    FaceField<float> single = makeFaceField(box, 0.0F);
    for (std::size_t axis = 0; axis < 3; ++axis)
        std::transform(conductance[axis].begin(), conductance[axis].end(), single[axis].begin(),
                       [](double value) { return static_cast<float>(value); });
    m_levels.push_back(makeLevel(box, std::move(single)));
    for (;;) {
        Level& fine = m_levels.back();
        Groups groups = chooseGroups(fine.box, fine.conductance);
        const CellBox coarse{groups[0].coarseCells(), groups[1].coarseCells(),
                             groups[2].coarseCells()};
        if (coarse == fine.box) return;
        fine.weights = interpolationWeights(fine.box, fine.conductance, groups);
        FaceField<float> joined = coarseConductance(fine.box, fine.conductance, groups, coarse);
        fine.groups = std::move(groups);
        m_levels.push_back(makeLevel(coarse, std::move(joined)));
    }
}

void Multigrid::relax(Level& level, int colour) {
    const CellBox& box = level.box;
    forAlternateRows(box, [&](int j, int k) {
        thread_local std::vector<float> scratch;
        scratch.resize(static_cast<std::size_t>(box.nx));
        const std::size_t row = box.at(0, j, k);
        relaxRow(stencilRow(box, level.conductance, level.inverseDiagonal, row), &level.right[row],
                 (j + k + colour) & 1, &level.x[row], scratch.data());
    });
}

void Multigrid::computeResidual(Level& level) {
    const CellBox& box = level.box;
    forRows(box, [&](int j, int k) {
        const std::size_t row = box.at(0, j, k);
        residualRow(stencilRow(box, level.conductance, level.diagonal, row), &level.x[row],
                    &level.right[row], &level.residual[row]);
    });
}

void Multigrid::restrictResidual(const Level& fine, Level& coarse) {
    std::fill(coarse.right.begin(), coarse.right.end(), 0.0F);
    for (int k = 0; k < fine.box.nz; ++k)
        for (int j = 0; j < fine.box.ny; ++j) {
            const CoarseRows to = coarseRows(coarse.box, fine.groups, j, k);
            float* own = &coarse.right[to.own];
            float* acrossY = &coarse.right[to.acrossY];
            float* acrossZ = &coarse.right[to.acrossZ];
            const std::size_t row = fine.box.at(0, j, k);
            const float* residual = &fine.residual[row];
            const float* weightX = &fine.weights[0][row];
            const float* weightY = &fine.weights[1][row];
            const float* weightZ = &fine.weights[2][row];
            for (int i = 0; i < fine.box.nx; ++i) {
                const int parent = to.parent[i];
                const float partX = weightX[i] * residual[i];
                const float partY = weightY[i] * residual[i];
                const float partZ = weightZ[i] * residual[i];
                own[parent + to.side[i]] += partX;
                acrossY[parent] += partY;
                acrossZ[parent] += partZ;
                own[parent] += residual[i] - partX - partY - partZ;
            }
        }
}

void Multigrid::addCorrection(const Level& coarse, Level& fine) {
    forRows(fine.box, [&](int j, int k) {
        const CoarseRows from = coarseRows(coarse.box, fine.groups, j, k);
        const float* own = &coarse.x[from.own];
        const float* acrossY = &coarse.x[from.acrossY];
        const float* acrossZ = &coarse.x[from.acrossZ];
        const std::size_t row = fine.box.at(0, j, k);
        const float* weightX = &fine.weights[0][row];
        const float* weightY = &fine.weights[1][row];
        const float* weightZ = &fine.weights[2][row];
        float* x = &fine.x[row];
        for (int i = 0; i < fine.box.nx; ++i) {
            const int parent = from.parent[i];
            const float value = own[parent];
            x[i] += value + weightX[i] * (own[parent + from.side[i]] - value) +
                    weightY[i] * (acrossY[parent] - value) + weightZ[i] * (acrossZ[parent] - value);
        }
    });
}

void Multigrid::solveCoarsest(Level& level) {
    constexpr int sweeps = 8;
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        relax(level, red);
        relax(level, black);
    }
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        relax(level, black);
        relax(level, red);
    }
}

void Multigrid::cycle(std::size_t index) {
    Level& level = m_levels[index];
    std::fill(level.x.begin(), level.x.end(), 0.0F);
    if (index + 1 == m_levels.size()) return solveCoarsest(level);
    for (int sweep = 0; sweep < sweepsPerSide; ++sweep) {
        relax(level, red);
        relax(level, black);
    }
    computeResidual(level);
    restrictResidual(level, m_levels[index + 1]);
    cycle(index + 1);
    addCorrection(m_levels[index + 1], level);
    for (int sweep = 0; sweep < sweepsPerSide; ++sweep) {
        relax(level, black);
        relax(level, red);
    }
}

void Multigrid::apply(const std::vector<double>& residual, std::vector<double>& correction) {
    Level& finest = m_levels.front();
    std::transform(residual.begin(), residual.end(), finest.right.begin(),
                   [](double value) { return static_cast<float>(value); });
    cycle(0);
    std::transform(finest.x.begin(), finest.x.end(), correction.begin(),
                   [](float value) { return static_cast<double>(value); });
}

}  // namespace halltwin::airflow
