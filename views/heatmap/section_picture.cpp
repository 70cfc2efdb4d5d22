// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/heatmap/section_picture.h"

#include "model/project/footprint.h"
#include "views/heatmap/heat_images.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::views::heatmap {
namespace {

constexpr double plateM = 0.05;  ///< drawn thickness of tiles and grilles

FieldSlice component(const thermal::RoomResult& room, const CellField<float>& values,
                     const SectionLine& line) {
    return sectionAlong({room.grid, values, room.solid}, line);
}

/// The velocity along the line, and upwards.
FlowPlane flowIn(const thermal::RoomResult& room, const SectionLine& line, const QRectF& area) {
    FlowPlane flow{component(room, room.u, line), component(room, room.w, line), area, {}, {}};
    const FieldSlice across = component(room, room.v, line);
    if (flow.first.values.size() != across.values.size()) return {};
    const double length = line.length().in(metres);
    const auto alongX = static_cast<float>((line.to.x - line.from.x).in(metres) / length);
    const auto alongY = static_cast<float>((line.to.y - line.from.y).in(metres) / length);
    for (std::size_t i = 0; i < across.values.size(); ++i)
        flow.first.values[i] = alongX * flow.first.values[i] + alongY * across.values[i];
    return flow;
}

/// Lowest and highest z of what stands at an item's place.
std::pair<double, double> heightsOf(const Hall& hall, const Item& item, const CatalogEntry& entry) {
    const double ceiling = hall.height.in(metres);
    if (entry.kind == ItemKind::Tile) return {-plateM, 0.0};
    if (entry.kind == ItemKind::Grille) return {ceiling, ceiling + plateM};
    return {0.0, std::min(ceiling, sizeOf(item, entry).height.in(metres))};
}

}  // namespace

SectionPicture sectionPicture(const thermal::RoomResult& room, const SectionLine& line,
                              bridge::AirQuantity quantity, const bridge::ColorScale& scale) {
    SectionPicture picture;
    const bridge::RoomField field(room, quantity);
    picture.values = sectionAlong({room.grid, field.values(), room.solid}, line, metres(0.05));
    if (picture.values.columns == 0) return picture;
    const FieldSlice& values = picture.values;
    picture.area =
        QRectF(0.0, -values.maxSecondM, values.maxFirstM, values.maxSecondM - values.minSecondM);
    picture.range = rangeOf(values);
    picture.image = imageOf(values, scale);
    picture.flow = flowIn(room, line, picture.area);
    shade(picture.flow, values, scale);
    return picture;
}

std::vector<SectionBody> sectionBodies(const Project& project, const Catalog& catalog,
                                       const Hall& hall, const SectionLine& line) {
    std::vector<SectionBody> bodies;
    for (const Item& item : project.items) {
        const CatalogEntry* entry = item.hall == hall.id ? catalog.find(item.catalogKey) : nullptr;
        if (entry == nullptr) continue;
        const auto cut = clipped(line, footprintOf(item, *entry));
        if (!cut) continue;
        const double start = SectionLine{line.from, cut->from}.length().in(metres);
        const auto [bottom, top] = heightsOf(hall, item, *entry);
        bodies.push_back({QRectF(start, -top, cut->length().in(metres), top - bottom), entry->kind,
                          QString::fromStdString(item.label)});
    }
    return bodies;
}

}  // namespace halltwin::views::heatmap
