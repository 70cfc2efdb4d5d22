// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/core/ids.h"
#include "model/project/catalog.h"
#include "model/project/entities.h"
#include "model/project/project.h"
#include "model/twin/twin.h"
#include "views/floorplan/items/rack_colouring.h"
#include "views/floorplan/plan_style.h"

#include <QColor>
#include <QRectF>
#include <QString>
#include <optional>
#include <unordered_map>

class QPainter;

namespace halltwin::views::floorplan::items {

/// What there is to draw of one item, on the screen and on paper alike. Drawn with the painter in
/// metres, y down, the far left corner of the footprint at the origin.
struct ItemFace {
    ItemKind kind = ItemKind::Rack;
    QSizeF size;  ///< of the footprint after rotation, in metres
    Rotation rotation = Rotation::R0;
    QString label;
    QString detail;                     ///< second line: a rack's intake, a tile's flow in L/s
    bool isStarved = false;             ///< of a tile
    QColor status;                      ///< fill that a result gives; invalid: the kind's own
    double openArea = 0.0;              ///< of a tile or grille
    AisleKind aisle = AisleKind::Cold;  ///< of a containment
    bool hasChimney = false;            ///< of a rack
    bool isKnown = true;                ///< false: the catalogue has no such entry

    bool operator==(const ItemFace&) const = default;
    [[nodiscard]] QRectF box() const { return {QPointF(0, 0), size}; }
};

/// How to draw: colours, what to leave out, and how large a metre is.
struct DrawContext {
    const PlanStyle& style;
    double pixelsPerMetre = 50.0;  ///< pixels are the unit of text and lines: 1/96 inch on paper
    bool labels = true;
    bool heat = true;  ///< use the status colours
    bool selected = false;
    bool tileFlow = true;       ///< write the flow on tiles
    double smallestText = 8.0;  ///< pixels; labels that would be smaller are left out
    double largestText = 12.0;

    [[nodiscard]] double metresOf(double pixels) const { return pixels / pixelsPerMetre; }
};

/// Air through a perforated tile. It is starved when it gets less than `starvedShare` of the mean
/// of all tiles of its type in its hall, or none, or air flows down through it.
struct TileReading {
    VolumeFlow flow;  ///< upwards is positive
    bool isStarved = false;

    bool operator==(const TileReading&) const = default;
};
inline constexpr double starvedShare = 0.5;

/// What a result says of single items.
struct AirReadings {
    std::unordered_map<ItemId, Temperature> intakes;  ///< warmest intake cell of each rack
    std::unordered_map<ItemId, TileReading> tiles;
    std::optional<RackStatuses>
        racks;  ///< instead of the intakes' colours, where others are chosen
};
[[nodiscard]] AirReadings airReadings(const twin::TwinResult& result, const Project& project);

[[nodiscard]] ItemFace faceOf(const Item& item, const Catalog& catalog,
                              const AirReadings& readings);

/// Over what stands below, which a click takes first: a containment, a ceiling grille.
[[nodiscard]] bool isOverhead(ItemKind kind);

/// Order of drawing, lower first: tiles under cabinets, containment over them.
[[nodiscard]] double stackingOf(ItemKind kind);

/// Draws the face with the family's own function (rack_item.h, cooler_item.h…).
void drawItem(QPainter& painter, const ItemFace& face, const DrawContext& context);

}  // namespace halltwin::views::floorplan::items
