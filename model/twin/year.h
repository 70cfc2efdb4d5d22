// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cooling/plant.h"
#include "model/twin/twin.h"
#include "model/weather/weather_year.h"

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace halltwin::twin {

inline constexpr std::string_view yearFormula =
    "PUE = Σ facility energy / Σ IT energy over the hours of the year";
inline constexpr std::string_view yearSource =
    "ISO/IEC 30134-2 (PUE is a ratio of yearly energies), -8 (CUE)";

/// Above a set-point; less is rounding of the control.
inline constexpr TemperatureDifference warmLimit = kelvins(0.1);

class YearRooms;

/// Who draws the power of the data centre.
enum class YearPart {
    It,
    Fans,
    Pumps,
    Compressors,
    HeatRejection,  ///< tower and dry-cooler fans, source pumps, basin heaters, humidifiers
    HeatReuse,      ///< heat pumps of district heating
    Lights,
    Distribution,
};
inline constexpr std::size_t yearPartCount = 8;

/// A unit beyond the range that its law was fitted in.
struct UnitExcess {
    ItemId unit;
    cooling::RangeExcess range;
};

/// The mean state of one hour.
struct YearHour {
    Temperature dryBulb;
    Temperature wetBulb;
    double loadFactor = 1.0;  ///< of the utilisation, by the load profile
    std::array<Power, yearPartCount> parts{};
    Power facility;   ///< their sum
    Power rejected;   ///< heat that the plant brings outdoors
    Power recovered;  ///< delivered to heat networks
    Power tank;       ///< heat out of tanks that are charged with cold; below zero they take it up
    Power saved;  ///< facility power that shifting with tanks spares; below zero where they charge
    Power unmet;  ///< heat beyond what chillers can take
    MassFlow water;              ///< make-up: evaporation, blow-down, drift
    TemperatureDifference warm;  ///< of the worst loop that serves a hall, above its set-point
    cooling::LoopMode mode = cooling::LoopMode::Idle;
    bool outOfRange = false;           ///< a unit beyond its fitted range, on the unsafe side
    std::optional<UnitExcess> excess;  ///< the first of such units, where there is one
    bool icing = false;                ///< a tower leaves too cold water in frost

    [[nodiscard]] Power of(YearPart part) const { return parts[static_cast<std::size_t>(part)]; }
    [[nodiscard]] std::optional<double> pue() const;
};

/// A sum over hours.
struct YearSum {
    std::array<Energy, yearPartCount> parts{};
    Energy facility;
    Energy recovered;
    Volume water;
    std::array<std::size_t, cooling::loopModeCount> modes{};  ///< hours in each
    std::size_t hours = 0;

    [[nodiscard]] Energy of(YearPart part) const { return parts[static_cast<std::size_t>(part)]; }
    /// The figures of a year; none without IT energy. Water per IT energy (WUE, ISO/IEC 30134-9,
    /// category 1: water of the site), share of energy that is used again (ERF, 30134-6).
    [[nodiscard]] std::optional<double> pue() const;
    [[nodiscard]] std::optional<double> litresPerItKwh() const;
    [[nodiscard]] std::optional<double> erf() const;
    /// Mechanical load component of ASHRAE 90.4: energy of all cooling / IT energy.
    [[nodiscard]] std::optional<double> mlc() const;
    /// Electrical loss component: lost in distribution / (IT + lost). Losses on the way to the
    /// plant are in it, so it lies on the safe side.
    [[nodiscard]] std::optional<double> elc() const;
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
    std::size_t hoursWarm = 0;       ///< water above its set-point by more than `warmLimit`
    std::size_t worstWarmHour = 0;   ///< where `hoursWarm` > 0
    std::size_t hoursIcing = 0;
    Energy shifted;       ///< heat that tanks took over from the warmest hours
    Energy savedByTanks;  ///< facility energy that this spared
    std::size_t daysShifted = 0;
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

/// evaluateYear for years that are asked for again and again: sliders, sweeps, edits. Keeps air
/// flows and rooms of the previews, so that a year which changes set-points, weather or plant costs
/// its hours and little more. Answers depend on the arguments alone, to the bit. One thread at a
/// time.
class YearEvaluator {
public:
    YearEvaluator();
    ~YearEvaluator();
    YearEvaluator(YearEvaluator&&) noexcept;
    YearEvaluator& operator=(YearEvaluator&&) noexcept;

    [[nodiscard]] Result<YearResult> evaluate(const TwinInput& input,
                                              const weather::WeatherYear& year,
                                              const std::stop_token& stop = {});

private:
    std::unique_ptr<YearRooms> m_rooms;
    NetworkMemory m_networks;
};

/// Conditions of one hour, to look into it with evaluate. Fails with OutOfRange.
[[nodiscard]] Result<Conditions> conditionsAt(const Project& project,
                                              const weather::WeatherYear& year, std::size_t hour);

}  // namespace halltwin::twin

template <>
struct halltwin::EnumNames<halltwin::twin::YearPart> {
    static constexpr std::array<std::string_view, halltwin::twin::yearPartCount> names{
        "it",         "fans",   "pumps",       "compressors", "heat-rejection",
        "heat-reuse", "lights", "distribution"};
};
