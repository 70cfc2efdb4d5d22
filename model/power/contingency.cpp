// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/contingency.h"

#include "model/power/sequencer.h"

#include <algorithm>
#include <tbb/parallel_for.h>
#include <unordered_map>
#include <utility>

namespace halltwin::power {

namespace {

using What = SequenceEvent::What;

bool isFed(const LoadResult& load) {
    return load.feedA || load.feedB;
}

/// Places of the loads in the input.
using LoadPlaces = std::unordered_map<ItemId, std::size_t>;

Contingency shortened(const Sequencer& sequencer, const LoadPlaces& places,
                      std::vector<ItemId> failed, const Sequence& outcome) {
    const std::vector<Load>& loads = sequencer.network().input().loads;
    Contingency result;
    result.failed = std::move(failed);
    for (const ItemId id : outcome.darkLoads) {
        const std::size_t place = places.at(id);
        if (!isFed(sequencer.before().loads[place])) continue;
        result.darkLoads.push_back(id);
        result.lost += loads[place].demand;
    }
    std::vector<std::size_t> interrupted;
    for (const Outage& outage : outcome.outages) {
        const std::size_t place = places.at(outage.load);
        if (outage.until && loads[place].critical) interrupted.push_back(place);
    }
    std::sort(interrupted.begin(), interrupted.end());
    interrupted.erase(std::unique(interrupted.begin(), interrupted.end()), interrupted.end());
    for (const std::size_t place : interrupted)
        result.interrupted.push_back(loads[place].id);
    for (const SequenceEvent& event : outcome.events)
        if (event.what == What::Tripped) result.tripped.push_back(event.item);
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

Result<std::vector<Contingency>> sweepFailures(const ChainInput& input, int order,
                                               const SequenceSettings& settings,
                                               const std::stop_token& stop) {
    if (order < 1 || order > 2)
        return fail(ErrorCode::OutOfRange, "A sweep takes out one element or two at a time",
                    "failure sweep", "Ask for order 1 or 2");
    const Result<Network> network = Network::of(input);
    if (!network) return tl::unexpected<Error>(network.error());
    SequenceSettings brief = settings;
    brief.samples = Samples::Drop;
    const Sequencer sequencer(*network, brief);
    LoadPlaces places;
    for (std::size_t n = 0; n < input.loads.size(); ++n)
        places.emplace(input.loads[n].id, n);
    std::vector<std::vector<ItemId>> failures = failuresOf(input, order);
    std::vector<Contingency> results(failures.size());
    tbb::parallel_for(std::size_t{0}, failures.size(), [&](std::size_t n) {
        if (stop.stop_requested()) return;
        std::vector<Incident> incidents;
        for (const ItemId id : failures[n])
            incidents.push_back({id, {}, Incident::Kind::Fails});
        results[n] =
            shortened(sequencer, places, std::move(failures[n]), sequencer.follow(incidents));
    });
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, "The sweep of failures was cancelled.", "failure sweep");
    return results;
}

}  // namespace halltwin::power
