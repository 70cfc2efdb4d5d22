// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/generate.h"
#include "model/network/network_plan.h"
#include "model/network/placement.h"

#include <benchmark/benchmark.h>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace halltwin;
using namespace halltwin::network;

EquipmentEntry equipment(std::string key, EquipmentSpec spec) {
    EquipmentEntry entry;
    entry.key = std::move(key);
    entry.spec = std::move(spec);
    entry.price = dollars(1000.0);
    return entry;
}

/// Racks of four servers with eight ports, cabinets for 40 switches of 128 ports, copper and fibre.
Catalog catalog() {
    Catalog all;
    CatalogEntry rack;
    rack.key = "nodes";
    rack.size = {metres(0.6), metres(1.2), metres(2.0)};
    RackSpec nodes;
    nodes.nodes = 4;
    nodes.gpus = 32;
    nodes.network.compute = {"nic", 8};
    nodes.network.units = 42;
    nodes.network.nodeUnits = 8;
    nodes.network.freeUnits = 8;
    rack.spec = nodes;
    all.add(rack);
    RackSpec empty;
    empty.role = RackRole::Network;
    empty.network.units = 42;
    empty.network.freeUnits = 40;
    rack.key = "cabinet";
    rack.spec = empty;
    all.add(rack);
    SwitchSpec wide;
    wide.ports = 128;
    all.addEquipment(equipment("switch", wide));
    all.addEquipment(equipment("nic", NicSpec{}));
    for (const auto& [key, reachM] : std::map<std::string, double>{
             {"copper", 3.0}, {"sr", 50.0}, {"dr", 500.0}, {"fr", 2000.0}}) {
        MediumSpec medium;
        medium.reach = metres(reachM);
        medium.pricePerEnd = dollars(reachM);
        medium.diameter = millimetres(3.0);
        all.addEquipment(equipment(key, medium));
    }
    return all;
}

/// Rows of 40 racks 2.4 m apart, every tenth a row of cabinets; a tray over each row and five
/// across.
Project plant(std::int64_t gpus) {
    Project project;
    Hall hall;
    hall.width = metres(30.0);
    hall.depth = metres(1000.0);
    const HallId id = project.halls.add(hall);
    constexpr int perRow = 40;
    std::int64_t left = gpus / 32;
    int row = 0;
    for (; left > 0 || row % 10 != 0; ++row) {
        const bool isNetwork = row % 10 == 5;
        for (int r = 0; r < perRow && (isNetwork || left > 0); ++r) {
            Item item;
            item.hall = id;
            item.catalogKey = isNetwork ? "cabinet" : "nodes";
            item.label = std::to_string(row) + "-" + std::to_string(r);
            item.position = {metres(0.6 * r), metres(2.4 * row)};
            project.items.add(item);
            if (!isNetwork) --left;
        }
        CableTray tray;
        tray.hall = id;
        tray.from = {metres(0.0), metres(2.4 * row + 0.6)};
        tray.to = {metres(24.0), metres(2.4 * row + 0.6)};
        project.trays.add(tray);
    }
    for (int across = 0; across < 5; ++across) {
        CableTray tray;
        tray.hall = id;
        tray.from = {metres(6.0 * across), metres(0.0)};
        tray.to = {metres(6.0 * across), metres(2.4 * row)};
        tray.height = metres(2.8);
        tray.width = metres(2.0);
        project.trays.add(tray);
    }
    Fabric fabric;
    fabric.name = "Fabric";
    fabric.leafSwitch = "switch";
    fabric.unitNodes = 64;
    project.fabrics.add(fabric);
    return project;
}

std::vector<FabricPlan> placed(const Project& project, const Catalog& all) {
    std::vector<FabricPlan> plans = generateFabrics(project, all);
    placeSwitches(project, all, plans);
    return plans;
}

/// Budget: 2 s at 100,000 GPUs.
void generateAndPlace(benchmark::State& state) {
    const Catalog all = catalog();
    const Project project = plant(state.range(0));
    for (auto iteration : state) {
        (void)iteration;
        const auto plans = placed(project, all);
        if (!plans[0].issues.empty()) state.SkipWithError(plans[0].issues[0].message.c_str());
        state.counters["cables"] = static_cast<double>(plans[0].graph.links.size());
        state.counters["switches"] =
            static_cast<double>(plans[0].graph.devices.size() - plans[0].hostCount());
    }
}

/// Budget: 10 s at 100,000 GPUs.
void route(benchmark::State& state) {
    const Catalog all = catalog();
    const Project project = plant(state.range(0));
    const auto plans = placed(project, all);
    for (auto iteration : state) {
        (void)iteration;
        const RoutedCables cables = routeCables(project, all, plans);
        state.counters["routes"] = static_cast<double>(cables.layout.routes.size());
        state.counters["nodes"] = static_cast<double>(cables.trays.nodeCount());
    }
}

/// One rack to and fro. Budget: 100 ms at 100,000 GPUs.
void reroute(benchmark::State& state) {
    const Catalog all = catalog();
    const Project here = plant(state.range(0));
    Project there = here;
    Item item = *here.items.find(ItemId{20});
    item.position.y = item.position.y + metres(0.1);
    there.items.set(item);
    const auto plans = placed(here, all);
    RoutedCables cables = routeCables(here, all, plans);
    bool away = false;
    for (auto iteration : state) {
        (void)iteration;
        away = !away;
        cables = rerouteCables(std::move(cables), away ? there : here, all, plans, {item.id});
    }
}

/// The same with elevations, bill and figures, as a window does it.
void update(benchmark::State& state) {
    const Catalog all = catalog();
    const Project here = plant(state.range(0));
    Project there = here;
    Item item = *here.items.find(ItemId{20});
    item.position.y = item.position.y + metres(0.1);
    there.items.set(item);
    NetworkPlan plan = planNetwork(here, all);
    bool away = false;
    for (auto iteration : state) {
        (void)iteration;
        away = !away;
        plan = updateNetwork(std::move(plan), away ? here : there, away ? there : here, all);
    }
}

}  // namespace

BENCHMARK(generateAndPlace)->Arg(1024)->Arg(10240)->Arg(102400)->Unit(benchmark::kMillisecond);
BENCHMARK(route)->Arg(1024)->Arg(10240)->Arg(102400)->Unit(benchmark::kMillisecond);
BENCHMARK(reroute)->Arg(1024)->Arg(10240)->Arg(102400)->Unit(benchmark::kMillisecond);
BENCHMARK(update)->Arg(1024)->Arg(10240)->Arg(102400)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
