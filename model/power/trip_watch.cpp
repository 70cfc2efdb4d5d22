// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/sequence_parts.h"

#include <algorithm>
#include <limits>

namespace halltwin::power {

TripWatch::TripWatch(SequenceClock& clock)
    : m_clock(clock),
      m_used(clock.network.input().elements.size(), 0.0),
      m_linkUsed(clock.network.input().links.size(), 0.0) {}

double TripWatch::tripS(double loading) const {
    const auto time = tripTime(m_clock.settings.law, loading);
    return time ? std::max(time->in(seconds), togetherS) : std::numeric_limits<double>::infinity();
}

double TripWatch::leftS(const ChainResult& result) const {
    double soonestS = std::numeric_limits<double>::infinity();
    for (std::size_t n = 0; n < m_used.size(); ++n) {
        const double loading = result.elements[n].loading;
        if (loading > 1.0) soonestS = std::min(soonestS, tripS(loading) * (1.0 - m_used[n]));
    }
    for (std::size_t n = 0; n < m_linkUsed.size(); ++n) {
        const double loading = result.links[n].loading;
        if (loading > 1.0) soonestS = std::min(soonestS, tripS(loading) * (1.0 - m_linkUsed[n]));
    }
    return soonestS;
}

void TripWatch::advance(double stepS, const ChainResult& result) {
    const ChainInput& input = m_clock.network.input();
    ItemId first;
    const auto wearsOut = [&](double& used, double loading) {
        if (!(loading > 1.0)) return false;
        const double wholeS = tripS(loading);
        const double leftS = wholeS * (1.0 - used);
        used += stepS / wholeS;
        return leftS <= stepS + togetherS;
    };
    for (std::size_t n = 0; n < m_used.size(); ++n) {
        if (!wearsOut(m_used[n], result.elements[n].loading)) continue;
        m_clock.state.gone[n] = 1;
        m_clock.tell(input.elements[n].id, SequenceEvent::What::Tripped,
                     result.elements[n].loading);
        if (!first.isValid()) first = input.elements[n].id;
    }
    for (std::size_t n = 0; n < m_linkUsed.size(); ++n) {
        if (!wearsOut(m_linkUsed[n], result.links[n].loading)) continue;
        m_clock.state.linkGone[n] = 1;
        m_clock.tell(input.links[n].to, SequenceEvent::What::Tripped, result.links[n].loading);
        m_clock.events.back().link = input.links[n].id;
        if (!first.isValid()) first = input.links[n].to;
    }
    if (first.isValid()) m_clock.cause = first;
}

}  // namespace halltwin::power
