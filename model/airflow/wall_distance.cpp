// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/airflow/wall_distance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace halltwin::airflow {

namespace {

constexpr float far = std::numeric_limits<float>::max();

/// Smallest distance with |∇d| = 1 from the nearest neighbours (value, spacing) of up to three axes.
float eikonal(std::array<std::array<float, 2>, 3> nearest) {
    std::sort(nearest.begin(), nearest.end());
    float result = nearest[0][0] + nearest[0][1];
    double a = 0.0;
    double b = 0.0;
    double c = -1.0;
    for (std::size_t n = 0; n < 3 && nearest[n][0] < result; ++n) {
        const double weight = 1.0 / (static_cast<double>(nearest[n][1]) * nearest[n][1]);
        const double value = nearest[n][0];
        a += weight;
        b += weight * value;
        c += weight * value * value;
        const double root = std::sqrt(std::max(0.0, b * b - a * c));
        result = static_cast<float>((b + root) / a);
    }
    return result;
}

class Sweeper {
public:
    Sweeper(const AirSpace& space, Field& distance) : m_space(space), m_distance(distance) {}

    void start() {
        const CellBox& box = m_space.box;
        forCells(box, [&](int i, int j, int k) {
            const std::size_t c = box.at(i, j, k);
            if (!m_space.air[c]) return;
            const std::array<int, 3> position{i, j, k};
            float nearest = far;
            for (std::size_t d = 0; d < 3; ++d) {
                const bool walled = m_space.open[d][c] == 0.0F ||
                                    m_space.open[d][c - box.stride(d)] == 0.0F;
                const bool slips = (position[d] == 0 && m_space.sides[2 * d].slips) ||
                                   (position[d] + 1 == box.cells(d) &&
                                    m_space.sides[2 * d + 1].slips);
                if (walled && !slips)
                    nearest = std::min(nearest, 0.5F * m_space.metric.axes[d].widthOf(position[d]));
            }
            m_distance[c] = nearest;
        });
    }

    void sweep(int directions) {
        const CellBox& box = m_space.box;
        for (int kk = 0; kk < box.nz; ++kk)
            for (int jj = 0; jj < box.ny; ++jj)
                for (int ii = 0; ii < box.nx; ++ii)
                    visit((directions & 1) != 0 ? box.nx - 1 - ii : ii,
                          (directions & 2) != 0 ? box.ny - 1 - jj : jj,
                          (directions & 4) != 0 ? box.nz - 1 - kk : kk);
    }

private:
    void visit(int i, int j, int k) {
        const CellBox& box = m_space.box;
        const std::size_t c = box.at(i, j, k);
        if (!m_space.air[c]) return;
        const std::array<int, 3> position{i, j, k};
        std::array<std::array<float, 2>, 3> nearest;
        for (std::size_t d = 0; d < 3; ++d) {
            const std::size_t s = box.stride(d);
            const AxisMetric& axis = m_space.metric.axes[d];
            const float low = m_space.open[d][c - s] > 0.0F ? m_distance[c - s] : far;
            const float high = m_space.open[d][c] > 0.0F ? m_distance[c + s] : far;
            const int neighbour = low <= high ? position[d] - 1 : position[d];
            nearest[d] = {std::min(low, high), 1.0F / axis.inverseDistanceAfter(neighbour)};
        }
        const float closest = std::min({nearest[0][0], nearest[1][0], nearest[2][0]});
        if (closest < far) m_distance[c] = std::min(m_distance[c], eikonal(nearest));
    }

    const AirSpace& m_space;
    Field& m_distance;
};

}  // namespace

Field wallDistance(const AirSpace& space) {
    Field distance(space.box);
    Sweeper sweeper(space, distance);
    sweeper.start();
    for (int directions = 0; directions < 8; ++directions)
        sweeper.sweep(directions);
    double diagonal = 0.0;
    for (std::size_t d = 0; d < 3; ++d) {
        double length = 0.0;
        for (int n = 0; n < space.box.cells(d); ++n)
            length += space.metric.axes[d].widthOf(n);
        diagonal += length * length;
    }
    for (std::size_t c = 0; c < distance.size(); ++c)
        distance[c] = std::min(distance[c], static_cast<float>(std::sqrt(diagonal)));
    return distance;
}

}  // namespace halltwin::airflow
