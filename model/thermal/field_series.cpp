// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/field_series.h"

#include <algorithm>
#include <cmath>

namespace halltwin::thermal {

namespace {

constexpr float stepsPerKelvin = 100.0F;
constexpr float mostSteps = 32767.0F;

}  // namespace

void FieldSeries::add(Duration at, const std::vector<float>& temperatureC) {
    std::vector<std::int16_t> field(temperatureC.size());
    std::transform(temperatureC.begin(), temperatureC.end(), field.begin(), [](float value) {
        return static_cast<std::int16_t>(
            std::clamp(std::round(stepsPerKelvin * value), -mostSteps, mostSteps));
    });
    m_times.push_back(at);
    m_fields.push_back(std::move(field));
}

std::size_t FieldSeries::nearest(Duration at) const {
    const auto after = std::lower_bound(m_times.begin(), m_times.end(), at);
    if (after == m_times.begin()) return 0;
    const auto index = static_cast<std::size_t>(after - m_times.begin());
    if (after == m_times.end()) return index - 1;
    return at - m_times[index - 1] <= m_times[index] - at ? index - 1 : index;
}

CellField<float> FieldSeries::temperatureC(std::size_t index) const {
    const std::vector<std::int16_t>& field = m_fields[index];
    CellField<float> values(field.size());
    std::transform(field.begin(), field.end(), values.begin(),
                   [](std::int16_t steps) { return static_cast<float>(steps) / stepsPerKelvin; });
    return values;
}

std::size_t FieldSeries::bytes() const {
    std::size_t sum = 0;
    for (const auto& field : m_fields)
        sum += field.size() * sizeof(std::int16_t);
    return sum;
}

}  // namespace halltwin::thermal
