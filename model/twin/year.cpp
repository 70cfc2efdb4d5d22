// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/year.h"

#include "model/carbon/ledger.h"
#include "model/project/load_profile.h"
#include "model/twin/year_hours.h"
#include "model/twin/year_rooms.h"
#include "model/twin/year_states.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace halltwin::twin {
namespace {

constexpr std::size_t mostHours = weather::hoursOfLeapYear;
const Duration oneHour = hours(1.0);
constexpr Density fresh = kilogramsPerCubicMetre(1000.0);  // water of the mains

std::optional<double> ratio(double all, double it) {
    if (it <= 0.0) return std::nullopt;
    return all / it;
}

/// Loads to settle the rooms at.
std::vector<double> loadsOf(LoadProfile profile, std::size_t hours) {
    double least = loadFactor(profile, 0);
    double most = least;
    for (std::size_t hour = 1; hour < hours; ++hour) {
        least = std::min(least, loadFactor(profile, hour));
        most = std::max(most, loadFactor(profile, hour));
    }
    if (least == most) return {most};
    return {least, 0.5 * (least + most), most};
}

struct Extremes {
    std::size_t coldest = 0;
    std::size_t middle = 0;
    std::size_t hottest = 0;
};

Extremes extremesOf(const weather::WeatherYear& year) {
    std::vector<std::size_t> order(year.hours.size());
    for (std::size_t n = 0; n < order.size(); ++n)
        order[n] = n;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return year.hours[a].dryBulb < year.hours[b].dryBulb;
    });
    return {order.front(), order[order.size() / 2], order.back()};
}

void add(YearSum& sum, const YearHour& hour) {
    for (std::size_t n = 0; n < yearPartCount; ++n)
        sum.parts[n] += hour.parts[n] * oneHour;
    sum.facility += hour.facility * oneHour;
    sum.recovered += hour.recovered * oneHour;
    sum.water += hour.water * oneHour / fresh;
    ++sum.modes[static_cast<std::size_t>(hour.mode)];
    ++sum.hours;
}

void addUp(const weather::WeatherYear& year, YearResult& result) {
    for (std::size_t n = 0; n < result.hours.size(); ++n) {
        const YearHour& hour = result.hours[n];
        add(result.total, hour);
        add(result.months[static_cast<std::size_t>(year.hours[n].month - 1)], hour);
        result.rejected += hour.rejected * oneHour;
        if (hour.facility > result.hours[result.peakHour].facility) result.peakHour = n;
        if (hour.outOfRange) ++result.hoursOutOfRange;
        if (hour.icing) ++result.hoursIcing;
        result.shifted += std::max(-hour.tank, Power{}) * oneHour;
        result.savedByTanks += hour.saved * oneHour;
        if (hour.warm > warmLimit) ++result.hoursWarm;
        if (hour.warm > result.hours[result.worstWarmHour].warm) result.worstWarmHour = n;
        if (hour.unmet <= Power{}) continue;
        ++result.hoursUnmet;
        if (hour.unmet > result.hours[result.worstUnmetHour].unmet) result.worstUnmetHour = n;
    }
    Energy parts;
    for (const Energy energy : result.total.parts)
        parts += energy;
    if (result.total.facility > Energy{})
        result.residual = std::abs((parts - result.total.facility) / result.total.facility);
}

Result<void> addLedgers(const TwinInput& input, const OperatingPoint& point, YearResult& result) {
    const auto intensity = carbon::intensityOf(input.project->energy);
    if (!intensity) return tl::unexpected(intensity.error());
    result.energyCost = result.total.facility * point.economics().tariff;
    result.carbon = result.total.facility * *intensity;
    if (result.total.of(YearPart::It) > Energy{})
        result.cue = result.carbon / result.total.of(YearPart::It);
    return {};
}

bool areRoomsSolved(const CoupledState& state) {
    return std::all_of(state.rooms.begin(), state.rooms.end(),
                       [](const SolvedRoom& room) { return room.air.has_value(); });
}

/// Greatest relative difference of hours to the twin solved for them alone.
Result<double> interpolationError(const TwinInput& input, const weather::WeatherYear& year,
                                  const YearResult& result, const RoomSolver& solveRoom,
                                  const std::stop_token& stop) {
    double greatest = 0.0;
    const Extremes hours = extremesOf(year);
    for (const std::size_t hour : {hours.coldest, hours.middle, hours.hottest}) {
        const YearHour& known = result.hours[hour];
        const Conditions conditions{outdoorsOf(year.hours[hour]), known.loadFactor};
        const auto point =
            OperatingPoint::of(*input.project, *input.catalog, input.scenario, conditions,
                               input.network);
        if (!point) return tl::unexpected(point.error());
        const auto state = couple(*point, solveRoom, stop);
        if (!state) return tl::unexpected(state.error());
        if (!areRoomsSolved(*state)) continue;  // their heat is with no plant: nothing to compare
        const Power exact = facilityPower(*state);
        if (exact > Power{})
            greatest = std::max(greatest, std::abs((known.facility + known.saved - exact) / exact));
    }
    return greatest;
}

