// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/multigrid.h"
#include "model/airflow/pressure_correction.h"
#include "tests/benchmarks/airflow/memory_rate.h"

#include <benchmark/benchmark.h>
#include <cstdint>
#include <vector>

using namespace halltwin::airflow;
using namespace halltwin::tests;

namespace {

/// Air with insulated walls; the source cancels out.
struct Room {
    CellBox box;
    FaceField<float> conductance;
    std::vector<float> source;

    explicit Room(const CellBox& cells)
        : box(cells),
          conductance(makeFaceField(cells, 0.0F)),
          source(cells.size(), 0.0F) {
        forCells(box, [&](int i, int j, int k) {
            const std::size_t cell = box.at(i, j, k);
            conductance[0][cell] = i + 1 < box.nx ? 1.0F : 0.0F;
            conductance[1][cell] = j + 1 < box.ny ? 1.0F : 0.0F;
            conductance[2][cell] = k + 1 < box.nz ? 1.0F : 0.0F;
            source[cell] = static_cast<float>((i * 7 + j * 13 + k * 29) % 31) - 15.0F;
        });
    }

    /// All but every eighth column of the faces above layer `plane` of the axis.
    void close(std::size_t axis, int plane, float leak) {
        forCells(box, [&](int i, int j, int k) {
            const int at = axis == 0 ? i : axis == 1 ? j : k;
            if (at == plane && (i + j + k) % 8 != 0) conductance[axis][box.at(i, j, k)] *= leak;
        });
    }
};

/// Grid of a hall of 60 × 96 m: floor void, ceiling void, and an aisle wall every 4.8 m.
Room hall() {
    Room room(CellBox{200, 320, 25});
    room.close(2, 3, 1e-3F);
    room.close(2, 20, 1e-2F);
    for (int j = 15; j < 310; j += 16)
        room.close(1, j, 1e-4F);
    return room;
}

Room roomFor(std::int64_t side) {
    const int n = static_cast<int>(side);
    return n == 0 ? hall() : Room(CellBox{n, n, n});
}

// Bytes that one cell moves between memory and cache when every pass of a sweep over the planes
// finds its planes in the cache; a written value counts twice, for it is read first. Coarser grids
// hold an eighth of the cells each: times 8/7.
// Down: 3 conductances, inverse diagonal and right side (20), x (8), residual (8), 3 weights (12),
// coarse right side (1) = 49. Up: 3 weights, coarse x (13), x (8), conductances, inverse diagonal
// and right side (20) = 41.
constexpr double cycleBytes = (49.0 + 41.0) * 8.0 / 7.0;
// Conjugate gradients add: r · z (8), direction and product (4 + 8 + 12 + 8), solution and residual
// (8 + 4 + 8 + 4), and a third of the start in this benchmark (label, right side, x, direction,
// residual, means: 48).
constexpr double iterationBytes = cycleBytes + 8.0 + 32.0 + 24.0 + 16.0;

void countCells(benchmark::State& state, const Room& room, double bytesPerCell, double cycles) {
    const double cells = cycles * static_cast<double>(room.box.interior());
    const double bytes = cells * bytesPerCell;
    const double memory = triadBytesPerSecond(static_cast<int>(state.range(1)));
    state.counters["bytes_per_cell"] = bytesPerCell;
    state.counters["cells_per_s"] =
        benchmark::Counter(cells, benchmark::Counter::kIsIterationInvariantRate);
    state.counters["bytes_per_s"] =
        benchmark::Counter(bytes, benchmark::Counter::kIsIterationInvariantRate);
    // Above 1 where the grid stays in the last-level cache.
    state.counters["share_of_triad"] =
        benchmark::Counter(bytes / memory, benchmark::Counter::kIsIterationInvariantRate);
}

/// One V-cycle from zero. Items are cells; the first argument is the cells per side, 0 for the
/// hall.
void vCycle(benchmark::State& state) {
    const Threads threads(state);
    Room room = roomFor(state.range(0));
    Multigrid multigrid;
    multigrid.build(room.box, room.conductance);
    std::vector<float> x(room.box.size(), 0.0F);
    for (auto _ : state) {
        multigrid.apply(room.source, x);
        benchmark::DoNotOptimize(x.data());
    }
    countCells(state, room, cycleBytes, 1.0);
}

/// Items are cells times iterations.
void conjugateGradients(benchmark::State& state) {
    constexpr int iterations = 3;
    const Threads threads(state);
    Room room = roomFor(state.range(0));
    PressureCorrection solver;
    solver.build(room.box, room.conductance);
    std::vector<float> x(room.box.size(), 0.0F);
    for (auto _ : state) {
        const auto outcome = solver.solve(room.source, 0.0, iterations, x);
        if (!outcome) return state.SkipWithError("cancelled");
        benchmark::DoNotOptimize(x.data());
    }
    countCells(state, room, iterationBytes, iterations);
}

void sizes(benchmark::internal::Benchmark* bench) {
    for (const int threads : {1, 2})
        for (const int side : {32, 64, 128, 256, 0})
            bench->Args({side, threads});
}

BENCHMARK(vCycle)->Apply(sizes)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(conjugateGradients)->Apply(sizes)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
