// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/charts/time_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace halltwin::views::charts {

namespace {

constexpr double shortestKneeS = 0.01;
constexpr double longestKneeS = 10.0;
constexpr double roomAfterLast = 1.25;

/// Times that people name: 10 ms … 4 h, and on by days.
constexpr std::array<double, 20> roundTimesS{0.01, 0.02,  0.1,   0.2,   1.0,    2.0,    10.0,
                                             30.0, 60.0,  120.0, 300.0, 600.0,  1800.0, 3600.0,
                                             7200, 14400, 28800, 86400, 172800, 604800};

}  // namespace

TimeScale::TimeScale(double kneeS, double endS)
    : m_kneeS(kneeS > 0.0 ? kneeS : shortestKneeS),
      m_endS(endS > 0.0 ? endS : 3600.0) {}

TimeScale TimeScale::forTimes(const std::vector<double>& timesS) {
    double first = longestKneeS;
    double last = 0.0;
    for (const double time : timesS) {
        if (time > 0.0) first = std::min(first, time);
        last = std::max(last, time);
    }
    double end = std::max(last, 60.0);
    if (last * roomAfterLast > end) {
        const auto next =
            std::lower_bound(roundTimesS.begin(), roundTimesS.end(), roomAfterLast * last);
        end = next == roundTimesS.end() ? roomAfterLast * last : *next;
    }
    return {std::max(first, shortestKneeS), end};
}

double TimeScale::shareOf(double timeS) const {
    const double whole = std::log1p(m_endS / m_kneeS);
    return std::clamp(std::log1p(std::max(0.0, timeS) / m_kneeS) / whole, 0.0, 1.0);
}

double TimeScale::timeAt(double share) const {
    const double whole = std::log1p(m_endS / m_kneeS);
    return m_kneeS * std::expm1(std::clamp(share, 0.0, 1.0) * whole);
}

std::vector<double> TimeScale::ticks(double leastShare) const {
    std::vector<double> ticks{0.0};
    for (const double time : roundTimesS) {
        if (time >= m_endS) break;
        const double share = shareOf(time);
        if (share - shareOf(ticks.back()) < leastShare || 1.0 - share < leastShare) continue;
        ticks.push_back(time);
    }
    ticks.push_back(m_endS);
    return ticks;
}

}  // namespace halltwin::views::charts
