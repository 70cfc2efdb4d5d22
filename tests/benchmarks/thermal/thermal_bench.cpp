// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/multigrid.h"
#include "model/airflow/pressure.h"
#include "model/thermal/solve.h"
#include "tests/physics/thermal/rooms.h"

#include <benchmark/benchmark.h>
#include <cstdlib>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::airflow;
using namespace halltwin::thermal;

namespace {

/// 720 m² with 44 racks of 40 kW in two contained aisles and ten coolers.
RoomInput hall720() {
    RoomBuilder builder(30.0, 24.0);
    builder.withFloorVoid(0.8, 0.0025);
    for (const double aisle : {6.0, 13.2}) {
        for (int n = 0; n < 11; ++n) {
            const double x = 8.4 + 0.6 * n;
            builder.withRack(x, aisle - 1.2, Direction::PlusY, 40.0);
            builder.withRack(x, aisle + 1.2, Direction::MinusY, 40.0);
            builder.withTile(x, aisle, 0.56).withTile(x, aisle + 0.6, 0.56);
        }
        builder.withContainment(rectM(8.4, aisle, 6.6, 1.2), 2.2, 0.05);
    }
    const double flow = 44 * 40.0 * usualFlowM3SPerKw * 1.1 / 10.0;
    for (int n = 0; n < 5; ++n) {
        builder.withCooler(rectM(0.6, 1.2 + 4.2 * n, 1.2, 2.4), Direction::PlusX, flow);
        builder.withCooler(rectM(28.2, 1.2 + 4.2 * n, 1.2, 2.4), Direction::MinusX, flow);
    }
    return builder.room;
}

void report(benchmark::State& state, const RoomResult& result) {
    state.counters["cells"] = static_cast<double>(result.grid.cellCount());
    state.counters["pressure_iterations"] = result.iterations;
}

/// Everything from the input: grid, flow, energy, report.
void coldPreview(benchmark::State& state) {
    const RoomInput room = hall720();
    SolveSettings settings;
    settings.gridM = static_cast<double>(state.range(0)) / 1000.0;
    for (auto _ : state) {
        const auto result = solvePreview(room, settings);
        if (!result) return state.SkipWithError(describe(result.error()).c_str());
        report(state, *result);
    }
}

/// A load slider: the flow is kept.
void loadChange(benchmark::State& state) {
    RoomInput room = hall720();
    PreviewSolver solver;
    double load = 10.0;
    for (auto _ : state) {
        room.racks[0].airHeat = kilowatts(load);
        load = load < 40.0 ? load + 0.1 : 10.0;
        const auto result = solver.solve(room);
        if (!result) return state.SkipWithError(describe(result.error()).c_str());
        report(state, *result);
    }
}

/// One V-cycle on a cube of n³ open cells: items are cells.
void vCycle(benchmark::State& state) {
    const int n = static_cast<int>(state.range(0));
    const CellBox box{n, n, n};
    FaceField<double> conductance = makeFaceField(box, 0.0);
    std::vector<double> residual(box.size(), 0.0);
    for (int k = 0; k < n; ++k)
        for (int j = 0; j < n; ++j)
            for (int i = 0; i < n; ++i) {
                const std::size_t cell = box.at(i, j, k);
                conductance[0][cell] = i + 1 < n ? 1.0 : 0.0;
                conductance[1][cell] = j + 1 < n ? 1.0 : 0.0;
                conductance[2][cell] = k + 1 < n ? 1.0 : 0.0;
                residual[cell] = (i + j + k) % 2 == 0 ? 1.0 : -1.0;
            }
    Multigrid multigrid;
    multigrid.build(box, conductance);
    std::vector<double> correction(box.size(), 0.0);
    for (auto _ : state)
        multigrid.apply(residual, correction);
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(box.interior()));
}

BENCHMARK(coldPreview)
    ->Arg(600)
    ->Arg(300)
    ->Arg(200)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(loadChange)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(vCycle)->Arg(32)->Arg(64)->Arg(128)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
