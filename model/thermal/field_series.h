// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/grid.h"
#include "model/core/units.h"
#include "model/thermal/air_fields.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace halltwin::thermal {

/// The air of one grid over time in ten bytes a cell: temperatures rounded to 0.01 K, velocities to
/// 1 mm/s, pressures to 0.02 Pa; what is beyond ±327 °C, ±32 m/s or ±655 Pa stays there.
class FieldSeries {
public:
    void add(Duration at, const AirFields& fields);

    [[nodiscard]] std::size_t size() const { return m_times.size(); }
    [[nodiscard]] Duration timeOf(std::size_t index) const { return m_times[index]; }
    /// The field nearest in time; there must be one.
    [[nodiscard]] std::size_t nearest(Duration at) const;
    [[nodiscard]] CellField<float> temperatureC(std::size_t index) const;
    [[nodiscard]] AirFields at(std::size_t index) const;
    [[nodiscard]] std::size_t bytes() const;

    static constexpr std::size_t bytesPerCell = 5 * sizeof(std::int16_t);

private:
    using Steps = std::vector<std::int16_t>;
    struct Moment {
        Steps temperature, u, v, w, pressure;
        std::vector<TileResult> tiles;
        std::vector<TileResult> grilles;
    };

    std::vector<Duration> m_times;
    std::vector<Moment> m_moments;
};

}  // namespace halltwin::thermal