Result<void> checkYear(const weather::WeatherYear& year) {
    const bool months = std::all_of(year.hours.begin(), year.hours.end(), [](const auto& hour) {
        return hour.month >= 1 && hour.month <= 12 && std::isfinite(hour.dryBulb.si());
    });
    if (!year.hours.empty() && year.hours.size() <= mostHours && months) return {};
    return fail(ErrorCode::InvalidArgument, "the weather is not a year of hours", year.site.city,
                "read a complete weather file");
}

}  // namespace

std::optional<double> YearHour::pue() const {
    return ratio(facility.si(), of(YearPart::It).si());
}

std::optional<double> YearSum::pue() const {
    return ratio(facility.si(), of(YearPart::It).si());
}

std::optional<double> YearSum::litresPerItKwh() const {
    return ratio(water.in(litres), of(YearPart::It).in(kilowattHours));
}

std::optional<double> YearSum::erf() const {
    if (facility <= Energy{}) return std::nullopt;
    return cooling::energyReuseFactor(recovered, facility);
}

std::optional<double> YearSum::mlc() const {
    const Energy cooling = of(YearPart::Fans) + of(YearPart::Pumps) + of(YearPart::Compressors) +
                           of(YearPart::HeatRejection) + of(YearPart::HeatReuse);
    return ratio(cooling.si(), of(YearPart::It).si());
}

std::optional<double> YearSum::elc() const {
    const Energy lost = of(YearPart::Distribution);
    return ratio(lost.si(), (of(YearPart::It) + lost).si());
}

Result<Conditions> conditionsAt(const Project& project, const weather::WeatherYear& year,
                                std::size_t hour) {
    if (hour >= year.hours.size())
        return fail(ErrorCode::OutOfRange,
                    "the year has " + std::to_string(year.hours.size()) + " hours, counted from 0",
                    "hour " + std::to_string(hour), "choose an hour of the year");
    return Conditions{outdoorsOf(year.hours[hour]),
                      loadFactor(project.economics.loadProfile, hour)};
}

YearEvaluator::YearEvaluator() : m_rooms(std::make_unique<YearRooms>()) {}
YearEvaluator::~YearEvaluator() = default;
YearEvaluator::YearEvaluator(YearEvaluator&&) noexcept = default;
YearEvaluator& YearEvaluator::operator=(YearEvaluator&&) noexcept = default;

Result<YearResult> YearEvaluator::evaluate(const TwinInput& asked, const weather::WeatherYear& year,
                                           const std::stop_token& stop) {
    if (auto usable = checkYear(year); !usable) return tl::unexpected(usable.error());
    TwinInput input = asked;
    if (!input.network) input.network = m_networks.of(input.project, input.catalog);
    const auto point = OperatingPoint::of(*input.project, *input.catalog, input.scenario, {},
                                          input.network);
    if (!point) return tl::unexpected(point.error());
    const RoomSolver solveRoom = m_rooms->begin(input);
    const Extremes extremes = extremesOf(year);
    const auto states = YearStates::of(
        input, loadsOf(input.project->economics.loadProfile, year.hours.size()),
        {outdoorsOf(year.hours[extremes.coldest]), outdoorsOf(year.hours[extremes.hottest])},
        solveRoom, stop);
    if (!states) return tl::unexpected(states.error());
    auto hours = hoursOf(*states, input.project->economics.loadProfile, year, stop);
    if (!hours) return tl::unexpected(hours.error());
    YearResult result;
    result.site = year.site;
    result.hours = std::move(hours->hours);
    result.daysShifted = hours->daysShifted;
    addUp(year, result);
    if (auto added = addLedgers(input, *point, result); !added)
        return tl::unexpected(added.error());
    const auto error = interpolationError(input, year, result, solveRoom, stop);
    if (!error) return tl::unexpected(error.error());
    result.interpolationError = *error;
    return result;
}

Result<YearResult> evaluateYear(const TwinInput& input, const weather::WeatherYear& year,
                                const std::stop_token& stop) {
    return YearEvaluator().evaluate(input, year, stop);
}

}  // namespace halltwin::twin
