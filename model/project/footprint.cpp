// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/project/footprint.h"

#include <utility>

namespace halltwin {
namespace {

Rect rotatedFootprint(const Item& item, Size3 size) {
    const bool turned = item.rotation == Rotation::R90 || item.rotation == Rotation::R270;
    if (turned) std::swap(size.width, size.depth);
    return {item.position, {item.position.x + size.width, item.position.y + size.depth}};
}

Size3 withOverrides(const Item& item, const Size3& size) {
    return {item.width.value_or(size.width), item.depth.value_or(size.depth),
            item.height.value_or(size.height)};
}

}  // namespace

Size3 sizeOf(const Item& item, const CatalogEntry& entry) {
    return withOverrides(item, entry.size);
}

Rect footprintOf(const Item& item, const CatalogEntry& entry) {
    return rotatedFootprint(item, sizeOf(item, entry));
}

Rect footprintOf(const Item& item, const Catalog& catalog) {
    if (const CatalogEntry* entry = catalog.find(item.catalogKey)) {
        return footprintOf(item, *entry);
    }
    const Size3 standIn{metres(0.6), metres(1.2), metres(2.0)};
    return rotatedFootprint(item, withOverrides(item, standIn));
}

}  // namespace halltwin
