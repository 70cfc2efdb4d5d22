// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/thermal/air_sample.h"
#include "model/thermal/result.h"
#include "views/bridge/color_map.h"

#include <QString>
#include <array>
#include <span>

namespace halltwin::views::bridge {

/// What of the air a picture shows. Pressure counts against the mean of the air that is joined to
/// it, so that in a floor void it is what drives the tiles.
enum class AirQuantity { Temperature, Speed, Pressure };
inline constexpr std::array airQuantities{AirQuantity::Temperature, AirQuantity::Speed,
                                          AirQuantity::Pressure};

/// How a quantity is written and coloured.
struct QuantityLook {
    const char* key;  ///< stable; also the name of its colour map
    const char* unit;
    int decimals;
    double rangeStep;  ///< an automatic range ends at multiples of it
    double leastSpan;  ///< of an automatic range
    double lowest;     ///< that a range can be set to
    double highest;
};
[[nodiscard]] const QuantityLook& lookOf(AirQuantity quantity);

[[nodiscard]] QString quantityName(AirQuantity quantity);  ///< translated: "Temperature"
/// With the unit: "24.3 °C".
[[nodiscard]] QString formatQuantity(AirQuantity quantity, double value);

/// Its continuous colours, even to the eye and in order for colour-blind eyes.
[[nodiscard]] ColorScale scaleOf(AirQuantity quantity);

[[nodiscard]] double valueOf(AirQuantity quantity, const thermal::AirSample& air);

/// The cells of a solved room in one quantity. The room must outlive it.
class RoomField {
public:
    RoomField(const thermal::RoomResult& room, AirQuantity quantity);

    /// One for each cell of the room's grid; empty where the result does not know the quantity.
    [[nodiscard]] std::span<const float> values() const {
        return m_made.empty() ? m_shown : std::span<const float>(m_made);
    }

private:
    std::span<const float> m_shown;
    CellField<float> m_made;  ///< where the result does not hold the quantity itself
};

}  // namespace halltwin::views::bridge
