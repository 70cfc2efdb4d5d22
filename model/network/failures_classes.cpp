// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/failures_classes.h"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

namespace halltwin::network {

namespace {

constexpr int mostRounds = 4;  // leaf, spine, core and back: further rounds see no more in a Clos

std::vector<LossClass> classesBy(const Graph& graph, const std::vector<std::uint64_t>& colours) {
    const Wiring wiring(graph);
    std::vector<LossClass> classes;
    std::map<std::uint64_t, std::size_t> ofColour;
    for (DeviceIndex d = 0; d < graph.devices.size(); ++d) {
        if (wiring.isHost(d) || wiring.out(d).empty()) continue;
        const auto [place, isNew] = ofColour.emplace(colours[d], classes.size());
        if (isNew) classes.push_back({{{d}, {}}, 0});
        ++classes[place->second].alike;
    }
    std::map<std::tuple<std::uint64_t, std::uint64_t, double>, std::size_t> ofLink;
    for (ArcIndex arc = 0; arc < wiring.arcCount(); arc += 2) {
        if (!wiring.isAlive(arc)) continue;
        const auto [low, high] =
            std::minmax({colours[wiring.tail(arc)], colours[wiring.head(arc)]});
        const auto [place, isNew] =
            ofLink.emplace(std::tuple(low, high, wiring.rate(arc).si()), classes.size());
        if (isNew) classes.push_back({{{}, {arc / 2}}, 0});
        ++classes[place->second].alike;
    }
    return classes;
}

}  // namespace

std::vector<std::uint64_t> deviceColours(const Graph& graph, int rounds) {
    const Wiring wiring(graph);
    std::vector<std::uint64_t> colours;
    for (DeviceIndex d = 0; d < graph.devices.size(); ++d)
        colours.push_back(mixed(wiring.isHost(d) ? 1 : 2, graph.devices[d].tier));
    std::vector<std::uint64_t> around;
    for (int round = 0; round < rounds; ++round) {
        std::vector<std::uint64_t> next = colours;
        for (DeviceIndex d = 0; d < graph.devices.size(); ++d) {
            around.clear();
            for (const ArcIndex arc : wiring.out(d))
                around.push_back(mixed(std::bit_cast<std::uint64_t>(wiring.rate(arc).si()),
                                       colours[wiring.head(arc)]));
            std::sort(around.begin(), around.end());
            for (const std::uint64_t one : around)
                next[d] = mixed(next[d], one);
        }
        colours = std::move(next);
    }
    return colours;
}

std::vector<LossClass> singleLossClasses(const Graph& graph, std::size_t mostClasses) {
    std::vector<LossClass> classes = classesBy(graph, deviceColours(graph, 0));
    for (int rounds = 1; rounds <= mostRounds; ++rounds) {
        std::vector<LossClass> finer = classesBy(graph, deviceColours(graph, rounds));
        if (finer.size() > mostClasses) break;
        classes = std::move(finer);
    }
    return classes;
}

}  // namespace halltwin::network
