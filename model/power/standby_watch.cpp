// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/battery.h"
#include "model/power/sequence_parts.h"

#include <algorithm>
#include <cmath>

namespace halltwin::power {

namespace {

constexpr double emptyShare = 1e-9;  // what is left of a store by rounding alone

using What = SequenceEvent::What;

}  // namespace

StandbyWatch::StandbyWatch(SequenceClock& clock, const std::vector<std::uint8_t>& energised)
    : m_clock(clock),
      m_before(energised),
      m_mains(energised),
      m_batteries(storesOf(energised)),
      m_charge(clock.network.input().elements.size(), 1.0),
      m_giving(clock.network.input().elements.size(), 0),
      m_chargers(clock, m_batteries) {
    const auto& elements = clock.network.input().elements;
    for (std::size_t node = 0; node < elements.size(); ++node) {
        if (elements[node].kind != ItemKind::Generator) continue;
        Generator& one = m_generators.emplace_back();
        one.node = node;
        one.spec = elements[node].generator.value_or(GeneratorSpec{});
    }
    for (const std::size_t node : m_batteries)
        m_clock.state.awake[node] = 1;
}

/// Elements with a store that were charged before.
std::vector<std::size_t> StandbyWatch::storesOf(const std::vector<std::uint8_t>& live) const {
    const Graph& graph = m_clock.network.graph();
    const auto& elements = m_clock.network.input().elements;
    std::vector<std::size_t> stores;
    for (std::size_t node = 0; node < elements.size(); ++node) {
        const Element& element = elements[node];
        if (!element.battery || element.battery->energy.si() <= 0.0) continue;
        const auto cords = graph.out[node];
        const bool lives =
            element.kind == ItemKind::Battery
                ? std::any_of(cords.begin(), cords.end(),
                              [&](std::size_t cord) { return live[graph.cords[cord].to]; })
                : live[node] != 0;
        if (lives) stores.push_back(node);
    }
    return stores;
}

void StandbyWatch::refuseStart(std::size_t element) {
    for (Generator& one : m_generators)
        if (one.node == element) one.refuses = true;
}

void StandbyWatch::repair(std::size_t element) {
    for (Generator& one : m_generators) {
        if (one.node != element) continue;
        one.refuses = false;
        if (one.phase == Phase::Refusing) one.phase = Phase::Resting;
    }
}

/// What lives without standby sources, transfer switches taken as closed.
void StandbyWatch::noteMains() {
    ChainState state = m_clock.state;
    std::fill(state.awake.begin(), state.awake.end(), std::uint8_t{0});
    std::fill(state.open.begin(), state.open.end(), std::uint8_t{0});
    m_mains = m_clock.network.energised(state);
}

/// Nodes that a generator could reach with what is left.
std::vector<std::size_t> StandbyWatch::below(std::size_t generator) const {
    const Graph& graph = m_clock.network.graph();
    std::vector<std::uint8_t> seen(graph.size(), 0);
    std::vector<std::size_t> nodes{generator};
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        for (const std::size_t cord : graph.out[nodes[n]]) {
            const std::size_t next = graph.cords[cord].to;
            const bool element = next < graph.elementCount;
            if (seen[next] || (element && m_clock.state.gone[next]) ||
                m_clock.network.isInLoop(next) || m_clock.state.linkGone[graph.cords[cord].link])
                continue;
            seen[next] = 1;
            nodes.push_back(next);
        }
    }
    return nodes;
}

std::optional<std::size_t> StandbyWatch::wantedBy(const Generator& one) const {
    const std::vector<std::size_t> nodes = below(one.node);
    const auto at = std::find_if(nodes.begin(), nodes.end(), [this](std::size_t node) {
        return m_before[node] && !m_mains[node];
    });
    return at == nodes.end() ? std::nullopt : std::optional(*at);
}

bool StandbyWatch::update() {
    if (m_generators.empty()) return false;
    noteMains();
    bool changed = false;
    for (Generator& one : m_generators)
        changed = callGenerator(one) || changed;
    return changed;
}

bool StandbyWatch::callGenerator(Generator& one) {
    if (m_clock.state.gone[one.node] || m_charge[one.node] <= 0.0) {
        one.phase = Phase::Resting;
        m_clock.state.awake[one.node] = 0;
        return false;
    }
    const std::optional<std::size_t> wanted = wantedBy(one);
    if (!wanted) return releaseGenerator(one);
    if (one.phase == Phase::CoolingDown) {
        takeLoad(one);
        return true;
    }
    if (one.phase == Phase::Resting) startGenerator(one, *wanted);
    return runGenerator(one);
}

