// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/site_weather.h"

#include "model/core/file_io.h"
#include "model/exchange/climate_json.h"
#include "model/weather/climate.h"
#include "model/weather/epw.h"

#include <algorithm>
#include <string>

namespace halltwin::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t mostEpwBytes = 64U << 20U;

Result<weather::WeatherYear> fromFile(const fs::path& file) {
    auto year = readFile(file, mostEpwBytes).and_then([](const std::string& text) {
        return weather::readEpw(text);
    });
    if (!year) {
        Error error = year.error();
        error.context = file.string() + (error.context.empty() ? "" : ", " + error.context);
        return tl::unexpected(std::move(error));
    }
    return year;
}

std::string keysOf(const ClimateLoad& load) {
    std::string keys;
    for (const weather::Climate& climate : load.climates)
        keys += (keys.empty() ? "" : ", ") + climate.key;
    return keys.empty() ? "none" : keys;
}

}  // namespace

Result<weather::WeatherYear> siteWeather(const Site& site, const WeatherPlaces& places) {
    if (!site.weatherFile.empty()) return fromFile(places.projectFolder / site.weatherFile);
    const ClimateLoad load = loadClimates(places.climates);
    if (site.climate.empty())
        return fail(ErrorCode::NotFound, "the site names no climate and no weather file",
                    "site of the project",
                    "give the site one of these climates, or an EPW file: " + keysOf(load));
    const auto found =
        std::find_if(load.climates.begin(), load.climates.end(),
                     [&](const weather::Climate& climate) { return climate.key == site.climate; });
    if (found == load.climates.end())
        return fail(ErrorCode::NotFound, "there is no climate '" + site.climate + "'",
                    "site of the project", "choose one of: " + keysOf(load));
    return weather::weatherYearOf(*found);
}

}  // namespace halltwin::exchange
