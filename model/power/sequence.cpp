// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/sequence.h"

#include "model/power/modules.h"
#include "model/power/sequence_parts.h"
#include "model/power/sequencer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <utility>

namespace halltwin::power {

namespace {

using What = SequenceEvent::What;

constexpr std::array<std::string_view, 23> whatNames{
    "failed",      "returned",      "tripped",         "dark",          "back",
    "transferred", "on battery",    "off battery",     "battery empty", "starting",
    "running",     "step taken",    "overstepped",     "stopped",       "fuel empty",
    "overloaded",  "retransferred", "failed to start", "cooling down",  "charging",
    "charged",     "module lost",   "module back"};

constexpr std::array<std::string_view, 5> incidentNames{"fails", "returns", "fails to start",
                                                        "loses module", "returns module"};

/// One run of a network through incidents.
class Run {
public:
    Run(const Sequencer& sequencer, SequenceClock clock, const std::vector<std::uint8_t>& energised)
        : m_clock(std::move(clock)),
          m_transfers(m_clock, energised),
          m_standby(m_clock, energised),
          m_trips(m_clock),
          m_outages(m_clock, sequencer.before()) {}

    Sequence follow(std::vector<Incident> incidents) {
        // Far more than any chain needs; a guard, not a limit that is met.
        constexpr int mostRounds = 100'000;
        std::stable_sort(incidents.begin(), incidents.end(),
                         [](const Incident& a, const Incident& b) { return a.at < b.at; });
        m_incidents = std::move(incidents);
        for (int round = 0; round < mostRounds; ++round) {
            takeIncidents();
            settle();
            keepSample();
            const double nextS = nextTimeS();
            if (nextS > m_clock.settings.horizon.in(seconds)) break;
            const double stepS = std::max(0.0, nextS - m_clock.nowS);
            m_clock.nowS = std::max(nextS, m_clock.nowS);
            m_standby.advance(stepS, m_result);
            m_trips.advance(stepS, m_result);
        }
        return finish();
    }

private:
    void takeIncidents() {
        for (; m_nextIncident < m_incidents.size(); ++m_nextIncident) {
            const Incident& one = m_incidents[m_nextIncident];
            if (!m_clock.isDue(one.at.in(seconds))) return;
            befall(one, placeOf(one.item));
        }
    }

    void befall(const Incident& one, std::size_t node) {
        switch (one.kind) {
            case Incident::Kind::Fails: return take(node);
            case Incident::Kind::Returns: return putBack(node);
            case Incident::Kind::FailsToStart: return m_standby.refuseStart(node);
            case Incident::Kind::LosesModule: return changeModules(node, 1);
            case Incident::Kind::ReturnsModule: return changeModules(node, -1);
        }
    }

    void take(std::size_t node) {
        const ItemId id = m_clock.network.input().elements[node].id;
        m_clock.state.gone[node] = 1;
        m_clock.cause = id;
        m_clock.tell(id, What::Failed);
    }

    void putBack(std::size_t node) {
        m_clock.state.gone[node] = 0;
        m_clock.state.modulesOut[node] = 0;
        m_trips.forget(node);
        m_standby.repair(node);
        const ItemId id = m_clock.network.input().elements[node].id;
        if (m_clock.cause == id) m_clock.cause = {};  // nothing owes its loss to it any more
        m_clock.tell(id, What::Returned);
    }

    /// With the last module the element is out, with the first one it is back.
    void changeModules(std::size_t node, int more) {
        const Element& element = m_clock.network.input().elements[node];
        int& out = m_clock.state.modulesOut[node];
        const int before = out;
        out = std::clamp(out + more, 0, std::max(1, element.modules));
        if (out == before) return;
        if (out >= element.modules) return take(node);
        if (before >= element.modules) {
            m_clock.state.gone[node] = 0;
            m_trips.forget(node);
        }
        const double left =
            element.rating.si() > 0.0 ? ratingWithout(element, out) / element.rating : 1.0;
        m_clock.tell(element.id, more > 0 ? What::ModuleLost : What::ModuleBack, left);
        if (more > 0 && left < 1.0) m_clock.cause = element.id;
    }

    [[nodiscard]] std::size_t placeOf(ItemId id) const {
        const auto& elements = m_clock.network.input().elements;
        const auto at = std::find_if(elements.begin(), elements.end(),
                                     [id](const Element& element) { return element.id == id; });
        return static_cast<std::size_t>(at - elements.begin());
    }

    /// All that happens at this moment without time passing.
    void settle() {
        // A switch or load changes at most a few times at one moment.
        constexpr int mostChanges = 1000;
        for (int change = 0; change < mostChanges; ++change) {
            const bool transferred = m_transfers.update();
            const bool called = m_standby.update();
            if (transferred || called) continue;
            m_result = m_standby.solve();
            if (!m_outages.look(m_result)) break;
        }
        m_standby.tellBatteries(m_result);
    }

    [[nodiscard]] double nextTimeS() const {
        double nextS = m_clock.nowS + m_trips.leftS(m_result);
        nextS =
            std::min({nextS, m_transfers.nextS(), m_standby.nextS(m_result), m_outages.nextS()});
        if (m_nextIncident < m_incidents.size())
            nextS = std::min(nextS, m_incidents[m_nextIncident].at.in(seconds));
        return nextS;
    }