/// Calls it; one that refuses cranks for all its attempts.
void StandbyWatch::startGenerator(Generator& one, std::size_t wanted) {
    const SequenceSettings& settings = m_clock.settings;
    const int attempts = std::max(1, settings.startAttempts);
    const Duration vain = settings.crank * attempts + settings.crankRest * (attempts - 1);
    one.phase = Phase::Starting;
    one.overstepped = false;
    one.dueS = m_clock.nowS + std::max(0.0, (one.refuses ? vain : one.spec.start).in(seconds));
    m_clock.tellCaused(m_clock.network.input().elements[one.node].id, What::Starting,
                       m_clock.causeFor(wanted));
}

/// Not wanted any more. True where it carried load until now.
bool StandbyWatch::releaseGenerator(Generator& one) {
    const ItemId id = m_clock.network.input().elements[one.node].id;
    if (one.phase == Phase::Running) {
        m_clock.state.awake[one.node] = 0;
        one.phase = Phase::CoolingDown;
        one.dueS = m_clock.nowS + std::max(0.0, m_clock.settings.coolDown.in(seconds));
        if (!m_clock.isDue(one.dueS)) m_clock.tell(id, What::CoolingDown);
        return true;
    }
    const bool cooled = one.phase == Phase::CoolingDown && m_clock.isDue(one.dueS);
    if (!cooled && one.phase != Phase::Starting) return false;
    one.phase = Phase::Resting;
    m_clock.tell(id, What::Stopped);
    return false;
}

bool StandbyWatch::runGenerator(Generator& one) {
    const ItemId id = m_clock.network.input().elements[one.node].id;
    if (one.phase == Phase::Starting && m_clock.isDue(one.dueS)) {
        if (!one.refuses) {
            takeLoad(one);
            return true;
        }
        one.phase = Phase::Refusing;
        m_clock.tell(id, What::StartFailed);
        return false;
    }
    if (!isRamping(one) || !m_clock.isDue(one.dueS)) return false;
    ++one.steps;
    one.dueS = m_clock.nowS + one.spec.stepRecovery.in(seconds);
    if (one.held) m_clock.tell(id, What::StepTaken);
    return one.held;
}

void StandbyWatch::takeLoad(Generator& one) {
    one.phase = Phase::Running;
    one.steps = 1;
    one.dueS = m_clock.nowS + one.spec.stepRecovery.in(seconds);
    m_clock.state.awake[one.node] = 1;
    m_clock.tell(m_clock.network.input().elements[one.node].id, What::Running);
}

bool StandbyWatch::isRamping(const Generator& one) const {
    const double step = one.spec.acceptedStep;
    return one.phase == Phase::Running && step > 0.0 && one.spec.stepRecovery.si() > 0.0 &&
           one.steps * step < 1.0 - emptyShare;
}

double StandbyWatch::acceptedW(const Generator& one) const {
    const double ratingW = m_clock.network.input().elements[one.node].rating.si();
    return ratingW * std::min(1.0, one.steps * one.spec.acceptedStep);
}

bool StandbyWatch::hasSupport(std::size_t node) const {
    const Graph& graph = m_clock.network.graph();
    if (node >= graph.elementCount || m_mains[node]) return false;
    const auto& elements = m_clock.network.input().elements;
    if (hasOwnBattery(elements[node]) && m_clock.state.awake[node]) return true;
    const auto cords = graph.in[node];
    return std::any_of(cords.begin(), cords.end(), [&](std::size_t cord) {
        const std::size_t above = graph.cords[cord].from;
        return elements[above].kind == ItemKind::Battery && m_clock.state.awake[above] &&
               !m_clock.state.gone[above];
    });
}

double StandbyWatch::stepShare(Generator& one, const ChainResult& least, const ChainResult& most) {
    const double ratingW = m_clock.network.input().elements[one.node].rating.si();
    const double leastW = least.elements[one.node].output.si();
    const double mostW = most.elements[one.node].output.si();
    const double limitW = acceptedW(one);
    const double slackW = 1e-9 * ratingW;
    one.held = mostW > limitW + slackW;
    if (!one.held) return 1.0;
    if (leastW > limitW + slackW && !one.overstepped) {
        one.overstepped = true;
        m_clock.tell(m_clock.network.input().elements[one.node].id, What::Overstepped,
                     leastW / limitW);
    }
    return mostW > leastW ? std::clamp((limitW - leastW) / (mostW - leastW), 0.0, 1.0) : 0.0;
}

