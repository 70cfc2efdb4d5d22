// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/upward_solve.h"

#include "model/power/modules.h"
#include "model/project/connections.h"

#include <algorithm>
#include <cmath>

namespace halltwin::power {

namespace {

/// Rectifiers and inverters take an even, real input whatever hangs below.
bool evensOut(const Element& element) {
    return element.kind == ItemKind::Ups || element.kind == ItemKind::PowerShelf;
}

double reactiveOf(const Load& load, double realW) {
    const double factor = load.powerFactor;
    if (!(factor > 0.0) || factor >= 1.0) return 0.0;
    return realW * std::sqrt(1.0 - factor * factor) / factor;
}

}  // namespace

UpwardSolve::UpwardSolve(const Network& network, const ChainState& state)
    : m_network(network),
      m_input(network.input()),
      m_graph(network.graph()),
      m_state(state),
      m_energised(network.energised(state)),
      m_pending(m_graph.size(), 0),
      m_outputW(m_graph.elementCount, 0.0) {
    if (network.hasReactive()) m_reactiveVar.assign(m_graph.elementCount, 0.0);
    if (network.hasPhases()) m_phasesW.assign(m_graph.elementCount, Phases{});
    prepare();
}

void UpwardSolve::prepare() {
    m_result.elements.resize(m_input.elements.size());
    for (std::size_t n = 0; n < m_input.elements.size(); ++n) {
        m_result.elements[n].id = m_input.elements[n].id;
        m_result.elements[n].headroom = m_input.elements[n].rating;
    }
    m_result.loads.resize(m_input.loads.size());
    for (std::size_t n = 0; n < m_input.loads.size(); ++n) {
        m_result.loads[n].id = m_input.loads[n].id;
        m_result.loads[n].demand = m_input.loads[n].demand;
    }
    m_result.links.resize(m_input.links.size());
    for (std::size_t n = 0; n < m_input.links.size(); ++n) {
        const Link& link = m_input.links[n];
        m_result.links[n].id = link.id;
        m_result.links[n].from = link.from;
        m_result.links[n].to = link.to;
    }
    for (std::size_t n = 0; n < m_graph.cords.size(); ++n) {
        const Cord& cord = m_graph.cords[n];
        if (!isLiving(n)) continue;
        m_result.links[cord.link].living = true;
        if (m_energised[cord.to]) ++m_pending[cord.from];
        if (cord.to < m_graph.elementCount) continue;
        LoadResult& load = m_result.loads[cord.to - m_graph.elementCount];
        (cord.feed == Feed::A ? load.feedA : load.feedB) = true;
    }
    m_below = m_pending;
}

ChainResult UpwardSolve::run() {
    std::vector<std::size_t> open;
    open.reserve(m_graph.size());
    m_order.reserve(m_graph.size());
    for (std::size_t node = 0; node < m_graph.size(); ++node)
        if (m_energised[node] && m_pending[node] == 0) open.push_back(node);
    while (!open.empty()) {
        const std::size_t node = open.back();
        open.pop_back();
        m_order.push_back(node);
        const Input input = settle(node);
        drawFromAbove(node, input, open);
    }
    dropVoltages();
    closeBooks();
    return std::move(m_result);
}

UpwardSolve::Input UpwardSolve::settle(std::size_t node) {
    if (node < m_graph.elementCount) return settleElement(node);
    const std::size_t place = node - m_graph.elementCount;
    if (m_state.off[place]) return {};
    LoadResult& load = m_result.loads[place];
    load.supplied = load.demand;
    const double realW = load.demand.si();
    return {realW, m_reactiveVar.empty() ? 0.0 : reactiveOf(m_input.loads[place], realW)};
}

UpwardSolve::Input UpwardSolve::settleElement(std::size_t node) {
    const Element& element = m_input.elements[node];
    ElementResult& state = m_result.elements[node];
    const int modulesOut = m_state.modulesOut[node];
    const Power rating = ratingWithout(element, modulesOut);
    const LossCurve losses = lossesWithout(element, modulesOut);
    const double ratingW = rating.si();
    const double outputW = m_outputW[node];
    const double reactiveVar = m_reactiveVar.empty() ? 0.0 : m_reactiveVar[node];
    state.energised = true;
    state.output = Power::fromSi(outputW);
    state.loss = std::max(Power{}, clampedLossAt(losses, state.output));
    state.lossClamped =
        losses.rated.si() > 0.0 && state.output / losses.rated > largestLoadFraction;
    state.toBattery = watts(m_state.storedW[node]);
    state.loss += watts(m_state.chargeW[node] - m_state.storedW[node]);
    state.input = state.output + state.loss + state.toBattery;
    state.headroom = rating - state.output;
    state.apparent =
        reactiveVar > 0.0 ? Power::fromSi(std::hypot(outputW, reactiveVar)) : state.output;
    if (ratingW > 0.0) {
        state.loading = outputW / ratingW;
        if (reactiveVar > 0.0)
            state.loading =
                std::max(state.loading, state.apparent.si() * element.powerFactor / ratingW);
    }
    fillPhases(node, state);
    Input input{state.input.si(), reactiveVar};
    if (evensOut(element)) {
        input.reactiveVar = 0.0;
    } else if (!m_phasesW.empty() && outputW > 0.0 && element.system == PhaseSystem::Three) {
        for (std::size_t k = 0; k < 3; ++k)
            input.shares[k] = m_phasesW[node][k] / outputW;
    }
    return input;
}

void UpwardSolve::fillPhases(std::size_t node, ElementResult& result) const {
    if (m_input.elements[node].system != PhaseSystem::Three) return;
    if (m_phasesW.empty()) {
        result.phases.fill(result.output / 3.0);
        return;
    }
    double highestW = 0.0;
    for (std::size_t k = 0; k < 3; ++k) {
        result.phases[k] = Power::fromSi(m_phasesW[node][k]);
        highestW = std::max(highestW, m_phasesW[node][k]);
    }
    const double meanW = m_outputW[node] / 3.0;
    if (meanW > 0.0) result.imbalance = std::max(0.0, highestW / meanW - 1.0);
}

/// Living cords that the node draws over, those from batteries apart.
void UpwardSolve::chooseCords(std::size_t node) {
    m_mains.clear();
    m_batteries.clear();
    const auto cords = m_graph.in[node];
    m_shareW.assign(cords.size(), 0.0);
    const bool chooses =
        node < m_graph.elementCount && m_input.elements[node].kind == ItemKind::TransferSwitch;
    bool preferredLives = false;
    for (const std::size_t cord : cords)
        preferredLives = preferredLives || (m_graph.cords[cord].feed == Feed::A && isLiving(cord));
    for (std::size_t place = 0; place < cords.size(); ++place) {
        if (!isLiving(cords[place])) continue;
        const Cord& cord = m_graph.cords[cords[place]];
        if (chooses && preferredLives && cord.feed == Feed::B) continue;
        const bool battery = m_input.elements[cord.from].kind == ItemKind::Battery;
        (battery ? m_batteries : m_mains).push_back(place);
    }
}

/// Real power over each cord of the node, and from its own battery.
void UpwardSolve::share(std::size_t node, double realW) {
    const bool isElement = node < m_graph.elementCount;
    const bool own = isElement && m_state.awake[node] && hasOwnBattery(m_input.elements[node]);
    const double walkIn = isElement ? m_state.walkIn[node] : 1.0;
    const bool canShare = own || !m_batteries.empty();
    double fromMainsW = m_mains.empty() ? 0.0 : realW;
    if (canShare && walkIn < 1.0) fromMainsW *= walkIn;
    if (fromMainsW > 0.0) shareAmong(m_mains, fromMainsW);
    const double restW = realW - fromMainsW;
    if (!canShare || restW <= 0.0) return;
    const double partW = restW / static_cast<double>(m_batteries.size() + (own ? 1 : 0));
    for (const std::size_t place : m_batteries)
        m_shareW[place] = partW;
    if (own) m_result.elements[node].fromBattery = Power::fromSi(partW);
}

double UpwardSolve::onSiteLimit(std::size_t cord) const {
    const Cord& one = m_graph.cords[cord];
    if (m_input.elements[one.from].kind != ItemKind::OnSiteSource) return -1.0;
    const double ratingW =
        std::max(0.0, ratingWithout(m_input.elements[one.from], m_state.modulesOut[one.from]).si());
    const double partW = ratingW / static_cast<double>(m_below[one.from]);
    const CordFigures cable = figuresOf(m_network.circuit(cord), {partW, 0.0});
    return std::max(0.0, partW - cable.lossW);
}

/// Equal parts, after on-site sources have given what they can.
void UpwardSolve::shareAmong(std::span<const std::size_t> places, double realW) {
    double onSiteW = 0.0;
    std::size_t others = 0;
    for (const std::size_t place : places) {
        const double limitW = onSiteLimit(m_shareCords[place]);
        m_shareW[place] = limitW;
        if (limitW < 0.0)
            ++others;
        else
            onSiteW += limitW;
    }
    const bool enough = onSiteW >= realW || others == 0;
    const double scale = enough && onSiteW > 0.0 ? realW / onSiteW : 1.0;
    const double partW = others == 0
                             ? realW / static_cast<double>(places.size())
                             : (enough ? 0.0 : (realW - onSiteW)) / static_cast<double>(others);
    for (const std::size_t place : places) {
        if (m_shareW[place] < 0.0)
            m_shareW[place] = partW;
        else
            m_shareW[place] = onSiteW > 0.0 ? m_shareW[place] * scale : partW;
    }
}

void UpwardSolve::drawFromAbove(std::size_t node, const Input& input,
                                std::vector<std::size_t>& open) {
    m_shareCords = m_graph.in[node];
    chooseCords(node);
    share(node, input.realW);
    for (std::size_t place = 0; place < m_shareCords.size(); ++place) {
        const std::size_t cord = m_shareCords[place];
        if (!isLiving(cord)) continue;
        if (m_shareW[place] > 0.0) drawOver(cord, m_shareW[place], input);
        const std::size_t above = m_graph.cords[cord].from;
        if (--m_pending[above] == 0) open.push_back(above);
    }
}

void UpwardSolve::drawOver(std::size_t cord, double realW, const Input& input) {
    const Cord& one = m_graph.cords[cord];
    const CordCircuit& circuit = m_network.circuit(cord);
    const double part = realW / input.realW;
    const CordFlow flow{realW, input.reactiveVar * part, input.shares};
    LinkResult& link = m_result.links[one.link];
    link.power = Power::fromSi(realW);
    if (circuit.voltageV > 0.0) {
        const CordFigures figures = figuresOf(circuit, flow);
        link.current = amperes(figures.currentA);
        link.loss = watts(figures.lossW);
        link.drop = figures.drop;
        if (circuit.breakerA > 0.0) link.loading = figures.currentA / circuit.breakerA;
    }
    const double sentW = realW + link.loss.si();
    m_outputW[one.from] += sentW;
    if (!m_reactiveVar.empty()) m_reactiveVar[one.from] += flow.reactiveVar;
    if (m_phasesW.empty()) return;
    Phases& phases = m_phasesW[one.from];
    const Phase phase = m_input.links[one.link].phase;
    if (phase != Phase::All) {
        phases[static_cast<std::size_t>(phase) - 1] += sentW;
        return;
    }
    for (std::size_t k = 0; k < 3; ++k)
        phases[k] += sentW * input.shares[k];
}

/// From the sources down: drops add up from the last element that sets the voltage anew.
void UpwardSolve::dropVoltages() {
    std::vector<double> drop(m_graph.size(), 0.0);
    for (auto at = m_order.rbegin(); at != m_order.rend(); ++at) {
        for (const std::size_t cord : m_graph.in[*at]) {
            const Cord& one = m_graph.cords[cord];
            const LinkResult& link = m_result.links[one.link];
            if (link.power > Power{}) drop[*at] = std::max(drop[*at], drop[one.from] + link.drop);
        }
        if (*at >= m_graph.elementCount) {
            m_result.loads[*at - m_graph.elementCount].voltageDrop = drop[*at];
            continue;
        }
        const Element& element = m_input.elements[*at];
        if (evensOut(element) || element.kind == ItemKind::Transformer) drop[*at] = 0.0;
    }
}

void UpwardSolve::closeBooks() {
    for (std::size_t n = 0; n < m_result.elements.size(); ++n) {
        const ElementResult& element = m_result.elements[n];
        m_result.losses += element.loss;
        m_result.stored += element.toBattery;
        const bool source = isPowerSource(m_input.elements[n].kind);
        m_result.sourceInput += source ? element.input : element.fromBattery;
    }
    for (const LinkResult& link : m_result.links)
        m_result.cableLosses += link.loss;
    m_result.losses += m_result.cableLosses;
    for (const LoadResult& load : m_result.loads) {
        m_result.supplied += load.supplied;
        m_result.unsupplied += load.demand - load.supplied;
    }
    m_result.residual =
        m_result.sourceInput - m_result.supplied - m_result.losses - m_result.stored;
    if (m_result.sourceInput.si() > 0.0)
        m_result.relativeResidual = std::abs(m_result.residual / m_result.sourceInput);
}

}  // namespace halltwin::power
