// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/network.h"

#include "model/power/chain_issues.h"
#include "model/power/upward_solve.h"

#include <cmath>
#include <fmt/format.h>

namespace halltwin::power {

namespace {

bool isUsable(double value) {
    return std::isfinite(value) && value >= 0.0;
}

tl::unexpected<Error> badFigure(const std::string& name, const char* figure) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("The {} is negative or not a number", figure), name,
                "Give a figure of zero or more");
}

/// A negative rating or loss coefficient is a finding (chain_issues.h); what is no number is not.
Result<void> checkElement(const Element& element) {
    const LossCurve& curve = element.losses;
    if (!std::isfinite(element.rating.si())) return badFigure(displayName(element), "rating");
    if (!std::isfinite(curve.rated.si()) || !std::isfinite(curve.fixed) ||
        !std::isfinite(curve.linear) || !std::isfinite(curve.square)) {
        return badFigure(displayName(element), "loss curve");
    }
    if (!isUsable(element.inputVoltage.si()) || !isUsable(element.outputVoltage.si()))
        return badFigure(displayName(element), "voltage");
    if (!isUsable(element.powerFactor)) return badFigure(displayName(element), "power factor");
    return {};
}

Result<void> checkFigures(const ChainInput& input) {
    for (const Element& element : input.elements) {
        if (auto usable = checkElement(element); !usable) return usable;
    }
    for (const Load& load : input.loads) {
        if (!isUsable(load.demand.si())) return badFigure(displayName(load), "demand");
        if (!isUsable(load.voltage.si())) return badFigure(displayName(load), "voltage");
        if (!isUsable(load.powerFactor)) return badFigure(displayName(load), "power factor");
    }
    for (const Link& link : input.links) {
        if (!isUsable(link.resistance.si()) || !isUsable(link.reactance.si()) ||
            !isUsable(link.breaker.si()))
            return badFigure(
                fmt::format("power link from item {} to item {}", link.from.value, link.to.value),
                "cable or breaker");
    }
    return {};
}

}  // namespace

bool hasOwnBattery(const Element& element) {
    return element.battery && element.kind != ItemKind::Battery;
}

Result<Network> Network::of(const ChainInput& input) {
    if (const Result<void> figures = checkFigures(input); !figures)
        return tl::unexpected<Error>(figures.error());
    Result<Graph> graph = buildGraph(input);
    if (!graph) return tl::unexpected<Error>(graph.error());
    Network network;
    network.m_input = &input;
    network.m_graph = *std::move(graph);
    network.m_loops = findLoops(network.m_graph);
    network.m_looped.assign(network.m_graph.size(), 0);
    for (const auto& loop : network.m_loops) {
        for (const std::size_t node : loop)
            network.m_looped[node] = 1;
    }
    network.makeCircuits();
    return network;
}

void Network::makeCircuits() {
    m_circuits.reserve(m_graph.cords.size());
    for (const Cord& cord : m_graph.cords) {
        const Link& link = m_input->links[cord.link];
        const Element& from = m_input->elements[cord.from];
        if (cord.to < m_graph.elementCount) {
            m_circuits.push_back(circuitOf(link, from, m_input->elements[cord.to]));
        } else {
            m_circuits.push_back(
                circuitOf(link, from, m_input->loads[cord.to - m_graph.elementCount]));
        }
        if (link.phase != Phase::All) m_hasPhases = true;
    }
    for (const Load& load : m_input->loads)
        if (load.powerFactor > 0.0 && load.powerFactor < 1.0) m_hasReactive = true;
}

ChainState Network::normalState() const {
    const std::size_t elements = m_graph.elementCount;
    ChainState state;
    state.gone.assign(elements, 0);
    state.open.assign(elements, 0);
    state.awake.assign(elements, 0);
    state.walkIn.assign(elements, 1.0);
    state.linkGone.assign(m_input->links.size(), 0);
    state.off.assign(m_input->loads.size(), 0);
    state.onB.assign(elements, 0);
    state.modulesOut.assign(elements, 0);
    state.chargeW.assign(elements, 0.0);
    state.storedW.assign(elements, 0.0);
    return state;
}

std::vector<std::uint8_t> Network::energised(const ChainState& state) const {
    std::vector<std::uint8_t> reached(m_graph.size(), 0);
    std::vector<std::size_t> open;
    open.reserve(m_graph.size());
    const auto visit = [&](std::size_t node) {
        if (reached[node] || m_looped[node]) return;
        if (node < m_graph.elementCount && (state.gone[node] || state.open[node])) return;
        reached[node] = 1;
        open.push_back(node);
    };
    for (std::size_t node = 0; node < m_graph.elementCount; ++node)
        if (state.awake[node] || isSource(m_input->elements[node].kind, Sources::Live)) visit(node);
    while (!open.empty()) {
        const std::size_t node = open.back();
        open.pop_back();
        for (const std::size_t cord : m_graph.out[node])
            if (isClosed(state, cord)) visit(m_graph.cords[cord].to);
    }
    return reached;
}

bool Network::isClosed(const ChainState& state, std::size_t cord) const {
    const Cord& one = m_graph.cords[cord];
    const bool left =
        one.to < m_graph.elementCount && state.onB[one.to] != 0 && one.feed == Feed::A;
    return !left && state.linkGone[one.link] == 0;
}

ChainResult Network::solve(const ChainState& state) const {
    return UpwardSolve(*this, state).run();
}

}  // namespace halltwin::power
