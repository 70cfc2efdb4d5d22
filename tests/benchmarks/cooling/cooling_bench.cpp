// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cooling/prepared_plant.h"
#include "model/core/data_paths.h"
#include "model/edit/shift_set_points.h"
#include "model/exchange/catalog_json.h"
#include "model/exchange/site_weather.h"
#include "model/exchange/text_file.h"
#include "model/thermal/solve.h"
#include "model/twin/coupling.h"
#include "model/twin/year.h"

#include <benchmark/benchmark.h>
#include <cstdlib>

namespace {

using namespace halltwin;

std::shared_ptr<const Catalog> catalog() {
    static const auto loaded = std::make_shared<const Catalog>(
        exchange::loadCatalog(resourceDirectory() / "catalog").catalog);
    return loaded;
}

template <class Value>
Value must(Result<Value> result) {
    if (!result) std::abort();
    return *std::move(result);
}

Project example(const char* name) {
    return must(exchange::readProjectText(examplesDirectory() / name));
}

weather::WeatherYear weatherOf(const Project& project) {
    return must(exchange::siteWeather(project.site,
                                      {examplesDirectory(), resourceDirectory() / "climate"}));
}

twin::TwinInput inputOf(Project project) {
    return {std::make_shared<const Project>(std::move(project)), catalog(), {}, {}};
}

/// All loops of a plant at one load and weather: a year has 8,760 of these.
void hourOfThePlant(benchmark::State& state, const char* name) {
    const Project project = example(name);
    const auto point = must(twin::OperatingPoint::of(project, *catalog(), {}));
    const twin::RoomSolver solveRoom = [](HallId, const thermal::RoomInput& room,
                                          std::stop_token stop) {
        return thermal::solvePreview(room, {}, std::move(stop));
    };
    const auto coupled = must(twin::couple(point, solveRoom, {}));
    const auto input = twin::plantInput(point, coupled.heat, coupled.supply.live);
    const auto plant = must(cooling::PreparedPlant::of(input));
    const auto load = cooling::loadOf(input);
    for (auto iteration : state) {
        (void)iteration;
        benchmark::DoNotOptimize(plant.solve(load).has_value());
    }
}

/// A year with nothing kept from before: rooms, power chain and 8,760 hours.
void firstYear(benchmark::State& state, const char* name) {
    const Project project = example(name);
    const auto weather = weatherOf(project);
    const auto input = inputOf(project);
    for (auto iteration : state) {
        (void)iteration;
        benchmark::DoNotOptimize(twin::evaluateYear(input, weather).has_value());
    }
}

/// The new year after one step of the set-point slider. Budget: 0.7 s.
void yearOfASliderStep(benchmark::State& state, const char* name) {
    const Project project = example(name);
    const auto weather = weatherOf(project);
    twin::YearEvaluator evaluator;
    benchmark::DoNotOptimize(evaluator.evaluate(inputOf(project), weather).has_value());
    double stepK = 0.0;
    for (auto iteration : state) {
        (void)iteration;
        stepK += 0.01;  // never a set-point that was asked for before
        const auto shifted =
            must(edit::shiftSetPoints(project, *catalog(), kelvins(stepK), kelvins(0.5 * stepK)));
        benchmark::DoNotOptimize(evaluator.evaluate(inputOf(shifted), weather).has_value());
    }
}

BENCHMARK_CAPTURE(hourOfThePlant, medium, "medium-1000-gpu.json")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(hourOfThePlant, large, "large-10000-gpu.json")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(firstYear, medium, "medium-1000-gpu.json")
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(firstYear, large, "large-10000-gpu.json")
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(yearOfASliderStep, medium, "medium-1000-gpu.json")
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(yearOfASliderStep, large, "large-10000-gpu.json")
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
