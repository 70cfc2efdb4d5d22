// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/heatmap/heat_images.h"

#include <algorithm>
#include <cmath>

namespace halltwin::views::heatmap {
namespace {

/// Colours in steps of 1/32 K, so that a picture costs a look-up and not a calculation for each
/// sample.
class ColorTable {
public:
    ColorTable(const bridge::ColorScale& scale, const TemperatureRange& range)
        : m_firstC(std::floor(range.minimumC)) {
        const double last = std::min(std::ceil(range.maximumC) + 1.0, m_firstC + 200.0);
        const int count = static_cast<int>((last - m_firstC) * stepsPerKelvin) + 1;
        m_colors.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            m_colors.push_back(scale.colorOf(m_firstC + (i + 0.5) / stepsPerKelvin));
        }
    }

    [[nodiscard]] QRgb colorOf(float valueC) const {
        const double place = (static_cast<double>(valueC) - m_firstC) * stepsPerKelvin;
        const double last = static_cast<double>(m_colors.size() - 1);
        return m_colors[static_cast<std::size_t>(std::clamp(place, 0.0, last))];
    }

private:
    static constexpr int stepsPerKelvin = 32;

    double m_firstC;
    std::vector<QRgb> m_colors;
};

}  // namespace

QImage imageOf(const FieldSlice& slice, const bridge::ColorScale& scale) {
    const std::optional<TemperatureRange> range = rangeOf(slice);
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

TemperatureField temperatureField(const thermal::RoomResult& room) {
    return {room.grid, room.temperatureC, room.solid};
}

std::map<HallId, FieldSlice> slicesAt(const twin::TwinResult& result, Length height) {
    std::map<HallId, FieldSlice> slices;
    for (const twin::RoomAnswer& room : result.rooms) {
        FieldSlice slice = sliceAtHeight(temperatureField(room.air), height);
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

std::optional<Temperature> probe(const twin::TwinResult& result, HallId hall, const Point& at,
                                 Length height) {
    const twin::RoomAnswer* room = result.room(hall);
    if (room == nullptr) return std::nullopt;
    return probeAt(temperatureField(room->air), at, height);
}

std::optional<TemperatureRange> automaticRange(const std::map<HallId, FieldSlice>& slices,
                                               double minimumSpan) {
    std::optional<TemperatureRange> all;
    for (const auto& [hall, slice] : slices) {
        const auto one = rangeOf(slice);
        if (!one) continue;
        if (!all) all = one;
        all->minimumC = std::min(all->minimumC, one->minimumC);
        all->maximumC = std::max(all->maximumC, one->maximumC);
    }
    if (!all) return std::nullopt;
    const double low = std::floor(all->minimumC);
    return TemperatureRange{low, std::max(std::ceil(all->maximumC), low + minimumSpan)};
}

}  // namespace halltwin::views::heatmap