    void keepSample() {
        if (m_clock.settings.samples == Samples::Drop) return;
        SequenceSample sample{seconds(m_clock.nowS), m_result.sourceInput, m_result.supplied, {}};
        const auto& elements = m_clock.network.input().elements;
        for (std::size_t n = 0; n < elements.size(); ++n) {
            const ElementResult& state = m_result.elements[n];
            const bool battery = elements[n].kind == ItemKind::Battery;
            sample.elements.push_back({state.energised && !m_clock.state.gone[n], state.loading,
                                       state.output, battery ? state.output : state.fromBattery,
                                       m_standby.chargeOf(n)});
        }
        m_samples.push_back(std::move(sample));
    }

    /// Elements that are still out at the end, each once.
    void noteGone(const SequenceEvent& event, std::vector<ItemId>& gone) const {
        if (event.what != What::Failed && event.what != What::Tripped) return;
        const std::size_t node = placeOf(event.item);
        const bool out = node < m_clock.state.gone.size() && m_clock.state.gone[node] != 0;
        if (out && std::find(gone.begin(), gone.end(), event.item) == gone.end())
            gone.push_back(event.item);
    }

    Sequence finish() {
        Sequence sequence;
        const ChainInput& input = m_clock.network.input();
        for (const ElementResult& element : m_result.elements)
            if (element.loading > 1.0) m_clock.tell(element.id, What::Loaded, element.loading);
        std::stable_sort(
            m_clock.events.begin(), m_clock.events.end(),
            [](const SequenceEvent& a, const SequenceEvent& b) { return a.at < b.at; });
        for (const SequenceEvent& event : m_clock.events) {
            sequence.settled = std::max(sequence.settled, event.at);
            noteGone(event, sequence.gone);
        }
        for (std::size_t n = 0; n < input.loads.size(); ++n) {
            const LoadResult& load = m_result.loads[n];
            if ((!load.feedA && !load.feedB) || m_clock.state.off[n])
                sequence.darkLoads.push_back(load.id);
        }
        sequence.events = std::move(m_clock.events);
        sequence.samples = std::move(m_samples);
        sequence.outages = m_outages.takeOutages();
        sequence.end = std::move(m_result);
        return sequence;
    }

    SequenceClock m_clock;
    TransferWatch m_transfers;
    StandbyWatch m_standby;
    TripWatch m_trips;
    OutageWatch m_outages;
    std::vector<Incident> m_incidents;
    std::size_t m_nextIncident = 0;
    ChainResult m_result;
    std::vector<SequenceSample> m_samples;
};

}  // namespace

std::string_view nameOf(SequenceEvent::What what) {
    return whatNames[static_cast<std::size_t>(what)];
}

std::string_view nameOf(Incident::Kind kind) {
    return incidentNames[static_cast<std::size_t>(kind)];
}

bool Sequence::trips() const {
    return std::any_of(events.begin(), events.end(),
                       [](const SequenceEvent& event) { return event.what == What::Tripped; });
}

Result<void> checkElements(const ChainInput& input, std::span<const ItemId> ids) {
    for (const ItemId id : ids) {
        const bool known = std::any_of(input.elements.begin(), input.elements.end(),
                                       [id](const Element& element) { return element.id == id; });
        if (!known)
            return fail(ErrorCode::NotFound,
                        fmt::format("Item {} is no element of the power chain", id.value),
                        "failure", "Name a source, transformer, board, UPS or PDU");
    }
    return {};
}

Result<void> checkIncidents(const ChainInput& input, std::span<const Incident> incidents) {
    for (const Incident& one : incidents) {
        if (auto known = checkElements(input, std::span(&one.item, 1)); !known) return known;
        if (!std::isfinite(one.at.si()) || one.at < Duration{})
            return fail(
                ErrorCode::InvalidArgument,
                fmt::format("The time of an incident of item {} is negative or not a number",
                            one.item.value),
                "failure", "Give a time of zero or more");
        const auto at =
            std::find_if(input.elements.begin(), input.elements.end(),
                         [&](const Element& element) { return element.id == one.item; });
        if (one.kind == Incident::Kind::FailsToStart && at->kind != ItemKind::Generator)
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("{} is no generator that could fail to start", at->name),
                        "failure", "Name a generator, or let the element fail");
    }
    return {};
}

Sequencer::Sequencer(const Network& network, const SequenceSettings& settings)
    : m_network(network),
      m_settings(settings),
      m_state(network.normalState()),
      m_energised(network.energised(m_state)),
      m_before(network.solve(m_state)) {}

Sequence Sequencer::follow(std::span<const Incident> incidents) const {
    return Run(*this, SequenceClock{m_network, m_settings, m_state, 0.0, {}, {}}, m_energised)
        .follow({incidents.begin(), incidents.end()});
}

Result<Sequence> followFailure(const ChainInput& input, std::span<const Incident> incidents,
                               const SequenceSettings& settings) {
    if (auto usable = checkIncidents(input, incidents); !usable)
        return tl::unexpected(usable.error());
    const Result<Network> network = Network::of(input);
    if (!network) return tl::unexpected<Error>(network.error());
    return Sequencer(*network, settings).follow(incidents);
}

Result<Sequence> followFailure(const ChainInput& input, std::span<const ItemId> failed,
                               const SequenceSettings& settings) {
    std::vector<Incident> incidents;
    for (const ItemId id : failed)
        incidents.push_back({id, {}, Incident::Kind::Fails});
    return followFailure(input, std::span<const Incident>(incidents), settings);
}

}  // namespace halltwin::power
