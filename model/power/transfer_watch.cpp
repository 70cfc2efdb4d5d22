// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/sequence_parts.h"

#include <algorithm>

namespace halltwin::power {

TransferWatch::TransferWatch(SequenceClock& clock, const std::vector<std::uint8_t>& energised)
    : m_clock(clock) {
    const auto& elements = clock.network.input().elements;
    for (std::size_t node = 0; node < elements.size(); ++node) {
        if (elements[node].kind != ItemKind::TransferSwitch) continue;
        Switch& one = m_switches.emplace_back();
        one.node = node;
        const Living living = livingSides(node, energised);
        one.side = living[1] && !living[0] ? Feed::B : Feed::A;
        m_clock.state.onB[node] = one.side == Feed::B ? 1 : 0;
    }
}

TransferWatch::Living TransferWatch::livingSides(std::size_t node,
                                                 const std::vector<std::uint8_t>& energised) const {
    const Graph& graph = m_clock.network.graph();
    Living living{false, false};
    for (const std::size_t cord : graph.in[node]) {
        const Cord& one = graph.cords[cord];
        if (energised[one.from] && !m_clock.state.linkGone[one.link])
            living[one.feed == Feed::A ? 0 : 1] = true;
    }
    return living;
}

double TransferWatch::returnDelayS(const Switch& one) const {
    const auto& transfer = m_clock.network.input().elements[one.node].transfer;
    const Duration delay = transfer && transfer->isStatic ? m_clock.settings.staticRetransfer
                                                          : m_clock.settings.retransfer;
    return std::max(0.0, delay.in(seconds));
}

Feed TransferWatch::wantedSide(Switch& one, const Living& living) const {
    const bool hasOwn = living[one.side == Feed::A ? 0 : 1];
    const bool hasOther = living[one.side == Feed::A ? 1 : 0];
    if (!hasOwn || one.side == Feed::A || !hasOther) {
        one.returnsS = never;
        if (hasOwn || !hasOther) return one.side;
        return one.side == Feed::A ? Feed::B : Feed::A;
    }
    if (one.returnsS == never) one.returnsS = m_clock.nowS + returnDelayS(one);
    return m_clock.isDue(one.returnsS) ? Feed::A : Feed::B;
}

void TransferWatch::leave(Switch& one, Feed side) {
    const auto& transfer = m_clock.network.input().elements[one.node].transfer;
    const double breakS = transfer ? std::max(0.0, transfer->transfer.in(seconds)) : 0.0;
    one.back = one.returnsS != never;
    one.returnsS = never;
    one.side = side;
    one.cause = one.back ? ItemId{} : m_clock.causeFor(one.node);
    one.closesS = m_clock.nowS + breakS;
    m_clock.state.onB[one.node] = side == Feed::B ? 1 : 0;
    if (breakS > togetherS)
        m_clock.state.open[one.node] = 1;
    else
        close(one);
}

void TransferWatch::close(Switch& one) {
    m_clock.state.open[one.node] = 0;
    m_clock.tellCaused(m_clock.network.input().elements[one.node].id,
                       one.back ? SequenceEvent::What::Retransferred
                                : SequenceEvent::What::Transferred,
                       one.cause);
}

bool TransferWatch::update() {
    if (m_switches.empty()) return false;
    bool changed = false;
    const std::vector<std::uint8_t> energised = m_clock.network.energised(m_clock.state);
    for (Switch& one : m_switches) {
        if (m_clock.state.gone[one.node]) continue;
        if (m_clock.state.open[one.node]) {
            if (!m_clock.isDue(one.closesS)) continue;
            close(one);
            changed = true;
        }
        const Feed wanted = wantedSide(one, livingSides(one.node, energised));
        if (wanted == one.side) continue;
        leave(one, wanted);
        changed = true;
    }
    return changed;
}

double TransferWatch::nextS() const {
    double soonestS = never;
    for (const Switch& one : m_switches) {
        if (m_clock.state.gone[one.node]) continue;
        soonestS = std::min(soonestS, m_clock.state.open[one.node] ? one.closesS : one.returnsS);
    }
    return soonestS;
}

}  // namespace halltwin::power
