// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power/source_roots.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace halltwin::power {

namespace {

using Roots = std::vector<std::size_t>;

bool mayJoin(ItemKind kind) {
    return kind == ItemKind::TransferSwitch || kind == ItemKind::Switchboard ||
           kind == ItemKind::Ups || kind == ItemKind::PowerShelf;
}

bool isRoot(ItemKind kind) {
    return kind == ItemKind::UtilityFeed || kind == ItemKind::Generator;
}

bool share(const Roots& a, const Roots& b) {
    return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

/// Walks the elements from the sources down.
class RootWalk {
public:
    explicit RootWalk(const Network& network)
        : m_network(network),
          m_graph(network.graph()),
          m_roots(m_graph.elementCount),
          m_pending(m_graph.elementCount, 0) {}

    std::vector<JoinedSources> run() {
        std::vector<std::size_t> open;
        for (std::size_t node = 0; node < m_graph.elementCount; ++node) {
            m_pending[node] = m_graph.in[node].size();
            if (m_pending[node] == 0) open.push_back(node);
        }
        while (!open.empty()) {
            const std::size_t node = open.back();
            open.pop_back();
            settle(node);
            for (const std::size_t cord : m_graph.out[node]) {
                const std::size_t below = m_graph.cords[cord].to;
                if (below < m_graph.elementCount && --m_pending[below] == 0) open.push_back(below);
            }
        }
        std::sort(m_joined.begin(), m_joined.end(),
                  [](const auto& a, const auto& b) { return a.element < b.element; });
        return std::move(m_joined);
    }

private:
    void settle(std::size_t node) {
        const ItemKind kind = m_network.input().elements[node].kind;
        if (isRoot(kind) || kind == ItemKind::TransferSwitch) {
            m_roots[node] = {node};
            return;
        }
        std::optional<JoinedSources> joined;
        Roots& roots = m_roots[node];
        for (const std::size_t cord : m_graph.in[node]) {
            const Roots& above = m_roots[m_graph.cords[cord].from];
            if (!joined && !roots.empty() && !above.empty() && !share(roots, above))
                joined = JoinedSources{node, roots.front(), above.front()};
            Roots both;
            std::set_union(roots.begin(), roots.end(), above.begin(), above.end(),
                           std::back_inserter(both));
            roots = std::move(both);
        }
        if (joined && !mayJoin(kind)) m_joined.push_back(*joined);
    }

    const Network& m_network;
    const Graph& m_graph;
    std::vector<Roots> m_roots;
    std::vector<std::size_t> m_pending;
    std::vector<JoinedSources> m_joined;
};

}  // namespace

std::vector<JoinedSources> joinedSources(const Network& network) {
    return RootWalk(network).run();
}

}  // namespace halltwin::power
