// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/diagram_layers.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace halltwin::power {

namespace {

double signOf(Feed feed) {
    return feed == Feed::A ? -1.0 : 1.0;
}

/// Makes the rows in steps; each fills its part of the diagram.
class Layering {
public:
    explicit Layering(const DiagramGraph& graph)
        : m_graph(graph),
          m_out(graph.nodes.size()),
          m_in(graph.nodes.size()) {
        for (std::size_t edge = 0; edge < graph.edges.size(); ++edge) {
            if (graph.edges[edge].from == graph.edges[edge].to) continue;
            m_out[graph.edges[edge].from].push_back(edge);
            m_in[graph.edges[edge].to].push_back(edge);
        }
    }

    LayeredDiagram make() {
        openCircles();
        makeUnits();
        makeLines();
        makeLayers();
        cutLines();
        fillNeighbours();
        fillSides();
        fillRows();
        return std::move(m_diagram);
    }

private:
    /// A line between units that may pass rows.
    struct WholeLine {
        std::size_t above = 0;
        std::size_t below = 0;
        Feed feed = Feed::A;
        std::vector<std::size_t> edges;
    };

    /// Turns the edges that close a circle in a search from what nothing feeds.
    void openCircles() {
        m_diagram.isTurned.assign(m_graph.edges.size(), false);
        std::vector<int> state(m_graph.nodes.size(), 0);  // 1 on the path, 2 done
        const auto visit = [&](std::size_t root) {
            if (state[root] != 0) return;
            std::vector<std::pair<std::size_t, std::size_t>> path{{root, 0}};
            state[root] = 1;
            while (!path.empty()) {
                auto& [node, next] = path.back();
                if (next == m_out[node].size()) {
                    state[node] = 2;
                    path.pop_back();
                    continue;
                }
                const std::size_t edge = m_out[node][next++];
                const std::size_t to = m_graph.edges[edge].to;
                if (state[to] == 1) m_diagram.isTurned[edge] = true;
                if (state[to] != 0) continue;
                state[to] = 1;
                path.emplace_back(to, 0);
            }
        };
        for (std::size_t node = 0; node < m_graph.nodes.size(); ++node) {
            if (m_in[node].empty()) visit(node);
        }
        for (std::size_t node = 0; node < m_graph.nodes.size(); ++node)
            visit(node);
    }

    /// A unit for each symbol, one for all loads on the same parents.
    void makeUnits() {
        std::map<std::vector<std::pair<std::size_t, Feed>>, std::size_t> blocks;
        m_diagram.unitOfNode.assign(m_graph.nodes.size(), noNode);
        for (std::size_t node = 0; node < m_graph.nodes.size(); ++node) {
            if (m_in[node].empty() && m_out[node].empty()) {
                m_diagram.strays.push_back(node);
                continue;
            }
            std::size_t unit = m_diagram.units.size();
            if (m_graph.nodes[node].isLoad && m_out[node].empty()) {
                std::vector<std::pair<std::size_t, Feed>> parents;
                for (const std::size_t edge : m_in[node])
                    parents.emplace_back(m_graph.edges[edge].from, m_graph.edges[edge].feed);
                unit = blocks.try_emplace(std::move(parents), unit).first->second;
            }
            if (unit == m_diagram.units.size()) m_diagram.units.emplace_back();
            m_diagram.units[unit].members.push_back(node);
            m_diagram.unitOfNode[node] = unit;
        }
    }

    void makeLines() {
        std::map<std::tuple<std::size_t, std::size_t, Feed>, std::size_t> known;
        for (std::size_t edge = 0; edge < m_graph.edges.size(); ++edge) {
            const DiagramEdge& each = m_graph.edges[edge];
            if (each.from == each.to) continue;
            std::size_t above = m_diagram.unitOfNode[each.from];
            std::size_t below = m_diagram.unitOfNode[each.to];
            if (m_diagram.isTurned[edge]) std::swap(above, below);
            const auto [at, isNew] = known.try_emplace({above, below, each.feed}, m_whole.size());
            if (isNew) m_whole.push_back({above, below, each.feed, {}});
            m_whole[at->second].edges.push_back(edge);
        }
    }

