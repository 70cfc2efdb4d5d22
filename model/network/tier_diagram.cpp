// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/tier_diagram.h"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace halltwin::network {
namespace {

constexpr std::size_t mostNodes = 60;        ///< of a picture as it opens
constexpr std::size_t mostOpenNodes = 40;    ///< after pods are open
constexpr std::size_t mostHostNodes = 24;    ///< after racks are open
constexpr std::size_t mostTopSwitches = 24;  ///< one by one

std::size_t budgetOf(GroupKind kind) {
    switch (kind) {
        case GroupKind::Switches: return mostNodes;
        case GroupKind::Racks: return mostHostNodes;
        default: return mostOpenNodes;
    }
}

/// Which groups are open by default: level by level, those of one kind all or none.
class Opening {
public:
    explicit Opening(const DeviceGroups& groups)
        : m_groups(groups.groups),
          m_open(groups.groups.size(), 0) {
        m_open[0] = 1;
    }

    std::vector<std::uint8_t> open() {
        std::uint32_t deepest = 0;
        for (const DeviceGroup& group : m_groups)
            deepest = std::max(deepest, group.depth);
        for (std::uint32_t depth = 1; depth <= deepest; ++depth)
            for (const auto& [kind, level] : kindsAt(depth))
                tryToOpen(kind, level);
        return m_open;
    }

private:
    [[nodiscard]] std::map<GroupKind, std::vector<GroupIndex>> kindsAt(std::uint32_t depth) const {
        std::map<GroupKind, std::vector<GroupIndex>> kinds;
        for (GroupIndex g = 1; g < m_groups.size(); ++g)
            if (m_groups[g].depth == depth && m_open[m_groups[g].parent] != 0)
                kinds[m_groups[g].key.kind].push_back(g);
        return kinds;
    }

    void tryToOpen(GroupKind kind, const std::vector<GroupIndex>& level) {
        for (const GroupIndex g : level) {
            const bool isLarge =
                kind == GroupKind::Switches && m_groups[g].allDevices > mostTopSwitches;
            m_open[g] = isLarge ? 0 : 1;
        }
        if (count() <= budgetOf(kind)) return;
        for (const GroupIndex g : level)
            m_open[g] = 0;
    }

    [[nodiscard]] std::size_t count() const {
        std::size_t nodes = 0;
        for (GroupIndex g = 0; g < m_groups.size(); ++g) {
            if (m_open[g] != 0)
                nodes += m_groups[g].ownDevices;
            else if (m_open[m_groups[g].parent] != 0)
                nodes += static_cast<std::size_t>(std::popcount(m_groups[g].tiers));
        }
        return nodes;
    }

    const std::vector<DeviceGroup>& m_groups;
    std::vector<std::uint8_t> m_open;
};

/// Open as wanted, and only where all groups around are.
std::vector<std::uint8_t> openGroups(const DeviceGroups& groups, const Folding& folding) {
    std::vector<std::uint8_t> open = Opening(groups).open();
    for (GroupIndex g = 1; g < groups.groups.size(); ++g) {
        const DeviceGroup& group = groups.groups[g];
        if (folding.opened.contains(group.key)) open[g] = 1;
        if (folding.closed.contains(group.key) || open[group.parent] == 0) open[g] = 0;
    }
    return open;
}

/// By group: the closed group that shows it; itself where it is open.
std::vector<GroupIndex> shownBy(const DeviceGroups& groups, const std::vector<std::uint8_t>& open) {
    std::vector<GroupIndex> shown(groups.groups.size(), 0);
    for (GroupIndex g = 1; g < groups.groups.size(); ++g) {
        const GroupIndex parent = groups.groups[g].parent;
        shown[g] = open[parent] != 0 ? g : shown[parent];
    }
    return shown;
}

void makeNodes(TierDiagram& diagram, const Graph& graph, const DeviceGroups& groups) {
    const std::vector<GroupIndex> shown = shownBy(groups, diagram.isOpen);
    std::map<std::pair<GroupIndex, std::uint8_t>, std::uint32_t> folded;
    std::vector<DeviceIndex> order(graph.devices.size());
    for (DeviceIndex d = 0; d < order.size(); ++d)
        order[d] = d;
    std::ranges::stable_sort(order, {}, [&](DeviceIndex d) {
        return std::tuple(graph.devices[d].tier, groups.of[d], graph.devices[d].number);
    });
    diagram.nodeOf.resize(graph.devices.size());
    for (const DeviceIndex d : order) {
        const Device& device = graph.devices[d];
        const GroupIndex group = shown[groups.of[d]];
        const bool isFolded = diagram.isOpen[group] == 0;
        auto node = static_cast<std::uint32_t>(diagram.nodes.size());
        if (isFolded) node = folded.try_emplace({group, device.tier}, node).first->second;
        if (node == diagram.nodes.size()) {
            DiagramNode made;
            made.group = group;
            made.isFolded = isFolded;
            made.role = device.role;
            made.tier = device.tier;
            made.first = d;
            diagram.nodes.push_back(made);
        }
        DiagramNode& at = diagram.nodes[node];
        ++at.count;
        at.isMixed = at.isMixed || graph.devices[at.first].type != device.type;
        diagram.nodeOf[d] = node;
    }
}

void makeEdges(TierDiagram& diagram, const Graph& graph) {
    std::unordered_map<std::uint64_t, std::uint32_t> known;
    diagram.edgeOf.assign(graph.links.size(), TierDiagram::noEdge);
    for (LinkIndex l = 0; l < graph.links.size(); ++l) {
        const Link& link = graph.links[l];
        std::uint32_t a = diagram.nodeOf[link.a];
        std::uint32_t b = diagram.nodeOf[link.b];
        if (a == b) {
            ++diagram.nodes[a].linksInside;
            continue;
        }
        if (a > b) std::swap(a, b);
        const std::uint64_t key = (std::uint64_t{a} << 32U) | b;
        const auto edge =
            known.try_emplace(key, static_cast<std::uint32_t>(diagram.edges.size())).first->second;
        if (edge == diagram.edges.size()) diagram.edges.push_back({a, b, 0, 0, {}, 0.0});
        DiagramEdge& at = diagram.edges[edge];
        ++at.links;
        at.byHand += link.byHand ? 1 : 0;
        at.rate = at.rate + link.rate;
        diagram.edgeOf[l] = edge;
    }
}

}  // namespace

