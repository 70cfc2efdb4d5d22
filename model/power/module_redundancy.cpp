// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/redundancy_level.h"
#include "model/power/sequencer.h"

#include <algorithm>
#include <tbb/parallel_for.h>

namespace halltwin::power {

namespace {

/// Loads that the outcome darkens, those dark before left out; in the order of the input.
std::vector<ItemId> darkenedBy(const Sequencer& sequencer, const Sequence& outcome) {
    const std::vector<Load>& loads = sequencer.network().input().loads;
    std::vector<ItemId> dark;
    for (std::size_t n = 0; n < loads.size(); ++n) {
        const LoadResult& before = sequencer.before().loads[n];
        if (!before.feedA && !before.feedB) continue;
        const bool atEnd = std::find(outcome.darkLoads.begin(), outcome.darkLoads.end(),
                                     loads[n].id) != outcome.darkLoads.end();
        const bool meanwhile =
            loads[n].critical &&
            std::any_of(outcome.outages.begin(), outcome.outages.end(),
                        [&](const Outage& outage) { return outage.load == loads[n].id; });
        if (atEnd || meanwhile) dark.push_back(loads[n].id);
    }
    return dark;
}

}  // namespace

Result<std::vector<ModuleRedundancy>> moduleRedundancy(const ChainInput& input,
                                                       const SequenceSettings& settings,
                                                       const std::stop_token& stop) {
    const Result<Network> network = Network::of(input);
    if (!network) return tl::unexpected<Error>(network.error());
    SequenceSettings brief = settings;
    brief.samples = Samples::Drop;
    const Sequencer sequencer(*network, brief);
    std::vector<ModuleRedundancy> list;
    for (const Element& element : input.elements)
        if (element.modules > 1)
            list.push_back({element.id, element.modules, element.redundantModules, {}});
    tbb::parallel_for(std::size_t{0}, list.size(), [&](std::size_t n) {
        if (stop.stop_requested()) return;
        const Incident lost{list[n].element, {}, Incident::Kind::LosesModule};
        list[n].darkens = darkenedBy(sequencer, sequencer.follow(std::span(&lost, 1)));
    });
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, "The sweep of modules was cancelled.", "redundancy");
    return list;
}

}  // namespace halltwin::power
