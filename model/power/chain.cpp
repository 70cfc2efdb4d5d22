// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/chain.h"

#include "model/power/chain_issues.h"
#include "model/power/network.h"

#include <algorithm>

namespace halltwin::power {

Result<ChainResult> solveChain(const ChainInput& input) {
    const Result<Network> network = Network::of(input);
    if (!network) return tl::unexpected<Error>(network.error());
    ChainResult result = network->solve(network->normalState());
    result.issues = chainIssues(*network, result);
    return result;
}

const ElementResult* ChainResult::element(ItemId id) const {
    const auto found = std::find_if(elements.begin(), elements.end(),
                                    [id](const ElementResult& e) { return e.id == id; });
    return found == elements.end() ? nullptr : &*found;
}

const LoadResult* ChainResult::load(ItemId id) const {
    const auto found =
        std::find_if(loads.begin(), loads.end(), [id](const LoadResult& l) { return l.id == id; });
    return found == loads.end() ? nullptr : &*found;
}

const LinkResult* ChainResult::link(PowerLinkId id) const {
    const auto found =
        std::find_if(links.begin(), links.end(), [id](const LinkResult& l) { return l.id == id; });
    return found == links.end() ? nullptr : &*found;
}

}  // namespace halltwin::power
