// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/collectives.h"

#include <cmath>

namespace halltwin::network {

namespace {

/// One level of a ring: n ranks that pass S bytes at B with α a step.
struct Level {
    double ranks = 1.0;
    double bytes = 0.0;
    DataRate bandwidth;
    Duration latency;
};

constexpr double bitsPerByte = 8.0;

Duration transfer(double bytes, DataRate bandwidth) {
    return seconds(bitsPerByte * bytes / bandwidth.si());
}

/// Reduce-scatter or all-gather round a ring.
Duration onceRound(const Level& level) {
    if (level.ranks <= 1.0) return {};
    return level.latency * (level.ranks - 1.0) +
           transfer((level.ranks - 1.0) / level.ranks * level.bytes, level.bandwidth);
}

Level wholeOf(const CollectiveInput& input) {
    return {input.ranks, input.bytes, input.bandwidth, input.latency};
}

Duration onceHierarchical(const CollectiveInput& input) {
    const Level inside{input.ranksInside, input.bytes, input.bandwidthInside, input.latencyInside};
    const Level across{input.ranks / input.ranksInside, input.bytes / input.ranksInside,
                       input.bandwidth, input.latency};
    return onceRound(inside) + onceRound(across);
}

bool isCount(double value) {
    return std::isfinite(value) && value >= 1.0 && std::floor(value) == value;
}

bool isLevelSound(DataRate bandwidth, Duration latency) {
    return std::isfinite(bandwidth.si()) && bandwidth.si() > 0.0 && std::isfinite(latency.si()) &&
           latency.si() >= 0.0;
}

Result<void> check(const CollectiveInput& input) {
    const auto refuse = [](const char* message, const char* remedy) {
        return fail(ErrorCode::InvalidArgument, message, "collective", remedy);
    };
    if (!isCount(input.ranks))
        return refuse("The number of ranks is not a whole number from 1 up", "Give 1 or more");
    if (!std::isfinite(input.bytes) || input.bytes < 0.0)
        return refuse("The message size is not a number from 0 up", "Give a size in bytes");
    const bool isHierarchical = input.algorithm == CollectiveAlgorithm::Hierarchical;
    if (isHierarchical &&
        (!isCount(input.ranksInside) || std::fmod(input.ranks, input.ranksInside) != 0.0))
        return refuse("The ranks of a scale-up domain do not divide the ranks",
                      "Give domains of equal size");
    const bool hasAcross = !isHierarchical || input.ranks > input.ranksInside;
    if (input.ranks > 1.0 && hasAcross && !isLevelSound(input.bandwidth, input.latency))
        return refuse("The bandwidth is not above 0, or the latency is below 0",
                      "Give a bandwidth above 0");
    if (isHierarchical && input.ranksInside > 1.0 &&
        !isLevelSound(input.bandwidthInside, input.latencyInside))
        return refuse("The bandwidth inside the scale-up domain is not above 0",
                      "Give its bandwidth");
    return {};
}

Result<Duration> durationOf(const CollectiveInput& input) {
    const double passes = input.kind == Collective::AllReduce ? 2.0 : 1.0;
    const bool isAllToAll = input.kind == Collective::AllToAll;
    switch (input.algorithm) {
        case CollectiveAlgorithm::Ring:
            if (!isAllToAll) return passes * onceRound(wholeOf(input));
            break;
        case CollectiveAlgorithm::Hierarchical:
            if (!isAllToAll) return passes * onceHierarchical(input);
            break;
        case CollectiveAlgorithm::Direct:
            if (isAllToAll) return onceRound(wholeOf(input));
            break;
        case CollectiveAlgorithm::DoubleBinaryTree:
            if (input.kind != Collective::AllReduce) break;
            if (input.ranks <= 1.0) return Duration{};
            return 2.0 * std::ceil(std::log2(input.ranks)) * input.latency +
                   transfer(2.0 * input.bytes, input.bandwidth);
    }
    return fail(ErrorCode::Unsupported, "This collective has no such algorithm", "collective",
                "All-to-all goes directly; trees are for all-reduce; the others take rings");
}

}  // namespace

double busFactor(Collective kind, double ranks) {
    return (kind == Collective::AllReduce ? 2.0 : 1.0) * (ranks - 1.0) / ranks;
}

Result<CollectiveTime> collectiveTime(const CollectiveInput& input) {
    if (const auto sound = check(input); !sound) return tl::unexpected(sound.error());
    const auto time = durationOf(input);
    if (!time) return tl::unexpected(time.error());
    CollectiveTime result;
    result.time = *time;
    if (time->si() > 0.0)
        result.algorithmBandwidth = bitsPerSecond(bitsPerByte * input.bytes / time->in(seconds));
    result.busBandwidth = result.algorithmBandwidth * busFactor(input.kind, input.ranks);
    return result;
}

}  // namespace halltwin::network
