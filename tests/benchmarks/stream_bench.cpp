// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>
#include <cstddef>
#include <vector>

namespace {

/// The STREAM triad: a[i] = b[i] + q c[i] on arrays far larger than any cache, so its rate is the
/// memory bandwidth of one core.  The stencil sweeps of the solvers are limited by the same thing;
/// their bytes per second are read as a share of this figure.  Traffic is counted as STREAM does:
/// two reads and one write, the write-allocate read left out. Source: J. D. McCalpin, "Memory
/// Bandwidth and Machine Balance in Current High Performance Computers", 1995.
void streamTriad(benchmark::State& state) {
    const auto count = static_cast<std::size_t>(state.range(0));
    std::vector<double> a(count, 0.0);
    const std::vector<double> b(count, 1.0);
    const std::vector<double> c(count, 2.0);
    const double q = 3.0;
    for (auto iteration : state) {
        (void)iteration;
        for (std::size_t i = 0; i < count; ++i)
            a[i] = b[i] + q * c[i];
        benchmark::DoNotOptimize(a.data());
        benchmark::ClobberMemory();
    }
    state.SetBytesProcessed(state.iterations() * state.range(0) * 3 *
                            static_cast<std::int64_t>(sizeof(double)));
}

// 0.4 MB stays in the second-level cache; 0.8 GB does not fit any last-level cache of today.
BENCHMARK(streamTriad)->Arg(1 << 14)->Arg(1 << 25)->Unit(benchmark::kMicrosecond)->UseRealTime();

}  // namespace
