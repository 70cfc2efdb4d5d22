// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <cstddef>
#include <map>
#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <vector>

namespace halltwin::tests {

/// Limits the threads to the second argument of the benchmark.
class Threads {
public:
    explicit Threads(const benchmark::State& state)
        : m_control(tbb::global_control::max_allowed_parallelism,
                    static_cast<std::size_t>(state.range(1))) {}

private:
    tbb::global_control m_control;
};

/// Best rate of the STREAM triad on as many threads, counted as STREAM does: what memory gives to
/// the kernels below.
inline double triadBytesPerSecond(int threads) {
    static std::map<int, double> known;
    if (known.contains(threads)) return known[threads];
    constexpr std::size_t count = std::size_t{1} << 25;
    constexpr int repetitions = 8;
    std::vector<float> a(count, 0.0F);
    const std::vector<float> b(count, 1.0F);
    const std::vector<float> c(count, 2.0F);
    double best = 0.0;
    for (int n = 0; n < repetitions; ++n) {
        const auto start = std::chrono::steady_clock::now();
        tbb::parallel_for(
            tbb::blocked_range<std::size_t>(0, count),
            [&](const tbb::blocked_range<std::size_t>& range) {
                for (std::size_t i = range.begin(); i < range.end(); ++i)
                    a[i] = b[i] + 3.0F * c[i];
            },
            tbb::static_partitioner());
        benchmark::ClobberMemory();
        const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
        best = std::max(best, 3.0 * sizeof(float) * count / time.count());
    }
    return known[threads] = best;
}

}  // namespace halltwin::tests
