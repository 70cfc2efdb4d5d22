// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/diagram_layout.h"

#include "model/power/diagram_layers.h"
#include "model/power/diagram_places.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace halltwin::power {

namespace {

constexpr double wideAspect = 4.0;  ///< width / height beyond which rows move apart
constexpr double mostStretch = 2.5;

using Route = std::vector<DiagramPoint>;

/// Drops points that repeat the one before or stand within a straight run.
Route simplified(const Route& route) {
    Route kept;
    for (const DiagramPoint& point : route) {
        if (!kept.empty() && kept.back() == point) continue;
        const auto isStraight = [&](double DiagramPoint::*along) {
            const std::size_t n = kept.size();
            return n >= 2 && kept[n - 1].*along == point.*along &&
                   kept[n - 2].*along == point.*along;
        };
        if (isStraight(&DiagramPoint::x) || isStraight(&DiagramPoint::y)) kept.pop_back();
        kept.push_back(point);
    }
    if (kept.size() == 1) kept.push_back(kept.front());
    return kept;
}

class Drawing {
public:
    Drawing(const DiagramGraph& graph, const DiagramSizes& sizes)
        : m_graph(graph),
          m_sizes(sizes),
          m_gapDown(sizes.gapDown),
          m_diagram(layerDiagram(graph)) {
        orderRows(m_diagram);
        m_shapes = shapesOf(m_diagram, sizes);
        m_x = placeAcross(m_diagram, m_shapes, sizes);
        m_layout.crossings = countCrossings(m_diagram);
        m_layout.centres.resize(graph.nodes.size());
        m_layout.layers.assign(graph.nodes.size(), static_cast<int>(m_diagram.rows.size()));
        m_layout.routes.resize(graph.edges.size());
    }

    DiagramLayout make() {
        stretch();
        double y = 0.0;
        for (std::size_t row = 0; row < m_diagram.rows.size(); ++row) {
            m_rowTop.push_back(y);
            y += rowHeight(row);
            m_rowBottom.push_back(y);
            y += takeLanes(row, y);
        }
        placeNodes();
        placeStrays(m_diagram.rows.empty() ? 0.0 : m_rowBottom.back() + 3.0 * m_sizes.gapDown);
        for (std::size_t edge = 0; edge < m_graph.edges.size(); ++edge)
            m_layout.routes[edge] = routeOf(edge);
        return std::move(m_layout);
    }

private:
    /// What hangs under a unit: one line across, from which its lines go down.
    struct Bus {
        std::size_t unit = 0;
        double left = 0.0;
        double right = 0.0;
    };

    /// A very wide diagram gets more room between its rows, so that their lines are told apart when
    /// all of it is in sight.
    void stretch() {
        double width = 0.0;
        for (std::size_t unit = 0; unit < m_x.size(); ++unit)
            width = std::max(width, m_x[unit] + 0.5 * m_shapes[unit].width);
        double height = 0.0;
        for (std::size_t row = 0; row < m_diagram.rows.size(); ++row)
            height += rowHeight(row) + 2.0 * m_sizes.gapDown;
        if (height > 0.0) m_gapDown *= std::clamp(width / (wideAspect * height), 1.0, mostStretch);
    }

    [[nodiscard]] double rowHeight(std::size_t row) const {
        double height = m_sizes.nodeHeight;
        for (const std::size_t unit : m_diagram.rows[row])
            height = std::max(height, m_shapes[unit].height);
        return height;
    }

    [[nodiscard]] bool isBlock(std::size_t unit) const {
        return m_diagram.units[unit].members.size() > 1;
    }

    /// Number of a line among those of its side that enter the same unit, and how many they are,
    /// from the left.
    [[nodiscard]] std::pair<std::size_t, std::size_t> portOf(std::size_t line) const {
        const UnitLine& own = m_diagram.lines[line];
        std::size_t before = 0;
        const auto& all = m_diagram.linesAbove[own.below];
        for (const std::size_t other : all) {
            const UnitLine& each = m_diagram.lines[other];
            const auto keyOf = [&](const UnitLine& of, std::size_t index) {
                return std::tuple(of.feed, m_x[of.above], index);
            };
            if (keyOf(each, other) < keyOf(own, line)) ++before;
        }
        return {before, all.size()};
    }

