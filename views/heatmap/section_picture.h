// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/project/catalog.h"
#include "model/project/project.h"
#include "model/thermal/result.h"
#include "views/bridge/air_quantity.h"
#include "views/bridge/color_map.h"
#include "views/heatmap/flow_arrows.h"

#include <QImage>
#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

namespace halltwin::views::heatmap {

/// An upright section through a room, ready to be painted. Metres: x along the line from its start,
/// y down from the walking surface, so that what is higher has a smaller y.
struct SectionPicture {
    FieldSlice values;
    QRectF area;     ///< of the air
    QImage image;    ///< of `values` in the colours asked for
    FlowPlane flow;  ///< along the line, and up
    std::optional<ValueRange> range;
};

/// The part of a line that lies in a hall, cut through its air. Empty where there is no air.
[[nodiscard]] SectionPicture sectionPicture(const thermal::RoomResult& room,
                                            const SectionLine& line, bridge::AirQuantity quantity,
                                            const bridge::ColorScale& scale);

/// What the line cuts besides air, in the metres of SectionPicture.
struct SectionBody {
    QRectF box;
    ItemKind kind = ItemKind::Rack;
    QString label;
};
[[nodiscard]] std::vector<SectionBody> sectionBodies(const Project& project, const Catalog& catalog,
                                                     const Hall& hall, const SectionLine& line);

}  // namespace halltwin::views::heatmap
