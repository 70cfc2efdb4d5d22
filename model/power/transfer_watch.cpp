// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/sequence_parts.h"

#include <algorithm>
#include <limits>

namespace halltwin::power {

TransferWatch::TransferWatch(SequenceClock& clock, const std::vector<std::uint8_t>& energised)
    : m_clock(clock) {
    const auto& elements = clock.network.input().elements;
    for (std::size_t node = 0; node < elements.size(); ++node) {
        if (elements[node].kind != ItemKind::TransferSwitch) continue;
        m_switches.push_back({node, livingSide(node, energised).value_or(Feed::A), 0.0, {}});
    }
}

std::optional<Feed> TransferWatch::livingSide(std::size_t node,
                                              const std::vector<std::uint8_t>& energised) const {
    const Graph& graph = m_clock.network.graph();
    std::optional<Feed> side;
    for (const std::size_t cord : graph.in[node]) {
        const Cord& one = graph.cords[cord];
        if (!energised[one.from] || m_clock.state.linkGone[one.link]) continue;
        if (one.feed == Feed::A) return Feed::A;
        side = Feed::B;
    }
    return side;
}

void TransferWatch::close(Switch& one) {
    m_clock.state.open[one.node] = 0;
    m_clock.events.push_back({seconds(m_clock.nowS),
                              m_clock.network.input().elements[one.node].id,
                              SequenceEvent::What::Transferred,
                              0.0,
                              one.cause,
                              {}});
}

bool TransferWatch::update() {
    if (m_switches.empty()) return false;
    bool changed = false;
    const std::vector<std::uint8_t> energised = m_clock.network.energised(m_clock.state);
    for (Switch& one : m_switches) {
        if (m_clock.state.gone[one.node]) continue;
        const std::optional<Feed> living = livingSide(one.node, energised);
        if (m_clock.state.open[one.node]) {
            if (!m_clock.isDue(one.closesS)) continue;
            close(one);
            changed = true;
        }
        if (!living || *living == one.side) continue;
        const auto& transfer = m_clock.network.input().elements[one.node].transfer;
        const double breakS = transfer ? std::max(0.0, transfer->transfer.in(seconds)) : 0.0;
        one.side = *living;
        one.cause = m_clock.causeFor(one.node);
        one.closesS = m_clock.nowS + breakS;
        changed = true;
        if (breakS > togetherS)
            m_clock.state.open[one.node] = 1;
        else
            close(one);
    }
    return changed;
}

double TransferWatch::nextS() const {
    double soonestS = std::numeric_limits<double>::infinity();
    for (const Switch& one : m_switches)
        if (m_clock.state.open[one.node]) soonestS = std::min(soonestS, one.closesS);
    return soonestS;
}

}  // namespace halltwin::power
