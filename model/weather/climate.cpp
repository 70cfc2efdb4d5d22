// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/weather/climate.h"

#include "model/core/air.h"
#include "model/core/hash.h"
#include "model/weather/calendar.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <numbers>
#include <vector>

namespace halltwin::weather {

namespace {

using Series = std::vector<double>;  // one figure an hour

/// Where each hour stands between two months' middles.
struct MonthPlace {
    std::size_t month;  // that it belongs to
    std::size_t before;
    std::size_t after;
    double shareOfAfter;
};

std::vector<MonthPlace> placesOfHours() {
    std::array<double, 12> middle{};
    double start = 0.0;
    for (std::size_t m = 0; m < 12; ++m) {
        middle[m] = start + 12.0 * daysOfMonth[m];
        start += 24.0 * daysOfMonth[m];
    }
    std::vector<MonthPlace> places;
    places.reserve(hoursOfYear);
    for (std::size_t m = 0; m < 12; ++m) {
        for (int n = 0; n < 24 * daysOfMonth[m]; ++n) {
            const double hour = static_cast<double>(places.size()) + 0.5;
            const bool isLate = hour >= middle[m];
            const std::size_t before = isLate ? m : (m + 11) % 12;
            const std::size_t after = (before + 1) % 12;
            const double span = 12.0 * (daysOfMonth[before] + daysOfMonth[after]);
            const double since = isLate ? hour - middle[m] : span - (middle[m] - hour);
            places.push_back({m, before, after, since / span});
        }
    }
    return places;
}

double between(const Months& nodes, const MonthPlace& place) {
    return nodes[place.before] + place.shareOfAfter * (nodes[place.after] - nodes[place.before]);
}

Months meansOf(const std::vector<MonthPlace>& places, const Series& series) {
    Months sums{};
    for (std::size_t h = 0; h < series.size(); ++h)
        sums[places[h].month] += series[h];
    for (std::size_t m = 0; m < 12; ++m)
        sums[m] /= 24.0 * daysOfMonth[m];
    return sums;
}

/// Numbers between 0 and 1 that follow from a seed (splitmix64, a published generator).
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}
    double next() {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return static_cast<double>((z ^ (z >> 31U)) >> 11U) * 0x1.0p-53;
    }
    /// Nearly normal: the sum of twelve has unit variance and ends at six.
    double nextNormal() {
        double sum = -6.0;
        for (int n = 0; n < 12; ++n)
            sum += next();
        return sum;
    }

private:
    std::uint64_t m_state;
};

/// Warm and cold fronts, hour by hour, in standard deviations of a daily mean: each day leans on
/// the one before, the hours lie on lines between noons. Mean 0 and deviation 1 over the year.
Series fronts(std::string_view key) {
    Dice dice(fingerprint(key));
    const double fresh = std::sqrt(1.0 - frontPersistence * frontPersistence);
    std::vector<double> noons;
    double noon = dice.nextNormal();
    for (std::size_t d = 0; d < daysOfYear + 2; ++d) {
        noon = frontPersistence * noon + fresh * dice.nextNormal();
        noons.push_back(noon);
    }
    Series hours(hoursOfYear);
    double sum = 0.0;
    double squares = 0.0;
    for (std::size_t h = 0; h < hoursOfYear; ++h) {
        const double day = (static_cast<double>(h) + 12.5) / 24.0;
        const auto before = static_cast<std::size_t>(day);
        const double share = day - static_cast<double>(before);
        hours[h] = noons[before] + share * (noons[before + 1] - noons[before]);
    }
    for (std::size_t d = 0; d < daysOfYear; ++d) {
        double mean = 0.0;
        for (std::size_t h = 24 * d; h < 24 * d + 24; ++h)
            mean += hours[h] / 24.0;
        sum += mean;
        squares += mean * mean;
    }
    const double mean = sum / daysOfYear;
    const double deviation = std::sqrt(squares / daysOfYear - mean * mean);
    for (double& hour : hours)
        hour = (hour - mean) / deviation;
    return hours;
}

/// Fronts in kelvins: strong in cold months, weak in warm ones.
Series frontsK(const Climate& climate, const std::vector<MonthPlace>& places) {
    const auto [coldest, warmest] = std::minmax_element(climate.meanC.begin(), climate.meanC.end());
    const double spanK = std::max(*warmest - *coldest, 1e-6);
    Months strengthK{};
    for (std::size_t m = 0; m < 12; ++m) {
        const double cold = (*warmest - climate.meanC[m]) / spanK;
        strengthK[m] = climate.warmMonthDayToDayK +
                       cold * (climate.coldMonthDayToDayK - climate.warmMonthDayToDayK);
    }
    Series series = fronts(climate.key);
    for (std::size_t h = 0; h < series.size(); ++h)
        series[h] *= between(strengthK, places[h]);
    return series;
}

