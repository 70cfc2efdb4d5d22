// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/contingency.h"

#include <benchmark/benchmark.h>
#include <string>

namespace {

using namespace halltwin;
using namespace halltwin::power;

/// A hall in 2N: on each side one feed, a board for every 20 UPS, a UPS for every 10 PDU, and PDUs
/// for the rest of the elements; a load with two cords for every element.
ChainInput hall(std::int64_t elements) {
    ChainInput input;
    const auto add = [&](std::int64_t id, ItemKind kind, std::int64_t above, Feed feed) {
        Element element;
        element.id = {id};
        element.kind = kind;
        element.name = "element " + std::to_string(id);
        element.rating = megawatts(static_cast<double>(elements));
        element.losses = {element.rating, 1e-4, 0.0, 1e-4};
        element.outputVoltage = volts(400.0);
        input.elements.push_back(std::move(element));
        if (above == 0) return;
        Link link{{above}, {id}, feed};
        link.resistance = ohms(1e-4);
        input.links.push_back(link);
    };
    const std::int64_t side = elements / 2;
    for (const Feed feed : {Feed::A, Feed::B}) {
        const std::int64_t base = feed == Feed::A ? 0 : side;
        add(base + 1, ItemKind::UtilityFeed, 0, feed);
        std::int64_t board = 0;
        std::int64_t ups = 0;
        for (std::int64_t n = 2; n <= side; ++n) {
            if (n % 240 == 2)
                add(board = base + n, ItemKind::Switchboard, base + 1, feed);
            else if (n % 12 == 3)
                add(ups = base + n, ItemKind::Ups, board, feed);
            else
                add(base + n, ItemKind::Pdu, ups == 0 ? board : ups, feed);
        }
    }
    for (std::int64_t n = 2; n <= side; ++n) {
        const ItemId id{2 * elements + n};
        input.loads.push_back({id, "load " + std::to_string(n), kilowatts(40.0)});
        input.links.push_back({{n}, id, Feed::A});
        input.links.push_back({{side + n}, id, Feed::B});
    }
    return input;
}

/// What an edit costs: graph, flows and findings anew. Budget: 5 ms at 5,000 elements.
void solve(benchmark::State& state) {
    const ChainInput input = hall(state.range(0));
    for (auto iteration : state) {
        (void)iteration;
        const auto result = solveChain(input);
        benchmark::DoNotOptimize(result->sourceInput);
    }
    state.SetComplexityN(state.range(0));
}

/// Every element out, one after the other.
void sweep(benchmark::State& state) {
    const ChainInput input = hall(state.range(0));
    for (auto iteration : state) {
        (void)iteration;
        const auto result = sweepFailures(input);
        benchmark::DoNotOptimize(result->size());
    }
    state.SetComplexityN(state.range(0));
}

BENCHMARK(solve)
    ->Arg(100)
    ->Arg(500)
    ->Arg(1000)
    ->Arg(2000)
    ->Arg(5000)
    ->Arg(10000)
    ->Arg(20000)
    ->Unit(benchmark::kMillisecond)
    ->Complexity();
BENCHMARK(sweep)->Arg(100)->Arg(200)->Arg(500)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
