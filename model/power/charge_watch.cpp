// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/modules.h"
#include "model/power/sequence_parts.h"

#include <algorithm>

namespace halltwin::power {

namespace {

constexpr double fullSlack = 1e-9;  // what lacks of a full store by rounding alone
using What = SequenceEvent::What;

/// Share of what the charger draws that is stored.
double efficiencyOf(const BatterySpec& battery) {
    return std::clamp(battery.dischargeEfficiency, 0.01, 1.0);
}

/// Elements that the charger of a store hangs on.
std::vector<std::size_t> hostsOf(const Network& network, std::size_t store) {
    if (hasOwnBattery(network.input().elements[store])) return {store};
    std::vector<std::size_t> hosts;
    for (const std::size_t cord : network.graph().out[store]) {
        const std::size_t below = network.graph().cords[cord].to;
        if (below < network.graph().elementCount) hosts.push_back(below);
    }
    return hosts;
}

}  // namespace

ChargeWatch::ChargeWatch(SequenceClock& clock, const std::vector<std::size_t>& batteries)
    : m_clock(clock),
      m_onUps(clock.network.input().elements.size(), 0) {
    const auto& elements = clock.network.input().elements;
    for (const std::size_t node : batteries) {
        Store& store = m_stores.emplace_back();
        store.node = node;
        store.hosts = hostsOf(clock.network, node);
        if (elements[node].battery->charge.si() > 0.0) continue;
        for (const std::size_t host : store.hosts)
            ++m_onUps[host];
    }
}

/// What the store's charger at this host could draw.
double ChargeWatch::chargerW(const Store& store, std::size_t host) const {
    const auto& elements = m_clock.network.input().elements;
    const double ownW = elements[store.node].battery->charge.si();
    if (ownW > 0.0) return ownW;
    if (elements[host].kind != ItemKind::Ups) return 0.0;
    const double ratingW =
        std::max(0.0, ratingWithout(elements[host], m_clock.state.modulesOut[host]).si());
    return std::max(0.0, m_clock.settings.chargerShare) * ratingW / std::max(1, m_onUps[host]);
}

void ChargeWatch::draw(Store& store, const std::vector<std::uint8_t>& live) {
    const BatterySpec& battery = *m_clock.network.input().elements[store.node].battery;
    const auto living = static_cast<double>(std::count_if(
        store.hosts.begin(), store.hosts.end(), [&](std::size_t host) { return live[host] != 0; }));
    for (const std::size_t host : store.hosts) {
        if (!live[host]) continue;
        // A charger of its own is shared by what it hangs on; each UPS has one.
        const double drawnW = chargerW(store, host) / (battery.charge.si() > 0.0 ? living : 1.0);
        const double storedW = drawnW * efficiencyOf(battery);
        m_clock.state.chargeW[host] += drawnW;
        m_clock.state.storedW[host] += storedW;
        store.storedW += storedW;
    }
}

/// What lives without batteries: by the mains, and by generators where they may charge.
std::vector<std::uint8_t> ChargeWatch::liveForChargers(bool ramping) const {
    ChainState state = m_clock.state;
    const auto& elements = m_clock.network.input().elements;
    const bool generators = m_clock.settings.chargeOn == ChargeOn::Generators && !ramping;
    for (std::size_t n = 0; n < elements.size(); ++n)
        if (elements[n].kind != ItemKind::Generator || !generators) state.awake[n] = 0;
    return m_clock.network.energised(state);
}

void ChargeWatch::plan(const std::vector<double>& charge, bool ramping) {
    std::fill(m_clock.state.chargeW.begin(), m_clock.state.chargeW.end(), 0.0);
    std::fill(m_clock.state.storedW.begin(), m_clock.state.storedW.end(), 0.0);
    std::vector<std::uint8_t> live;  // found when the first store asks
    for (Store& store : m_stores) {
        store.storedW = 0.0;
        if (charge[store.node] >= 1.0 || m_clock.state.gone[store.node]) continue;
        if (live.empty()) live = liveForChargers(ramping);
        draw(store, live);
    }
}

void ChargeWatch::tell() {
    for (Store& store : m_stores) {
        const bool charging = store.storedW > 0.0;
        if (charging && !store.told)
            m_clock.tell(m_clock.network.input().elements[store.node].id, What::Charging);
        store.told = charging;
    }
}

/// Share of a store that is filled in a second.
double ChargeWatch::fillPerS(const Store& store) const {
    const BatterySpec& battery = *m_clock.network.input().elements[store.node].battery;
    const double wholeJ = battery.energy.si() * battery.usableShare;
    return wholeJ > 0.0 ? store.storedW / wholeJ : 0.0;
}

double ChargeWatch::leftS(const std::vector<double>& charge) const {
    double soonestS = never;
    for (const Store& store : m_stores) {
        const double fill = fillPerS(store);
        if (fill > 0.0) soonestS = std::min(soonestS, (1.0 - charge[store.node]) / fill);
    }
    return soonestS;
}

void ChargeWatch::advance(double stepS, std::vector<double>& charge) {
    for (Store& store : m_stores) {
        const double fill = fillPerS(store);
        if (!(fill > 0.0)) continue;
        double& now = charge[store.node];
        now += fill * stepS;
        if (now > 0.0) m_clock.state.awake[store.node] = 1;
        if (now < 1.0 - std::max(fullSlack, fill * togetherS)) continue;
        now = 1.0;
        m_clock.tell(m_clock.network.input().elements[store.node].id, What::Charged);
    }
}

}  // namespace halltwin::power
