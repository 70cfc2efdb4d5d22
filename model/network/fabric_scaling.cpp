// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/fabric_scaling.h"

#include <algorithm>
#include <iterator>

namespace halltwin::network {

Result<std::vector<ScalingPoint>> fabricScaling(const PlannedFabric& fabric, const Catalog& catalog,
                                                const FabricScalingInput& input,
                                                const std::stop_token& stop) {
    const Graph graph = without(fabric.plan().graph, input.loss);
    const Ranks ranks = joinedRanks(graph, ranksOf(fabric.plan().graph));
    if (ranks.size() < 2)
        return fail(ErrorCode::NotFound, "No two GPUs of the fabric reach each other",
                    fabric.plan().fabric.name, "Choose a fabric with servers, or repair it");
    const FabricCollectiveInput job = jobInput(fabric, catalog, input.job);
    ScalingInput scaling;
    scaling.computePerStep = input.computePerStep;
    scaling.overlap = input.overlap;
    scaling.most = ranks.size();
    scaling.fewest = std::min(scaling.fewest, scaling.most);
    scaling.communication = [&](std::size_t gpus) -> Result<Duration> {
        const Ranks some(ranks.begin(),
                         std::next(ranks.begin(), static_cast<std::ptrdiff_t>(gpus)));
        if (some.size() < 2) return Duration{};
        const auto found = collectiveOnDamaged(graph, some, job, stop);
        if (!found) return tl::unexpected(found.error());
        return found->result.time;
    };
    return scalingCurve(scaling);
}

}  // namespace halltwin::network
