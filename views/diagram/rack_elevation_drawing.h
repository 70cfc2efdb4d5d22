// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "views/bridge/theme.h"
#include "views/diagram/rack_content.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

class QPainter;

namespace halltwin::views::diagram {

enum class RackFaces : std::uint8_t { Both, Front, Rear };

struct RackPaint {
    const bridge::Theme& theme;
    RackFaces faces = RackFaces::Both;
    double scale = 1.0;  ///< pixels of a unit: below some, texts and ports are left out
};

/// Space between racks side by side, in drawing units as all below.
inline constexpr double rackGap = 36.0;
inline constexpr std::size_t racksInRow = 8;

/// A rack with its heading, from its upper left corner. Racks of unlike height that stand side by
/// side are drawn with `mostUnits` of the highest, so that their feet are level.
[[nodiscard]] QSizeF rackSize(int mostUnits, RackFaces faces);
void paintRack(QPainter& painter, const DrawnRack& rack, int mostUnits, const RackPaint& order);

/// Which of the rack's parts is at a point of its drawing; none: there is none.
[[nodiscard]] std::optional<std::size_t> partAt(const DrawnRack& rack, int mostUnits,
                                                RackFaces faces, QPointF point);
/// Where a part is drawn, face by face, and on the first face that is shown.
[[nodiscard]] std::vector<QRectF> boxesOf(int mostUnits, RackFaces faces, const RackPart& part);
[[nodiscard]] QRectF boxOf(int mostUnits, const RackPart& part);

/// Upper left corner of the n-th of several racks, in rows of racksInRow, and the room of all.
[[nodiscard]] QPointF rackPlace(std::size_t n, int mostUnits, RackFaces faces);
[[nodiscard]] QSizeF racksSize(std::size_t count, int mostUnits, RackFaces faces);

[[nodiscard]] int highestRack(const std::vector<DrawnRack>& racks);

/// Writes racks side by side as SVG or PDF by the ending, in rows. Fails
/// with Unsupported for another ending, InvalidArgument without racks, and as writing files does.
[[nodiscard]] Result<void> writeRacks(const std::vector<DrawnRack>& racks, RackFaces faces,
                                      const QString& title, const QString& path);

}  // namespace halltwin::views::diagram
