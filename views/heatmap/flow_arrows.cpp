// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/heatmap/flow_arrows.h"

#include "views/bridge/air_quantity.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <optional>

namespace halltwin::views::heatmap {
namespace {

constexpr double leastSpacingM = 0.15;
constexpr double leastSpacingPixels = 26.0;
constexpr double sampleSpacingM = 0.15;
constexpr double stillMs = 0.03;  ///< slower air has no arrow
constexpr double longestInSpacings = 1.5;

ScalarField component(const thermal::RoomResult& room, const CellField<float>& values) {
    return {room.grid, values, room.solid};
}

/// Index of the sample at a place in the area; none beyond it.
std::optional<std::size_t> indexAt(const FieldSlice& slice, double first, double second) {
    const int column = static_cast<int>(first * slice.columns);
    const int row = static_cast<int>(second * slice.rows);
    const bool isWithin =
        first >= 0.0 && second >= 0.0 && column < slice.columns && row < slice.rows;
    if (!isWithin) return std::nullopt;
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(slice.columns) +
           static_cast<std::size_t>(column);
}

double sampleAt(const FieldSlice& slice, double first, double second) {
    const auto index = indexAt(slice, first, second);
    return index ? static_cast<double>(slice.values[*index]) : NAN;
}

bool isDarkAt(const FlowPlane& plane, double first, double second) {
    const auto index = indexAt(plane.first, first, second);
    return index && *index < plane.onDark.size() && plane.onDark[*index];
}

}  // namespace

FlowPlanes flowPlanesAt(const twin::TwinResult& result, const std::map<HallId, QRectF>& areas,
                        Length height) {
    auto planes = std::make_shared<std::vector<FlowPlane>>();
    for (const twin::RoomAnswer& room : result.rooms) {
        const auto area = areas.find(room.hall);
        if (area == areas.end()) continue;
        FlowPlane plane{
            sliceAtHeight(component(room.air, room.air.u), height, metres(sampleSpacingM)),
            sliceAtHeight(component(room.air, room.air.v), height, metres(sampleSpacingM)),
            area->second,
            room.hall,
            {}};
        if (plane.first.columns > 0 && plane.second.columns > 0) planes->push_back(plane);
    }
    return planes;
}

void shade(FlowPlane& plane, const FieldSlice& picture, const bridge::ColorScale& scale) {
    constexpr int middleGrey = 112;
    const FieldSlice& samples = plane.first;
    plane.onDark.assign(samples.values.size(), false);
    for (int row = 0; row < samples.rows; ++row) {
        for (int column = 0; column < samples.columns; ++column) {
            const double value =
                sampleAt(picture, (column + 0.5) / samples.columns, (row + 0.5) / samples.rows);
            const auto index = static_cast<std::size_t>(row * samples.columns + column);
            plane.onDark[index] = !std::isnan(value) && qGray(scale.colorOf(value)) < middleGrey;
        }
    }
}

double arrowSpacing(double pixelsPerMetre) {
    double spacing = leastSpacingM;
    while (spacing * pixelsPerMetre < leastSpacingPixels)
        spacing *= 2.0;
    return spacing;
}

std::vector<FlowArrow> arrowsOf(const FlowPlane& plane, const QRectF& exposed, double spacing) {
    std::vector<FlowArrow> arrows;
    const QRectF seen = exposed & plane.area;
    if (seen.isEmpty() || spacing <= 0.0) return arrows;
    const QRectF& area = plane.area;
    const auto firstOf = [&](double from, double start) {
        return static_cast<int>(std::ceil((from - start) / spacing - 0.5));
    };
    const int firstColumn = std::max(0, firstOf(seen.left(), area.left()));
    const int firstRow = std::max(0, firstOf(seen.top(), area.top()));
    for (int row = firstRow; area.top() + (row + 0.5) * spacing <= seen.bottom(); ++row) {
        const double y = area.top() + (row + 0.5) * spacing;
        const double second = 1.0 - (y - area.top()) / area.height();
        for (int column = firstColumn; area.left() + (column + 0.5) * spacing <= seen.right();
             ++column) {
            const double x = area.left() + (column + 0.5) * spacing;
            const double first = (x - area.left()) / area.width();
            const QPointF velocity(sampleAt(plane.first, first, second),
                                   -sampleAt(plane.second, first, second));
            const bool moves = std::hypot(velocity.x(), velocity.y()) >= stillMs;  // false for NaN
            if (moves) arrows.push_back({{x, y}, velocity, isDarkAt(plane, first, second)});
        }
    }
    return arrows;
}

double referenceSpeed(const std::vector<FlowPlane>& planes) {
    std::vector<double> speeds;
    for (const FlowPlane& plane : planes) {
        const std::size_t count = std::min(plane.first.values.size(), plane.second.values.size());
        for (std::size_t i = 0; i < count; i += 3) {
            const double speed =
                static_cast<double>(std::hypot(plane.first.values[i], plane.second.values[i]));
            if (!std::isnan(speed)) speeds.push_back(speed);
        }
    }
    if (speeds.empty()) return 1.0;
    const auto place = speeds.begin() + static_cast<std::ptrdiff_t>(0.9 * double(speeds.size()));
    std::nth_element(speeds.begin(), place, speeds.end());
    const double wanted = std::max(0.1, *place);
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= wanted * 0.999) return factor * power;
    }
    return 10.0 * power;
}

ArrowStyle ArrowStyle::onColors() {
    ArrowStyle style;
    style.onLight = QColor(0x10, 0x18, 0x22, 235);
    style.onDark = QColor(255, 255, 255, 235);
    return style;
}

/// Shafts are lines of one pixel, which the painter draws at a fraction of the cost of wider ones,
/// and all heads of an ink are one path.
void paintArrows(QPainter& painter, const std::vector<FlowArrow>& arrows, const ArrowStyle& style) {
    const double pixel = 1.0 / style.pixelsPerMetre;
    for (const bool onDark : {false, true}) {
        std::vector<QLineF> shafts;
        QPainterPath heads;
        heads.setFillRule(Qt::WindingFill);
        for (const FlowArrow& arrow : arrows) {
            if (arrow.onDark != onDark) continue;
            const double speed = std::hypot(arrow.velocity.x(), arrow.velocity.y());
            const double length =
                style.spacing * std::min(longestInSpacings, speed / style.reference);
            if (length < 3.0 * pixel) continue;
            const QPointF along = arrow.velocity / speed;
            const QPointF across(-along.y(), along.x());
            const double head = std::min(0.5 * length, 7.0 * pixel);
            const QPointF tip = arrow.middle + along * (0.5 * length);
            const QPointF neck = tip - along * head;
            shafts.emplace_back(arrow.middle - along * (0.5 * length), neck);
            heads.addPolygon(
                QPolygonF{neck + across * (0.42 * head), tip, neck - across * (0.42 * head)});
            heads.closeSubpath();
        }
        const QColor& ink = onDark ? style.onDark : style.onLight;
        QPen pen(ink, 1.0);
        pen.setCosmetic(true);
        painter.setPen(pen);
        painter.drawLines(shafts.data(), static_cast<int>(shafts.size()));
        painter.fillPath(heads, ink);
    }
}

}  // namespace halltwin::views::heatmap
