// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/project_json.h"
#include "model/storage/project_file.h"
#include "model/storage/recovery.h"
#include "tests/support/random_project.h"

#include <benchmark/benchmark.h>
#include <filesystem>
#include <string>

namespace {

using namespace halltwin;
namespace fs = std::filesystem;

constexpr int itemCount = 10'000;

fs::path benchFile() {
    return fs::temp_directory_path() / "halltwin-bench.halltwin";
}

void saveTenThousandItems(benchmark::State& state) {
    const Project project = tests::aProjectOfItems(itemCount);
    for (auto iteration : state) {
        (void)iteration;
        if (!storage::saveProject(benchFile(), project)) state.SkipWithError("cannot save");
    }
    fs::remove(benchFile());
}
BENCHMARK(saveTenThousandItems)->Unit(benchmark::kMillisecond)->UseRealTime();

void openTenThousandItems(benchmark::State& state) {
    if (!storage::saveProject(benchFile(), tests::aProjectOfItems(itemCount))) {
        state.SkipWithError("cannot save");
    }
    for (auto iteration : state) {
        (void)iteration;
        benchmark::DoNotOptimize(storage::openProject(benchFile()));
    }
    fs::remove(benchFile());
}
BENCHMARK(openTenThousandItems)->Unit(benchmark::kMillisecond)->UseRealTime();

void recordOneEditAmongTenThousandItems(benchmark::State& state) {
    Project project = tests::aProjectOfItems(itemCount);
    storage::RecoveryJournal journal(benchFile());
    if (!journal.prepare(project)) state.SkipWithError("cannot prepare");
    int number = 0;
    for (auto iteration : state) {
        (void)iteration;
        Project after = project;
        Item item = *after.items.find(ItemId{1 + ++number % itemCount});
        item.label = std::to_string(number);
        after.items.set(item);
        if (!journal.record(project, after)) state.SkipWithError("cannot record");
        project = after;
    }
    journal.discard();
}
BENCHMARK(recordOneEditAmongTenThousandItems)->Unit(benchmark::kMillisecond)->UseRealTime();

void writeTextOfTenThousandItems(benchmark::State& state) {
    const Project project = tests::aProjectOfItems(itemCount);
    for (auto iteration : state) {
        (void)iteration;
        benchmark::DoNotOptimize(exchange::toJson(project));
    }
}
BENCHMARK(writeTextOfTenThousandItems)->Unit(benchmark::kMillisecond)->UseRealTime();

void readTextOfTenThousandItems(benchmark::State& state) {
    const std::string text = exchange::toJson(tests::aProjectOfItems(itemCount));
    for (auto iteration : state) {
        (void)iteration;
        benchmark::DoNotOptimize(exchange::projectFromJson(text, "bench.json"));
    }
}
BENCHMARK(readTextOfTenThousandItems)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
