// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/sankey.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace halltwin::power {

namespace {

/// How often the way to an element has come to a kind: boards, UPS, boards again.
using Runs = std::array<int, itemKindCount>;
using Key = std::tuple<bool, ItemKind, int>;

class Summing {
public:
    Summing(const ChainInput& input, const ChainResult& result, const LoadKind& kindOf)
        : m_input(input),
          m_result(result),
          m_kindOf(kindOf) {}

    Sankey sum() {
        countRuns();
        for (std::size_t i = 0; i < m_input.elements.size(); ++i)
            addElement(i);
        for (const LoadResult& load : m_result.loads)
            addLoad(load);
        for (const LinkResult& link : m_result.links)
            addLink(link);
        for (const auto& [ends, power] : m_bands)
            m_sankey.bands.push_back({ends.first, ends.second, power});
        addSources();
        placeColumns();
        sortByColumn();
        return std::move(m_sankey);
    }

private:
    /// From the sources down, each element once all above it are known. Living cords form no
    /// circle.
    void countRuns() {
        std::unordered_map<ItemId, std::vector<ItemId>> below;
        std::unordered_map<ItemId, int> waiting;
        for (const Element& element : m_input.elements) {
            m_kinds.emplace(element.id, element.kind);
            waiting[element.id] = 0;
        }
        for (const LinkResult& link : m_result.links) {
            if (!link.living || !m_kinds.contains(link.to)) continue;
            below[link.from].push_back(link.to);
            ++waiting[link.to];
        }
        std::vector<ItemId> ready;
        for (const Element& element : m_input.elements) {
            if (waiting[element.id] > 0) continue;
            m_runs[element.id][index(element.kind)] = 1;
            ready.push_back(element.id);
        }
        for (std::size_t at = 0; at < ready.size(); ++at) {
            for (const ItemId next : below[ready[at]]) {
                pass(ready[at], next);
                if (--waiting[next] == 0) ready.push_back(next);
            }
        }
    }

    void pass(ItemId above, ItemId next) {
        const Runs runs = m_runs[above];
        Runs& own = m_runs[next];
        const ItemKind kind = m_kinds.at(next);
        for (std::size_t k = 0; k < runs.size(); ++k) {
            const int entered = k == index(kind) && m_kinds.at(above) != kind ? 1 : 0;
            own[k] = std::max(own[k], runs[k] + entered);
        }
    }

    static std::size_t index(ItemKind kind) { return static_cast<std::size_t>(kind); }

    std::size_t nodeOf(ItemId item, ItemKind kind, bool isLoad) {
        const int run = isLoad ? 0 : m_runs[item][index(kind)];
        const auto [at, isNew] = m_nodes.try_emplace({isLoad, kind, run}, m_sankey.nodes.size());
        if (isNew) {
            SankeyNode& node = m_sankey.nodes.emplace_back();
            node.kind = kind;
            node.isLoad = isLoad;
        }
        m_nodeOf[item] = at->second;
        return at->second;
    }

    void addElement(std::size_t i) {
        const ElementResult& state = m_result.elements[i];
        if (state.input.si() <= 0.0) return;
        const Element& element = m_input.elements[i];
        SankeyNode& node = m_sankey.nodes[nodeOf(element.id, element.kind, false)];
        ++node.count;
        node.loss += state.loss;
        m_sankey.elementLosses += state.loss;
    }

    void addLoad(const LoadResult& load) {
        if (load.supplied.si() <= 0.0) return;
        ++m_sankey.nodes[nodeOf(load.id, m_kindOf(load.id), true)].count;
        m_sankey.supplied += load.supplied;
    }

    void addLink(const LinkResult& link) {
        const auto from = m_nodeOf.find(link.from);
        const auto to = m_nodeOf.find(link.to);
        if (!link.living || from == m_nodeOf.end() || to == m_nodeOf.end()) return;
        m_sankey.nodes[to->second].cableLoss += link.loss;
        m_sankey.cableLosses += link.loss;
        m_fed.insert(link.to);
        if (from->second == to->second) return;
        const Power power = link.power + link.loss;
        m_bands[{from->second, to->second}] += power;
        m_sankey.nodes[to->second].input += power;
    }

    /// What no cord brings, an element puts in itself.
    void addSources() {
        for (std::size_t i = 0; i < m_input.elements.size(); ++i) {
            const ElementResult& state = m_result.elements[i];
            const auto node = m_nodeOf.find(state.id);
            if (node == m_nodeOf.end()) continue;
            const Power power = m_fed.contains(state.id) ? state.fromBattery : state.input;
            m_sankey.nodes[node->second].input += power;
            m_sankey.sources += power;
        }
    }

    void placeColumns() {
        // As many rounds as there are nodes settle any order; a circle of kinds stops there too.
        for (std::size_t round = 0; round < m_sankey.nodes.size(); ++round) {
            for (const SankeyBand& band : m_sankey.bands) {
                int& column = m_sankey.nodes[band.to].column;
                column = std::max(column, m_sankey.nodes[band.from].column + 1);
            }
        }
        int last = 0;
        for (const SankeyNode& node : m_sankey.nodes)
            last = std::max(last, node.column);
        for (SankeyNode& node : m_sankey.nodes) {
            if (node.isLoad) node.column = last;
        }
    }

    void sortByColumn() {
        std::vector<std::size_t> order(m_sankey.nodes.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            return m_sankey.nodes[a].column < m_sankey.nodes[b].column;
        });
        std::vector<SankeyNode> nodes;
        std::vector<std::size_t> placeOf(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            placeOf[order[i]] = i;
            nodes.push_back(m_sankey.nodes[order[i]]);
        }
        m_sankey.nodes = std::move(nodes);
        for (SankeyBand& band : m_sankey.bands)
            band = {placeOf[band.from], placeOf[band.to], band.power};
    }

    const ChainInput& m_input;
    const ChainResult& m_result;
    const LoadKind& m_kindOf;
    std::unordered_map<ItemId, ItemKind> m_kinds;
    std::unordered_map<ItemId, Runs> m_runs;
    std::map<Key, std::size_t> m_nodes;
    std::unordered_map<ItemId, std::size_t> m_nodeOf;
    std::unordered_set<ItemId> m_fed;  ///< by a living cord
    std::map<std::pair<std::size_t, std::size_t>, Power> m_bands;
    Sankey m_sankey;
};

}  // namespace

Sankey sankeyOf(const ChainInput& input, const ChainResult& result, const LoadKind& kindOf) {
    return Summing(input, result, kindOf).sum();
}

}  // namespace halltwin::power