void DrawingBox::include(const DrawingBox& other) {
    if (other.isEmpty()) return;
    if (isEmpty()) {
        *this = other;
        return;
    }
    const double rightmost = std::max(right(), other.right());
    const double lowest = std::max(bottom(), other.bottom());
    x = std::min(x, other.x);
    y = std::min(y, other.y);
    width = rightmost - x;
    height = lowest - y;
}

void Folding::open(const GroupKey& key) {
    closed.erase(key);
    opened.insert(key);
}

void Folding::close(const GroupKey& key) {
    opened.erase(key);
    closed.insert(key);
}

TierDiagram tierDiagram(const FabricPlan& plan, const DeviceGroups& groups,
                        const Folding& folding) {
    TierDiagram diagram;
    diagram.isOpen = openGroups(groups, folding);
    makeNodes(diagram, plan.graph, groups);
    makeEdges(diagram, plan.graph);
    placeTiers(diagram, groups);
    return diagram;
}

DiagramLoad loadOn(const TierDiagram& diagram, const Graph& graph, const FabricStudy& study) {
    DiagramLoad load;
    load.edges.resize(diagram.edges.size());
    load.nodes.resize(diagram.nodes.size());
    std::vector<std::uint8_t> isDead(graph.devices.size(), 0);
    for (const DeviceIndex device : study.loss.devices)
        if (device < isDead.size()) isDead[device] = 1;
    for (std::size_t d = 0; d < isDead.size(); ++d)
        load.nodes[diagram.nodeOf[d]].dead += isDead[d];
    std::vector<std::size_t> living(diagram.edges.size(), 0);
    std::vector<std::uint8_t> isCut(graph.links.size(), 0);
    for (const LinkIndex link : study.loss.links)
        if (link < isCut.size()) isCut[link] = 1;
    for (LinkIndex l = 0; l < graph.links.size(); ++l) {
        const std::uint32_t edge = diagram.edgeOf[l];
        const Link& link = graph.links[l];
        const double share = study.load(l);
        for (const DeviceIndex end : {link.a, link.b}) {
            double& most = load.nodes[diagram.nodeOf[end]].most;
            most = std::max(most, share);
        }
        if (edge == TierDiagram::noEdge) continue;
        EdgeLoad& at = load.edges[edge];
        if (isCut[l] != 0 || isDead[link.a] != 0 || isDead[link.b] != 0) {
            ++at.dead;
            continue;
        }
        if (living[edge]++ == 0 || share > at.most) at.fullest = l;
        at.mean += share;
        at.most = std::max(at.most, share);
    }
    for (std::size_t e = 0; e < load.edges.size(); ++e)
        if (living[e] > 0) load.edges[e].mean /= static_cast<double>(living[e]);
    if (!study.effect) return load;
    for (const DeviceIndex host : study.effect->reach.cutOff)
        if (isDead[host] == 0) ++load.nodes[diagram.nodeOf[host]].cutOff;
    return load;
}

}  // namespace halltwin::network
