// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/sequence_parts.h"

#include <algorithm>
#include <limits>

namespace halltwin::power {

OutageWatch::OutageWatch(SequenceClock& clock, const ChainResult& before)
    : m_clock(clock),
      m_elements(before.elements.size()),
      m_loads(before.loads.size()) {
    for (std::size_t n = 0; n < m_elements.size(); ++n)
        m_elements[n].ignored = !before.elements[n].energised;
    for (std::size_t n = 0; n < m_loads.size(); ++n)
        m_loads[n].ignored = !before.loads[n].feedA && !before.loads[n].feedB;
}

void OutageWatch::die(std::size_t node, Watched& one) {
    if (one.dead) return;
    one.dead = true;
    one.sinceS = m_clock.nowS;
    one.cause = m_clock.causeFor(node);
}

/// Dead for so long now that it leaves a trace.
bool OutageWatch::isTime(const Watched& one) const {
    return !one.told && m_clock.isDue(one.sinceS + m_clock.settings.rideThrough.in(seconds));
}

bool OutageWatch::look(const ChainResult& result) {
    bool changed = false;
    for (std::size_t n = 0; n < m_elements.size(); ++n)
        if (!m_elements[n].ignored) lookAtElement(n, result.elements[n].energised);
    for (std::size_t n = 0; n < m_loads.size(); ++n) {
        if (m_loads[n].ignored) continue;
        const bool alive = result.loads[n].feedA || result.loads[n].feedB;
        changed = lookAtLoad(n, alive) || changed;
    }
    return changed;
}

void OutageWatch::lookAtElement(std::size_t element, bool alive) {
    Watched& one = m_elements[element];
    const ItemId id = m_clock.network.input().elements[element].id;
    if (alive) {
        if (one.told) m_clock.tell(id, SequenceEvent::What::Back);
        one = {};
        return;
    }
    if (m_clock.state.gone[element]) {  // told as failed or tripped
        one = {};
        return;
    }
    die(element, one);
    if (!isTime(one)) return;
    one.told = true;
    m_clock.events.push_back(
        {seconds(one.sinceS), id, SequenceEvent::What::Dark, 0.0, one.cause, {}});
}

bool OutageWatch::lookAtLoad(std::size_t load, bool alive) {
    Watched& one = m_loads[load];
    if (alive) return one.dead && bringBack(load, one);
    die(m_elements.size() + load, one);
    one.backS = -1.0;
    if (!isTime(one)) return false;
    const ItemId id = m_clock.network.input().loads[load].id;
    one.told = true;
    one.outage = m_outages.size();
    m_outages.push_back({id, seconds(one.sinceS), {}, one.cause});
    m_clock.events.push_back(
        {seconds(one.sinceS), id, SequenceEvent::What::Dark, 0.0, one.cause, {}});
    m_clock.state.off[load] = 1;
    return true;
}

/// A load that is fed again takes power after its restart. True when it does so now.
bool OutageWatch::bringBack(std::size_t load, Watched& one) {
    if (!one.told) {
        one = {};
        return false;
    }
    const ItemId id = m_clock.network.input().loads[load].id;
    if (one.backS < 0.0) {
        const auto restart = m_clock.settings.restart.find(id);
        const bool named = restart != m_clock.settings.restart.end();
        one.backS = m_clock.nowS + (named ? std::max(0.0, restart->second.in(seconds)) : 0.0);
    }
    if (!m_clock.isDue(one.backS)) return false;
    m_outages[one.outage].until = seconds(m_clock.nowS);
    m_clock.tell(id, SequenceEvent::What::Back);
    m_clock.state.off[load] = 0;
    one = {};
    return true;
}

double OutageWatch::nextS() const {
    double soonestS = std::numeric_limits<double>::infinity();
    const double rideS = m_clock.settings.rideThrough.in(seconds);
    for (const auto* list : {&m_elements, &m_loads}) {
        for (const Watched& one : *list) {
            if (one.dead && !one.told) soonestS = std::min(soonestS, one.sinceS + rideS);
            if (one.backS >= 0.0) soonestS = std::min(soonestS, one.backS);
        }
    }
    return soonestS;
}

}  // namespace halltwin::power
