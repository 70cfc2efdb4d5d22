// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/tray_graph.h"

#include "model/network/tray_meetings.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <cmath>
#include <limits>
#include <utility>

namespace halltwin::network {
namespace {

constexpr double tapReachM = 3.0;
constexpr double aboveRackM = 0.9;  // half a rack's depth and half a tray's width
constexpr double noWayM = std::numeric_limits<double>::max();
constexpr std::uint32_t noNode = ~std::uint32_t{0};
/// Height from which the cables of a rack are reckoned when trays are compared.
constexpr double midRackM = 1.0;

using Weighted =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                          boost::property<boost::edge_weight_t, float>>;

Point shifted(Point point, Point by) {
    return {point.x + by.x, point.y + by.y};
}

bool isInside(const Rect& rect, Point point) {
    return point.x >= rect.min.x && point.x <= rect.max.x && point.y >= rect.min.y &&
           point.y <= rect.max.y;
}

/// Trays above the rack, or the nearest: a cable does not cross an aisle to save some metres.
std::vector<TrayTap> closest(std::vector<TrayTap> taps) {
    Length least = metres(tapReachM);
    for (const TrayTap& tap : taps)
        least = std::min(least, tap.aside);
    const Length reach = std::max(least, metres(aboveRackM));
    std::erase_if(taps, [reach](const TrayTap& tap) { return tap.aside > reach; });
    return taps;
}

double tapCostM(const TrayTap& tap, const TrayRun& tray) {
    return tap.aside.in(metres) + std::abs(tray.height.in(metres)-midRackM);
}

}  // namespace

struct TrayGraph::BoostGraph {
    Weighted graph;
};

/// The best way found so far; nodes are none where both ends share a tray.
struct TrayGraph::Best {
    double costM = noWayM;
    double runM = 0.0;
    const TrayTap* a = nullptr;
    const TrayTap* b = nullptr;
    std::uint32_t nodeA = noNode;
    std::uint32_t nodeB = noNode;
};

TrayGraph::TrayGraph(const Project& project) {
    addTrays(project);
    addMeetings();
    addTrayEdges();
    auto built = std::make_shared<BoostGraph>();
    built->graph = Weighted(m_nodes.size());
    for (const Edge& edge : m_edges)
        boost::add_edge(edge.a, edge.b, static_cast<float>(edge.lengthM), built->graph);
    m_graph = std::move(built);
    m_rows.resize(m_nodes.size());
}

void TrayGraph::addTrays(const Project& project) {
    for (const Hall& hall : project.halls) {
        m_halls.push_back(hall.id);
        m_hallRects.push_back(
            {hall.origin, {hall.origin.x + hall.width, hall.origin.y + hall.depth}});
    }
    for (const CableTray& tray : project.trays) {
        const Hall* hall = project.halls.find(tray.hall);
        const Point origin = hall == nullptr ? Point{} : hall->origin;
        TrayRun run{tray.id,
                    tray.hall,
                    shifted(tray.from, origin),
                    shifted(tray.to, origin),
                    {},
                    tray.height,
                    tray.width,
                    tray.depth};
        run.length = metres(
            std::hypot((run.to.x - run.from.x).in(metres), (run.to.y - run.from.y).in(metres)));
        if (run.length.in(metres) > 0.0) m_trays.push_back(run);
    }
    m_onTray.resize(m_trays.size());
}

void TrayGraph::addMeetings() {
    for (const TrayMeeting& meeting : trayMeetings(m_trays)) {
        const auto first = static_cast<std::uint32_t>(m_nodes.size());
        m_nodes.push_back({meeting.a, meeting.alongA.in(metres)});
        m_nodes.push_back({meeting.b, meeting.alongB.in(metres)});
        m_onTray[meeting.a].push_back(first);
        m_onTray[meeting.b].push_back(first + 1);
        const double drop = (m_trays[meeting.a].height - m_trays[meeting.b].height).in(metres);
        m_edges.push_back({first, first + 1, std::abs(drop)});
    }
}

void TrayGraph::addTrayEdges() {
    for (auto& nodes : m_onTray) {
        std::ranges::stable_sort(nodes, {}, [&](std::uint32_t n) { return m_nodes[n].alongM; });
        for (std::size_t i = 1; i < nodes.size(); ++i) {
            const double length = m_nodes[nodes[i]].alongM - m_nodes[nodes[i - 1]].alongM;
            m_edges.push_back({nodes[i - 1], nodes[i], length});
        }
    }
}

bool TrayGraph::hasTrays(HallId hall) const {
    return std::ranges::find(m_trays, hall, &TrayRun::hall) != m_trays.end();
}

std::vector<TrayTap> TrayGraph::tapsOf(const RackSite& rack) const {
    std::vector<TrayTap> taps;
    const auto hall = std::ranges::find(m_halls, rack.hall);
    for (TrayIndex t = 0; t < m_trays.size(); ++t) {
        const TrayRun& tray = m_trays[t];
        const NearestPoint nearest = nearestOn(tray, rack.centre);
        if (nearest.distance.in(metres) > tapReachM) continue;
        const bool isHere = tray.hall == rack.hall ||
                            (hall != m_halls.end() &&
                             isInside(m_hallRects[static_cast<std::size_t>(hall - m_halls.begin())],
                                      nearest.point));
        if (isHere) taps.push_back({t, nearest.along, nearest.distance});
    }
    return taps;
}

const TrayGraph::Row& TrayGraph::rowFrom(std::uint32_t node) {
    auto& kept = m_rows[node];
    if (kept) return *kept;
    auto row = std::make_shared<Row>();
    row->distanceM.resize(m_nodes.size());
    std::vector<Weighted::vertex_descriptor> before(m_nodes.size());
    const Weighted& graph = m_graph->graph;
    const auto index = boost::get(boost::vertex_index, graph);
    boost::dijkstra_shortest_paths(
        graph, node,
        boost::predecessor_map(boost::make_iterator_property_map(before.begin(), index))
            .distance_map(boost::make_iterator_property_map(row->distanceM.begin(), index)));
    row->before.assign(before.begin(), before.end());
    kept = std::move(row);
    return *kept;
}

std::vector<std::uint32_t> TrayGraph::neighbours(const TrayTap& tap) const {
    const auto& nodes = m_onTray[tap.tray];
    const double alongM = tap.along.in(metres);
    const auto after = std::ranges::upper_bound(nodes, alongM, {},
                                                [&](std::uint32_t n) { return m_nodes[n].alongM; });
    std::vector<std::uint32_t> around;
    if (after != nodes.begin()) around.push_back(*(after - 1));
    if (after != nodes.end()) around.push_back(*after);
    return around;
}

void TrayGraph::overNodes(const TrayTap& a, const TrayTap& b, Best& best) {
    const double ends = tapCostM(a, m_trays[a.tray]) + tapCostM(b, m_trays[b.tray]);
    const auto toNode = [&](const TrayTap& tap, std::uint32_t node) {
        return std::abs(m_nodes[node].alongM - tap.along.in(metres));
    };
    for (const std::uint32_t nodeA : neighbours(a)) {
        const Row& row = rowFrom(nodeA);
        for (const std::uint32_t nodeB : neighbours(b)) {
            const double between = static_cast<double>(row.distanceM[nodeB]);
            if (nodeA != nodeB && row.before[nodeB] == nodeB) continue;  // no way
            const double run = toNode(a, nodeA) + between + toNode(b, nodeB);
            if (ends + run >= best.costM) continue;
            best = {ends + run, run, &a, &b, nodeA, nodeB};
        }
    }
}

std::vector<TrayStretch> TrayGraph::stretchesOf(const Best& best) {
    std::vector<TrayStretch> stretches{{best.a->tray, best.a->along, best.a->along}};
    const auto reach = [&](TrayIndex tray, double alongM) {
        if (stretches.back().tray == tray)
            stretches.back().to = metres(alongM);
        else
            stretches.push_back({tray, metres(alongM), metres(alongM)});
    };
    if (best.nodeA != noNode) {
        std::vector<std::uint32_t> chain;
        const Row& row = rowFrom(best.nodeA);
        for (std::uint32_t n = best.nodeB; n != best.nodeA; n = row.before[n])
            chain.push_back(n);
        chain.push_back(best.nodeA);
        for (auto n = chain.rbegin(); n != chain.rend(); ++n)
            reach(m_nodes[*n].tray, m_nodes[*n].alongM);
    }
    reach(best.b->tray, best.b->along.in(metres));
    std::erase_if(stretches, [](const TrayStretch& s) { return s.from == s.to; });
    return stretches;
}

std::optional<TrayWay> TrayGraph::shortest(const std::vector<TrayTap>& a,
                                           const std::vector<TrayTap>& b) {
    auto way = shortestOver(closest(a), closest(b));
    return way ? way : shortestOver(a, b);
}

std::optional<TrayWay> TrayGraph::shortestOver(const std::vector<TrayTap>& a,
                                               const std::vector<TrayTap>& b) {
    Best best;
    for (const TrayTap& tapA : a) {
        for (const TrayTap& tapB : b) {
            if (tapA.tray != tapB.tray) {
                overNodes(tapA, tapB, best);
                continue;
            }
            const TrayRun& tray = m_trays[tapA.tray];
            const double run = std::abs((tapA.along - tapB.along).in(metres));
            const double cost = run + tapCostM(tapA, tray) + tapCostM(tapB, tray);
            if (cost < best.costM) best = {cost, run, &tapA, &tapB, noNode, noNode};
        }
    }
    if (best.a == nullptr) return std::nullopt;
    TrayWay way;
    way.run = metres(best.runM) + best.a->aside + best.b->aside;
    way.heightA = m_trays[best.a->tray].height;
    way.heightB = m_trays[best.b->tray].height;
    way.stretches = stretchesOf(best);
    return way;
}

}  // namespace halltwin::network
