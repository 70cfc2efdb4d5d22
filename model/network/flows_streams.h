// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/flows_ends.h"

#include <optional>

namespace halltwin::network {

/// Flows of one demand that take the same links.
struct Stream {
    std::uint32_t demand = 0;
    double flows = 0.0;
    DeviceIndex from = unreachable;  ///< host where it begins; unreachable: all of the group alike
    DeviceIndex to = unreachable;
    std::size_t begin = 0;  ///< of its parts in StreamSet
};

/// Streams with the part of each on every link that it takes.
struct StreamSet {
    std::vector<Stream> streams;
    std::vector<ArcIndex> arcs;
    std::vector<double> shares;

    [[nodiscard]] std::size_t end(std::size_t stream) const {
        return stream + 1 < streams.size() ? streams[stream + 1].begin : arcs.size();
    }
};

/// One stream for each demand, spread over all shortest ways. None where that takes more than
/// `limit` parts.
[[nodiscard]] std::optional<StreamSet> spreadStreams(const FlowEnds& ends, std::size_t limit);

/// One stream for each flow, or for `pathsPerDemand` samples of them, on its hashed path.
[[nodiscard]] StreamSet hashedStreams(const FlowEnds& ends, const FlowSettings& settings);

/// Water-filling link by link. Source as maxMinRates.
[[nodiscard]] FilledFlows fillStreams(const FlowEnds& ends, const StreamSet& set);

}  // namespace halltwin::network