    /// Where a line comes down on its unit; on a block, beside one of its columns.
    [[nodiscard]] double entryX(std::size_t line, std::size_t column) const {
        const UnitLine& own = m_diagram.lines[line];
        const auto [before, count] = portOf(line);
        const double middle = m_x[own.below];
        if (m_diagram.units[own.below].isBend()) return middle;
        if (!isBlock(own.below)) {
            const double pitch =
                std::min(3.0 * m_sizes.lane, m_sizes.nodeWidth / static_cast<double>(count + 1));
            return middle +
                   (static_cast<double>(before) - 0.5 * static_cast<double>(count - 1)) * pitch;
        }
        const UnitShape& shape = m_shapes[own.below];
        const double left =
            middle - 0.5 * shape.width + static_cast<double>(column) * shape.columnWidth();
        const double inset =
            own.feed == Feed::A
                ? static_cast<double>(before) * m_sizes.lane + m_sizes.lane
                : m_sizes.nodeWidth + static_cast<double>(before + 2) * m_sizes.lane;
        return left + inset;
    }

    /// Where a unit's lines leave at its foot: the middle, but straight above the entry of a single
    /// line that would only jog.
    [[nodiscard]] double exitX(std::size_t unit) const {
        const auto& lines = m_diagram.linesBelow[unit];
        if (lines.size() != 1 || m_diagram.units[unit].isBend()) return m_x[unit];
        const double entry = entryX(lines.front(), 0);
        return std::abs(entry - m_x[unit]) < 0.4 * m_sizes.nodeWidth ? entry : m_x[unit];
    }

    [[nodiscard]] Bus busOf(std::size_t unit) const {
        Bus bus{unit, exitX(unit), exitX(unit)};
        for (const std::size_t line : m_diagram.linesBelow[unit]) {
            for (const std::size_t column :
                 {std::size_t{0}, m_shapes[m_diagram.lines[line].below].columns - 1}) {
                bus.left = std::min(bus.left, entryX(line, column));
                bus.right = std::max(bus.right, entryX(line, column));
            }
        }
        return bus;
    }

    /// Gives every bus under a row a height of its own where it would run over another. Those that
    /// lead left go above those that lead right, the leftmost outermost: so they cross least.
    /// Returns the room that they take.
    double takeLanes(std::size_t row, double top) {
        m_laneY.resize(m_diagram.units.size(), top + m_gapDown);
        std::vector<Bus> leftward;
        std::vector<Bus> rightward;
        for (const std::size_t unit : m_diagram.rows[row]) {
            if (m_diagram.linesBelow[unit].empty()) continue;
            const Bus bus = busOf(unit);
            (bus.left + bus.right < 2.0 * m_x[unit] ? leftward : rightward).push_back(bus);
        }
        const std::size_t above = numberLanes(leftward);
        const std::size_t below = numberLanes(rightward);
        const auto yOf = [&](std::size_t lane) {
            return top + m_gapDown + static_cast<double>(lane) * m_sizes.lane;
        };
        for (const Bus& bus : leftward)
            m_laneY[bus.unit] = yOf(m_laneOf.at(bus.unit));
        for (const Bus& bus : rightward)
            m_laneY[bus.unit] = yOf(above + below - 1 - m_laneOf.at(bus.unit));
        return 2.0 * m_gapDown + static_cast<double>(above + below) * m_sizes.lane;
    }

    /// Lanes from the left end on, each bus on the first that is free.
    std::size_t numberLanes(std::vector<Bus>& buses) {
        std::stable_sort(buses.begin(), buses.end(),
                         [](const Bus& a, const Bus& b) { return a.left < b.left; });
        m_laneOf.resize(m_diagram.units.size(), 0);
        std::vector<double> ends;
        for (const Bus& bus : buses) {
            const auto free = std::find_if(ends.begin(), ends.end(), [&](double end) {
                return end + m_sizes.lane < bus.left;
            });
            m_laneOf[bus.unit] = static_cast<std::size_t>(free - ends.begin());
            if (free == ends.end()) {
                ends.push_back(bus.right);
            } else {
                *free = bus.right;
            }
        }
        return ends.size();
    }

