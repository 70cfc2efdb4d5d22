// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/sizing.h"

#include "model/power/sequencer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <tbb/parallel_for.h>

namespace halltwin::power {

namespace {

/// An output with the failure that leads to it.
struct Worst {
    double loading = 0.0;
    Power output;
    ItemId failure;
};

/// The fullest that elements and breakers get.
struct WorstCases {
    std::vector<Worst> elements;
    std::vector<Worst> links;
};

void note(double loading, Power output, ItemId failure, Worst& worst) {
    if (loading > worst.loading) worst = {loading, output, failure};
}

/// After each single failure, without trips.
WorstCases worstAfterFailures(const Network& network, const SequenceSettings& settings,
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
    WorstCases worst{std::vector<Worst>(elements.size()),
                     std::vector<Worst>(network.input().links.size())};
    for (std::size_t lost = 0; lost < ends.size(); ++lost) {
        const ChainResult& end = ends[lost];
        for (std::size_t n = 0; n < end.elements.size(); ++n)
            note(end.elements[n].loading, end.elements[n].output, elements[lost].id,
                 worst.elements[n]);
        for (std::size_t n = 0; n < end.links.size(); ++n)
            note(end.links[n].loading, end.links[n].power, elements[lost].id, worst.links[n]);
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

/// A cord into an element, as it is loaded in the normal state.
struct FeedingCord {
    std::size_t link = 0;
    double perAmpereW = 0.0;  ///< real power for a current on all its phases
    double breakerA = 0.0;
    double currentA = 0.0;
};

/// Cords that carry what the element draws; all that live where none carries anything.
std::vector<FeedingCord> feedingCords(const Network& network, const ChainResult& now,
                                      std::size_t node) {
    const ElementResult& state = now.elements[node];
    const ItemKind kind = network.input().elements[node].kind;
    const bool real = kind == ItemKind::Ups || kind == ItemKind::PowerShelf;
    const double cosine =
        real || !(state.apparent > Power{}) ? 1.0 : std::min(1.0, state.output / state.apparent);
    std::vector<FeedingCord> living;
    std::vector<FeedingCord> carrying;
    for (const std::size_t cord : network.graph().in[node]) {
        const std::size_t place = network.graph().cords[cord].link;
        const LinkResult& link = now.links[place];
        const CordCircuit& circuit = network.circuit(cord);
        if (!link.living) continue;
        const double factor = circuit.system == PhaseSystem::Three ? std::numbers::sqrt3 : 1.0;
        living.push_back({place, factor * circuit.voltageV * cosine, circuit.breakerA,
                          link.current.in(amperes)});
        if (link.power > Power{}) carrying.push_back(living.back());
    }
    return carrying.empty() ? living : carrying;
}

/// More that the element may draw draws evenly on its cords: the fullest breaker limits.
void limitByBreakers(const Network& network, const ChainResult& now, const WorstCases& worst,
                     std::size_t node, Headroom& headroom) {
    const std::vector<FeedingCord> cords = feedingCords(network, now, node);
    for (const FeedingCord& cord : cords) {
        if (!(cord.breakerA > 0.0) || !(cord.perAmpereW > 0.0)) continue;
        const Link& link = network.input().links[cord.link];
        const auto look = [&](double leftA, double among, ItemId failure) {
            const Power left = watts(leftA * cord.perAmpereW * among);
            if (left >= headroom.left) return;
            headroom.left = left;
            headroom.limit = Headroom::Limit::Breaker;
            headroom.link = link.id;
            headroom.linkFrom = link.from;
            headroom.failure = failure;
            if (link.phase != Phase::All) headroom.phase = link.phase;
        };
        look(continuousLoadLimit * cord.breakerA - cord.currentA, static_cast<double>(cords.size()),
             {});
        const Worst& after = worst.links[cord.link];
        // After a failure the cord may be the only one that is left.
        if (after.failure.isValid())
            look((1.0 - after.loading) * cord.breakerA, 1.0, after.failure);
    }
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
    WorstCases worst{std::vector<Worst>(input.elements.size()),
                     std::vector<Worst>(input.links.size())};
    if (settings.withFailures) worst = worstAfterFailures(*network, settings.sequence, stop);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, "The search for headroom was cancelled.", "headroom");
    std::vector<Headroom> list;
    for (std::size_t n = 0; n < input.elements.size(); ++n) {
        if (!isListed(input.elements[n])) continue;
        list.push_back(headroomAt(input.elements[n], now.elements[n], worst.elements[n]));
        limitByBreakers(*network, now, worst, n, list.back());
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const Headroom& a, const Headroom& b) { return a.left < b.left; });
    return list;
}

}  // namespace halltwin::power