Series dryBulbsC(const Climate& climate, const std::vector<MonthPlace>& places,
                 const Series& frontK) {
    Months rangeK{};
    for (std::size_t m = 0; m < 12; ++m)
        rangeK[m] = climate.dailyMaximumC[m] - climate.dailyMinimumC[m];
    Series offMonthK = frontK;
    for (std::size_t h = 0; h < offMonthK.size(); ++h) {
        const double hour = static_cast<double>(h % 24) + 0.5;
        const double angle = 2.0 * std::numbers::pi * (hour - warmestHour) / 24.0;
        offMonthK[h] += 0.5 * between(rangeK, places[h]) * std::cos(angle);
    }
    Months nodes = climate.meanC;
    Series series(hoursOfYear);
    for (int n = 0; n < 40; ++n) {
        for (std::size_t h = 0; h < series.size(); ++h)
            series[h] = between(nodes, places[h]) + offMonthK[h];
        const Months means = meansOf(places, series);
        for (std::size_t m = 0; m < 12; ++m)
            nodes[m] += climate.meanC[m] - means[m];
    }
    return series;
}

/// Dew points that give the months' mean relative humidity.
Series dewPointsC(const Climate& climate, const std::vector<MonthPlace>& places, const Series& dryC,
                  const Series& frontK) {
    Series saturatedPa(hoursOfYear);
    for (std::size_t h = 0; h < hoursOfYear; ++h)
        saturatedPa[h] = saturationPressure(celsius(dryC[h])).si();
    Months nodes{};
    for (std::size_t m = 0; m < 12; ++m)
        nodes[m] = climate.meanC[m] + 18.0 * std::log(std::max(climate.humidity[m], 0.02));
    Series series(hoursOfYear);
    Series humidity(hoursOfYear);
    for (int n = 0; n < 40; ++n) {
        for (std::size_t h = 0; h < hoursOfYear; ++h) {
            const double wanted = between(nodes, places[h]) + frontShareOfDewPoint * frontK[h];
            series[h] = std::min(wanted, dryC[h]);
            humidity[h] = saturationPressure(celsius(series[h])).si() / saturatedPa[h];
        }
        const Months means = meansOf(places, humidity);
        double worst = 0.0;
        for (std::size_t m = 0; m < 12; ++m) {
            // Vapour pressure grows by about 7 % per kelvin.
            nodes[m] += 14.0 * std::log(climate.humidity[m] / means[m]);
            worst = std::max(worst, std::abs(climate.humidity[m] - means[m]));
        }
        if (worst < 1e-4) break;
    }
    return series;
}

Result<void> check(const Climate& climate) {
    const auto bad = [&](std::size_t m, const char* what) {
        return fail(ErrorCode::InvalidArgument, what,
                    fmt::format("climate {}, month {}", climate.key, m + 1),
                    "Correct the climate's entry");
    };
    for (std::size_t m = 0; m < 12; ++m) {
        const bool isOrdered = climate.dailyMinimumC[m] <= climate.meanC[m] &&
                               climate.meanC[m] <= climate.dailyMaximumC[m];
        if (!isOrdered || !(climate.dailyMinimumC[m] >= -80.0) ||
            !(climate.dailyMaximumC[m] <= 60.0))
            return bad(m, "Minimum, mean and maximum must rise in this order, -80 to 60 °C");
        if (!(climate.humidity[m] >= 0.02 && climate.humidity[m] <= 0.98))
            return bad(m, "Mean relative humidity must be 2 to 98 %");
    }
    const auto isDeviation = [](double k) { return k >= 0.0 && k <= 15.0; };
    if (!isDeviation(climate.coldMonthDayToDayK) || !isDeviation(climate.warmMonthDayToDayK))
        return fail(ErrorCode::InvalidArgument, "Day-to-day deviations must be 0 to 15 K",
                    "climate " + climate.key, "Correct the climate's entry");
    if (!(climate.altitude.in(metres) >= -500.0 && climate.altitude.in(metres) <= 9000.0))
        return fail(ErrorCode::InvalidArgument, "The altitude must be -500 to 9,000 m",
                    "climate " + climate.key, "Correct the climate's entry");
    return {};
}

}  // namespace

Result<WeatherYear> weatherYearOf(const Climate& climate) {
    if (auto good = check(climate); !good) return tl::unexpected(good.error());
    const std::vector<MonthPlace> places = placesOfHours();
    const Series frontK = frontsK(climate, places);
    const Series dryC = dryBulbsC(climate, places, frontK);
    const Series dewC = dewPointsC(climate, places, dryC, frontK);

    WeatherYear year;
    year.site = {climate.name,        "",
                 climate.country,     climate.temperatureSource,
                 climate.latitudeDeg, climate.longitudeDeg,
                 climate.timeZoneH,   climate.altitude};
    year.notes = {"Made from monthly climate normals, not measured hour by hour",
                  "Sun, sky and wind are not part of a climate: they are zero"};
    year.hours.reserve(hoursOfYear);
    const Pressure pressure = pressureAtAltitude(climate.altitude);
    int day = 0;
    for (std::size_t h = 0; h < hoursOfYear; ++h) {
        if (h > 0 && places[h].month != places[h - 1].month) day = 0;
        if (h % 24 == 0) ++day;
        WeatherHour hour;
        hour.month = static_cast<int>(places[h].month) + 1;
        hour.day = day;
        hour.hour = static_cast<int>(h % 24);
        hour.dryBulb = celsius(dryC[h]);
        hour.dewPoint = celsius(dewC[h]);
        hour.pressure = pressure;
        year.hours.push_back(hour);
    }
    return year;
}

}  // namespace halltwin::weather
