// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/core/units.h"

#include <cstdint>
#include <string_view>

namespace halltwin::network {

inline constexpr std::string_view collectiveSource =
    "alpha-beta model: R. Thakur, R. Rabenseifner, W. Gropp, Int. J. High Performance Computing "
    "Applications 19 (2005) 49; two trees: P. Sanders, J. Speck, J. Träff, Parallel Computing 35 "
    "(2009) 581; bus bandwidth: NVIDIA nccl-tests, PERFORMANCE.md";

enum class Collective : std::uint8_t { AllReduce, AllGather, ReduceScatter, AllToAll };

enum class CollectiveAlgorithm : std::uint8_t {
    Ring,
    DoubleBinaryTree,  ///< of all-reduce
    Hierarchical,  ///< inside the scale-up domain first, then a ring for each rail; not all-to-all
    Direct,        ///< each rank to every other; of all-to-all
};

/// A collective in figures. `bytes` is what each rank holds: the vector of an all-reduce, the whole
/// result of an all-gather, the whole input of a reduce-scatter, all that a rank sends (its own
/// part counted) of an all-to-all.
struct CollectiveInput {
    Collective kind = Collective::AllReduce;
    CollectiveAlgorithm algorithm = CollectiveAlgorithm::Ring;
    double ranks = 2.0;
    double bytes = 0.0;
    DataRate bandwidth;        ///< B, of a rank each way
    Duration latency;          ///< α, of one step
    double ranksInside = 1.0;  ///< hierarchical: in one scale-up domain; divides `ranks`
    DataRate bandwidthInside;  ///< hierarchical: of a rank into its domain, each way
    Duration latencyInside;
};

struct CollectiveTime {
    Duration time;
    DataRate algorithmBandwidth;  ///< bytes / time
    DataRate busBandwidth;        ///< the same, comparable with the links' rate whatever the ranks
};

/// Time by the α–β model, with n ranks, S bytes, B bandwidth:
/// ring all-reduce 2(n − 1)α + 2(n − 1)/n · S/B; two trees 2⌈log₂ n⌉α + 2 S/B; all-gather,
/// reduce-scatter and all-to-all (n − 1)α + (n − 1)/n · S/B; hierarchical: the ring law inside with
/// g ranks and S, then across n/g with S/g. One rank takes no time. Fails with InvalidArgument on
/// figures that cannot be and with Unsupported where no such algorithm exists.
[[nodiscard]] Result<CollectiveTime> collectiveTime(const CollectiveInput& input);

/// Bus bandwidth / algorithm bandwidth: 2(n − 1)/n of an all-reduce, (n − 1)/n of the others.
[[nodiscard]] double busFactor(Collective kind, double ranks);

}  // namespace halltwin::network