    void placeNodes() {
        for (std::size_t unit = 0; unit < m_diagram.units.size(); ++unit) {
            const DiagramUnit& each = m_diagram.units[unit];
            const UnitShape& shape = m_shapes[unit];
            const double top = m_rowTop[static_cast<std::size_t>(each.layer)];
            m_layout.width = std::max(m_layout.width, m_x[unit] + 0.5 * shape.width);
            m_layout.height = std::max(m_layout.height, top + shape.height);
            for (std::size_t i = 0; i < each.members.size(); ++i) {
                const double column = static_cast<double>(i / shape.perColumn);
                const double down = static_cast<double>(i % shape.perColumn);
                const double middle =
                    0.5 * (shape.columnWidth() + shape.railsLeft - shape.railsRight);
                m_layout.layers[each.members[i]] = each.layer;
                m_layout.centres[each.members[i]] = {
                    m_x[unit] - 0.5 * shape.width + column * shape.columnWidth() + middle,
                    top + 0.5 * m_sizes.nodeHeight +
                        down * (m_sizes.nodeHeight + m_sizes.stackGap)};
            }
        }
    }

    void placeStrays(double top) {
        for (std::size_t i = 0; i < m_diagram.strays.size(); ++i) {
            const double across = static_cast<double>(i % m_sizes.strayRow);
            const double down = static_cast<double>(i / m_sizes.strayRow);
            const DiagramPoint centre{
                0.5 * m_sizes.nodeWidth + across * (m_sizes.nodeWidth + m_sizes.gapAcross),
                top + 0.5 * m_sizes.nodeHeight + down * (m_sizes.nodeHeight + m_sizes.stackGap)};
            m_layout.centres[m_diagram.strays[i]] = centre;
            m_layout.width = std::max(m_layout.width, centre.x + 0.5 * m_sizes.nodeWidth);
            m_layout.height = std::max(m_layout.height, centre.y + 0.5 * m_sizes.nodeHeight);
        }
    }

    [[nodiscard]] Route routeOf(std::size_t edge) const {
        const DiagramEdge& own = m_graph.edges[edge];
        const auto& path = m_diagram.pathOfEdge[edge];
        if (path.empty()) return {m_layout.centres[own.from], m_layout.centres[own.to]};
        const bool isTurned = m_diagram.isTurned[edge];
        const DiagramPoint start = m_layout.centres[isTurned ? own.to : own.from];
        const DiagramPoint end = m_layout.centres[isTurned ? own.from : own.to];
        Route route{
            {exitX(m_diagram.lines[path.front()].above), start.y + 0.5 * m_sizes.nodeHeight}};
        for (const std::size_t line : path) {
            const UnitLine& each = m_diagram.lines[line];
            const double x = entryX(line, columnOf(each.below, isTurned ? own.from : own.to));
            route.push_back({route.back().x, m_laneY[each.above]});
            route.push_back({x, m_laneY[each.above]});
        }
        if (isBlock(m_diagram.lines[path.back()].below)) {
            const double side = own.feed == Feed::A ? -0.5 : 0.5;
            route.push_back({route.back().x, end.y});
            route.push_back({end.x + side * m_sizes.nodeWidth, end.y});
        } else {
            route.push_back({route.back().x, end.y - 0.5 * m_sizes.nodeHeight});
        }
        if (isTurned) std::reverse(route.begin(), route.end());
        return simplified(route);
    }

    [[nodiscard]] std::size_t columnOf(std::size_t unit, std::size_t node) const {
        const auto& members = m_diagram.units[unit].members;
        const auto at = std::find(members.begin(), members.end(), node);
        if (at == members.end()) return 0;
        return static_cast<std::size_t>(at - members.begin()) / m_shapes[unit].perColumn;
    }

    const DiagramGraph& m_graph;
    const DiagramSizes& m_sizes;
    double m_gapDown;
    LayeredDiagram m_diagram;
    std::vector<UnitShape> m_shapes;
    std::vector<double> m_x;  ///< middle of every unit
    std::vector<double> m_rowTop;
    std::vector<double> m_rowBottom;
    std::vector<std::size_t> m_laneOf;
    std::vector<double> m_laneY;  ///< of the line across under every unit
    DiagramLayout m_layout;
};

}  // namespace

DiagramLayout layOut(const DiagramGraph& graph, const DiagramSizes& sizes) {
    return Drawing(graph, sizes).make();
}

}  // namespace halltwin::power
