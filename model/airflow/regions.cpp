// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/regions.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>

namespace halltwin::airflow {

namespace {

template <class T>
class Flood {
public:
    Flood(const CellBox& box, const FaceField<T>& conductance, std::vector<int>& label)
        : m_box(box),
          m_conductance(conductance),
          m_label(label) {}

    /// Labels all that can be reached from `start`; false when that is a cell without open faces.
    bool fill(std::size_t start, int label) {
        m_label[start] = label;
        m_queue.assign(1, start);
        for (std::size_t head = 0; head < m_queue.size(); ++head)
            visitNeighbours(m_queue[head], label);
        if (m_queue.size() > 1) return true;
        m_label[start] = -1;
        return false;
    }

private:
    void visitNeighbours(std::size_t cell, int label) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const std::size_t stride = m_box.stride(axis);
            if (m_conductance[axis][cell] > T(0)) visit(cell + stride, label);
            if (m_conductance[axis][cell - stride] > T(0)) visit(cell - stride, label);
        }
    }

    void visit(std::size_t cell, int label) {
        if (m_label[cell] >= 0) return;
        m_label[cell] = label;
        m_queue.push_back(cell);
    }

    const CellBox& m_box;
    const FaceField<T>& m_conductance;
    std::vector<int>& m_label;
    std::vector<std::size_t> m_queue;
};

/// Sum of a run in four lanes: additions do not have to wait for each other.
template <class T>
double sumOf(const std::vector<T>& values, const RegionRun& run) {
    double a = 0.0;
    double b = 0.0;
    double c = 0.0;
    double d = 0.0;
    std::size_t cell = run.begin;
    for (; cell + 4 <= run.end; cell += 4) {
        a += static_cast<double>(values[cell]);
        b += static_cast<double>(values[cell + 1]);
        c += static_cast<double>(values[cell + 2]);
        d += static_cast<double>(values[cell + 3]);
    }
    for (; cell < run.end; ++cell)
        a += static_cast<double>(values[cell]);
    return (a + b) + (c + d);
}

/// Calls `work(index, run)` for all runs, on several threads when there are many.
template <class Work>
void forRuns(const std::vector<RegionRun>& runs, const Work& work) {
    constexpr std::size_t worthThreads = 500;
    const auto part = [&](std::size_t begin, std::size_t end) {
        for (std::size_t n = begin; n < end; ++n)
            work(n, runs[n]);
    };
    if (runs.size() < worthThreads) return part(0, runs.size());
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, runs.size()),
        [&](const tbb::blocked_range<std::size_t>& range) { part(range.begin(), range.end()); },
        tbb::static_partitioner());
}

/// Adds the values of every region to its sum; in a fixed order for any number of threads.
template <class T>
void addRegionSums(const std::vector<RegionRun>& runs, const std::vector<T>& values,
                   std::vector<double>& sums) {
    std::vector<double> ofRun(runs.size());
    forRuns(runs, [&](std::size_t n, const RegionRun& run) { ofRun[n] = sumOf(values, run); });
    for (std::size_t n = 0; n < runs.size(); ++n)
        sums[runs[n].region] += ofRun[n];
}

void collectRuns(const CellBox& box, Regions& regions) {
    regions.cells.assign(static_cast<std::size_t>(regions.count), 0);
    for (std::size_t cell = 0; cell < box.size(); ++cell) {
        if (regions.label[cell] < 0) continue;
        const auto region = static_cast<std::size_t>(regions.label[cell]);
        ++regions.cells[region];
        if (!regions.runs.empty() && regions.runs.back().end == cell &&
            regions.runs.back().region == region)
            ++regions.runs.back().end;
        else
            regions.runs.push_back({cell, cell + 1, region});
    }
}

}  // namespace

template <class T>
Regions connectedRegions(const CellBox& box, const FaceField<T>& conductance) {
    Regions regions;
    regions.label.assign(box.size(), -1);
    Flood<T> flood(box, conductance, regions.label);
    forCells(box, [&](int i, int j, int k) {
        const std::size_t cell = box.at(i, j, k);
        if (regions.label[cell] < 0 && flood.fill(cell, regions.count)) ++regions.count;
    });
    collectRuns(box, regions);
    return regions;
}

template Regions connectedRegions(const CellBox&, const FaceField<float>&);
template Regions connectedRegions(const CellBox&, const FaceField<double>&);

template <class T>
void subtractMeans(const Regions& regions, std::vector<T>& values) {
    std::vector<double> mean(static_cast<std::size_t>(regions.count), 0.0);
    addRegionSums(regions.runs, values, mean);
    for (std::size_t region = 0; region < mean.size(); ++region)
        mean[region] /= static_cast<double>(regions.cells[region]);
    forRuns(regions.runs, [&](std::size_t, const RegionRun& run) {
        for (std::size_t cell = run.begin; cell < run.end; ++cell)
            values[cell] = static_cast<T>(static_cast<double>(values[cell]) - mean[run.region]);
    });
}

template void subtractMeans(const Regions&, std::vector<float>&);
template void subtractMeans(const Regions&, std::vector<double>&);

