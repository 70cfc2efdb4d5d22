// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/floorplan/site_geometry.h"

#include "model/project/footprint.h"

#include <algorithm>
#include <limits>

namespace halltwin::views::floorplan {
namespace {

double squaredDistance(const Rect& rect, const Point& to) {
    const auto gap = [](Length low, Length high, Length at) {
        return std::max({0.0, (low - at).in(metres), (at - high).in(metres)});
    };
    const double dx = gap(rect.min.x, rect.max.x, to.x);
    const double dy = gap(rect.min.y, rect.max.y, to.y);
    return dx * dx + dy * dy;
}

}  // namespace

Rect moved(const Rect& rect, Length dx, Length dy) {
    return {{rect.min.x + dx, rect.min.y + dy}, {rect.max.x + dx, rect.max.y + dy}};
}

Rect united(const Rect& a, const Rect& b) {
    return {{std::min(a.min.x, b.min.x), std::min(a.min.y, b.min.y)},
            {std::max(a.max.x, b.max.x), std::max(a.max.y, b.max.y)}};
}

Rect spanning(const Point& a, const Point& b) {
    return {{std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}};
}

Rect siteRectOf(const Hall& hall) {
    return {hall.origin, {hall.origin.x + hall.width, hall.origin.y + hall.depth}};
}

Rect toSite(const Hall& hall, const Rect& inHall) {
    return moved(inHall, hall.origin.x, hall.origin.y);
}

Point toSite(const Hall& hall, const Point& inHall) {
    return {inHall.x + hall.origin.x, inHall.y + hall.origin.y};
}

Point toHall(const Hall& hall, const Point& site) {
    return {site.x - hall.origin.x, site.y - hall.origin.y};
}

const Hall* hallAt(const Project& project, const Point& site) {
    const Hall* found = nullptr;
    for (const Hall& hall : project.halls) {
        const Rect rect = siteRectOf(hall);
        const bool isInside = contains(rect, {site, site}, metres(0.0));
        const bool isSmaller = found == nullptr || rect.area() < siteRectOf(*found).area();
        if (isInside && isSmaller) found = &hall;
    }
    return found;
}

const Hall* hallNear(const Project& project, const Point& site) {
    if (const Hall* inside = hallAt(project, site)) return inside;
    const Hall* nearest = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (const Hall& hall : project.halls) {
        const double distance = squaredDistance(siteRectOf(hall), site);
        if (distance >= least) continue;
        least = distance;
        nearest = &hall;
    }
    return nearest;
}

std::optional<Rect> siteRectOf(const Project& project, const Catalog& catalog, ItemId id) {
    const Item* item = project.items.find(id);
    const Hall* hall = item == nullptr ? nullptr : project.halls.find(item->hall);
    if (hall == nullptr) return std::nullopt;
    return toSite(*hall, footprintOf(*item, catalog));
}

SnapTargets snapTargetsOf(const Project& project, const Catalog& catalog, const Hall& hall,
                          const std::set<ItemId>& moving) {
    SnapTargets targets{{}, hall.width, hall.depth, hall.tile};
    for (const Item& item : project.items) {
        if (item.hall != hall.id || moving.contains(item.id)) continue;
        const CatalogEntry* entry = catalog.find(item.catalogKey);
        const bool isFloor =
            entry != nullptr && (entry->kind == ItemKind::Tile || entry->kind == ItemKind::Grille);
        if (!isFloor) targets.neighbours.push_back(footprintOf(item, catalog));
    }
    return targets;
}

}  // namespace halltwin::views::floorplan
