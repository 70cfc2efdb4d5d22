// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/error.h"
#include "model/project/entities.h"
#include "model/weather/weather_year.h"

#include <filesystem>

namespace halltwin::exchange {

/// Where the weather of a site may lie.
struct WeatherPlaces {
    std::filesystem::path projectFolder;  ///< that a site's weather file is named from
    std::filesystem::path climates;       ///< folder of the climate catalogue
};

/// The year of a site: its EPW file, or else hours made from its climate. Fails with NotFound where
/// it names neither or an unknown climate (the remedy lists those that exist), as readEpw does for
/// a file, and as climateFromJson and weatherYearOf do.
[[nodiscard]] Result<weather::WeatherYear> siteWeather(const Site& site,
                                                       const WeatherPlaces& places);

}  // namespace halltwin::exchange
