// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/rack_sites.h"

#include "model/project/footprint.h"

#include <cmath>

namespace halltwin::network {

const RackSpec* rackSpecOf(const Item& item, const Catalog& catalog) {
    const CatalogEntry* entry = catalog.find(item.catalogKey);
    return entry == nullptr ? nullptr : entry->as<RackSpec>();
}

RackSite siteOf(const Project& project, const Catalog& catalog, const Item& item) {
    RackSite site;
    site.item = item.id;
    site.hall = item.hall;
    site.centre = footprintOf(item, catalog).centre();
    if (const Hall* hall = project.halls.find(item.hall))
        site.centre = {site.centre.x + hall->origin.x, site.centre.y + hall->origin.y};
    if (const CatalogEntry* entry = catalog.find(item.catalogKey)) {
        const Size3 size = sizeOf(item, *entry);
        site.width = size.width;
        site.height = size.height;
    }
    return site;
}

Length rectilinear(Point a, Point b) {
    return metres(std::abs((a.x - b.x).in(metres)) + std::abs((a.y - b.y).in(metres)));
}

}  // namespace halltwin::network
