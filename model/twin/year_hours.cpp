// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/twin/year_hours.h"

#include "model/project/load_profile.h"

#include <algorithm>
#include <cmath>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <utility>

namespace halltwin::twin {
namespace {

constexpr std::size_t hoursOfDay = 24;
constexpr std::size_t hoursAtOnce = 64;

/// Solves hours, each alone.
class HourSolver {
public:
    HourSolver(const YearStates& states, LoadProfile profile, const weather::WeatherYear& year)
        : m_states(states),
          m_profile(profile),
          m_year(year) {}

    [[nodiscard]] Result<HourAnswer> at(std::size_t n, const std::vector<Power>& tanks) const {
        const weather::WeatherHour& hour = m_year.hours[n];
        auto answer = m_states.at(loadFactor(m_profile, n), outdoorsOf(hour), tanks);
        if (answer) answer->hour.wetBulb = wetBulb(hour.air());
        return answer;
    }

    [[nodiscard]] Result<std::vector<HourAnswer>> all(const std::stop_token& stop) const {
        std::vector<Result<HourAnswer>> solved(m_year.hours.size());
        const auto solve = [&](const tbb::blocked_range<std::size_t>& range) {
            for (std::size_t n = range.begin(); n < range.end() && !stop.stop_requested(); ++n)
                solved[n] = at(n, {});
        };
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, solved.size(), hoursAtOnce), solve);
        if (stop.stop_requested()) return fail(ErrorCode::Cancelled, "the year was cancelled");
        std::vector<HourAnswer> answers;
        answers.reserve(solved.size());
        for (Result<HourAnswer>& answer : solved) {
            if (!answer) return tl::unexpected(answer.error());
            answers.push_back(*std::move(answer));
        }
        return answers;
    }

private:
    const YearStates& m_states;
    LoadProfile m_profile;
    const weather::WeatherYear& m_year;
};

/// Charge of every tank in every hour of a day; empty where nothing is moved.
using DayPlan = std::vector<std::vector<Power>>;

DayPlan planOf(const YearStates& states, const std::vector<HourAnswer>& hours, std::size_t begin,
               std::size_t end) {
    DayPlan plan(end - begin, std::vector<Power>(states.tankCount()));
    bool moves = false;
    for (std::size_t loop = 0; loop < states.tankLoops().size(); ++loop) {
        const cooling::TankLoop& tanks = states.tankLoops()[loop];
        std::vector<cooling::ShiftHour> day;
        for (std::size_t n = begin; n < end; ++n)
            day.push_back({hours[n].hour.wetBulb, hours[n].limits[loop]});
        const std::vector<Power> charge = cooling::planShift(day, tanks.usable);
        for (std::size_t n = 0; n < day.size(); ++n) {
            moves = moves || charge[n] > Power{};
            for (const cooling::HeatShare& tank : tanks.tanks)
                plan[n][tank.to] = charge[n] * tank.share;
        }
    }
    return moves ? plan : DayPlan{};
}

bool isNoWorse(const YearHour& shifted, const YearHour& rest) {
    constexpr double rounding = 1e-9;
    return shifted.unmet <= rest.unmet + rest.facility * rounding &&
           shifted.warm <= std::max(rest.warm, warmLimit);
}

/// The hours of a day with its tanks at work; empty where that spares no energy, raises the day's
/// highest power, leaves heat, warms water, or does not come out as planned.
std::vector<YearHour> shiftedDay(const HourSolver& solver, const DayPlan& plan,
                                 const std::vector<HourAnswer>& hours, std::size_t begin) {
    std::vector<YearHour> day;
    Power peakAtRest;
    Power saved;
    Power open;  // charge that is not given back
    Power moved;
    for (std::size_t n = 0; n < plan.size(); ++n) {
        const YearHour& rest = hours[begin + n].hour;
        peakAtRest = std::max(peakAtRest, rest.facility);
        day.push_back(rest);
        const bool isAtRest = std::all_of(plan[n].begin(), plan[n].end(),
                                          [](Power charge) { return charge == Power{}; });
        if (isAtRest) continue;
        auto answer = solver.at(begin + n, plan[n]);
        if (!answer || !isNoWorse(answer->hour, rest)) return {};
        day.back() = std::move(answer->hour);
        day.back().saved = rest.facility - day.back().facility;
        saved += day.back().saved;
        open += day.back().tank;
        moved += std::max(day.back().tank, Power{});
    }
    constexpr double rounding = 1e-9;
    const bool closes = std::abs(open.si()) <= moved.si() * rounding;
    const bool keepsPeak = std::all_of(
        day.begin(), day.end(), [&](const YearHour& hour) { return hour.facility <= peakAtRest; });
    return saved > Power{} && closes && keepsPeak ? day : std::vector<YearHour>{};
}

/// True where the day's tanks pay: with all that they could move, or else with less, which charges
/// them at less power.
bool shiftDay(const YearStates& states, const HourSolver& solver, std::vector<HourAnswer>& hours,
              std::size_t begin) {
    const std::size_t end = std::min(begin + hoursOfDay, hours.size());
    DayPlan plan = planOf(states, hours, begin, end);
    for (int halvings = 0; halvings < 4 && !plan.empty(); ++halvings) {
        std::vector<YearHour> day = shiftedDay(solver, plan, hours, begin);
        for (std::size_t n = 0; n < day.size(); ++n)
            hours[begin + n].hour = std::move(day[n]);
        if (!day.empty()) return true;
        for (std::vector<Power>& tanks : plan)
            for (Power& charge : tanks)
                charge = charge * 0.5;
    }
    return false;
}

}  // namespace

cooling::PlantOutdoors outdoorsOf(const weather::WeatherHour& hour) {
    return {hour.air(), hour.month, hour.hour};
}

Result<YearHours> hoursOf(const YearStates& states, LoadProfile profile,
                          const weather::WeatherYear& year, const std::stop_token& stop) {
    const HourSolver solver(states, profile, year);
    auto answers = solver.all(stop);
    if (!answers) return tl::unexpected(answers.error());
    YearHours result;
    if (!states.tankLoops().empty()) {
        std::vector<char> pays((answers->size() + hoursOfDay - 1) / hoursOfDay, 0);
        const auto shift = [&](const tbb::blocked_range<std::size_t>& days) {
            for (std::size_t day = days.begin(); day < days.end() && !stop.stop_requested(); ++day)
                pays[day] = shiftDay(states, solver, *answers, day * hoursOfDay) ? 1 : 0;
        };
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, pays.size()), shift);
        if (stop.stop_requested()) return fail(ErrorCode::Cancelled, "the year was cancelled");
        result.daysShifted = static_cast<std::size_t>(std::count(pays.begin(), pays.end(), 1));
    }
    result.hours.reserve(answers->size());
    for (HourAnswer& answer : *answers)
        result.hours.push_back(std::move(answer.hour));
    return result;
}

}  // namespace halltwin::twin
