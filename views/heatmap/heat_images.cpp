// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/heatmap/heat_images.h"

#include <algorithm>
#include <cmath>

namespace halltwin::views::heatmap {
namespace {

/// Colours of small steps of the value, so that a picture costs a look-up and not a calculation for
/// each sample: 1/32 of a unit for classes, whose bounds are whole, else 1/1024 of the range.
class ColorTable {
public:
    ColorTable(const bridge::ColorScale& scale, const ValueRange& range)
        : m_first(scale.isDiscrete() ? std::floor(range.minimum) : scale.minimum()),
          m_stepsPerUnit(scale.isDiscrete() ? 32.0 : 1024.0 / (scale.maximum() - scale.minimum())) {
        const double last = scale.isDiscrete()
                                ? std::min(std::ceil(range.maximum) + 1.0, m_first + 200.0)
                                : scale.maximum();
        const int count = static_cast<int>((last - m_first) * m_stepsPerUnit) + 1;
        m_colors.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i)
            m_colors.push_back(scale.colorOf(m_first + (i + 0.5) / m_stepsPerUnit));
    }

    [[nodiscard]] QRgb colorOf(float value) const {
        const double place = (static_cast<double>(value) - m_first) * m_stepsPerUnit;
        const double last = static_cast<double>(m_colors.size() - 1);
        return m_colors[static_cast<std::size_t>(std::clamp(place, 0.0, last))];
    }

private:
    double m_first;
    double m_stepsPerUnit;
    std::vector<QRgb> m_colors;
};

}  // namespace

QImage imageOf(const FieldSlice& slice, const bridge::ColorScale& scale) {
    const std::optional<ValueRange> range = rangeOf(slice);
    if (!range) return {};
    const ColorTable colors(scale, *range);
    QImage image(slice.columns, slice.rows, QImage::Format_ARGB32_Premultiplied);
    for (int row = 0; row < slice.rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(slice.rows - 1 - row));
        for (int column = 0; column < slice.columns; ++column) {
            const float value = slice.at(column, row);
            line[column] = std::isnan(value) ? qRgba(0, 0, 0, 0) : colors.colorOf(value);
        }
    }
    return image;
}

std::map<HallId, FieldSlice> slicesAt(const twin::TwinResult& result, Length height,
                                      bridge::AirQuantity quantity) {
    std::map<HallId, FieldSlice> slices;
    for (const twin::RoomAnswer& room : result.rooms) {
        const bridge::RoomField field(room.air, quantity);
        FieldSlice slice = sliceAtHeight({room.air.grid, field.values(), room.air.solid}, height);
        if (slice.columns > 0) slices.emplace(room.hall, std::move(slice));
    }
    return slices;
}

std::map<HallId, QImage> heatImages(const twin::TwinResult& result, Length height,
                                    const bridge::ColorScale& scale) {
    std::map<HallId, QImage> images;
    for (const auto& [hall, slice] : slicesAt(result, height)) {
        QImage image = imageOf(slice, scale);
        if (!image.isNull()) images.emplace(hall, std::move(image));
    }
    return images;
}

std::optional<thermal::AirSample> probe(const twin::TwinResult& result, HallId hall,
                                        const Point& at, Length height) {
    const twin::RoomAnswer* room = result.room(hall);
    if (room == nullptr) return std::nullopt;
    return thermal::sampleAir(room->air, {at, height});
}

std::optional<ValueRange> automaticRange(const std::map<HallId, FieldSlice>& slices,
                                         const RangeRule& rule) {
    std::optional<ValueRange> all;
    for (const auto& [hall, slice] : slices) {
        const auto one = rangeOf(slice);
        if (!one) continue;
        if (!all) all = one;
        all->minimum = std::min(all->minimum, one->minimum);
        all->maximum = std::max(all->maximum, one->maximum);
    }
    if (!all) return std::nullopt;
    const double low = std::floor(all->minimum / rule.step) * rule.step;
    const double high = std::ceil(all->maximum / rule.step) * rule.step;
    return ValueRange{low, std::max(high, low + rule.leastSpan)};
}

}  // namespace halltwin::views::heatmap
