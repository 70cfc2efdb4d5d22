// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/grid.h"
#include "model/core/units.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace halltwin::thermal {

/// Temperature fields of one grid over time, each rounded to 0.01 K: two bytes per cell.
class FieldSeries {
public:
    void add(Duration at, const std::vector<float>& temperatureC);

    [[nodiscard]] std::size_t size() const { return m_times.size(); }
    [[nodiscard]] Duration timeOf(std::size_t index) const { return m_times[index]; }
    /// The field nearest in time; there must be one.
    [[nodiscard]] std::size_t nearest(Duration at) const;
    [[nodiscard]] CellField<float> temperatureC(std::size_t index) const;
    [[nodiscard]] std::size_t bytes() const;

private:
    std::vector<Duration> m_times;
    std::vector<std::vector<std::int16_t>> m_fields;
};

}  // namespace halltwin::thermal
