// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/graph.h"

namespace halltwin::network {

Adjacency::Adjacency(const Graph& graph)
    : m_begin(graph.devices.size() + 1, 0), m_links(2 * graph.links.size()) {
    for (const Link& link : graph.links) {
        ++m_begin[link.a + 1];
        ++m_begin[link.b + 1];
    }
    for (std::size_t d = 0; d < graph.devices.size(); ++d)
        m_begin[d + 1] += m_begin[d];
    std::vector<std::size_t> next(m_begin.begin(), m_begin.end() - 1);
    for (LinkIndex l = 0; l < graph.links.size(); ++l) {
        m_links[next[graph.links[l].a]++] = l;
        m_links[next[graph.links[l].b]++] = l;
    }
}

}  // namespace halltwin::network
