// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/collectives.h"
#include "tests/support/catch.h"

#include <limits>

using namespace halltwin;
using namespace halltwin::network;

namespace {

constexpr DataRate fiftyGigabytes = gigabitsPerSecond(400.0);

CollectiveInput ring(double ranks, double bytes) {
    CollectiveInput input;
    input.ranks = ranks;
    input.bytes = bytes;
    input.bandwidth = fiftyGigabytes;
    input.latency = microseconds(5.0);
    return input;
}

double milliseconds(const CollectiveInput& input) {
    return collectiveTime(input)->time.in(seconds)*1e3;
}

}  // namespace

TEST_CASE("A ring all-reduce of 1 GB over 1,024 ranks takes 50.19 ms") {
    // 2 × 1023 × 5 µs = 10.23 ms and 2 × 1023 / 1024 × 1 GB / 50 GB/s = 39.961 ms.
    const auto result = collectiveTime(ring(1024, 1e9));
    REQUIRE(result);
    CHECK(result->time.in(seconds)*1e3 == Approx(50.19).margin(0.005));
    CHECK(result->time.in(seconds)*1e3 == Approx(10.23 + 39.9609375));
    CHECK(result->algorithmBandwidth.in(gigabitsPerSecond) == Approx(8.0 / 50.1909375e-3));
    CHECK(result->busBandwidth.in(gigabitsPerSecond) ==
          Approx(8.0 / 50.1909375e-3 * 2.0 * 1023.0 / 1024.0));
}

TEST_CASE("Without latency the bus bandwidth of a ring is the bandwidth of its links") {
    CollectiveInput input = ring(16, 1e9);
    input.latency = {};
    for (const Collective kind :
         {Collective::AllReduce, Collective::AllGather, Collective::ReduceScatter}) {
        input.kind = kind;
        CHECK(collectiveTime(input)->busBandwidth.si() == Approx(fiftyGigabytes.si()));
    }
    input.kind = Collective::AllToAll;
    input.algorithm = CollectiveAlgorithm::Direct;
    CHECK(collectiveTime(input)->busBandwidth.si() == Approx(fiftyGigabytes.si()));
}

TEST_CASE("Two trees win on small messages, the ring has fewer bytes to move") {
    CollectiveInput tree = ring(1024, 1e9);
    tree.algorithm = CollectiveAlgorithm::DoubleBinaryTree;
    CHECK(milliseconds(tree) == Approx(2.0 * 10.0 * 5e-3 + 40.0));
    tree.ranks = 1025;
    CHECK(milliseconds(tree) == Approx(2.0 * 11.0 * 5e-3 + 40.0));
    tree.ranks = 1024;
    tree.bytes = 1e3;
    CHECK(milliseconds(tree) < milliseconds(ring(1024, 1e3)) / 50.0);
}

TEST_CASE("All-gather, reduce-scatter and all-to-all go round once") {
    CollectiveInput input = ring(8, 8e8);
    const double once = 7.0 * 5e-3 + 7.0 / 8.0 * 8e8 / 50e9 * 1e3;
    input.kind = Collective::AllGather;
    CHECK(milliseconds(input) == Approx(once));
    input.kind = Collective::ReduceScatter;
    CHECK(milliseconds(input) == Approx(once));
    input.kind = Collective::AllToAll;
    input.algorithm = CollectiveAlgorithm::Direct;
    CHECK(milliseconds(input) == Approx(once));
}

TEST_CASE("A hierarchical all-reduce is two rounds inside and two across on a part of the bytes") {
    CollectiveInput input = ring(1024, 1e9);
    input.algorithm = CollectiveAlgorithm::Hierarchical;
    input.ranksInside = 8;
    input.bandwidthInside = gigabitsPerSecond(3600.0);
    input.latencyInside = microseconds(1.0);
    const double inside = 7.0 * 1e-3 + 7.0 / 8.0 * 1e9 / 450e9 * 1e3;
    const double across = 127.0 * 5e-3 + 127.0 / 128.0 * 1.25e8 / 50e9 * 1e3;
    CHECK(milliseconds(input) == Approx(2.0 * (inside + across)));
    input.kind = Collective::AllGather;
    CHECK(milliseconds(input) == Approx(inside + across));
    // A domain of one is the plain ring.
    input.kind = Collective::AllReduce;
    input.ranksInside = 1;
    input.bandwidthInside = {};
    CHECK(milliseconds(input) == Approx(milliseconds(ring(1024, 1e9))));
}

TEST_CASE("One rank waits for nobody") {
    CollectiveInput input = ring(1, 1e9);
    input.bandwidth = {};
    for (const auto algorithm : {CollectiveAlgorithm::Ring, CollectiveAlgorithm::DoubleBinaryTree,
                                 CollectiveAlgorithm::Hierarchical}) {
        input.algorithm = algorithm;
        CHECK(milliseconds(input) == 0.0);
        CHECK(collectiveTime(input)->busBandwidth.si() == 0.0);
    }
}

TEST_CASE("Collectives that cannot be are refused") {
    const auto codeOf = [](const CollectiveInput& input) {
        const auto result = collectiveTime(input);
        return result ? ErrorCode::IoFailure : result.error().code;
    };
    CollectiveInput input = ring(0.0, 1.0);
    CHECK(codeOf(input) == ErrorCode::InvalidArgument);
    input = ring(2.5, 1.0);
    CHECK(codeOf(input) == ErrorCode::InvalidArgument);
    input = ring(4.0, std::numeric_limits<double>::quiet_NaN());
    CHECK(codeOf(input) == ErrorCode::InvalidArgument);
    input = ring(4.0, -1.0);
    CHECK(codeOf(input) == ErrorCode::InvalidArgument);
    input = ring(4.0, 1.0);
    input.bandwidth = {};
    CHECK(codeOf(input) == ErrorCode::InvalidArgument);
    input = ring(10.0, 1.0);
    input.algorithm = CollectiveAlgorithm::Hierarchical;
    input.ranksInside = 4.0;
    input.bandwidthInside = fiftyGigabytes;
    CHECK(codeOf(input) == ErrorCode::InvalidArgument);
    input = ring(4.0, 1.0);
    input.algorithm = CollectiveAlgorithm::Direct;
    CHECK(codeOf(input) == ErrorCode::Unsupported);
    input.kind = Collective::AllToAll;
    input.algorithm = CollectiveAlgorithm::Ring;
    CHECK(codeOf(input) == ErrorCode::Unsupported);
    input.kind = Collective::AllGather;
    input.algorithm = CollectiveAlgorithm::DoubleBinaryTree;
    CHECK(codeOf(input) == ErrorCode::Unsupported);
}
