// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/cascade.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>
#include <map>
#include <set>
#include <tbb/parallel_for.h>
#include <utility>

namespace halltwin::power {

namespace {

constexpr double togetherS = 1e-6;  // what trips closer than this trips together

/// The chain while it falls apart.
class FallingChain {
public:
    FallingChain(const ChainInput& input, const CascadeSettings& settings)
        : m_input(input),
          m_settings(settings) {}

    Result<Cascade> run(std::span<const ItemId> failed) {
        auto before = solveChain(m_input);
        if (!before) return tl::unexpected(before.error());
        noteDark(*before);
        for (const ItemId id : failed)
            m_cascade.events.push_back({{}, id, CascadeEvent::What::Failed, 0.0, {}});
        m_cascade.gone.assign(failed.begin(), failed.end());
        ItemId cause = failed.empty() ? ItemId{} : failed.front();
        for (;;) {
            auto now = solveChain(withoutElements(m_input, m_cascade.gone));
            if (!now) return tl::unexpected(now.error());
            tellDark(*now, cause);
            const std::vector<Trip> next = tripsOf(*now);
            if (next.empty()) return finish(*std::move(now));
            cause = next.front().id;
            for (const Trip& trip : next) {
                m_cascade.events.push_back(
                    {seconds(m_nowS), trip.id, CascadeEvent::What::Tripped, trip.loading, {}});
                m_cascade.gone.push_back(trip.id);
            }
        }
    }

private:
    struct Trip {
        ItemId id;
        double loading;
    };

    void noteDark(const ChainResult& chain) {
        for (const LoadResult& load : chain.loads)
            if (!load.feedA && !load.feedB) m_dark.insert(load.id);
        for (const ElementResult& element : chain.elements)
            if (!element.energised) m_dark.insert(element.id);
    }

    void tellDark(const ChainResult& chain, ItemId cause) {
        const auto tell = [&](ItemId id) {
            if (!m_dark.insert(id).second) return;
            m_cascade.events.push_back({seconds(m_nowS), id, CascadeEvent::What::Dark, 0.0, cause});
        };
        for (const ElementResult& element : chain.elements)
            if (!element.energised) tell(element.id);
        for (const LoadResult& load : chain.loads)
            if (!load.feedA && !load.feedB) tell(load.id);
    }

    /// The next elements to let go; the time moves on to that moment. Empty when all holds.
    std::vector<Trip> tripsOf(const ChainResult& chain) {
        struct Heating {
            Trip trip;
            double perS;
            double leftS;
        };
        std::vector<Heating> heating;
        double soonestS = std::numeric_limits<double>::infinity();
        for (const ElementResult& element : chain.elements) {
            const auto time = tripTime(m_settings.law, element.loading);
            if (!time) continue;
            const double wholeS = std::max(time->in(seconds), togetherS);
            const double leftS = wholeS * (1.0 - m_used[element.id]);
            heating.push_back({{element.id, element.loading}, 1.0 / wholeS, leftS});
            soonestS = std::min(soonestS, leftS);
        }
        if (!(m_nowS + soonestS <= m_settings.horizon.in(seconds))) return {};
        std::vector<Trip> trips;
        for (const Heating& one : heating) {
            m_used[one.trip.id] += soonestS * one.perS;
            if (one.leftS <= soonestS + togetherS) trips.push_back(one.trip);
        }
        m_nowS += soonestS;
        return trips;
    }

    Cascade finish(ChainResult end) {
        for (const ElementResult& element : end.elements)
            if (element.loading > 1.0)
                m_cascade.events.push_back(
                    {seconds(m_nowS), element.id, CascadeEvent::What::Loaded, element.loading, {}});
        for (const LoadResult& load : end.loads)
            if (!load.feedA && !load.feedB) m_cascade.darkLoads.push_back(load.id);
        m_cascade.settled = seconds(m_nowS);
        m_cascade.end = std::move(end);
        return std::move(m_cascade);
    }

    const ChainInput& m_input;
    const CascadeSettings& m_settings;
    Cascade m_cascade;
    std::set<ItemId> m_dark;          ///< told, or dark from the start
    std::map<ItemId, double> m_used;  ///< share of its trip time that an element has used up
    double m_nowS = 0.0;
};

Result<void> checkFailed(const ChainInput& input, std::span<const ItemId> failed) {
    for (const ItemId id : failed) {
        const bool known = std::any_of(input.elements.begin(), input.elements.end(),
                                       [id](const Element& element) { return element.id == id; });
        if (!known)
            return fail(ErrorCode::NotFound,
                        fmt::format("Item {} is no element of the power chain", id.value),
                        "failure", "Name a feed, transformer, UPS or PDU");
    }
    return {};
}

Contingency shortened(const ChainInput& input, const ChainResult& before,
                      std::vector<ItemId> failed, const Cascade& outcome) {
    Contingency result;
    result.failed = std::move(failed);
    for (std::size_t n = 0; n < input.loads.size(); ++n) {
        const auto isFed = [n](const ChainResult& chain) {
            return chain.loads[n].feedA || chain.loads[n].feedB;
        };
        if (isFed(outcome.end) || !isFed(before)) continue;
        result.darkLoads.push_back(input.loads[n].id);
        result.lost += input.loads[n].demand;
    }
    for (const CascadeEvent& event : outcome.events)
        if (event.what == CascadeEvent::What::Tripped) result.tripped.push_back(event.item);
    for (const ElementResult& element : outcome.end.elements)
        result.worstLoading = std::max(result.worstLoading, element.loading);
    return result;
}

std::vector<std::vector<ItemId>> failuresOf(const ChainInput& input, int order) {
    std::vector<std::vector<ItemId>> failures;
    for (const Element& element : input.elements)
        failures.push_back({element.id});
    if (order < 2) return failures;
    for (std::size_t a = 0; a < input.elements.size(); ++a)
        for (std::size_t b = a + 1; b < input.elements.size(); ++b)
            failures.push_back({input.elements[a].id, input.elements[b].id});
    return failures;
}

}  // namespace

bool Cascade::trips() const {
    return std::any_of(events.begin(), events.end(), [](const CascadeEvent& event) {
        return event.what == CascadeEvent::What::Tripped;
    });
}

Result<Cascade> cascade(const ChainInput& input, std::span<const ItemId> failed,
                        const CascadeSettings& settings) {
    if (auto known = checkFailed(input, failed); !known) return tl::unexpected(known.error());
    return FallingChain(input, settings).run(failed);
}

Result<std::vector<Contingency>> sweepFailures(const ChainInput& input, int order,
                                               const CascadeSettings& settings,
                                               const std::stop_token& stop) {
    if (order < 1 || order > 2)
        return fail(ErrorCode::OutOfRange, "A sweep takes out one element or two at a time",
                    "failure sweep", "Ask for order 1 or 2");
    const auto before = solveChain(input);
    if (!before) return tl::unexpected(before.error());
    std::vector<std::vector<ItemId>> failures = failuresOf(input, order);
    std::vector<Contingency> results(failures.size());
    // The chain itself is sound when `before` is; no single failure can make it unsolvable.
    tbb::parallel_for(std::size_t{0}, failures.size(), [&](std::size_t n) {
        if (stop.stop_requested()) return;
        const auto outcome = FallingChain(input, settings).run(failures[n]);
        if (outcome) results[n] = shortened(input, *before, std::move(failures[n]), *outcome);
    });
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, "The sweep of failures was cancelled.", "failure sweep");
    return results;
}

}  // namespace halltwin::power
