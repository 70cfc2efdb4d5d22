// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "model/twin/twin.h"
#include "views/bridge/color_map.h"
#include "views/heatmap/field_slice.h"

#include <QImage>
#include <map>
#include <optional>

namespace halltwin::views::heatmap {

/// Coloured picture of a slice: the first row of the image is the far end of the second axis, as on
/// a plan that is read with y up. Samples without air are transparent.
[[nodiscard]] QImage imageOf(const FieldSlice& slice, const bridge::ColorScale& scale);

/// The air temperatures of a solved room.
[[nodiscard]] TemperatureField temperatureField(const thermal::RoomResult& room);

/// The planes of all solved rooms at a height above the walking surface; rooms without air there
/// are left out.
[[nodiscard]] std::map<HallId, FieldSlice> slicesAt(const twin::TwinResult& result, Length height);

/// One image for each solved room. For the report and the headless plan.
[[nodiscard]] std::map<HallId, QImage> heatImages(const twin::TwinResult& result, Length height,
                                                  const bridge::ColorScale& scale);

/// Air temperature at a point in hall coordinates. None in a hall without a solved room, outside
/// it, or in a solid.
[[nodiscard]] std::optional<Temperature> probe(const twin::TwinResult& result, HallId hall,
                                               const Point& at, Length height);

/// Range over all planes, widened to whole degrees and to at least `minimumSpan` kelvins.
[[nodiscard]] std::optional<TemperatureRange>
automaticRange(const std::map<HallId, FieldSlice>& slices, double minimumSpan = 6.0);

}  // namespace halltwin::views::heatmap
