// SPDX-License-Identifier: GPL-3.0-or-later
// Five minutes without cooling in the hall of 1,000 GPUs; the aim is 15 s on two cores.
#include "model/core/data_paths.h"
#include "model/exchange/catalog_json.h"
#include "model/exchange/project_json.h"
#include "model/exchange/text_file.h"
#include "model/thermal/transient.h"
#include "model/twin/failure.h"

#include <benchmark/benchmark.h>
#include <memory>

using namespace halltwin;

namespace {

void coolingFailure(benchmark::State& state) {
    auto project = exchange::readProjectText(examplesDirectory() / "medium-1000-gpu.json");
    if (!project) return state.SkipWithError(describe(project.error()).c_str());
    auto catalog = exchange::loadCatalog(resourceDirectory() / "catalog", {});
    const auto rooms = twin::hallRooms({std::make_shared<const Project>(*std::move(project)),
                                        std::make_shared<const Catalog>(std::move(catalog.catalog)),
                                        {},
                                        {}});
    if (!rooms) return state.SkipWithError(describe(rooms.error()).c_str());
    thermal::TransientSettings settings;
    settings.gridM = static_cast<double>(state.range(0)) / 1000.0;
    const std::vector<thermal::TransientEvent> events{
        {seconds(10.0), thermal::Action::Stop, {}, 1.0, {}}};
    for (auto _ : state) {
        const auto result = thermal::runTransient(rooms->front().room, events, settings);
        if (!result) return state.SkipWithError(describe(result.error()).c_str());
        state.counters["cells"] = static_cast<double>(result->start.grid.cellCount());
        state.counters["start_steps"] = result->start.settling.steps;
        state.counters["steps"] = result->steps;
        state.counters["books"] = result->books.residual;
        state.counters["field_mb"] = static_cast<double>(result->fields.bytes()) / 1e6;
    }
}

BENCHMARK(coolingFailure)
    ->Arg(600)
    ->ArgName("mm")
    ->Unit(benchmark::kSecond)
    ->Iterations(1)
    ->UseRealTime();

}  // namespace
