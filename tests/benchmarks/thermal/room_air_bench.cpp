// SPDX-License-Identifier: GPL-3.0-or-later
// Settled answers of whole rooms by momentum and heat, over cell sizes and hall sizes.
#include "model/thermal/air_solve.h"
#include "tests/physics/thermal/rooms.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdint>
#include <fstream>
#include <string>

using namespace halltwin;
using namespace halltwin::tests;
using namespace halltwin::thermal;

namespace {

/// A raised-floor hall of `aisles` contained cold aisles along x, 2 × `racks` racks of 16 kW each,
/// coolers on both short sides.
RoomInput hallOf(int aisles, int racks, double heightM) {
    const double widthM = 9.6 + 0.6 * racks;
    const double pitchM = 6.0;
    RoomBuilder builder(widthM, pitchM * aisles + 2.4, heightM);
    builder.withFloorVoid(0.9, 0.0025);
    for (int a = 0; a < aisles; ++a) {
        const double y = 2.4 + pitchM * a;
        for (int n = 0; n < racks; ++n) {
            const double x = 4.8 + 0.6 * n;
            builder.withRack(x, y - 1.2, Direction::PlusY, 16.0);
            builder.withRack(x, y + 1.2, Direction::MinusY, 16.0);
            builder.withTile(x, y, 0.56).withTile(x, y + 0.6, 0.56);
        }
        builder.withContainment(rectM(4.8, y, 0.6 * racks, 1.2), 2.2, 0.05);
        const double flow = 2 * racks * 16.0 * usualFlowM3SPerKw * 1.1 / 2.0;
        builder.withCooler(rectM(0.6, y - 0.6, 1.2, 2.4), Direction::PlusX, flow);
        builder.withCooler(rectM(widthM - 1.8, y - 0.6, 1.2, 2.4), Direction::MinusX, flow);
    }
    return builder.room;
}

double residentMegabytes() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        if (word != "VmHWM:") continue;
        double kilobytes = 0.0;
        status >> kilobytes;
        return kilobytes / 1024.0;
    }
    return 0.0;
}

void settled(benchmark::State& state, const RoomInput& room, double gridM) {
    AirSettings settings;
    settings.gridM = gridM;
    for (auto _ : state) {
        const auto result = solveAir(room, settings);
        if (!result) return state.SkipWithError(describe(result.error()).c_str());
        state.counters["cells"] = static_cast<double>(result->grid.cellCount());
        state.counters["steps"] = result->iterations;
        state.counters["converged"] = result->converged ? 1 : 0;
        state.counters["heat_residual"] = result->books.heatResidual;
        state.counters["mass_residual"] = result->books.massResidual;
        state.counters["us_per_cell"] =
            1e6 * result->wallS / static_cast<double>(result->grid.cellCount());
    }
    state.counters["peak_resident_mb"] = residentMegabytes();
}

/// 80 racks of 16 kW on 440 m², the room of 1,000 GPUs in size; argument: cell size, mm.
void roomBySize(benchmark::State& state) {
    settled(state, hallOf(3, 20, 4.2), static_cast<double>(state.range(0)) / 1000.0);
}

/// 7,900 m², 900 racks: 1.6 million cells at 0.3 m.
void largeHall(benchmark::State& state) {
    settled(state, hallOf(15, 60, 5.4), static_cast<double>(state.range(0)) / 1000.0);
}

void largePreview(benchmark::State& state) {
    const RoomInput room = hallOf(15, 60, 5.4);
    for (auto _ : state) {
        const auto result = solvePreview(room);
        if (!result) return state.SkipWithError(describe(result.error()).c_str());
        state.counters["cells"] = static_cast<double>(result->grid.cellCount());
    }
}

/// Heat alone on the kept flow: a load slider after a fine answer.
void reheated(benchmark::State& state) {
    RoomInput room = hallOf(3, 20, 4.2);
    AirSolver solver;
    if (const auto first = solver.solve(room); !first)
        return state.SkipWithError(describe(first.error()).c_str());
    double load = 10.0;
    for (auto _ : state) {
        room.racks[0].airHeat = kilowatts(load += 0.1);
        const auto result = solver.reheat(room);
        if (!result) return state.SkipWithError(describe(result.error()).c_str());
    }
}

/// The recirculation matrix answers for all racks at once.
void matrixAnswer(benchmark::State& state) {
    AirSolver solver;
    AirSettings settings;
    settings.gridM = 0.6;
    if (const auto first = solver.solve(hallOf(5, 20, 4.2), settings); !first)
        return state.SkipWithError(describe(first.error()).c_str());
    const auto matrix = solver.recirculation();
    if (!matrix) return state.SkipWithError(describe(matrix.error()).c_str());
    std::vector<double> change(matrix->devices(), 0.0);
    for (auto _ : state) {
        change[0] += 0.01;
        benchmark::DoNotOptimize(matrix->intakesAfter(change));
    }
    state.counters["devices"] = static_cast<double>(matrix->devices());
}

BENCHMARK(roomBySize)
    ->Arg(600)
    ->Arg(300)
    ->Arg(200)
    ->ArgName("mm")
    ->Unit(benchmark::kSecond)
    ->Iterations(1)
    ->UseRealTime();
BENCHMARK(largeHall)->Arg(600)->Arg(300)->ArgName("mm")->Unit(benchmark::kSecond)->Iterations(1)->UseRealTime();
BENCHMARK(largePreview)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(reheated)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(matrixAnswer)->Unit(benchmark::kMicrosecond)->UseRealTime();

}  // namespace
