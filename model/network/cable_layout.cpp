// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/cable_layout.h"

#include "model/network/cable_rules.h"
#include "model/network/tray_fill.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace halltwin::network {
namespace {

constexpr Length usualTrayHeight = metres(2.6);

std::uint64_t pairKey(std::uint32_t a, std::uint32_t b) {
    return (std::uint64_t{a} << 32U) | b;
}

Length distance(Length a, Length b) {
    return metres(std::abs((a - b).in(metres)));
}

/// Finds routes between racks and the cables that take them.
class Router {
public:
    Router(const Project& project, const Catalog& catalog, RoutedCables& out)
        : m_project(project),
          m_catalog(catalog),
          m_out(out),
          m_layout(out.layout),
          m_media(catalog) {
        for (std::uint32_t r = 0; r < m_layout.racks.size(); ++r)
            m_racks.emplace(m_layout.racks[r].item, r);
        m_taps.resize(m_layout.racks.size());
        m_tapped.resize(m_layout.racks.size(), false);
    }

    void addFabric(const FabricPlan& plan) {
        FabricCables cables;
        cables.fabric = plan.fabric.id;
        cables.cables.resize(plan.graph.links.size());
        const std::vector<std::uint32_t> rackOf = racksOf(plan);
        const std::vector<Length> heights = deviceHeights(m_project, m_catalog, plan);
        for (LinkIndex l = 0; l < plan.graph.links.size(); ++l) {
            const Link& link = plan.graph.links[l];
            if (rackOf[link.a] == noRoute || rackOf[link.b] == noRoute) continue;
            cables.cables[l].route = routeBetween(rackOf[link.a], rackOf[link.b]);
            fit(cables.cables[l], plan, link, heights);
        }
        m_layout.fabrics.push_back(std::move(cables));
    }

    /// The routes that touch a moved rack anew, at their old index.
    void refresh(const std::vector<ItemId>& moved) {
        std::unordered_set<std::uint32_t> racks;
        for (const ItemId id : moved) {
            const auto at = m_racks.find(id);
            if (at == m_racks.end()) continue;
            racks.insert(at->second);
            m_layout.racks[at->second] = siteOf(m_project, m_catalog, *m_project.items.find(id));
        }
        m_refreshed.assign(m_layout.routes.size(), false);
        for (std::uint32_t r = 0; r < m_layout.routes.size(); ++r) {
            CableRoute& route = m_layout.routes[r];
            if (!racks.contains(route.rackA) && !racks.contains(route.rackB)) continue;
            m_refreshed[r] = true;
            route = findRoute(route.rackA, route.rackB);
        }
    }

    /// After refresh: the cables of the new routes.
    void refit(const FabricPlan& plan, FabricCables& cables) {
        std::vector<Length> heights;
        for (LinkIndex l = 0; l < cables.cables.size(); ++l) {
            Cable& cable = cables.cables[l];
            if (cable.route == noRoute || !m_refreshed[cable.route]) continue;
            if (heights.empty()) heights = deviceHeights(m_project, m_catalog, plan);
            fit(cable, plan, plan.graph.links[l], heights);
        }
    }

private:
    std::uint32_t rackIndex(ItemId id) {
        if (!id.isValid()) return noRoute;
        const auto known = m_racks.find(id);
        if (known != m_racks.end()) return known->second;
        const Item* item = m_project.items.find(id);
        if (item == nullptr) return noRoute;
        const auto index = static_cast<std::uint32_t>(m_layout.racks.size());
        m_layout.racks.push_back(siteOf(m_project, m_catalog, *item));
        m_taps.emplace_back();
        m_tapped.push_back(false);
        m_racks.emplace(id, index);
        return index;
    }

    std::vector<std::uint32_t> racksOf(const FabricPlan& plan) {
        std::vector<std::uint32_t> racks;
        racks.reserve(plan.graph.devices.size());
        ItemId last;
        std::uint32_t lastIndex = noRoute;
        for (const Device& device : plan.graph.devices) {
            if (device.rack != last) {
                last = device.rack;
                lastIndex = rackIndex(last);
            }
            racks.push_back(lastIndex);
        }
        return racks;
    }

