// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/network/rack_sites.h"
#include "model/project/project.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace halltwin::network {

using TrayIndex = std::uint32_t;

/// A tray on the site plan: its hall's origin is added.
struct TrayRun {
    TrayId id;
    HallId hall;
    Point from;
    Point to;
    Length length;
    Length height;
    Length width;
    Length depth;
};

/// Where a rack's cables drop onto a tray: its point nearest to the rack's centre.
struct TrayTap {
    TrayIndex tray = 0;
    Length along;  ///< from the tray's first point
    Length aside;  ///< from the rack's centre, on the plan
};

/// A stretch of one tray that a route runs along, in the route's direction.
struct TrayStretch {
    TrayIndex tray = 0;
    Length from;  ///< along the tray
    Length to;

    bool operator==(const TrayStretch&) const = default;
};

/// The way between two racks over the trays.
struct TrayWay {
    Length run;      ///< from rack centre to rack centre: aside, along trays, between their heights
    Length heightA;  ///< of the trays that the two ends drop onto
    Length heightB;
    std::vector<TrayStretch> stretches;
};

/// The trays of a project as a graph. Its nodes are the points where two trays meet: they cross or
/// touch on the plan (an end within half the sum of both widths of the other), at equal heights or
/// with a drop between. Edges run along trays and down drops. A rack drops onto every tray of its
/// hall, or that reaches into it, within 3 m of its centre on the plan.
/// Ways from one node are found with Dijkstra's algorithm when first asked for and kept; copies
/// share what is found. Thread rule: one object, one thread.
class TrayGraph {
public:
    TrayGraph() = default;  ///< no trays
    explicit TrayGraph(const Project& project);

    [[nodiscard]] const std::vector<TrayRun>& trays() const { return m_trays; }
    [[nodiscard]] bool hasTrays(HallId hall) const;
    [[nodiscard]] std::size_t nodeCount() const { return m_nodes.size(); }

    [[nodiscard]] std::vector<TrayTap> tapsOf(const RackSite& rack) const;

    /// The shortest way, with a metre of cable up to a tray counted like one along it. Racks use
    /// the trays above them (within 0.9 m of their centre) or else the nearest; another within
    /// reach only where those do not meet. None when no trays of the two do.
    [[nodiscard]] std::optional<TrayWay> shortest(const std::vector<TrayTap>& a,
                                                  const std::vector<TrayTap>& b);

private:
    struct Node {
        TrayIndex tray = 0;
        double alongM = 0.0;
    };
    struct Edge {
        std::uint32_t a = 0;
        std::uint32_t b = 0;
        double lengthM = 0.0;
    };
    /// Lengths from one node to all others, and the node before each on the way.
    struct Row {
        std::vector<float> distanceM;
        std::vector<std::uint32_t> before;
    };
    struct BoostGraph;
    struct Best;

    void addTrays(const Project& project);
    void addMeetings();
    void addTrayEdges();
    const Row& rowFrom(std::uint32_t node);
    [[nodiscard]] std::optional<TrayWay> shortestOver(const std::vector<TrayTap>& a,
                                                      const std::vector<TrayTap>& b);
    [[nodiscard]] std::vector<std::uint32_t> neighbours(const TrayTap& tap) const;
    void overNodes(const TrayTap& a, const TrayTap& b, Best& best);
    [[nodiscard]] std::vector<TrayStretch> stretchesOf(const Best& best);

    std::vector<TrayRun> m_trays;
    std::vector<HallId> m_halls;
    std::vector<Rect> m_hallRects;
    std::vector<Node> m_nodes;
    std::vector<Edge> m_edges;
    std::vector<std::vector<std::uint32_t>> m_onTray;  ///< nodes of each tray, along it
    std::shared_ptr<const BoostGraph> m_graph;
    std::vector<std::shared_ptr<const Row>> m_rows;
};

}  // namespace halltwin::network
