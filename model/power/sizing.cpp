// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/sizing.h"

#include "model/power/sequencer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tbb/parallel_for.h>

namespace halltwin::power {

namespace {

/// An output with the failure that leads to it.
struct Worst {
    double loading = 0.0;
    Power output;
    ItemId failure;
};

/// After each single failure, without trips: the fullest that each element gets.
std::vector<Worst> worstAfterFailures(const Network& network, const SequenceSettings& settings,
                                      const std::stop_token& stop) {
    SequenceSettings holding = settings;
    holding.samples = Samples::Drop;
    holding.law.pickup = std::numeric_limits<double>::infinity();
    const Sequencer sequencer(network, holding);
    const auto& elements = network.input().elements;
    std::vector<ChainResult> ends(elements.size());
    tbb::parallel_for(std::size_t{0}, elements.size(), [&](std::size_t n) {
        if (stop.stop_requested()) return;
        const Incident incident{elements[n].id, {}, Incident::Kind::Fails};
        ends[n] = sequencer.follow(std::span(&incident, 1)).end;
    });
    std::vector<Worst> worst(elements.size());
    for (std::size_t lost = 0; lost < ends.size(); ++lost) {
        for (std::size_t n = 0; n < ends[lost].elements.size(); ++n) {
            const ElementResult& state = ends[lost].elements[n];
            if (state.loading > worst[n].loading)
                worst[n] = {state.loading, state.output, elements[lost].id};
        }
    }
    return worst;
}

bool isListed(const Element& element) {
    return element.rating.si() > 0.0 && element.kind != ItemKind::OnSiteSource &&
           element.kind != ItemKind::Battery;
}

void limitByPhase(const Element& element, const ElementResult& state, Headroom& headroom) {
    const Power third = element.rating * (continuousLoadLimit / 3.0);
    std::array<Power, 3> left{};
    std::size_t fullest = 0;
    for (std::size_t k = 0; k < 3; ++k) {
        left[k] = third - state.phases[k];
        if (left[k] < left[fullest]) fullest = k;
    }
    headroom.phase = static_cast<Phase>(fullest + 1);
    headroom.phaseLeft = left;
    const Power even = left[fullest] * 3.0;
    if (even >= headroom.left) return;
    headroom.left = even;
    headroom.limit = Headroom::Limit::Phase;
}

Headroom headroomAt(const Element& element, const ElementResult& state, const Worst& worst) {
    Headroom headroom;
    headroom.element = element.id;
    headroom.normal = state.output;
    headroom.worst = std::max(state.output, worst.output);
    headroom.left = element.rating * (continuousLoadLimit - state.loading);
    const bool uneven = state.imbalance > 1e-9;
    if (uneven) limitByPhase(element, state, headroom);
    const Power afterFailure = element.rating * (1.0 - worst.loading);
    if (afterFailure < headroom.left) {
        headroom.left = afterFailure;
        headroom.limit = Headroom::Limit::Failure;
        headroom.failure = worst.failure;
    }
    headroom.required =
        element.rating * std::max(state.loading / continuousLoadLimit, worst.loading);
    headroom.suggested = preferredRating(headroom.required);
    return headroom;
}

}  // namespace

Result<Power> requiredRating(const SizingNeed& need) {
    const bool usable = std::isfinite(need.connected.si()) && need.connected.si() >= 0.0 &&
                        std::isfinite(need.diversity) && need.diversity >= 0.0;
    if (!usable)
        return fail(ErrorCode::InvalidArgument, "A load or diversity is negative or not a number",
                    "sizing", "Give a figure of zero or more");
    const int carrying = need.units - need.redundant;
    if (carrying < 1 || need.redundant < 0)
        return fail(ErrorCode::OutOfRange, "No unit is left to carry the load", "sizing",
                    "Give more units than may be out");
    const double share = need.continuous ? continuousLoadLimit : 1.0;
    return need.connected * (need.diversity / (share * carrying));
}

Power preferredRating(Power least) {
    constexpr std::array<double, 11> steps{1.0, 1.25, 1.6, 2.0, 2.5, 3.15,
                                           4.0, 5.0,  6.3, 8.0, 10.0};
    constexpr double roundingSlack = 1e-9;
    if (!(least.si() > 0.0)) return {};
    const double decade = std::pow(10.0, std::floor(std::log10(least.si())));
    for (const double step : steps)
        if (step * decade >= least.si() * (1.0 - roundingSlack))
            return Power::fromSi(step * decade);
    return Power::fromSi(10.0 * decade);
}

Result<std::vector<Headroom>> headroomOf(const ChainInput& input, const HeadroomSettings& settings,
                                         const std::stop_token& stop) {
    const Result<Network> network = Network::of(input);
    if (!network) return tl::unexpected<Error>(network.error());
    const ChainResult now = network->solve(network->normalState());
    std::vector<Worst> worst(input.elements.size());
    if (settings.withFailures) worst = worstAfterFailures(*network, settings.sequence, stop);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, "The search for headroom was cancelled.", "headroom");
    std::vector<Headroom> list;
    for (std::size_t n = 0; n < input.elements.size(); ++n)
        if (isListed(input.elements[n]))
            list.push_back(headroomAt(input.elements[n], now.elements[n], worst[n]));
    std::stable_sort(list.begin(), list.end(),
                     [](const Headroom& a, const Headroom& b) { return a.left < b.left; });
    return list;
}

}  // namespace halltwin::power
