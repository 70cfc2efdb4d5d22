// SPDX-License-Identifier: GPL-3.0-or-later
// One full outer iteration of the room solver: viscosity, momentum, continuity, heat.
#include "model/airflow/air_flow.h"
#include "tests/benchmarks/airflow/memory_rate.h"

#include <cmath>
#include <cstdint>

using namespace halltwin;
using namespace halltwin::airflow;
using namespace halltwin::tests;

namespace {

GridAxis axis(int cells, double widthM) {
    GridAxis result;
    for (int n = 0; n <= cells; ++n)
        result.faces.push_back(widthM * n);
    return result;
}

/// Rows of solid racks, two cells deep, four cells apart, half the height of the hall.
AirDomain hallOf(const CellBox& cells) {
    AirDomain domain = makeClosedBox({axis(cells.nx, 0.3), axis(cells.ny, 0.3), axis(cells.nz, 0.2)});
    for (int k = 0; k < cells.nz / 2; ++k)
        for (int j = 3; j + 3 < cells.ny; j += 6)
            for (int i = 2; i + 2 < cells.nx; ++i) {
                closeCell(domain, cells.at(i, j, k));
                closeCell(domain, cells.at(i, j + 1, k));
            }
    return domain;
}

/// Bytes that one cell moves between memory and cache when every kernel finds its neighbouring
/// planes in the cache; a written value counts twice, for it is read first.
/// Viscosity 3 velocities, distance, 3 writes (16 + 24); buoyancy (4 + 8); momentum rates 3
/// velocities, 3 open, viscosity, pressure, buoyancy, 9 writes (36 + 72); two relaxations (28 + 36 +
/// 24 each); addition (24 + 12); divergence (12 + 8); one pressure iteration (183); correction
/// (12 + 16 + 32); heat rates 3 velocities, 3 open, diffusivity, gain, decay, phi, 3 writes
/// (40 + 24); three relaxations (28 + 12 + 8 each); addition (4 + 8).
constexpr double bytesPerCell = 40.0 + 12.0 + 108.0 + 2.0 * 88.0 + 36.0 + 20.0 + 183.0 + 60.0 +
                                64.0 + 3.0 * 48.0 + 12.0;

CellBox boxFor(std::int64_t kind) {
    switch (kind) {
    case 0: return {40, 48, 20};      // 38 k cells: a small room at 0.15 m
    case 1: return {76, 62, 18};      // 85 k: 1,000 GPUs at 0.3 m
    default: return {267, 334, 18};   // 1.6 M: 10,000 GPUs at 0.3 m
    }
}

void outerIteration(benchmark::State& state) {
    const Threads threads(state);
    const CellBox box = boxFor(state.range(0));
    AirFlow air(hallOf(box), AirModel{});
    forCells(box, [&](int i, int j, int k) {
        const std::size_t c = box.at(i, j, k);
        air.velocity[0][c] = static_cast<float>(std::sin(0.1 * i) * std::cos(0.2 * j));
        air.velocity[1][c] = static_cast<float>(std::cos(0.1 * i + 0.3 * k));
        air.temperature[c] = 0.1F * static_cast<float>(k);
    });
    air.holdClosedFaces();
    (void)air.project({1e-3, 10});
    const ScalarSources sources{Field(box), Field(box)};
    StepEffort effort;
    effort.scalarSweeps = 3;
    effort.projection.mostIterations = 1;
    for (auto _ : state) {
        (void)air.stepFlow(0.05, effort);
        air.stepHeat(sources, 0.05, effort.scalarSweeps);
    }
    const double cells =
        static_cast<double>(state.iterations()) * static_cast<double>(box.interior());
    const double memory = triadBytesPerSecond(static_cast<int>(state.range(1)));
    state.counters["cells"] = static_cast<double>(box.interior());
    state.counters["cells_per_s"] = benchmark::Counter(cells, benchmark::Counter::kIsRate);
    state.counters["bytes_per_cell"] = bytesPerCell;
    state.counters["share_of_triad"] =
        benchmark::Counter(cells * bytesPerCell / memory, benchmark::Counter::kIsRate);
}

BENCHMARK(outerIteration)
    ->ArgsProduct({{0, 1, 2}, {1, 2}})
    ->ArgNames({"size", "threads"})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