ChainResult StandbyWatch::solve() {
    std::vector<double>& walkIn = m_clock.state.walkIn;
    std::fill(walkIn.begin(), walkIn.end(), 1.0);
    std::vector<Generator*> ramping;
    std::vector<std::vector<std::size_t>> supported;
    for (Generator& one : m_generators) {
        if (!isRamping(one)) continue;
        ramping.push_back(&one);
        supported.push_back(below(one.node));
        std::erase_if(supported.back(), [this](std::size_t node) { return !hasSupport(node); });
    }
    m_chargers.plan(m_charge, !ramping.empty());
    ChainResult most = m_clock.network.solve(m_clock.state);
    if (ramping.empty()) return most;
    for (const auto& nodes : supported)
        for (const std::size_t node : nodes)
            walkIn[node] = 0.0;
    const ChainResult least = m_clock.network.solve(m_clock.state);
    std::fill(walkIn.begin(), walkIn.end(), 1.0);
    bool held = false;
    for (std::size_t n = 0; n < ramping.size(); ++n) {
        const double share = stepShare(*ramping[n], least, most);
        held = held || share < 1.0;
        for (const std::size_t node : supported[n])
            walkIn[node] = std::min(walkIn[node], share);
    }
    return held ? m_clock.network.solve(m_clock.state) : most;
}

double StandbyWatch::batteryW(std::size_t node, const ChainResult& result) const {
    const ElementResult& state = result.elements[node];
    const bool own = hasOwnBattery(m_clock.network.input().elements[node]);
    if (!m_clock.state.awake[node]) return 0.0;
    if (own) return state.fromBattery.si();
    return state.output.si() > 0.0 ? state.input.si() : 0.0;
}

void StandbyWatch::tellBatteries(const ChainResult& result) {
    for (const std::size_t node : m_batteries) {
        const bool gives = batteryW(node, result) > 0.0;
        if (gives == (m_giving[node] != 0)) continue;
        m_giving[node] = gives ? 1 : 0;
        if (!gives && m_charge[node] <= 0.0) continue;  // told as empty
        m_clock.tell(m_clock.network.input().elements[node].id,
                     gives ? What::OnBattery : What::OffBattery);
    }
    m_chargers.tell();
}

/// Share of a store that is used up in a second.
double StandbyWatch::drainPerS(std::size_t node, const ChainResult& result) const {
    const Element& element = m_clock.network.input().elements[node];
    if (element.kind == ItemKind::Generator) {
        const double fuelJ = element.generator ? element.generator->fuel.si() : 0.0;
        return fuelJ > 0.0 ? result.elements[node].output.si() / fuelJ : 0.0;
    }
    const double drawnW = batteryW(node, result);
    if (!(drawnW > 0.0)) return 0.0;
    const double wholeS =
        runtime(*element.battery, element.rating, Power::fromSi(drawnW)).in(seconds);
    return 1.0 / std::max(wholeS, togetherS);
}

double StandbyWatch::nextS(const ChainResult& result) const {
    double soonestS = m_clock.nowS + m_chargers.leftS(m_charge);
    const auto runsOut = [&](std::size_t node) {
        const double drain = drainPerS(node, result);
        if (drain > 0.0) soonestS = std::min(soonestS, m_clock.nowS + m_charge[node] / drain);
    };
    for (const Generator& one : m_generators) {
        if (one.phase == Phase::Starting || one.phase == Phase::CoolingDown || isRamping(one))
            soonestS = std::min(soonestS, one.dueS);
        if (one.phase == Phase::Running) runsOut(one.node);
    }
    for (const std::size_t node : m_batteries)
        runsOut(node);
    return soonestS;
}

void StandbyWatch::advance(double stepS, const ChainResult& result) {
    const auto runDown = [&](std::size_t node, What what) {
        const double drain = drainPerS(node, result);
        if (!(drain > 0.0)) return;
        const double left = m_charge[node] - drain * stepS;
        m_charge[node] = left > std::max(emptyShare, drain * togetherS) ? left : 0.0;
        if (m_charge[node] > 0.0) return;
        m_clock.state.awake[node] = 0;
        m_clock.cause = m_clock.network.input().elements[node].id;
        m_clock.tell(m_clock.cause, what);
    };
    for (const Generator& one : m_generators)
        if (one.phase == Phase::Running) runDown(one.node, What::FuelEmpty);
    for (const std::size_t node : m_batteries)
        runDown(node, What::BatteryEmpty);
    m_chargers.advance(stepS, m_charge);
}

}  // namespace halltwin::power
