// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/plane_sweep.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <tbb/task_arena.h>
#include <vector>

using namespace halltwin::airflow;

namespace {

/// Runs a sweep and counts what was done before what it needs, and what was not done just once.
int violations(const CellBox& box, std::span<const int> reach, int threads) {
    const int planes = Planes(box).planes;
    std::vector<std::atomic<int>> done(static_cast<std::size_t>(planes) * reach.size());
    const auto at = [&](std::size_t pass, int plane) -> std::atomic<int>& {
        return done[pass * static_cast<std::size_t>(planes) + static_cast<std::size_t>(plane)];
    };
    std::atomic<int> wrong = 0;
    tbb::task_arena arena(threads);
    arena.execute([&] {
        PlaneSweep(box, reach).run([&](int pass, int plane) {
            const auto step = static_cast<std::size_t>(pass);
            const int first = std::max(0, plane - reach[step]);
            const int last = std::min(planes - 1, plane + reach[step]);
            for (int other = first; step > 0 && other <= last; ++other)
                if (at(step - 1, other) != 1) ++wrong;
            ++at(step, plane);
        });
    });
    for (const std::atomic<int>& count : done)
        if (count != 1) ++wrong;
    return wrong;
}

}  // namespace

TEST_CASE("Planes are stacked along the longer of y and z") {
    CHECK(Planes(CellBox{10, 30, 20}).planes == 30);
    CHECK(Planes(CellBox{10, 30, 20}).planeAxis == 1);
    CHECK(Planes(CellBox{10, 20, 30}).planes == 30);
    CHECK(Planes(CellBox{10, 20, 30}).lines == 20);
    const CellBox box{4, 6, 5};
    CHECK(Planes(box).at(box, 2, 3) == box.at(0, 3, 2));
}

TEST_CASE("No pass runs before the one it builds on, with any number of threads") {
    constexpr std::array<int, 6> reach{0, 1, 1, 1, 1, 2};
    for (const int threads : {1, 2, 3, 8})
        for (const int planes : {1, 5, 40, 43, 117}) {
            INFO(threads << " threads, " << planes << " planes");
            CHECK(violations(CellBox{100, planes, 40}, reach, threads) == 0);
            CHECK(violations(CellBox{100, 40, planes}, reach, threads) == 0);
        }
}

TEST_CASE("A single pass runs once over every plane") {
    constexpr std::array<int, 1> reach{0};
    CHECK(violations(CellBox{50, 60, 50}, reach, 4) == 0);
}
