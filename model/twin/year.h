// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/twin/twin.h"
#include "model/weather/weather_year.h"

#include <array>
#include <cstddef>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace halltwin::twin {

inline constexpr std::string_view yearFormula =
    "PUE = Σ facility energy / Σ IT energy over the hours of the year";
inline constexpr std::string_view yearSource =
    "ISO/IEC 30134-2 (PUE is a ratio of yearly energies), -8 (CUE)";

/// Who draws the power of the data centre.
enum class YearPart { It, Fans, Pumps, Compressors, Lights, Distribution };
inline constexpr std::size_t yearPartCount = 6;

/// The mean state of one hour.
struct YearHour {
    Temperature dryBulb;
    Temperature wetBulb;
    double loadFactor = 1.0;  ///< of the utilisation, by the load profile
    std::array<Power, yearPartCount> parts{};
    Power facility;           ///< their sum
    Power rejected;           ///< heat that the plant brings outdoors
    Power unmet;              ///< heat beyond what chillers can take
    bool outOfRange = false;  ///< a chiller beyond its fitted range, on the unsafe side

    [[nodiscard]] Power of(YearPart part) const { return parts[static_cast<std::size_t>(part)]; }
    [[nodiscard]] std::optional<double> pue() const;
};

/// A sum over hours.
struct YearSum {
    std::array<Energy, yearPartCount> parts{};
    Energy facility;
    std::size_t hours = 0;

    [[nodiscard]] Energy of(YearPart part) const { return parts[static_cast<std::size_t>(part)]; }
    [[nodiscard]] std::optional<double> pue() const;  ///< none without IT energy
};

struct YearResult {
    weather::WeatherSite site;
    std::vector<YearHour> hours;
    std::array<YearSum, 12> months;
    YearSum total;
    Energy rejected;
    Money energyCost;  ///< at the tariff
    Carbon carbon;     ///< of the mix
    std::optional<CarbonIntensity> cue;
    std::size_t peakHour = 0;  ///< of the greatest facility power
    std::size_t hoursOutOfRange = 0;
    std::size_t hoursUnmet = 0;
    std::size_t worstUnmetHour = 0;  ///< where `hoursUnmet` > 0
    /// Facility power of the power chain solved for the coldest, the middle and the hottest hour
    /// against that of the hour, the greatest relative difference.
    double interpolationError = 0.0;
    double residual = 0.0;  ///< of Σ parts against the facility energy, relative
};

/// The year by the hours of its weather and the project's load profile. Rooms and the power chain
/// are solved at a few loads and outdoor temperatures, and what lies between follows by
/// interpolation; the plant is solved for every hour. Supply temperatures stay at their set-points.
/// Needs `input.conditions` at their defaults. Fails as Evaluator::evaluate does, and with
/// InvalidArgument for a year without hours.
[[nodiscard]] Result<YearResult> evaluateYear(const TwinInput& input,
                                              const weather::WeatherYear& year,
                                              const std::stop_token& stop = {});

/// Conditions of one hour, to look into it with evaluate. Fails with OutOfRange.
[[nodiscard]] Result<Conditions> conditionsAt(const Project& project,
                                              const weather::WeatherYear& year, std::size_t hour);

}  // namespace halltwin::twin

template <>
struct halltwin::EnumNames<halltwin::twin::YearPart> {
    static constexpr std::array<std::string_view, halltwin::twin::yearPartCount> names{
        "it", "fans", "pumps", "compressors", "lights", "distribution"};
};
