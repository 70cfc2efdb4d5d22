// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/plane_sweep.h"

#include <algorithm>
#include <numeric>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

namespace halltwin::airflow {

namespace {

constexpr int cellsWorthSlab = 8000;  // below this, waking a thread costs more than it saves

int slabCount(const CellBox& box, int planes, int totalReach) {
    const int threads = tbb::this_task_arena::max_concurrency();
    const int byWork = static_cast<int>(box.interior() / cellsWorthSlab);
    const int byThickness = planes / (2 * totalReach + 2);
    return std::max(1, std::min({threads, byWork, byThickness}));
}

}  // namespace

PlaneSweep::PlaneSweep(const CellBox& box, std::span<const int> reach)
    : m_reach(reach),
      m_planes(Planes(box).planes),
      m_slabs(slabCount(box, m_planes, std::reduce(reach.begin(), reach.end()))) {}

int PlaneSweep::slabStart(int slab) const {
    return static_cast<int>(static_cast<long long>(m_planes) * slab / m_slabs);
}

void PlaneSweep::run(const Work& work) const {
    if (m_slabs == 1) return runSlab(0, work);
    tbb::parallel_for(
        0, m_slabs, [&](int slab) { runSlab(slab, work); }, tbb::static_partitioner());
    if (m_slabs == 2) return fillGap(1, work);
    tbb::parallel_for(
        1, m_slabs, [&](int slab) { fillGap(slab, work); }, tbb::static_partitioner());
}

void PlaneSweep::runSlab(int slab, const Work& work) const {
    const int begin = slabStart(slab);
    const int end = slabStart(slab + 1);
    const bool first = slab == 0;
    const bool last = slab + 1 == m_slabs;
    const int total = std::reduce(m_reach.begin(), m_reach.end());
    for (int front = begin; front < end + total; ++front) {
        int lag = 0;
        for (std::size_t pass = 0; pass < m_reach.size(); ++pass) {
            lag += m_reach[pass];
            const int plane = front - lag;
            if (plane >= begin + (first ? 0 : lag) && plane < end - (last ? 0 : lag))
                work(static_cast<int>(pass), plane);
        }
    }
}

/// The planes on either side of the start of a slab that had to wait for both slabs.
void PlaneSweep::fillGap(int slab, const Work& work) const {
    const int middle = slabStart(slab);
    int lag = 0;
    for (std::size_t pass = 0; pass < m_reach.size(); ++pass) {
        lag += m_reach[pass];
        for (int plane = middle - lag; plane < middle + lag; ++plane)
            work(static_cast<int>(pass), plane);
    }
}

}  // namespace halltwin::airflow
