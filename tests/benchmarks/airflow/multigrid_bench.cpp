// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/multigrid.h"
#include "model/airflow/pressure_correction.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdint>
#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <vector>

using namespace halltwin::airflow;

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

class Threads {
public:
    explicit Threads(const benchmark::State& state)
        : m_control(tbb::global_control::max_allowed_parallelism,
                    static_cast<std::size_t>(state.range(1))) {}

private:
    tbb::global_control m_control;
};

void countCells(benchmark::State& state, const Room& room, double bytesPerCell) {
    const auto cells = static_cast<double>(room.box.interior());
    state.counters["cells"] = cells;
    state.counters["cells_per_s"] =
        benchmark::Counter(cells, benchmark::Counter::kIsIterationInvariantRate);
    state.counters["bytes_per_s"] =
        benchmark::Counter(cells * bytesPerCell, benchmark::Counter::kIsIterationInvariantRate);
}

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
    countCells(state, room, 105.0);
}

void conjugateGradients(benchmark::State& state) {
    const Threads threads(state);
    Room room = roomFor(state.range(0));
    PressureCorrection solver;
    solver.build(room.box, room.conductance);
    std::vector<float> x(room.box.size(), 0.0F);
    for (auto _ : state) {
        const auto outcome = solver.solve(room.source, 0.0, 3, x);
        if (!outcome) return state.SkipWithError("cancelled");
        benchmark::DoNotOptimize(x.data());
    }
    countCells(state, room, 105.0);
}

/// The STREAM triad on as many threads: what memory gives to the kernels above.
void triad(benchmark::State& state) {
    const Threads threads(state);
    constexpr std::size_t count = std::size_t{1} << 25;
    std::vector<float> a(count, 0.0F);
    const std::vector<float> b(count, 1.0F);
    const std::vector<float> c(count, 2.0F);
    for (auto _ : state) {
        tbb::parallel_for(
            tbb::blocked_range<std::size_t>(0, count),
            [&](const tbb::blocked_range<std::size_t>& range) {
                for (std::size_t i = range.begin(); i < range.end(); ++i)
                    a[i] = b[i] + 3.0F * c[i];
            },
            tbb::static_partitioner());
        benchmark::ClobberMemory();
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(3 * sizeof(float) * count));
}

void sizes(benchmark::internal::Benchmark* bench) {
    for (const int threads : {1, 2})
        for (const int side : {32, 64, 128, 256, 0})
            bench->Args({side, threads});
}

BENCHMARK(triad)->Args({0, 1})->Args({0, 2})->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(vCycle)->Apply(sizes)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(conjugateGradients)->Apply(sizes)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
