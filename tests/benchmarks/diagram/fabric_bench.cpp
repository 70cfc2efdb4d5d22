// SPDX-License-Identifier: GPL-3.0-or-later
// The network diagram of 102,400 GPUs. Budgets: 0.5 s to fold and place it, 2 ms for the ways
// between two servers, 30 frames a second while it is moved with its pods folded.
#include "model/network/rail_optimised.h"
#include "model/network/tier_diagram.h"
#include "model/network/ways_between.h"
#include "tests/benchmarks/diagram/pan_frames.h"
#include "views/network/fabric_diagram_view.h"

#include <QApplication>
#include <algorithm>
#include <benchmark/benchmark.h>
#include <vector>

namespace {

using namespace halltwin;
using views::bridge::NetworkAnswer;
using views::network::FabricDiagramView;

constexpr std::size_t servers = 12800;

network::FabricPlan largePlan() {
    network::FabricInput input;
    input.hosts.assign(servers, {8, gigabitsPerSecond(400.0)});
    input.leaf = {"switch", 128, gigabitsPerSecond(400.0)};
    input.spine = input.leaf;
    network::FabricPlan plan;
    plan.fabric.name = "Fabric";
    plan.graph = *network::generateRailOptimised(input, {64, 1.0, 0});
    for (network::DeviceIndex host = 0; host < servers; host += 4) {
        network::HostRack rack;
        rack.item = ItemId{host / 4 + 1};
        rack.name = "R" + std::to_string(host / 4 + 1);
        rack.nodes = 4;
        rack.firstHost = host;
        plan.hosts.racks.push_back(rack);
        for (network::DeviceIndex node = 0; node < 4; ++node)
            plan.graph.devices[host + node].rack = rack.item;
    }
    return plan;
}

/// Every link with a load of its own.
views::bridge::NetworkAnswerPtr largeAnswer() {
    auto network = std::make_shared<network::NetworkPlan>();
    network->fabrics.push_back(largePlan());
    const std::size_t links = network->fabrics[0].graph.links.size();
    network->cables.layout.fabrics.emplace_back().cables.resize(links);
    network::FabricStudy study;
    for (std::size_t arc = 0; arc < 2 * links; ++arc)
        study.flows.load.push_back(static_cast<double>(arc % 1000) / 1000.0);
    NetworkAnswer answer{std::make_shared<const Project>(),
                         std::make_shared<const Catalog>(),
                         network,
                         0,
                         std::move(study),
                         {}};
    return std::make_shared<const NetworkAnswer>(std::move(answer));
}

void foldFabric(benchmark::State& state) {
    const network::FabricPlan plan = largePlan();
    for (auto iteration : state) {
        (void)iteration;
        const auto groups = network::groupDevices(plan);
        const auto diagram = network::tierDiagram(plan, groups);
        state.counters["nodes"] = static_cast<double>(diagram.nodes.size());
        state.counters["links"] = static_cast<double>(plan.graph.links.size());
    }
}

void pictureOfFabric(benchmark::State& state) {
    const auto answer = largeAnswer();
    for (auto iteration : state) {
        (void)iteration;
        benchmark::DoNotOptimize(views::network::pictureOf(answer, {}, nullptr));
    }
}

void recolour(benchmark::State& state) {
    const auto answer = largeAnswer();
    const auto picture = views::network::pictureOf(answer, {}, nullptr);
    for (auto iteration : state) {
        (void)iteration;
        benchmark::DoNotOptimize(views::network::pictureOf(answer, {}, picture));
    }
}

void ways(benchmark::State& state) {
    const auto answer = largeAnswer();
    for (auto iteration : state) {
        (void)iteration;
        const auto found = network::waysBetween(answer->planned(), &*answer->study, 0, servers - 1);
        state.counters["ways"] = found.ways;
    }
}

/// Zoomed in by steps of 1.25 from the whole diagram, dragged by 24 pixels a frame.
void panFabric(benchmark::State& state) {
    views::bridge::Theme theme;
    theme.apply(*qApp, views::bridge::ThemeMode::Light);
    FabricDiagramView view(theme);
    view.setPicture(views::network::pictureOf(largeAnswer(), {}, nullptr));
    benchmarks::panFrames(view, state);
}

BENCHMARK(foldFabric)->Unit(benchmark::kMillisecond);
BENCHMARK(pictureOfFabric)->Unit(benchmark::kMillisecond);
BENCHMARK(recolour)->Unit(benchmark::kMillisecond);
BENCHMARK(ways)->Unit(benchmark::kMillisecond);
BENCHMARK(panFabric)->Arg(0)->Arg(6)->Arg(10)->Iterations(300)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
