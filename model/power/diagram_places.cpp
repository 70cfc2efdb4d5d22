// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/diagram_places.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace halltwin::power {

namespace {

constexpr int passes = 12;
constexpr double bendWeight = 3.0;  ///< straight lines are worth more than centred symbols

UnitShape shapeOf(const LayeredDiagram& diagram, std::size_t unit, const DiagramSizes& sizes) {
    const std::size_t members = diagram.units[unit].members.size();
    if (members == 0) return {sizes.lane, sizes.nodeHeight};
    if (members == 1) return {sizes.nodeWidth, sizes.nodeHeight};
    UnitShape shape;
    const double square = std::ceil(std::sqrt(2.0 * static_cast<double>(members)));
    shape.perColumn = std::min(members, std::max(sizes.stackOf, static_cast<std::size_t>(square)));
    shape.columns = (members + shape.perColumn - 1) / shape.perColumn;
    for (const std::size_t line : diagram.linesAbove[unit]) {
        const bool isA = diagram.lines[line].feed == Feed::A;
        (isA ? shape.railsLeft : shape.railsRight) += sizes.lane;
    }
    shape.width = static_cast<double>(shape.columns) *
                  (sizes.nodeWidth + shape.railsLeft + shape.railsRight + 2.0 * sizes.lane);
    shape.height =
        static_cast<double>(shape.perColumn) * (sizes.nodeHeight + sizes.stackGap) - sizes.stackGap;
    return shape;
}

/// Least-squares places in a fixed order with least distances: pooling of neighbours that would
/// pass each other (Barlow et al., Statistical Inference under Order Restrictions, 1972).
class RowFit {
public:
    void add(double wanted, double weight, double offset) {
        m_offsets.push_back(offset);
        Pool pool{(wanted - offset) * weight, weight, 1};
        while (!m_pools.empty() && m_pools.back().mean() >= pool.mean()) {
            pool.sum += m_pools.back().sum;
            pool.weight += m_pools.back().weight;
            pool.count += m_pools.back().count;
            m_pools.pop_back();
        }
        m_pools.push_back(pool);
    }

    [[nodiscard]] std::vector<double> places() const {
        std::vector<double> result;
        result.reserve(m_offsets.size());
        for (const Pool& pool : m_pools) {
            for (std::size_t i = 0; i < pool.count; ++i)
                result.push_back(pool.mean() + m_offsets[result.size()]);
        }
        return result;
    }

private:
    struct Pool {
        double sum = 0.0;
        double weight = 0.0;
        std::size_t count = 0;

        [[nodiscard]] double mean() const { return sum / weight; }
    };

    std::vector<Pool> m_pools;
    std::vector<double> m_offsets;
};

class Placing {
public:
    Placing(const LayeredDiagram& diagram, const std::vector<UnitShape>& shapes,
            const DiagramSizes& sizes)
        : m_diagram(diagram),
          m_shapes(shapes),
          m_sizes(sizes),
          m_x(diagram.units.size(), 0.0) {}

    std::vector<double> place() {
        const std::size_t rows = m_diagram.rows.size();
        for (std::size_t row = 0; row < rows; ++row)
            fit(row, Look::Nowhere);
        for (int pass = 0; pass < passes; ++pass) {
            const bool isLate = pass >= passes / 2;
            for (std::size_t row = 0; row < rows; ++row)
                fit(row, isLate ? Look::Both : Look::Above);
            for (std::size_t row = rows; row-- > 0;)
                fit(row, isLate ? Look::Both : Look::Below);
        }
        double left = std::numeric_limits<double>::max();
        for (std::size_t unit = 0; unit < m_x.size(); ++unit)
            left = std::min(left, m_x[unit] - 0.5 * m_shapes[unit].width);
        for (double& x : m_x)
            x -= left;
        return std::move(m_x);
    }

private:
    enum class Look { Nowhere, Above, Below, Both };

    [[nodiscard]] double distance(std::size_t left, std::size_t right) const {
        const double half = 0.5 * (m_shapes[left].width + m_shapes[right].width);
        const bool areBends = m_diagram.units[left].isBend() && m_diagram.units[right].isBend();
        return half + (areBends ? 0.5 * m_sizes.lane : m_sizes.gapAcross);
    }

    [[nodiscard]] double wanted(std::size_t unit, Look look) const {
        double sum = 0.0;
        std::size_t count = 0;
        if (look == Look::Above || look == Look::Both) {
            for (const std::size_t line : m_diagram.linesAbove[unit])
                sum += m_x[m_diagram.lines[line].above];
            count += m_diagram.linesAbove[unit].size();
        }
        if (look == Look::Below || look == Look::Both) {
            for (const std::size_t line : m_diagram.linesBelow[unit])
                sum += m_x[m_diagram.lines[line].below];
            count += m_diagram.linesBelow[unit].size();
        }
        return count == 0 ? m_x[unit] : sum / static_cast<double>(count);
    }

    void fit(std::size_t index, Look look) {
        const auto& row = m_diagram.rows[index];
        RowFit fitted;
        double offset = 0.0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) offset += distance(row[i - 1], row[i]);
            const double weight = m_diagram.units[row[i]].isBend() ? bendWeight : 1.0;
            fitted.add(wanted(row[i], look), weight, offset);
        }
        const std::vector<double> places = fitted.places();
        for (std::size_t i = 0; i < row.size(); ++i)
            m_x[row[i]] = places[i];
    }

    const LayeredDiagram& m_diagram;
    const std::vector<UnitShape>& m_shapes;
    const DiagramSizes& m_sizes;
    std::vector<double> m_x;
};

}  // namespace

std::vector<UnitShape> shapesOf(const LayeredDiagram& diagram, const DiagramSizes& sizes) {
    std::vector<UnitShape> shapes;
    shapes.reserve(diagram.units.size());
    for (std::size_t unit = 0; unit < diagram.units.size(); ++unit)
        shapes.push_back(shapeOf(diagram, unit, sizes));
    return shapes;
}

std::vector<double> placeAcross(const LayeredDiagram& diagram, const std::vector<UnitShape>& shapes,
                                const DiagramSizes& sizes) {
    return Placing(diagram, shapes, sizes).place();
}

}  // namespace halltwin::power
