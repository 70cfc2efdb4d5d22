// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/multigrid.h"

#include "model/airflow/plane_sweep.h"
#include "model/airflow/stencil.h"
#include "model/airflow/transfer.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace halltwin::airflow {

namespace {

constexpr int red = 0;
constexpr int black = 1;

/// Colours relaxed before the coarse correction; after it, in the opposite order.
constexpr std::array colours{red, black, red, black};
constexpr std::size_t passes = colours.size();

/// Every pass of relaxation, the residual or the correction reaches one plane further than the one
/// before, the gathering for the coarser grid two.
template <std::size_t count>
constexpr std::array<int, count> makeReach(int last) {
    std::array<int, count> reach{};
    reach.fill(1);
    reach.front() = 0;
    reach.back() = last;
    return reach;
}

void invertDiagonal(const CellBox& box, const FaceField<float>& conductance,
                    std::vector<float>& inverse) {
    sumConductances(box, conductance, inverse);
    forBlocks(inverse.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t c = begin; c < end; ++c)
            inverse[c] = inverse[c] > 0.0F ? 1.0F / inverse[c] : 0.0F;
    });
}

/// The lines of one plane of a level, with its equations.
class PlaneKernels {
public:
    PlaneKernels(const CellBox& box, const FaceField<float>& conductance,
                 const std::vector<float>& inverseDiagonal)
        : m_box(box),
          m_conductance(conductance),
          m_inverseDiagonal(inverseDiagonal),
          m_planes(box) {}

    void start(int plane, int colour, const float* right, float* x) const {
        forLines(plane, [&](const StencilRow<float>& row, std::size_t first, int line) {
            startRow(row, right + first, (line + plane + colour) & 1, x + first);
        });
    }

    void relax(int plane, int colour, const float* right, float* x) const {
        forLines(plane, [&](const StencilRow<float>& row, std::size_t first, int line) {
            relaxRow(row, right + first, (line + plane + colour) & 1, x + first);
        });
    }

    void residual(int plane, const float* right, const float* x, float* out) const {
        forLines(plane, [&](const StencilRow<float>& row, std::size_t first, int) {
            residualRow(row, x + first, right + first, out + first);
        });
    }

private:
    template <class Work>
    void forLines(int plane, const Work& work) const {
        for (int line = 0; line < m_planes.lines; ++line) {
            const std::size_t first = m_planes.at(m_box, line, plane);
            work(stencilRow(m_box, m_conductance, m_inverseDiagonal, first), first, line);
        }
    }

    const CellBox& m_box;
    const FaceField<float>& m_conductance;
    const std::vector<float>& m_inverseDiagonal;
    Planes m_planes;
};

}  // namespace

Multigrid::Level Multigrid::makeLevel(const CellBox& box, FaceField<float> conductance) {
    Level level;
    level.box = box;
    level.conductance = std::move(conductance);
    invertDiagonal(box, level.conductance, level.inverseDiagonal);
    level.residual.assign(box.size(), 0.0F);
    return level;
}

void Multigrid::build(const CellBox& box, const FaceField<double>& conductance) {
    FaceField<float> single;
    for (std::size_t axis = 0; axis < 3; ++axis)
        single[axis].assign(conductance[axis].begin(), conductance[axis].end());
    build(box, std::move(single));
}

void Multigrid::build(const CellBox& box, FaceField<float> conductance) {
    m_levels.clear();
    m_levels.push_back(makeLevel(box, std::move(conductance)));
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
        m_levels.back().x.assign(coarse.size(), 0.0F);
        m_levels.back().right.assign(coarse.size(), 0.0F);
    }
}

void Multigrid::setConductance(FaceField<float> conductance) {
    Level& finest = m_levels.front();
    finest.conductance = std::move(conductance);
    invertDiagonal(finest.box, finest.conductance, finest.inverseDiagonal);
}

/// Sweeps, then the residual goes to the coarser grid.
void Multigrid::descend(std::size_t index, const float* right, float* x, Start start) {
    static constexpr auto reach = makeReach<passes + 2>(2);
    Level& fine = m_levels[index];
    Level& coarse = m_levels[index + 1];
    const PlaneKernels kernels(fine.box, fine.conductance, fine.inverseDiagonal);
    const Transfer transfer(fine.box, coarse.box, fine.groups, fine.weights);
    PlaneSweep(fine.box, reach).run([&](int pass, int plane) {
        const auto step = static_cast<std::size_t>(pass);
        if (step == 0 && start == Start::Zero)
            kernels.start(plane, colours[0], right, x);
        else if (step < passes)
            kernels.relax(plane, colours[step], right, x);
        else if (step == passes)
            kernels.residual(plane, right, x, fine.residual.data());
        else
            transfer.restrictTo(plane, fine.residual.data(), coarse.right.data());
    });
}

/// The correction comes from the coarser grid, then the sweeps in the opposite order.
void Multigrid::ascend(std::size_t index, const float* right, float* x) {
    static constexpr auto reach = makeReach<passes + 1>(1);
    const Level& fine = m_levels[index];
    const Level& coarse = m_levels[index + 1];
    const PlaneKernels kernels(fine.box, fine.conductance, fine.inverseDiagonal);
    const Transfer transfer(fine.box, coarse.box, fine.groups, fine.weights);
    PlaneSweep(fine.box, reach).run([&](int pass, int plane) {
        if (pass == 0)
            transfer.addTo(plane, coarse.x.data(), x);
        else
            kernels.relax(plane, colours[passes - static_cast<std::size_t>(pass)], right, x);
    });
}

void Multigrid::solveCoarsest(const Level& level, const float* right, float* x) {
    constexpr int sweeps = 8;
    const PlaneKernels kernels(level.box, level.conductance, level.inverseDiagonal);
    const int planes = Planes(level.box).planes;
    for (int pass = 0; pass < 4 * sweeps; ++pass) {
        const int colour = (pass < 2 * sweeps) == (pass % 2 == 0) ? red : black;
        for (int plane = 0; plane < planes; ++plane)
            kernels.relax(plane, colour, right, x);
    }
}

void Multigrid::cycle(std::size_t index, const float* right, float* x, Start start) {
    if (index + 1 == m_levels.size()) {
        if (start == Start::Zero) std::fill_n(x, m_levels[index].box.size(), 0.0F);
        return solveCoarsest(m_levels[index], right, x);
    }
    descend(index, right, x, start);
    Level& coarse = m_levels[index + 1];
    cycle(index + 1, coarse.right.data(), coarse.x.data(), Start::Zero);
    ascend(index, right, x);
}

void Multigrid::apply(std::span<const float> right, std::span<float> x) {
    cycle(0, right.data(), x.data(), Start::Zero);
}

void Multigrid::improve(std::span<const float> right, std::span<float> x) {
    cycle(0, right.data(), x.data(), Start::Given);
}

void Multigrid::apply(const std::vector<double>& right, std::vector<double>& x) {
    m_right.resize(right.size(), 0.0F);
    m_x.resize(right.size(), 0.0F);
    forBlocks(right.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t c = begin; c < end; ++c)
            m_right[c] = static_cast<float>(right[c]);
    });
    apply(m_right, m_x);
    forBlocks(right.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t c = begin; c < end; ++c)
            x[c] = static_cast<double>(m_x[c]);
    });
}

}  // namespace halltwin::airflow