    /// Longest paths down; then what nothing feeds comes down to just above what it feeds.
    void makeLayers() {
        std::vector<std::vector<std::size_t>> below(m_diagram.units.size());
        std::vector<std::size_t> open(m_diagram.units.size(), 0);
        for (const WholeLine& line : m_whole) {
            below[line.above].push_back(line.below);
            ++open[line.below];
        }
        std::vector<std::size_t> ready;
        for (std::size_t unit = 0; unit < open.size(); ++unit) {
            if (open[unit] == 0) ready.push_back(unit);
        }
        const std::vector<std::size_t> roots = ready;
        for (std::size_t at = 0; at < ready.size(); ++at) {
            for (const std::size_t next : below[ready[at]]) {
                m_diagram.units[next].layer =
                    std::max(m_diagram.units[next].layer, m_diagram.units[ready[at]].layer + 1);
                if (--open[next] == 0) ready.push_back(next);
            }
        }
        for (const std::size_t root : roots) {
            int highest = m_diagram.units[below[root].front()].layer;
            for (const std::size_t next : below[root])
                highest = std::min(highest, m_diagram.units[next].layer);
            m_diagram.units[root].layer = highest - 1;
        }
        lowerBlocks(below);
    }

    /// A tall block of loads in a middle row would push all rows below it down.
    void lowerBlocks(const std::vector<std::vector<std::size_t>>& below) {
        int last = 0;
        for (const DiagramUnit& unit : m_diagram.units)
            last = std::max(last, unit.layer);
        for (std::size_t unit = 0; unit < m_diagram.units.size(); ++unit) {
            if (below[unit].empty() && m_diagram.units[unit].members.size() > 1)
                m_diagram.units[unit].layer = last;
        }
    }

    /// A bend in every row that a line passes.
    void cutLines() {
        m_diagram.pathOfEdge.resize(m_graph.edges.size());
        for (const WholeLine& line : m_whole) {
            std::vector<std::size_t> path;
            std::size_t above = line.above;
            const int last = m_diagram.units[line.below].layer;
            for (int layer = m_diagram.units[above].layer + 1; layer <= last; ++layer) {
                std::size_t below = line.below;
                if (layer < last) {
                    below = m_diagram.units.size();
                    m_diagram.units.push_back({{}, layer, signOf(line.feed)});
                }
                path.push_back(m_diagram.lines.size());
                m_diagram.lines.push_back({above, below, line.feed});
                above = below;
            }
            for (const std::size_t edge : line.edges)
                m_diagram.pathOfEdge[edge] = path;
        }
    }

    void fillNeighbours() {
        m_diagram.linesAbove.resize(m_diagram.units.size());
        m_diagram.linesBelow.resize(m_diagram.units.size());
        for (std::size_t line = 0; line < m_diagram.lines.size(); ++line) {
            m_diagram.linesAbove[m_diagram.lines[line].below].push_back(line);
            m_diagram.linesBelow[m_diagram.lines[line].above].push_back(line);
        }
    }

    void fillSides() {
        for (std::size_t unit = 0; unit < m_diagram.units.size(); ++unit) {
            const auto& above = m_diagram.linesAbove[unit];
            const auto& lines = above.empty() ? m_diagram.linesBelow[unit] : above;
            double sum = 0.0;
            for (const std::size_t line : lines)
                sum += signOf(m_diagram.lines[line].feed);
            m_diagram.units[unit].side = sum / static_cast<double>(lines.size());
        }
    }

    void fillRows() {
        int last = -1;
        for (const DiagramUnit& unit : m_diagram.units)
            last = std::max(last, unit.layer);
        m_diagram.rows.resize(static_cast<std::size_t>(last + 1));
        for (const std::size_t unit : unitsAsMet())
            m_diagram.rows[static_cast<std::size_t>(m_diagram.units[unit].layer)].push_back(unit);
        for (auto& row : m_diagram.rows) {
            std::stable_sort(row.begin(), row.end(), [this](std::size_t a, std::size_t b) {
                return m_diagram.units[a].side < m_diagram.units[b].side;
            });
        }
    }

    /// All units, each when a search from the sources first meets it.
    [[nodiscard]] std::vector<std::size_t> unitsAsMet() const {
        std::vector<std::size_t> met;
        std::vector<bool> seen(m_diagram.units.size(), false);
        std::vector<std::size_t> open;
        for (std::size_t root = 0; root < m_diagram.units.size(); ++root) {
            if (m_diagram.linesAbove[root].empty()) open.push_back(root);
        }
        std::reverse(open.begin(), open.end());
        while (!open.empty()) {
            const std::size_t unit = open.back();
            open.pop_back();
            if (seen[unit]) continue;
            seen[unit] = true;
            met.push_back(unit);
            const auto& lines = m_diagram.linesBelow[unit];
            for (auto line = lines.rbegin(); line != lines.rend(); ++line)
                open.push_back(m_diagram.lines[*line].below);
        }
        return met;
    }

    const DiagramGraph& m_graph;
    std::vector<std::vector<std::size_t>> m_out;  ///< edges, by node
    std::vector<std::vector<std::size_t>> m_in;
    std::vector<WholeLine> m_whole;
    LayeredDiagram m_diagram;
};

}  // namespace

LayeredDiagram layerDiagram(const DiagramGraph& graph) {
    return Layering(graph).make();
}

}  // namespace halltwin::power
