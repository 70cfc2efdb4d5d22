// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/twin/twin.h"
#include "model/weather/weather_year.h"

#include <functional>
#include <limits>
#include <stop_token>
#include <string>
#include <vector>

namespace halltwin::sweep {

/// A figure that a point does not have.
inline constexpr double noFigure = std::numeric_limits<double>::quiet_NaN();

/// What a sweep asks of every point. `evaluate` is called on several threads at once.
struct Evaluator {
    std::vector<std::string> figures;  ///< names with their units, as "water_m3"
    std::function<Result<std::vector<double>>(const twin::TwinInput&, const std::stop_token&)>
        evaluate;          ///< the figures in that order; noFigure where there is none
    std::string identity;  ///< all that the answers depend on besides project and settings
};

/// The weather of a site; called on several threads at once.
using WeatherOf = std::function<Result<weather::WeatherYear>(const Site&)>;

/// Tells two years of weather apart.
[[nodiscard]] std::string fingerprintOf(const weather::WeatherYear& year);

/// The figures of a year: ratios, energies, money, hours by mode. Each site's weather is read once.
[[nodiscard]] Evaluator yearEvaluator(WeatherOf weatherOf);

/// The figures of one operating point, for projects without a climate.
[[nodiscard]] Evaluator pointEvaluator();

}  // namespace halltwin::sweep
