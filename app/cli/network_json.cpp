// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/network_json.h"

#include "app/cli/issues_json.h"
#include "app/cli/labels.h"
#include "app/cli/network_traffic.h"
#include "model/exchange/network_schedules.h"
#include "model/network/names.h"
#include "model/project/names.h"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>

namespace halltwin::cli {

namespace {

using network::FabricFigures;

Power powerOf(const FabricFigures& figures) {
    return figures.switchMaximum + figures.modules;
}

Json bisectionJson(const std::optional<network::Bisection>& found) {
    return found ? Json(found->rate.in(gigabitsPerSecond)) : Json(nullptr);
}

Json tiersJson(const FabricFigures& figures) {
    Json tiers = Json::array();
    for (const network::TierFigures& tier : figures.tiers)
        tiers.push_back({{"tier", tier.tier},
                         {"switches", tier.switches},
                         {"down_gbps", tier.down.in(gigabitsPerSecond)},
                         {"up_gbps", tier.up.in(gigabitsPerSecond)},
                         {"across_gbps", tier.across.in(gigabitsPerSecond)}});
    return tiers;
}

Json cablesJson(const network::NetworkPlan& network, std::optional<FabricId> only) {
    Json cables = Json::array();
    for (const network::BillLine& line : network.bill) {
        if (only && line.fabric != *only) continue;
        cables.push_back({{"medium", line.medium.empty() ? Json(nullptr) : Json(line.medium)},
                          {"speed_gbps", line.rate.in(gigabitsPerSecond)},
                          {"count", line.count},
                          {"length_m", line.length.in(metres)},
                          {"length_class_m", line.lengthClass.in(metres)},
                          {"power_w", line.power.in(watts)},
                          {"price_usd", line.price.in(dollars)}});
    }
    return cables;
}

Json fabricJson(const NetworkAnswer& answer, std::size_t n) {
    const FabricFigures& figures = answer.network.figures[n];
    const network::FabricPlan& plan = answer.network.fabrics[n];
    return {{"id", plan.fabric.id.value},
            {"name", plan.fabric.name},
            {"purpose", nameOf(plan.fabric.purpose)},
            {"topology", nameOf(plan.fabric.topology)},
            {"hosts", figures.hosts},
            {"gpus", figures.gpus},
            {"switches", figures.switches},
            {"tiers", tiersJson(figures)},
            {"links", figures.links},
            {"bisection_gbps", bisectionJson(answer.bisections[n])},
            {"oversubscription", optionalNumber(exchange::greatestOversubscription(figures))},
            {"max_hops", figures.mostHops},
            {"mean_hops", figures.meanHops},
            {"cable_m", figures.cableLength.in(metres)},
            {"longest_cable_m", figures.longestCable.in(metres)},
            {"power_w", powerOf(figures).in(watts)},
            {"cost_usd", (figures.switchPrice + figures.cablePrice).in(dollars)},
            {"changes_by_hand",
             {{"added_switches", plan.difference.addedSwitches},
              {"removed_switches", plan.difference.removedSwitches},
              {"moved_switches", plan.difference.movedSwitches},
              {"added_links", plan.difference.addedLinks.size()},
              {"removed_links", plan.difference.removedLinks.size()}}},
            {"cables", cablesJson(answer.network, plan.fabric.id)}};
}

Json traysJson(const Project& project, const network::NetworkPlan& network) {
    Json trays = Json::array();
    for (const network::TrayLoad& load : network.cables.layout.trays) {
        const CableTray* tray = project.trays.find(load.tray);
        trays.push_back({{"id", load.tray.value},
                         {"name", tray == nullptr ? std::string{} : tray->name},
                         {"fill", load.fill},
                         {"limit", tray == nullptr ? Json(nullptr) : Json(tray->fillLimit)},
                         {"cables", load.count},
                         {"at_m", load.at.in(metres)}});
    }
    return trays;
}

Json racksJson(const Project& project, const network::NetworkPlan& network) {
    Json racks = Json::array();
    for (const network::RackElevation& rack : network.racks)
        racks.push_back({{"id", rack.rack.value},
                         {"label", labelOf(project, rack.rack)},
                         {"units", rack.units},
                         {"free_units", rack.freeUnits},
                         {"switches", rack.switches},
                         {"cable_ends", rack.cableEnds},
                         {"mass_kg", rack.mass.in(kilograms)},
                         {"network_power_w", rack.networkPower(1.0).in(watts)}});
    return racks;
}

Json collectiveJson(const NetworkAnswer& answer) {
    if (!answer.collective) return nullptr;
    const network::FabricCollective& found = *answer.collective;
    return {{"ranks", found.figures.ranks},
            {"bytes", found.figures.bytes},
            {"time_s", found.result.time.in(seconds)},
            {"algorithm_gbps", found.result.algorithmBandwidth.in(gigabitsPerSecond)},
            {"bus_gbps", found.result.busBandwidth.in(gigabitsPerSecond)},
            {"bandwidth_gbps", found.figures.bandwidth.in(gigabitsPerSecond)},
            {"latency_s", found.figures.latency.in(seconds)},
            {"bottleneck", arcName(*answer.chosen, found.flows.bottleneck)},
            {"imbalance", found.flows.imbalance},
            {"excess", found.flows.excess}};
}

Json effectJson(const network::FailureEffect& effect) {
    return {{"hosts_cut_off", effect.reach.cutOff.size()},
            {"parts", effect.reach.parts},
            {"ranks_lost", effect.ranksLost},
            {"hosts_that_notice", effect.noticing.size()},
            {"bisection_before_gbps", effect.bisectionBefore.in(gigabitsPerSecond)},
            {"bisection_after_gbps", effect.bisectionAfter.in(gigabitsPerSecond)},
            {"collective_before_s", effect.before.in(seconds)},
            {"collective_after_s", effect.after ? Json(effect.after->in(seconds)) : Json(nullptr)},
            {"slowdown", effect.slowdown()}};
}

Json lossesJson(const NetworkAnswer& answer) {
    Json losses = Json::array();
    for (const NamedLoss& one : answer.losses) {
        Json loss{{"loss", one.name}, {"alike", one.loss.alike}};
        loss.update(effectJson(one.loss.effect));
        losses.push_back(std::move(loss));
    }
    return losses;
}

Json scalingJson(const NetworkAnswer& answer) {
    Json points = Json::array();
    for (const network::ScalingPoint& point : answer.scaling)
        points.push_back({{"gpus", point.gpus},
                          {"communication_s", point.communication.in(seconds)},
                          {"exposed_s", point.exposed.in(seconds)},
                          {"efficiency", point.efficiency}});
    return points;
}

}  // namespace

std::string arcName(const network::PlannedFabric& fabric, network::ArcIndex arc) {
    if (arc == network::noArc) return {};
    const network::FabricPlan& plan = fabric.plan();
    const network::Link& link = plan.graph.links[arc / 2];
    const network::DeviceNames names(plan.graph, plan.hosts);
    const std::string a = names.end(link.a, link.portA);
    const std::string b = names.end(link.b, link.portB);
    return arc % 2 == 0 ? fmt::format("{} to {}", a, b) : fmt::format("{} to {}", b, a);
}

Json networkJson(const Project& project, const NetworkAnswer& answer) {
    const network::NetworkPlan& network = answer.network;
    FabricFigures sum;
    Json fabrics = Json::array();
    for (std::size_t n = 0; n < network.fabrics.size(); ++n) {
        const FabricFigures& one = network.figures[n];
        sum.switches += one.switches;
        sum.links += one.links;
        sum.cableLength += one.cableLength;
        sum.switchMaximum += one.switchMaximum;
        sum.modules += one.modules;
        sum.switchPrice += one.switchPrice;
        sum.cablePrice += one.cablePrice;
        fabrics.push_back(fabricJson(answer, n));
    }
    const std::size_t main = answer.chosen ? answer.chosen->index : 0;
    const bool isAny = answer.chosen.has_value();
    Json document{
        {"hosts", isAny ? network.figures[main].hosts : 0},
        {"switches", sum.switches},
        {"links", sum.links},
        {"bisection_gbps", isAny ? bisectionJson(answer.bisections[main]) : Json(nullptr)},
        {"oversubscription",
         isAny ? optionalNumber(exchange::greatestOversubscription(network.figures[main]))
               : Json(nullptr)},
        {"max_hops", isAny ? network.figures[main].mostHops : 0},
        {"cable_m", sum.cableLength.in(metres)},
        {"power_w", powerOf(sum).in(watts)},
        {"cost_usd", (sum.switchPrice + sum.cablePrice).in(dollars)},
        {"cables", cablesJson(network, std::nullopt)},
        {"fabric", isAny ? Json(network.fabrics[main].fabric.name) : Json(nullptr)},
        {"fabrics", std::move(fabrics)},
        {"trays", traysJson(project, network)},
        {"racks", racksJson(project, network)},
        {"collective", collectiveJson(answer)},
        {"cut", answer.cut ? effectJson(*answer.cut) : Json(nullptr)},
        {"losses", lossesJson(answer)},
        {"scaling", scalingJson(answer)},
        {"traffic", trafficJson(answer)},
        {"matrix", matrixJson(answer)},
        {"issues", issuesJson(project, network.issues())}};
    return document;
}

void printNetwork(const NetworkAnswer& answer) {
    if (answer.network.fabrics.empty()) std::cout << "The project has no fabric.\n";
    for (std::size_t n = 0; n < answer.network.fabrics.size(); ++n) {
        const FabricFigures& one = answer.network.figures[n];
        const Fabric& fabric = answer.network.fabrics[n].fabric;
        const auto& halves = answer.bisections[n];
        std::cout << fmt::format(
            "{} ({}, {}): {} servers with {} GPUs, {} switches, {} cables of {:.1f} km\n"
            "    bisection {:.1f} Tb/s ({:.0f} %), at most {} hops, {:.1f} kW, ${:.2f} M\n",
            fabric.name, nameOf(fabric.purpose), nameOf(fabric.topology), one.hosts, one.gpus,
            one.switches, one.links, one.cableLength.in(metres) / 1000.0,
            halves ? halves->rate.in(gigabitsPerSecond) / 1000.0 : 0.0,
            halves ? 100.0 * halves->share() : 0.0, one.mostHops, powerOf(one).in(kilowatts),
            (one.switchPrice + one.cablePrice).in(dollars) / 1e6);
    }
    if (answer.collective)
        std::cout << fmt::format(
            "collective among {:.0f}: {:.3f} ms, bus bandwidth {:.1f} Gb/s, held back by {}\n",
            answer.collective->figures.ranks, 1000.0 * answer.collective->result.time.in(seconds),
            answer.collective->result.busBandwidth.in(gigabitsPerSecond),
            arcName(*answer.chosen, answer.collective->flows.bottleneck));
    if (answer.cut)
        std::cout << fmt::format(
            "cut: {} servers cut off, {} notice, bisection {:.1f} to {:.1f} Tb/s, {:.3f} times as "
            "long\n",
            answer.cut->reach.cutOff.size(), answer.cut->noticing.size(),
            answer.cut->bisectionBefore.in(gigabitsPerSecond) / 1000.0,
            answer.cut->bisectionAfter.in(gigabitsPerSecond) / 1000.0, answer.cut->slowdown());
    for (const NamedLoss& one : answer.losses)
        std::cout << fmt::format("without {} (one of {}): {} cut off, {:.3f} times as long\n",
                                 one.name, one.loss.alike, one.loss.effect.reach.cutOff.size(),
                                 one.loss.effect.slowdown());
    for (const network::ScalingPoint& point : answer.scaling)
        std::cout << fmt::format("{:>8} GPUs: {:.1f} % efficiency, {:.3f} ms exposed\n", point.gpus,
                                 100.0 * point.efficiency, 1000.0 * point.exposed.in(seconds));
    printTraffic(answer);
    printMatrix(answer);
}

}  // namespace halltwin::cli
