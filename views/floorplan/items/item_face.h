// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/geometry.h"
#include "model/core/ids.h"
#include "model/project/catalog.h"
#include "model/project/entities.h"
#include "model/twin/twin.h"
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
    QString detail;                     ///< second line: the intake temperature of a rack
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
    double smallestText = 8.0;  ///< pixels; labels that would be smaller are left out
    double largestText = 12.0;

    [[nodiscard]] double metresOf(double pixels) const { return pixels / pixelsPerMetre; }
};

using IntakeTemperatures = std::unordered_map<ItemId, Temperature>;

/// Warmest intake cell of each rack, as ASHRAE classes judge it.
[[nodiscard]] IntakeTemperatures intakeTemperatures(const twin::TwinResult& result);

[[nodiscard]] ItemFace faceOf(const Item& item, const Catalog& catalog,
                              const IntakeTemperatures& intakes);

/// Over what stands below, which a click takes first: a containment, a ceiling grille.
[[nodiscard]] bool isOverhead(ItemKind kind);

/// Order of drawing, lower first: tiles under cabinets, containment over them.
[[nodiscard]] double stackingOf(ItemKind kind);

/// Draws the face with the family's own function (rack_item.h, cooler_item.h…).
void drawItem(QPainter& painter, const ItemFace& face, const DrawContext& context);

}  // namespace halltwin::views::floorplan::items
