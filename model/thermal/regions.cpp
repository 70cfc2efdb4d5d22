// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/regions.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace halltwin::thermal {

namespace {

class Flood {
public:
    Flood(const CellBox& box, const FaceField<double>& conductance, std::vector<int>& label)
        : m_box(box), m_conductance(conductance), m_label(label) {}

    /// Labels all that can be reached from `start`; false when that is a cell without open faces.
    bool fill(std::size_t start, int label) {
        m_label[start] = label;
        m_queue.assign(1, start);
        for (std::size_t head = 0; head < m_queue.size(); ++head)
            visitNeighbours(m_queue[head], label);
        if (m_queue.size() > 1)
            return true;
        m_label[start] = -1;
        return false;
    }

private:
    void visitNeighbours(std::size_t cell, int label) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const std::size_t stride = m_box.stride(axis);
            if (m_conductance[axis][cell] > 0.0)
                visit(cell + stride, label);
            if (m_conductance[axis][cell - stride] > 0.0)
                visit(cell - stride, label);
        }
    }

    void visit(std::size_t cell, int label) {
        if (m_label[cell] >= 0)
            return;
        m_label[cell] = label;
        m_queue.push_back(cell);
    }

    const CellBox& m_box;
    const FaceField<double>& m_conductance;
    std::vector<int>& m_label;
    std::vector<std::size_t> m_queue;
};

}  // namespace

Regions connectedRegions(const CellBox& box, const FaceField<double>& conductance) {
    Regions regions;
    regions.label.assign(box.size(), -1);
    Flood flood(box, conductance, regions.label);
    for (int k = 0; k < box.nz; ++k)
        for (int j = 0; j < box.ny; ++j)
            for (int i = 0; i < box.nx; ++i) {
                const std::size_t cell = box.at(i, j, k);
                if (regions.label[cell] < 0 && flood.fill(cell, regions.count))
                    ++regions.count;
            }
    return regions;
}

void subtractMeans(const Regions& regions, std::vector<double>& values) {
    const auto count = static_cast<std::size_t>(regions.count);
    std::vector<double> sum(count, 0.0);
    std::vector<double> cells(count, 0.0);
    for (std::size_t cell = 0; cell < values.size(); ++cell)
        if (regions.label[cell] >= 0) {
            sum[static_cast<std::size_t>(regions.label[cell])] += values[cell];
            cells[static_cast<std::size_t>(regions.label[cell])] += 1.0;
        }
    for (std::size_t region = 0; region < count; ++region)
        sum[region] /= cells[region];
    for (std::size_t cell = 0; cell < values.size(); ++cell)
        if (regions.label[cell] >= 0)
            values[cell] -= sum[static_cast<std::size_t>(regions.label[cell])];
}

void RegionCorrection::keepLargest(const Regions& regions) {
    constexpr std::size_t mostRegions = 200;
    const auto total = static_cast<std::size_t>(regions.count);
    std::vector<std::size_t> cells(total, 0);
    for (const int label : regions.label)
        if (label >= 0)
            ++cells[static_cast<std::size_t>(label)];
    std::vector<std::size_t> order(total);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return cells[a] > cells[b]; });
    m_count = std::min(total, mostRegions);
    std::vector<int> kept(total, -1);
    for (std::size_t n = 0; n < m_count; ++n)
        kept[order[n]] = static_cast<int>(n);
    m_region.assign(regions.label.size(), -1);
    for (std::size_t cell = 0; cell < m_region.size(); ++cell)
        if (regions.label[cell] >= 0)
            m_region[cell] = kept[static_cast<std::size_t>(regions.label[cell])];
}

void RegionCorrection::build(const CellBox& box, const Regions& regions,
                             const FaceField<double>& conductance) {
    keepLargest(regions);
    m_factor.assign(m_count * m_count, 0.0);
    m_sums.assign(m_count, 0.0);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const std::size_t stride = box.stride(axis);
        for (std::size_t cell = 0; cell + stride < m_region.size(); ++cell) {
            const double c = conductance[axis][cell];
            const int a = m_region[cell];
            const int b = m_region[cell + stride];
            if (c <= 0.0 || a == b)
                continue;
            if (a >= 0)
                m_factor[static_cast<std::size_t>(a) * (m_count + 1)] += c;
            if (b >= 0)
                m_factor[static_cast<std::size_t>(b) * (m_count + 1)] += c;
            if (a >= 0 && b >= 0)
                m_factor[static_cast<std::size_t>(std::max(a, b)) * m_count +
                         static_cast<std::size_t>(std::min(a, b))] -= c;
        }
    }
    groundIslands();
    factorise();
}

/// The first region of every group that hangs together keeps the value 0: the system would be singular otherwise.
/// Waiting for a vanishing pivot instead is not safe when leaks differ by many orders of magnitude.
void RegionCorrection::groundIslands() {
    const std::size_t n = m_count;
    const auto coupled = [&](std::size_t a, std::size_t b) {
        return m_factor[std::max(a, b) * n + std::min(a, b)] != 0.0;
    };
    std::vector<char> reached(n, 0);
    std::vector<std::size_t> queue;
    std::vector<std::size_t> grounded;
    for (std::size_t first = 0; first < n; ++first) {
        if (reached[first] != 0)
            continue;
        grounded.push_back(first);
        reached[first] = 1;
        queue.assign(1, first);
        for (std::size_t head = 0; head < queue.size(); ++head)
            for (std::size_t other = 0; other < n; ++other)
                if (reached[other] == 0 && coupled(queue[head], other)) {
                    reached[other] = 1;
                    queue.push_back(other);
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

void RegionCorrection::add(const std::vector<double>& residual, std::vector<double>& correction) {
    if (m_count < 2)
        return;
    std::fill(m_sums.begin(), m_sums.end(), 0.0);
    for (std::size_t cell = 0; cell < residual.size(); ++cell)
        if (m_region[cell] >= 0)
            m_sums[static_cast<std::size_t>(m_region[cell])] += residual[cell];
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
    for (std::size_t cell = 0; cell < correction.size(); ++cell)
        if (m_region[cell] >= 0)
            correction[cell] += m_sums[static_cast<std::size_t>(m_region[cell])];
}

}  // namespace halltwin::thermal
