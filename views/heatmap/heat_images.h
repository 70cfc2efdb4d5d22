// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/ids.h"
#include "model/twin/twin.h"
#include "views/bridge/air_quantity.h"
#include "views/bridge/color_map.h"
#include "views/heatmap/field_slice.h"

#include <QImage>
#include <map>
#include <optional>

namespace halltwin::views::heatmap {

/// Coloured picture of a slice: the first row of the image is the far end of the second axis, as on
/// a plan that is read with y up. Samples without air are transparent.
[[nodiscard]] QImage imageOf(const FieldSlice& slice, const bridge::ColorScale& scale);

/// The planes of all solved rooms at a height above the walking surface; rooms without air there
/// are left out.
[[nodiscard]] std::map<HallId, FieldSlice>
slicesAt(const twin::TwinResult& result, Length height,
         bridge::AirQuantity quantity = bridge::AirQuantity::Temperature);

/// One image of the temperature for each solved room. For the report and the headless plan.
[[nodiscard]] std::map<HallId, QImage> heatImages(const twin::TwinResult& result, Length height,
                                                  const bridge::ColorScale& scale);

/// The air at a point in hall coordinates. None in a hall without a solved room, outside it, or in
/// a solid.
[[nodiscard]] std::optional<thermal::AirSample> probe(const twin::TwinResult& result, HallId hall,
                                                      const Point& at, Length height);

/// How a range follows its data: it ends at multiples of `step` and is `leastSpan` wide or more.
struct RangeRule {
    double step = 1.0;
    double leastSpan = 6.0;
};
/// Range over all planes; as written for temperatures unless another rule is given.
[[nodiscard]] std::optional<ValueRange> automaticRange(const std::map<HallId, FieldSlice>& slices,
                                                       const RangeRule& rule = {});

}  // namespace halltwin::views::heatmap
