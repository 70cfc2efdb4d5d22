// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/network_traffic.h"

#include "app/cli/network_json.h"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <numeric>

namespace halltwin::cli {

namespace {

constexpr std::size_t fullestLinks = 10;

/// Ways of cables, the fullest first.
std::vector<network::ArcIndex> fullest(const network::FlowResult& flows) {
    std::vector<network::ArcIndex> arcs(flows.load.size());
    std::iota(arcs.begin(), arcs.end(), network::ArcIndex{0});
    const auto end =
        arcs.begin() + static_cast<std::ptrdiff_t>(std::min(fullestLinks, arcs.size()));
    std::partial_sort(arcs.begin(), end, arcs.end(), [&](auto a, auto b) {
        return flows.load[a] != flows.load[b] ? flows.load[a] > flows.load[b] : a < b;
    });
    arcs.erase(end, arcs.end());
    return arcs;
}

/// A matrix of either sort, as numbers.
struct Figures {
    const char* kind = nullptr;
    const network::HostGroups* groups = nullptr;
    std::vector<std::vector<double>> values;
};

Figures figuresOf(const NetworkAnswer& answer) {
    Figures figures;
    if (answer.hops) {
        figures = {"hops", &answer.hops->groups, {}};
        for (const auto& row : answer.hops->hops) {
            auto& values = figures.values.emplace_back();
            for (const network::HopFigures& cell : row)
                values.push_back(cell.mean);
        }
    } else if (answer.bandwidth) {
        figures = {"bandwidth_gbps", &answer.bandwidth->groups, {}};
        for (const auto& row : answer.bandwidth->rates) {
            auto& values = figures.values.emplace_back();
            for (const DataRate rate : row)
                values.push_back(rate.in(gigabitsPerSecond));
        }
    }
    return figures;
}

}  // namespace

Json trafficJson(const NetworkAnswer& answer) {
    if (!answer.traffic) return nullptr;
    const network::FlowResult& flows = answer.traffic->flows;
    Json links = Json::array();
    for (const network::ArcIndex arc : fullest(flows))
        links.push_back({{"way", arcName(*answer.chosen, arc)}, {"load", flows.load[arc]}});
    return {{"kind", answer.trafficName},
            {"total_gbps", flows.total.in(gigabitsPerSecond)},
            {"slowest_gbps", flows.slowest.in(gigabitsPerSecond)},
            {"bottleneck", arcName(*answer.chosen, flows.bottleneck)},
            {"demands_without_way", flows.demandsWithoutWay},
            {"hops", flows.hops},
            {"imbalance", flows.imbalance},
            {"excess", flows.excess},
            {"fullest", std::move(links)}};
}

Json matrixJson(const NetworkAnswer& answer) {
    const Figures figures = figuresOf(answer);
    if (figures.groups == nullptr) return nullptr;
    Json groups = Json::array();
    for (const network::HostGroup& group : figures.groups->groups)
        groups.push_back({{"name", group.name}, {"servers", group.hosts.size()}});
    return {{"kind", figures.kind},
            {"group", network::hostGroupingNames[static_cast<std::size_t>(figures.groups->by)]},
            {"groups_in_all", figures.groups->inAll},
            {"sampled", answer.hops && answer.hops->isSampled},
            {"groups", std::move(groups)},
            {"values", figures.values}};
}

void printTraffic(const NetworkAnswer& answer) {
    if (!answer.traffic) return;
    const network::FlowResult& flows = answer.traffic->flows;
    std::cout << fmt::format(
        "{}: {:.1f} Tb/s together, the slowest flow {:.2f} Gb/s, held back by {}\n",
        answer.trafficName, flows.total.in(gigabitsPerSecond) / 1000.0,
        flows.slowest.in(gigabitsPerSecond), arcName(*answer.chosen, flows.bottleneck));
    for (const network::ArcIndex arc : fullest(flows))
        std::cout << fmt::format("    {:>5.1f} % {}\n", 100.0 * flows.load[arc],
                                 arcName(*answer.chosen, arc));
}

void printMatrix(const NetworkAnswer& answer) {
    const Figures figures = figuresOf(answer);
    if (figures.groups == nullptr) return;
    const auto& groups = figures.groups->groups;
    std::cout << fmt::format("{} between {} of {} groups:\n", figures.kind, groups.size(),
                             figures.groups->inAll);
    for (std::size_t row = 0; row < groups.size(); ++row) {
        std::cout << fmt::format("{:>14}", groups[row].name);
        for (const double value : figures.values[row])
            std::cout << fmt::format(" {:>7.{}f}", value, answer.hops ? 2 : 0);
        std::cout << '\n';
    }
}

}  // namespace halltwin::cli
