// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/data_paths.h"
#include "model/exchange/catalog_json.h"
#include "model/exchange/text_file.h"
#include "model/twin/twin.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <vector>

namespace {

using namespace halltwin;

std::shared_ptr<const Catalog> catalog() {
    static const auto loaded = std::make_shared<const Catalog>(
        exchange::loadCatalog(resourceDirectory() / "catalog").catalog);
    return loaded;
}

Project example(const char* name) {
    auto project = exchange::readProjectText(examplesDirectory() / name);
    if (!project) std::abort();
    return std::move(*project);
}

/// Racks that can step 1.2 m back without running into another: those of the rows that face −y.
std::vector<ItemId> movableRacks(const Project& project) {
    std::vector<ItemId> racks;
    for (const Item& item : project.items) {
        const CatalogEntry* entry = catalog()->find(item.catalogKey);
        if (entry != nullptr && entry->kind == ItemKind::Rack && item.rotation == Rotation::R0) {
            racks.push_back(item.id);
        }
    }
    return racks;
}

/// The whole twin after a rack moved by a tile: what a frame of a drag costs the worker. Budget
/// with drawing: 100 ms at the 95th percentile for the hall of 1,000 GPUs.
void answerToAMovedRack(benchmark::State& state, const char* name) {
    Project project = example(name);
    const std::vector<ItemId> racks = movableRacks(project);
    if (racks.empty()) {
        state.SkipWithError("the example has no rack that faces -y");
        return;
    }
    twin::Evaluator evaluator;
    std::vector<double> milliseconds;
    for (auto iteration : state) {
        (void)iteration;
        // Another rack each time, so that no flow field is taken from what the evaluator keeps.
        Item moved = *project.items.find(racks[milliseconds.size() % racks.size()]);
        moved.position.y += metres(1.2);
        Project edited = project;
        edited.items.set(moved);
        const auto start = std::chrono::steady_clock::now();
        const auto result =
            evaluator.evaluate({std::make_shared<const Project>(edited), catalog(), {}, {}});
        benchmark::DoNotOptimize(result.has_value());
        const std::chrono::duration<double, std::milli> taken =
            std::chrono::steady_clock::now() - start;
        milliseconds.push_back(taken.count());
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    state.counters["p95_ms"] = milliseconds[milliseconds.size() * 95 / 100];
}

/// A tariff slider: air and power stay as they are, money changes.
void answerToATariffStep(benchmark::State& state, const char* name) {
    Project project = example(name);
    twin::Evaluator evaluator;
    double factor = 0.5;
    for (auto iteration : state) {
        (void)iteration;
        factor = factor > 0.95 ? 0.5 : factor + 0.01;
        project.economics.tariff = dollarsPerKilowattHour(0.1 * factor);
        const auto result =
            evaluator.evaluate({std::make_shared<const Project>(project), catalog(), {}, {}});
        benchmark::DoNotOptimize(result.has_value());
    }
}

BENCHMARK_CAPTURE(answerToAMovedRack, classroom, "classroom-two-rows.json")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(answerToAMovedRack, medium, "medium-1000-gpu.json")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(answerToATariffStep, medium, "medium-1000-gpu.json")
    ->Unit(benchmark::kMillisecond);

}  // namespace
