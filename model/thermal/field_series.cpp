// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/thermal/field_series.h"

#include <algorithm>
#include <cmath>

namespace halltwin::thermal {

namespace {

constexpr float stepsPerKelvin = 100.0F;
constexpr float stepsPerMetrePerSecond = 1000.0F;
constexpr float stepsPerPascal = 50.0F;
constexpr float mostSteps = 32767.0F;

std::vector<std::int16_t> inSteps(const CellField<float>& values, float stepsPerUnit) {
    std::vector<std::int16_t> steps(values.size());
    std::transform(values.begin(), values.end(), steps.begin(), [&](float value) {
        return static_cast<std::int16_t>(
            std::clamp(std::round(stepsPerUnit * value), -mostSteps, mostSteps));
    });
    return steps;
}

CellField<float> inUnits(const std::vector<std::int16_t>& steps, float stepsPerUnit) {
    CellField<float> values(steps.size());
    std::transform(steps.begin(), steps.end(), values.begin(),
                   [&](std::int16_t step) { return static_cast<float>(step) / stepsPerUnit; });
    return values;
}

}  // namespace

void FieldSeries::add(Duration at, const AirFields& fields) {
    m_times.push_back(at);
    m_moments.push_back(
        {inSteps(fields.temperatureC, stepsPerKelvin), inSteps(fields.u, stepsPerMetrePerSecond),
         inSteps(fields.v, stepsPerMetrePerSecond), inSteps(fields.w, stepsPerMetrePerSecond),
         inSteps(fields.pressurePa, stepsPerPascal), fields.tiles, fields.grilles});
}

std::size_t FieldSeries::nearest(Duration at) const {
    const auto after = std::lower_bound(m_times.begin(), m_times.end(), at);
    if (after == m_times.begin()) return 0;
    const auto index = static_cast<std::size_t>(after - m_times.begin());
    if (after == m_times.end()) return index - 1;
    return at - m_times[index - 1] <= m_times[index] - at ? index - 1 : index;
}

CellField<float> FieldSeries::temperatureC(std::size_t index) const {
    return inUnits(m_moments[index].temperature, stepsPerKelvin);
}

AirFields FieldSeries::at(std::size_t index) const {
    const Moment& moment = m_moments[index];
    return {inUnits(moment.temperature, stepsPerKelvin),
            inUnits(moment.u, stepsPerMetrePerSecond),
            inUnits(moment.v, stepsPerMetrePerSecond),
            inUnits(moment.w, stepsPerMetrePerSecond),
            inUnits(moment.pressure, stepsPerPascal),
            moment.tiles,
            moment.grilles};
}

std::size_t FieldSeries::bytes() const {
    std::size_t sum = 0;
    for (const Moment& moment : m_moments)
        sum += moment.temperature.size() * bytesPerCell;
    return sum;
}

}  // namespace halltwin::thermal