RegionCorrection::RegionCorrection(const CellBox& box, const Regions& regions) {
    constexpr std::size_t mostRegions = 200;
    const auto total = static_cast<std::size_t>(regions.count);
    std::vector<std::size_t> order(total);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return regions.cells[a] > regions.cells[b];
    });
    m_count = std::min(total, mostRegions);
    std::vector<std::size_t> kept(total, none);
    for (std::size_t n = 0; n < m_count; ++n)
        kept[order[n]] = n;
    for (const RegionRun& run : regions.runs)
        if (kept[run.region] != none) m_runs.push_back({run.begin, run.end, kept[run.region]});
    const auto regionOf = [&](std::size_t cell) {
        return regions.label[cell] < 0 ? none : kept[static_cast<std::size_t>(regions.label[cell])];
    };
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const std::size_t stride = box.stride(axis);
        for (std::size_t cell = 0; cell + stride < box.size(); ++cell)
            if (regionOf(cell) != regionOf(cell + stride))
                m_borders.push_back({axis, cell, regionOf(cell), regionOf(cell + stride)});
    }
    m_sums.assign(m_count, 0.0);
}

template <class T>
void RegionCorrection::build(const FaceField<T>& conductance) {
    m_factor.assign(m_count * m_count, 0.0);
    for (const Border& border : m_borders) {
        const auto c = static_cast<double>(conductance[border.axis][border.cell]);
        if (border.below != none) m_factor[border.below * (m_count + 1)] += c;
        if (border.above != none) m_factor[border.above * (m_count + 1)] += c;
        if (border.below != none && border.above != none)
            m_factor[std::max(border.below, border.above) * m_count +
                     std::min(border.below, border.above)] -= c;
    }
    groundIslands();
    factorise();
}

template void RegionCorrection::build(const FaceField<float>&);
template void RegionCorrection::build(const FaceField<double>&);

/// The first region of every group that hangs together keeps the value 0: the system would be
/// singular otherwise. Waiting for a vanishing pivot instead is not safe when leaks differ by many
/// orders of magnitude.
void RegionCorrection::groundIslands() {
    const std::size_t n = m_count;
    const auto coupled = [&](std::size_t a, std::size_t b) {
        return m_factor[std::max(a, b) * n + std::min(a, b)] != 0.0;
    };
    std::vector<std::size_t> waiting(n);
    std::iota(waiting.begin(), waiting.end(), std::size_t{0});
    std::vector<std::size_t> grounded;
    std::vector<std::size_t> reached;
    while (!waiting.empty()) {
        grounded.push_back(waiting.front());
        reached.assign(1, waiting.front());
        waiting.erase(waiting.begin());
        for (std::size_t head = 0; head < reached.size(); ++head) {
            const auto beside =
                std::stable_partition(waiting.begin(), waiting.end(), [&](std::size_t other) {
                    return !coupled(reached[head], other);
                });
            reached.insert(reached.end(), beside, waiting.end());
            waiting.erase(beside, waiting.end());
        }
    }
    for (const std::size_t region : grounded)
        for (std::size_t other = 0; other < n; ++other)
            m_factor[std::max(region, other) * n + std::min(region, other)] = 0.0;
}

void RegionCorrection::factorise() {
    constexpr double negligible = 1e-14;  // of the diagonal
    const std::size_t n = m_count;
    for (std::size_t row = 0; row < n; ++row) {
        double* self = &m_factor[row * n];
        const double diagonal = self[row];
        for (std::size_t column = 0; column < row; ++column) {
            const double* other = &m_factor[column * n];
            double value = self[column];
            for (std::size_t t = 0; t < column; ++t)
                value -= self[t] * other[t];
            self[column] = other[column] > 0.0 ? value / other[column] : 0.0;
            self[row] -= self[column] * self[column];
        }
        self[row] = self[row] > negligible * diagonal ? std::sqrt(self[row]) : 0.0;
    }
}

void RegionCorrection::solveSums() {
    const std::size_t n = m_count;
    for (std::size_t row = 0; row < n; ++row) {
        for (std::size_t t = 0; t < row; ++t)
            m_sums[row] -= m_factor[row * n + t] * m_sums[t];
        const double pivot = m_factor[row * (n + 1)];
        m_sums[row] = pivot > 0.0 ? m_sums[row] / pivot : 0.0;
    }
    for (std::size_t row = n; row-- > 0;) {
        for (std::size_t t = row + 1; t < n; ++t)
            m_sums[row] -= m_factor[t * n + row] * m_sums[t];
        const double pivot = m_factor[row * (n + 1)];
        m_sums[row] = pivot > 0.0 ? m_sums[row] / pivot : 0.0;
    }
}

template <class T>
void RegionCorrection::add(const std::vector<T>& residual, std::vector<T>& correction) {
    if (m_count < 2) return;
    std::fill(m_sums.begin(), m_sums.end(), 0.0);
    addRegionSums(m_runs, residual, m_sums);
    solveSums();
    forRuns(m_runs, [&](std::size_t, const RegionRun& run) {
        const T value = static_cast<T>(m_sums[run.region]);
        for (std::size_t cell = run.begin; cell < run.end; ++cell)
            correction[cell] += value;
    });
}

template void RegionCorrection::add(const std::vector<float>&, std::vector<float>&);
template void RegionCorrection::add(const std::vector<double>&, std::vector<double>&);

}  // namespace halltwin::airflow
