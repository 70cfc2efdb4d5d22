// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/cable_rules.h"

#include "model/network/names.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <string>

namespace halltwin::network {
namespace {

std::string rackText(const Project& project, ItemId id) {
    const Item* item = project.items.find(id);
    return item == nullptr ? fmt::format("item {}", id.value) : rackName(*item);
}

/// Cables on each route.
std::vector<int> countsOf(const CableLayout& layout) {
    std::vector<int> counts(layout.routes.size(), 0);
    for (const FabricCables& fabric : layout.fabrics) {
        for (const Cable& cable : fabric.cables) {
            if (cable.route != noRoute) ++counts[cable.route];
        }
    }
    return counts;
}

Issue rackOffTrays(const Project& project, const RackSite& rack) {
    const std::string name = rackText(project, rack.item);
    return {.rule = "network.rack-off-trays",
            .severity = Severity::Warning,
            .hall = rack.hall,
            .items = {rack.item},
            .message =
                fmt::format("{} has no cable tray within 3 m; its cables are estimated", name),
            .fix = "Draw a tray past the rack, or move it under one",
            .arguments = {name}};
}

Issue noTrayWay(const Project& project, const RackSite& a, const RackSite& b, int count) {
    const std::string nameA = rackText(project, a.item);
    const std::string nameB = rackText(project, b.item);
    return {.rule = "network.no-tray-way",
            .severity = Severity::Error,
            .hall = a.hall,
            .items = {a.item, b.item},
            .message = fmt::format("No trays lead from {} to {}; {} cables are estimated", nameA,
                                   nameB, count),
            .fix = "Join the trays: they meet where they cross or touch",
            .arguments = {nameA, nameB, std::to_string(count)}};
}

Issue estimated(const Project& project, HallId hall, int count) {
    const Hall* found = project.halls.find(hall);
    const std::string name = found == nullptr ? "" : found->name;
    return {.rule = "network.lengths-estimated",
            .severity = Severity::Info,
            .hall = hall,
            .items = {},
            .message = fmt::format("{} has no cable trays: the lengths of {} cables are estimates",
                                   name, count),
            .fix = "Draw cable trays along the rows and to the network racks",
            .arguments = {name, std::to_string(count)}};
}

/// Off the trays, without a way, and estimated for want of trays; of the racks without a way one
/// issue for all, with the first pair as its example.
void addRouteIssues(const RoutedCables& routed, const Project& project,
                    std::vector<Issue>& issues) {
    const CableLayout& layout = routed.layout;
    const std::vector<int> counts = countsOf(layout);
    std::map<std::uint32_t, bool> hasTray;
    const auto isOff = [&](std::uint32_t rack) {
        const auto [at, isNew] = hasTray.try_emplace(rack, false);
        if (isNew) at->second = !routed.trays.tapsOf(layout.racks[rack]).empty();
        return !at->second && routed.trays.hasTrays(layout.racks[rack].hall);
    };
    std::set<std::uint32_t> off;
    std::map<HallId, int> halls;
    const CableRoute* example = nullptr;
    int withoutWay = 0;
    for (std::size_t r = 0; r < layout.routes.size(); ++r) {
        const CableRoute& route = layout.routes[r];
        if (route.kind != RouteKind::Estimate || counts[r] == 0) continue;
        const HallId hall = layout.racks[route.rackA].hall;
        if (!route.noWay) {
            halls[hall] += counts[r];
            continue;
        }
        const bool offA = isOff(route.rackA);
        const bool offB = isOff(route.rackB);
        if (offA) off.insert(route.rackA);
        if (offB) off.insert(route.rackB);
        if (offA || offB) continue;
        if (example == nullptr) example = &route;
        withoutWay += counts[r];
    }
    for (const std::uint32_t rack : off)
        issues.push_back(rackOffTrays(project, layout.racks[rack]));
    if (example != nullptr)
        issues.push_back(noTrayWay(project, layout.racks[example->rackA],
                                   layout.racks[example->rackB], withoutWay));
    for (const auto& [hall, count] : halls)
        issues.push_back(estimated(project, hall, count));
}

/// One issue for each rate of a fabric, with its longest cable as the example.
struct Unserved {
    int count = 0;
    LinkIndex longest = 0;
};

Issue noMediumIssue(const FabricPlan& plan, const FabricCables& cables, const Unserved& unserved) {
    const Link& link = plan.graph.links[unserved.longest];
    const DeviceNames names(plan.graph, plan.hosts);
    const std::string a = names.end(link.a, link.portA);
    const std::string b = names.end(link.b, link.portB);
    const std::string length =
        fmt::format("{:.1f}", cables.cables[unserved.longest].length.in(metres));
    const std::string rate = fmt::format("{:g}", link.rate.in(gigabitsPerSecond));
    return {.rule = "network.no-medium",
            .severity = Severity::Error,
            .hall = {},
            .items = {plan.graph.devices[link.a].rack, plan.graph.devices[link.b].rack},
            .message = fmt::format("{}: no medium carries {} Gb/s over {} m from {} to {} ({} such "
                                   "cables)",
                                   plan.fabric.name, rate, length, a, b, unserved.count),
            .fix = "Move the racks closer, shorten the way over the trays, or add a medium to the "
                   "catalogue",
            .arguments = {plan.fabric.name, rate, length, a, b, std::to_string(unserved.count)}};
}

void addMediumIssues(const FabricPlan& plan, const FabricCables& cables,
                     std::vector<Issue>& issues) {
    std::map<double, Unserved> byRate;
    for (LinkIndex l = 0; l < cables.cables.size(); ++l) {
        const Cable& cable = cables.cables[l];
        if (cable.route == noRoute || cable.medium != noMedium) continue;
        Unserved& unserved = byRate[plan.graph.links[l].rate.si()];
        if (unserved.count++ == 0 || cable.length > cables.cables[unserved.longest].length)
            unserved.longest = l;
    }
    for (const auto& [rate, unserved] : byRate)
        issues.push_back(noMediumIssue(plan, cables, unserved));
}

void addTrayIssues(const CableLayout& layout, const Project& project, std::vector<Issue>& issues) {
    for (const TrayLoad& load : layout.trays) {
        const CableTray* tray = project.trays.find(load.tray);
        if (tray == nullptr || load.fill <= tray->fillLimit) continue;
        const std::string name =
            tray->name.empty() ? fmt::format("tray {}", tray->id.value) : tray->name;
        const std::string fill = fmt::format("{:.0f}", 100.0 * load.fill);
        const std::string limit = fmt::format("{:.0f}", 100.0 * tray->fillLimit);
        issues.push_back(
            {.rule = "network.tray-full",
             .severity = load.fill > 1.0 ? Severity::Error : Severity::Warning,
             .hall = tray->hall,
             .items = {},
             .message = fmt::format("{} is {} % full with {} cables; its limit is {} %", name, fill,
                                    load.count, limit),
             .fix = "Make it wider or deeper, or draw a second tray beside it",
             .arguments = {name, fill, std::to_string(load.count), limit}});
    }
}

}  // namespace

std::vector<Issue> cableIssues(const RoutedCables& routed, const Project& project,
                               const std::vector<FabricPlan>& plans) {
    std::vector<Issue> issues;
    addRouteIssues(routed, project, issues);
    for (std::size_t p = 0; p < plans.size(); ++p)
        addMediumIssues(plans[p], routed.layout.fabrics[p], issues);
    addTrayIssues(routed.layout, project, issues);
    return issues;
}

}  // namespace halltwin::network