    std::uint32_t routeBetween(std::uint32_t a, std::uint32_t b) {
        if (a > b) std::swap(a, b);
        const auto [at, isNew] =
            m_routes.try_emplace(pairKey(a, b), static_cast<std::uint32_t>(m_layout.routes.size()));
        if (isNew) m_layout.routes.push_back(findRoute(a, b));
        return at->second;
    }

    const std::vector<TrayTap>& tapsOf(std::uint32_t rack) {
        if (!m_tapped[rack]) {
            m_taps[rack] = m_out.trays.tapsOf(m_layout.racks[rack]);
            m_tapped[rack] = true;
        }
        return m_taps[rack];
    }

    CableRoute findRoute(std::uint32_t a, std::uint32_t b) {
        CableRoute route;
        route.rackA = a;
        route.rackB = b;
        const RackSite& siteA = m_layout.racks[a];
        const RackSite& siteB = m_layout.racks[b];
        if (a == b) {
            route.run = siteA.width;
            return route;
        }
        if (const auto way = m_out.trays.shortest(tapsOf(a), tapsOf(b))) {
            route.kind = RouteKind::Trays;
            route.run = way->run;
            route.heightA = way->heightA;
            route.heightB = way->heightB;
            route.firstStretch = static_cast<std::uint32_t>(m_layout.stretches.size());
            route.stretchCount = static_cast<std::uint32_t>(way->stretches.size());
            m_layout.stretches.insert(m_layout.stretches.end(), way->stretches.begin(),
                                      way->stretches.end());
            return route;
        }
        route.kind = RouteKind::Estimate;
        route.noWay = m_out.trays.hasTrays(siteA.hall) || m_out.trays.hasTrays(siteB.hall);
        route.run = rectilinear(siteA.centre, siteB.centre);
        route.heightA = route.heightB = usualTrayHeight;
        return route;
    }

    void fit(Cable& cable, const FabricPlan& plan, const Link& link,
             const std::vector<Length>& heights) {
        const CableRoute& route = m_layout.routes[cable.route];
        const double withSlack = 1.0 + plan.fabric.slackShare;
        const Length zA = heights[link.a];
        const Length zB = heights[link.b];
        if (route.kind == RouteKind::InRack) {
            cable.length = (distance(zA, zB) + route.run) * withSlack;
        } else {
            const bool isForward =
                m_layout.racks[route.rackA].item == plan.graph.devices[link.a].rack;
            const Length rise = distance(isForward ? route.heightA : route.heightB, zA) +
                                distance(isForward ? route.heightB : route.heightA, zB);
            cable.length = (route.run + rise) * withSlack + plan.fabric.slack;
        }
        const auto medium = m_media.choose(link.rate, cable.length);
        cable.medium = medium ? static_cast<std::int32_t>(*medium) : noMedium;
    }

    const Project& m_project;
    const Catalog& m_catalog;
    RoutedCables& m_out;
    CableLayout& m_layout;
    Media m_media;
    std::unordered_map<ItemId, std::uint32_t> m_racks;
    std::unordered_map<std::uint64_t, std::uint32_t> m_routes;
    std::vector<std::vector<TrayTap>> m_taps;
    std::vector<bool> m_tapped;
    std::vector<bool> m_refreshed;
};

void finish(RoutedCables& routed, const Project& project, const std::vector<FabricPlan>& plans) {
    routed.layout.trays = trayLoads(routed.layout, routed.trays);
    routed.layout.issues = cableIssues(routed, project, plans);
}

}  // namespace

RoutedCables routeCables(const Project& project, const Catalog& catalog,
                         const std::vector<FabricPlan>& plans) {
    RoutedCables routed{{}, TrayGraph(project)};
    Router router(project, catalog, routed);
    for (const FabricPlan& plan : plans)
        router.addFabric(plan);
    routed.layout.media = Media(catalog).all();
    finish(routed, project, plans);
    return routed;
}

RoutedCables rerouteCables(RoutedCables previous, const Project& project, const Catalog& catalog,
                           const std::vector<FabricPlan>& plans, const std::vector<ItemId>& moved) {
    Router router(project, catalog, previous);
    router.refresh(moved);
    for (std::size_t p = 0; p < plans.size(); ++p)
        router.refit(plans[p], previous.layout.fabrics[p]);
    finish(previous, project, plans);
    return previous;
}

}  // namespace halltwin::network
