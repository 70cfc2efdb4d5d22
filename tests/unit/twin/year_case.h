// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/twin/year.h"
#include "tests/unit/twin/twin_case.h"

#include <array>
#include <cmath>
#include <numbers>

namespace halltwin::tests {

/// A year whose dry bulb swings about a mean, over the seasons and the day.
inline weather::WeatherYear aYear(double meanC, double swingK) {
    weather::WeatherYear year;
    year.site.city = "Test";
    constexpr std::array monthDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; ++month)
        for (int day = 1; day <= monthDays[static_cast<std::size_t>(month - 1)]; ++day)
            for (int hour = 0; hour < 24; ++hour) {
                const double n = static_cast<double>(year.hours.size());
                const double season = std::cos(2.0 * std::numbers::pi * n / 8760.0);
                const double daily = std::sin(2.0 * std::numbers::pi * (n - 9.0) / 24.0);
                weather::WeatherHour at;
                at.month = month;
                at.day = day;
                at.hour = hour;
                at.dryBulb = celsius(meanC - 0.7 * swingK * season + 0.3 * swingK * daily);
                at.dewPoint = at.dryBulb - kelvins(5.0);
                at.pressure = pascals(101325.0);
                year.hours.push_back(at);
            }
    return year;
}

/// Chillers that feel the weather: capacity falls by 1 % and power rises by 1.5 % with each kelvin.
inline Catalog weatherCatalog(Power capacity) {
    Catalog catalog = aCatalog();
    CatalogEntry entry = *catalog.find("test.chiller");
    ChillerSpec chiller = *entry.as<ChillerSpec>();
    chiller.referenceCapacity = capacity;
    chiller.capacityCurve = {1.35, 0.0, 0.0, -0.01, 0.0, 0.0};
    chiller.eirCurve = {0.475, 0.0, 0.0, 0.015, 0.0, 0.0};
    chiller.condenserRangeC = {10.0, 50.0};
    entry.spec = chiller;
    catalog.add(entry);
    return catalog;
}

inline twin::TwinInput inputOf(const Project& project, Power capacity = kilowatts(400.0)) {
    auto input = asInput(project);
    input.catalog = std::make_shared<const Catalog>(weatherCatalog(capacity));
    return input;
}

}  // namespace halltwin::tests
