// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/network/fabric_plan.h"
#include "model/network/media.h"
#include "model/network/rack_sites.h"
#include "model/network/tray_graph.h"
#include "model/project/catalog.h"
#include "model/project/issue.h"
#include "model/project/project.h"

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace halltwin::network {

enum class RouteKind : std::uint8_t {
    InRack,    ///< both ends in one rack
    Trays,     ///< over trays
    Estimate,  ///< along x, along y, at the usual height of a tray: no trays, or no way over them
};

/// The way that all cables between two racks share.
struct CableRoute {
    std::uint32_t rackA = 0;  ///< of CableLayout::racks; not above rackB
    std::uint32_t rackB = 0;
    RouteKind kind = RouteKind::InRack;
    bool noWay = false;  ///< estimated though there are trays
    Length run;          ///< without the rise from the ports to the trays
    Length heightA;      ///< of the tray that the end at rackA drops onto
    Length heightB;
    std::uint32_t firstStretch = 0;  ///< of CableLayout::stretches
    std::uint32_t stretchCount = 0;
};

inline constexpr std::int32_t noMedium = -1;
inline constexpr std::uint32_t noRoute = ~std::uint32_t{0};

/// The cable of one link.
struct Cable {
    Length length;                   ///< with its slack; zero without a route
    std::uint32_t route = noRoute;   ///< none: an end is in no rack
    std::int32_t medium = noMedium;  ///< of CableLayout::media; none: no medium reaches
};

/// Cables of a fabric in the order of its links.
struct FabricCables {
    FabricId fabric;
    std::vector<Cable> cables;
};

/// How full a tray is where it is fullest.
struct TrayLoad {
    TrayId tray;
    Area cables;        ///< sum of the cables' sections
    double fill = 0.0;  ///< of the tray's section
    Length at;          ///< from the tray's first point, where that begins
    int count = 0;      ///< cables there

    bool operator==(const TrayLoad&) const = default;
};

/// Where every cable of a set of fabrics runs. The length of a cable is run + the rise at both ends
/// (from the middle of its device to the tray), times 1 + the fabric's slack share, plus its slack;
/// within one rack |z_a − z_b| + the rack's width, times 1 + the slack share alone: such a cable
/// needs no loop in a tray.
struct CableLayout {
    std::vector<Medium> media;
    std::vector<RackSite> racks;
    std::vector<CableRoute> routes;
    std::vector<TrayStretch> stretches;
    std::vector<FabricCables> fabrics;  ///< in the order of the plans
    std::vector<TrayLoad> trays;        ///< in the order of the trays' ids
    std::vector<Issue> issues;

    [[nodiscard]] std::span<const TrayStretch> stretchesOf(const CableRoute& route) const {
        return std::span(stretches).subspan(route.firstStretch, route.stretchCount);
    }
};

/// The layout with what a later change needs to follow quickly.
struct RoutedCables {
    CableLayout layout;
    TrayGraph trays;
};

/// Routes the cables of all plans, whose switches are placed. 300,000 cables take some seconds at
/// most; never fails: what cannot be routed is estimated and becomes an issue.
[[nodiscard]] RoutedCables routeCables(const Project& project, const Catalog& catalog,
                                       const std::vector<FabricPlan>& plans);

/// As routeCables after racks of the list have moved and nothing else has changed: only their own
/// cables are routed anew.
[[nodiscard]] RoutedCables rerouteCables(RoutedCables previous, const Project& project,
                                         const Catalog& catalog,
                                         const std::vector<FabricPlan>& plans,
                                         const std::vector<ItemId>& moved);

/// Middle height of every device of a plan in its rack; half the rack's height where its units are
/// not stated.
[[nodiscard]] std::vector<Length> deviceHeights(const Project& project, const Catalog& catalog,
                                                const FabricPlan& plan);

}  // namespace halltwin::network
