// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/weather/year_figures.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace halltwin::weather {

namespace {

using Temperatures = std::vector<Temperature>;

tl::unexpected<Error> bad(const char* what) {
    return fail(ErrorCode::InvalidArgument, what, "weather year",
                "Give a year of hours and a share or width that can be");
}

Temperatures dryBulbsOf(const WeatherYear& year) {
    Temperatures all;
    all.reserve(year.hours.size());
    for (const WeatherHour& hour : year.hours)
        all.push_back(hour.dryBulb);
    return all;
}

/// The n-th largest, n = share of the count, rounded down. Orders the hours anew.
Temperature exceeded(Temperatures& hours, double share) {
    const auto count = static_cast<double>(hours.size());
    const auto place = std::min(static_cast<std::size_t>(share * count), hours.size() - 1);
    const auto at = hours.begin() + static_cast<std::ptrdiff_t>(place);
    std::nth_element(hours.begin(), at, hours.end(), std::greater<>());
    return *at;
}

/// Mean of `other` in the hours in which `first` is near a temperature.
Temperature coincidentAt(Temperature near, const Temperatures& first, const Temperatures& other) {
    double sumK = 0.0;
    std::size_t count = 0;
    for (std::size_t h = 0; h < first.size(); ++h) {
        const TemperatureDifference off = first[h] - near;
        if (std::abs(off.si()) > coincidenceHalfWidth.si()) continue;
        sumK += other[h].in(kelvin);
        ++count;
    }
    return kelvin(sumK / static_cast<double>(count));
}

DesignPoint designPoint(double share, const Temperatures& first, const Temperatures& other,
                        Temperatures& scratch) {
    const Temperature at = exceeded(scratch, share);
    return {share, at, coincidentAt(at, first, other)};
}

}  // namespace

std::vector<Temperature> wetBulbsOf(const WeatherYear& year) {
    Temperatures all;
    all.reserve(year.hours.size());
    for (const WeatherHour& hour : year.hours)
        all.push_back(wetBulb(hour.air()));
    return all;
}

Result<Temperature> exceededFor(std::vector<Temperature> hours, double share) {
    if (hours.empty() || !(share >= 0.0 && share <= 1.0))
        return bad("No hours, or a share that is not 0 to 1");
    return exceeded(hours, share);
}

Result<DesignConditions> designConditions(const WeatherYear& year) {
    if (year.hours.empty()) return bad("The year has no hours");
    const Temperatures dry = dryBulbsOf(year);
    const Temperatures wet = wetBulbsOf(year);
    Temperatures dryScratch = dry;
    Temperatures wetScratch = wet;
    DesignConditions design;
    constexpr std::array<double, 3> shares{0.004, 0.01, 0.02};
    for (std::size_t n = 0; n < 3; ++n) {
        design.cooling[n] = designPoint(shares[n], dry, wet, dryScratch);
        design.evaporation[n] = designPoint(shares[n], wet, dry, wetScratch);
    }
    design.heating[0] = designPoint(0.996, dry, wet, dryScratch);
    design.heating[1] = designPoint(0.99, dry, wet, dryScratch);
    design.hottest = *std::max_element(dry.begin(), dry.end());
    design.coldest = *std::min_element(dry.begin(), dry.end());
    design.highestWetBulb = *std::max_element(wet.begin(), wet.end());
    return design;
}

Result<std::vector<TemperatureBin>> binsOf(const WeatherYear& year, TemperatureDifference width) {
    if (!(width.si() > 0.1) || !std::isfinite(width.si()))
        return bad("A bin must be wider than 0.1 K");
    if (year.hours.empty()) return bad("The year has no hours");
    const Temperatures wet = wetBulbsOf(year);
    const auto placeOf = [&](Temperature dry) {
        return static_cast<long>(std::floor(dry.in(celsius) / width.si() + 1e-9));
    };
    const Temperatures dry = dryBulbsOf(year);
    const long first = placeOf(*std::min_element(dry.begin(), dry.end()));
    const long last = placeOf(*std::max_element(dry.begin(), dry.end()));
    std::vector<TemperatureBin> bins;
    for (long n = first; n <= last; ++n)
        bins.push_back({celsius(static_cast<double>(n) * width.si()), 0, kelvin(0.0)});
    for (std::size_t h = 0; h < dry.size(); ++h) {
        TemperatureBin& bin = bins[static_cast<std::size_t>(placeOf(dry[h]) - first)];
        ++bin.hours;
        bin.meanWetBulb = kelvin(bin.meanWetBulb.in(kelvin) + wet[h].in(kelvin));
    }
    for (TemperatureBin& bin : bins) {
        const auto count = static_cast<double>(bin.hours);
        bin.meanWetBulb = bin.hours > 0 ? kelvin(bin.meanWetBulb.in(kelvin) / count) : bin.low;
    }
    return bins;
}

double heatingDegreeHours(const WeatherYear& year, Temperature base) {
    double sum = 0.0;
    for (const WeatherHour& hour : year.hours)
        sum += std::max((base - hour.dryBulb).in(kelvins), 0.0);
    return sum;
}

double coolingDegreeHours(const WeatherYear& year, Temperature base) {
    double sum = 0.0;
    for (const WeatherHour& hour : year.hours)
        sum += std::max((hour.dryBulb - base).in(kelvins), 0.0);
    return sum;
}

Result<Carpet> carpetOf(std::vector<double> hourly) {
    if (hourly.empty() || hourly.size() % 24 != 0)
        return bad("The figures do not fill whole days of 24 hours");
    const std::size_t days = hourly.size() / 24;
    return Carpet{days, std::move(hourly)};
}

}  // namespace halltwin::weather
