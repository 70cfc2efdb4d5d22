// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/document/document.h"
#include "model/project/rules.h"
#include "tests/support/builders.h"

#include <benchmark/benchmark.h>

namespace {

using namespace halltwin;

Project hallOf(std::int64_t racks) {
    return tests::aProject()
        .inHall(HallKind::DataHall, metres(66.0))
        .withRacks(static_cast<int>(racks))
        .withCoolers(20)
        .withPower()
        .withChilledWater();
}

/// One item moved, as at the end of a drag: edit, diff, history, one observer. Budget: 10 ms.
void moveOneItem(benchmark::State& state) {
    document::Document document(hallOf(state.range(0)));
    std::size_t heard = 0;
    const auto subscription = document.subscribe(
        [&](const ChangeSet& change, const Project&) { heard += change.items.changed.size(); });
    double dxM = 0.6;
    for (auto iteration : state) {
        (void)iteration;
        dxM = -dxM;
        const auto change =
            document.apply(edit::MoveItems{{ItemId{17}}, metres(dxM), metres(0.0)}, "drag");
        benchmark::DoNotOptimize(change.has_value());
    }
    benchmark::DoNotOptimize(heard);
}

/// All items moved at once: the heaviest edit of positions. Budget: 10 ms.
void moveAllItems(benchmark::State& state) {
    document::Document document(hallOf(state.range(0)));
    const auto ids = tests::itemIds(document.project());
    double dxM = 0.6;
    for (auto iteration : state) {
        (void)iteration;
        dxM = -dxM;
        const auto change = document.apply(edit::MoveItems{ids, metres(dxM), metres(0.0)}, "drag");
        benchmark::DoNotOptimize(change.has_value());
    }
}

void undoAndRedo(benchmark::State& state) {
    document::Document document(hallOf(state.range(0)));
    benchmark::DoNotOptimize(
        document.apply(edit::MoveItems{{ItemId{17}}, metres(0.6), metres(0.0)}).has_value());
    for (auto iteration : state) {
        (void)iteration;
        benchmark::DoNotOptimize(document.undo().items.changed.size());
        benchmark::DoNotOptimize(document.redo().items.changed.size());
    }
}

/// All design rules. Budget: 50 ms.
void checkAllRules(benchmark::State& state) {
    const Project project = hallOf(state.range(0));
    const Catalog catalog = tests::aCatalog();
    for (auto iteration : state) {
        (void)iteration;
        benchmark::DoNotOptimize(checkRules(project, catalog).size());
    }
}

BENCHMARK(moveOneItem)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);
BENCHMARK(moveAllItems)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);
BENCHMARK(undoAndRedo)->Arg(10000)->Unit(benchmark::kMillisecond);
BENCHMARK(checkAllRules)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

}  // namespace
